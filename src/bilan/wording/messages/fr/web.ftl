### Les pages de `bilan serve` : navigation, formulaires, états, refus.

## Cadre

web-skip = Aller au contenu
web-navigation = Pages
web-editions = Éditions
web-build = Établir maintenant
web-schedule = Calendrier
web-deliveries = Diffusion
web-data = Données
web-preview = Aperçu
web-health = État du système
web-jobs = Demandes
web-api = Description de l’API
web-accounts = Comptes
web-logout = Se déconnecter
web-yes = oui
web-all = Tout
web-find = Rechercher
web-percent = { $percent }{ "\u202F" }%
web-what = Objet
web-at = Date et heure
web-open = Ouvrir

## Refus

web-refused = L’opération n’a pas abouti
web-refused-401 = Connexion requise
web-refused-403 = Accès non autorisé
web-refused-404 = Rien à cette adresse
web-refused-409 = La situation a changé entre-temps
web-refused-422 = Demande irrecevable
web-refused-429 = Demandes trop rapprochées, patienter un instant
web-refused-503 = Momentanément indisponible
web-not-found = Aucune page à cette adresse.
web-stale-form = Ce formulaire n’est plus valable.
web-reload = Revenir en arrière, recharger la page et renvoyer le formulaire.

## Éditions

web-latest = Dernières éditions
web-search = Recherche
web-month = Mois
web-nothing-found = Aucun résultat pour cette recherche.
web-build-first = Établir la première
web-superseded = Un tirage ultérieur remplace celui-ci.
web-withdrawn = Cette édition est retirée.
web-download-pdf = Télécharger le PDF
web-read = Lire à l’écran
web-pdf-title = Pages de l’édition en PDF
web-headlines = Chiffres principaux
web-findings = Constats
web-numbers-open = Chaque nombre mène à sa provenance.
web-changes = Changements depuis l’édition précédente
web-compare = Comparer
web-compare-with = Avec l’édition
web-compare-readings = Chiffres et constats
web-compare-text = Textes côte à côte
web-no-other = Aucune autre édition à comparer.
web-no-change = Aucune différence.
web-change = Changement
web-before = Avant
web-after = Après
web-change-crossed = seuil franchi
web-change-target = objectif déclaré
web-change-meaning = sens d’une phrase
web-change-revised = révisé
web-change-project = projet
web-change-new = nouveau
web-change-event = événement
web-change-stale = devenu ancien
web-change-recovered = de nouveau à jour
web-change-dropped = retiré
web-change-method = calcul modifié
web-warnings = Avertissements
web-count-warnings = Avertissements{ "\u00A0" }: { $count }
web-receipts = Suivi de la diffusion
web-each-receipt = Chaque destinataire
web-recipient = Destinataire
web-channel = Canal
web-nobody = Aucun destinataire n’était prévu pour cette édition.
web-made-from = Éléments d’origine
web-made-from-why = Un même contenu donne les mêmes octets{ "\u00A0" }: ces empreintes disent à partir de quoi cette édition a été établie.
web-made-data = Données
web-made-definitions = Définitions
web-made-template = Gabarits
web-made-brand = Charte graphique
web-made-program = Programme
web-verify = Vérifier
web-verify-why = Établit de nouveau l’édition et compare chaque octet.
web-verified = Tous les octets sont identiques.
web-differs = Le résultat n’est pas identique.
web-verify-notes = Ce qui serait différent aujourd’hui
web-life = Corriger ou retirer
web-correct = Corriger
web-correct-why = Publie l’édition de nouveau d’après les données actuelles, avec cette note en première page. Tous ceux qui l’ont reçue reçoivent la correction.
web-withdraw = Retirer
web-withdraw-why = Retire l’édition. Son numéro et ses fichiers restent, et tous ceux qui l’ont reçue sont avisés.
web-reason = Motif
web-no-screen-page = Cette édition n’a pas de page pour l’écran.

## D’où vient un nombre

web-trace = Provenance
web-number = Nombre ou indicateur
web-stands-as = Imprimé sous la forme
web-formula = Formule
web-nature = Nature
web-published = Publié
web-inputs = Calculé à partir de
web-rows = Lignes
web-row = Ligne
web-series = Série
web-vintage = Version du
web-derived = Calcul
web-note = Note
web-source = Source
web-as-printed = imprimé par la source sous la forme
web-trace-declared = déclaré, non calculé

## Demandes

web-build-why = Un projet n’est vu que par son demandeur. Une édition publiée entre aux archives, si rien ne la retient{ "\u00A0" }; sa diffusion est une étape distincte.
web-asked-partnership = Partenariat
web-asked-period = Mois
web-asked-as-of = Données au
web-as-of-why = À défaut{ "\u00A0" }: dernier jour du mois
web-asked-audiences = Publics
web-asked-audience = Public
web-asked-languages = Langues
web-asked-language = Langue
web-asked-draft = Projet
web-asked-strict = Retenir aussi en cas d’avertissement
web-asked-edition = Édition
web-asked-reason = Motif
web-asked-sample = Données
web-asked-sources = Sources
web-asked-offline = Réponses conservées seulement
web-asked-dry-run = Essai, rien n’est conservé
web-asked-from = Premier mois
web-asked-to = Dernier mois
web-asked-file = Fichier
web-asked-sha256 = Empreinte
web-asked-manifest-sha256 = Empreinte du manifeste
web-sample-real = Réelles
web-sample-worst = Le pire cas pour une page
web-sample-empty = Aucune
web-mode = Finalité
web-mode-draft = Projet
web-mode-issue = Publication
web-job = Demande
web-asked-by = Demandeur
web-no-jobs = Aucune demande pour l’instant.
web-kind-build = Établissement
web-kind-verify = Vérification
web-kind-correct = Correction
web-kind-preview = Aperçu
web-kind-fetch = Collecte
web-kind-replay = Réédition des mois passés
web-kind-gallery = Galerie des graphiques
web-kind-archive-check = Contrôle des archives
web-kind-archive-rebuild = Reconstruction des archives
web-kind-audit = Audit d’un fichier
web-ahead =
    { $count-sign ->
        [zero] C’est la prochaine.
       *[other] Demandes avant celle-ci{ "\u00A0" }: { $count }.
    }
web-left = Temps restant{ "\u00A0" }: environ { $seconds }{ "\u00A0" }s.
web-progress = Avancement
web-stage-fonts = Polices
web-stage-data = Données
web-stage-compose = Composition
web-stage-render = Mise en page et audit
web-stage-publish = Publication
web-cancel = Annuler
web-unchanged = rien n’a changé{ "\u00A0" }: édition déjà publiée
web-draft-why = Projet{ "\u00A0" }: non publié, visible du demandeur et des personnes habilitées à approuver.
web-held-why = Édition retenue et non publiée, pour les motifs suivants{ "\u00A0" }:
web-preview-why = Les pages d’un public d’après ses gabarits actuels. Rien n’est publié.

## États

web-state-issued = Publiée
web-state-superseded = Remplacée
web-state-withdrawn = Retirée
web-state-due = À échéance
web-state-waiting = En attente
web-state-running = En cours
web-state-cancelling = Annulation en cours
web-state-done = Achevée
web-state-held = Retenue
web-state-awaiting = À approuver
web-state-failed = Échec
web-state-cancelled = Annulée
web-state-skipped = Omise
web-state-lost = Interrompue
web-state-pending = À envoyer
web-state-sending = Envoi en cours
web-state-sent = Envoyée
web-state-deferred = Différée
web-state-refused = Refusée
web-state-unknown = Inconnue
web-state-pass = Conforme
web-state-warn = Avertissement
web-state-hold = Retient l’édition
web-state-active = Actif
web-state-locked = Bloqué temporairement
web-state-disabled = Désactivé

## Calendrier, diffusion, état du système

web-open-work = En suspens
web-due-at = Échéance
web-next = À venir
web-rule = Calendrier
web-rules = Règles
web-on-demand = À la demande
web-rule-first-day = premier jour du mois
web-rule-last-day = dernier jour du mois
web-rule-first-working-day = premier jour ouvré du mois
web-rule-last-working-day = dernier jour ouvré du mois
web-rule-nth = { $kind } nº { $nth } du mois
web-rule-last = { $kind } nº { $nth } en partant de la fin du mois
web-rule-deadline = dès l’arrivée des données, au plus tard{ "\u00A0" }: { $rule }
web-rule-kind-day = jour
web-rule-kind-working-day = jour ouvré
web-rule-kind-monday = lundi
web-rule-kind-tuesday = mardi
web-rule-kind-wednesday = mercredi
web-rule-kind-thursday = jeudi
web-rule-kind-friday = vendredi
web-rule-kind-saturday = samedi
web-rule-kind-sunday = dimanche
web-run-now = Lancer maintenant
web-past = Passées
web-why = Motif
web-nothing-next = Aucune échéance à venir{ "\u00A0" }: bilan.toml ne contient pas de calendrier.
web-nothing-past = Aucune échéance passée pour l’instant.
web-look-first = Voir les pages
web-act-hold = Retenir
web-act-release = Lever la retenue
web-act-retry = Réessayer
web-act-cancel = Annuler
web-act-approve = Approuver
web-decide = Décision
web-send-again = Renvoyer
web-it-arrived = Confirmer la réception
web-no-deliveries = Aucun envoi pour l’instant.
web-and-more = Et en plus{ "\u00A0" }: { $count }
web-well = Tout fonctionne.
web-not-well = Une intervention est nécessaire{ "\u00A0" }:
web-last-look = Dernier passage sur les échéances
web-looks = Passages depuis le démarrage
web-failed-looks = Dont en échec

## Données

web-revisions = Révisions
web-upload = Essayer un tableau
web-gate = Contrôles
web-gate-clean = Aucun contrôle ne relève d’anomalie dans les données.
web-course = Tracé
web-periods = Périodes
web-publications = Publications
web-last-value = Dernière valeur pour
web-period = Période
web-value = Valeur
web-unit = Unité
web-counts = fait foi
web-chart-alt = { $series }{ "\u00A0" }: { $first } – { $last }, avec les versions publiées auparavant
web-chart-vintages = Lignes claires{ "\u00A0" }: versions publiées auparavant{ "\u00A0" }; dates de publication{ "\u00A0" }:
web-since = Depuis le
web-until = Jusqu’au
web-small-too = Y compris les petites révisions et les nouvelles valeurs
web-no-revisions = Aucune révision.
web-event-first = première publication
web-event-repeated = répétée
web-event-revised = révisée
web-event-returned = retour à une valeur antérieure
web-event-withdrawn = retirée
web-event-restored = rétablie
web-event-forecast = prévision
web-event-outcome = valeur constatée
web-event-statement = déclaration
web-event-rebased = série rebasée
web-event-new = nouvelle

## Comptes

web-login = Se connecter
web-login-wrong = Nom ou mot de passe incorrect.
web-nobody-yet = Aucun compte pour l’instant. À créer sur la machine elle-même{ "\u00A0" }:
web-name = Nom
web-password = Mot de passe
web-password-old = Mot de passe actuel
web-password-new = Nouveau mot de passe
web-role = Rôle
web-role-view = consulte
web-role-run = établit
web-role-approve = approuve
web-role-admin = administre
web-tokens = Jetons d’accès
web-tokens-why = Pour les programmes qui appellent l’API au nom du titulaire.
web-token-once = Ce jeton n’est affiché que maintenant{ "\u00A0" }:
web-token-for = Usage
web-make-token = Créer un jeton
web-days = Jours
web-used = Dernière utilisation
web-revoke = Révoquer
web-ended = plus valable
web-change-it = Modifier
web-add-account = Ajouter un compte
web-let-in = Réactiver
web-shut-out = Désactiver
web-no-account = En accès sans connexion, il n’y a pas de comptes.

## Essai d’un tableau

web-upload-why = Montre ce qu’un tableau changerait, sans rien modifier.
web-file = Fichier CSV
web-table = À la place de
web-table-new = Nouveau tableau
web-try = Essayer
web-would-add = Nouvelles
web-would-revise = Révisées
web-would-withdraw = Retirées
web-would-keep = Inchangées
web-problems-new = Contrôles qui échoueraient
web-problems-gone = Contrôles de nouveau satisfaits
web-upload-wrong = Le tableau n’est pas utilisable{ "\u00A0" }:
