### Chapeau, bandeau, phrases d’introduction et têtes de colonnes des rubriques.

partners = { $first } – { $second }
document-title = { $first } – { $second } : { $edition }, { $month }
running-head = { $edition } · { $month } · { $audience }
running-foot = { $edition }, parue le { $issued } · données au { $date } · manifeste { $manifest }
edition-issue = Édition { $number }, tirage { $issue }
lead-trade = Échanges de { $period } : { $first } selon les { $statistics }, { $second } selon les { $statistics_other }.
lead-trade-one = Échanges de { $period } : { $first } selon les { $statistics }.
lead-pace = Viser { $target } en { $deadline } exige { $pace } ou { $other } de plus par an.
lead-empty = Aucun chiffre des échanges entre les deux pays n’est connu à cette date.

kpi-total = Échanges de biens, { $statistics }
kpi-target = Objectif pour { $deadline }
kpi-target-none = Objectif déclaré
kpi-investment = Investissement { $investor-of } { $host-in }, déclaré
kpi-change = { $change } sur un an
kpi-no-change = pas d’année précédente comparable
kpi-pace = exige { $pace } ou { $other } par an
kpi-stated = déclaré { $when }
kpi-span = { $last } ; colonnes depuis { $from }
kpi-declared = déclaré { $when }

standing-trade = Chaque chiffre dit de quelles statistiques il vient ; les deux ne se mêlent jamais. Une année sans chiffre reste vide.
standing-mirror = Les mêmes biens sont comptés des deux côtés. L’importateur, fret compris, devrait compter un peu plus que l’exportateur.
standing-investment = Les cumuls sont des déclarations aux années de départ différentes : ne comparer que dans une même base, ne jamais enchaîner.
standing-projects = Dans les temps : preuve datée d’au plus { $watch } jours ; à surveiller : d’au plus { $silent } ; en retard : la date promise est passée.
standing-agreements = Traités, ratifications et rencontres, avec la date aussi précise qu’on la connaît.
standing-targets = Un objectif est jugé par les statistiques des deux pays l’année dite ; un objectif plus récent remplace le précédent.
standing-macro = Derniers chiffres connus à la date des données, selon les statistiques de chaque pays.
standing-claims = Affirmations de l’article source ({ $source }, { $date }). Les verdicts calculés portent la mention « { $mark } ».
computed-mark = calculé
declared-mark = sur pièces
heading-says = Ce que dit cette édition
heading-points = Points pour l’entretien
heading-since = Depuis l’édition précédente


table-trade = Échanges par année et par déclarant, tels que publiés
table-mirror = Les deux enregistrements de chaque flux
table-investment-flow = Flux annuel d’investissement direct
table-investment = Cumuls, tels que déclarés
table-agreements = Accords et rencontres des dernières années
table-targets = Objectifs d’échanges
column-statistics-total = Total, { $statistics }
column-exports-of = Exportations, { $statistics }
column-imports-of = Importations, { $statistics }
column-flow = Flux
column-gap = Écart
column-ratio = Rapport
column-base = Base
column-stated = Déclaration
column-outcome = Résultat
column-verdict = Verdict
column-series = Sert à
flow-direction = { $seller } vers { $buyer }
base =
    { $base ->
        [independence] depuis l’indépendance
        [year] depuis { $since }
        [span] en { $years } ans
       *[none] sans base indiquée
    }
target-met = Atteint
target-missed = Manqué
target-disputed = Statistiques divergentes
target-superseded = Remplacé
target-open = En cours
target-unknown = Sans chiffre
target-reached = { $amount } ({ $statistics })
list-pair = { $one } ; { $other }
no-deadline = sans
no-due = —
verdict-inconsistent = Incohérente
verdict-not-met = Prévision démentie
verdict-disputed = Statistiques divergentes

note-scope-lead = Champ.
note-scope = Biens seulement, en dollars courants. Chaque chiffre est le dernier publié à la date des données ; une date connue au mois près compte à partir de son dernier jour.
note-rounding-lead = Arrondi.
note-rounding = Montants arrondis à { $digits } chiffres significatifs depuis la valeur publiée ; les variations sont calculées avant l’arrondi. « Environ » marque une estimation ou un calcul sur des valeurs arrondies, « plus de » et « près de » une borne.
note-mirror-lead = Écart miroir.
note-mirror = Importations de l’acheteur moins exportations du vendeur, même année.
note-share-lead = Part dans le commerce.
note-share = Échanges avec le partenaire rapportés à tout le commerce de biens, soit le ratio au PIB de la Banque mondiale multiplié par le PIB, d’une même édition.
note-missing-lead = Manquant.
note-missing = { $what } : pas de valeur, et aucune n’est inventée.
note-problem-lead = Remarqué.
note-gate = Contrôles de données ayant donné un avertissement : { $count } ; le manifeste les liste avec leurs lignes.

used-trade = échanges
used-gdp = PIB
used-population = population
used-inflation = prix à la consommation
used-goods-share = commerce de biens / PIB
used-investment = investissement
closing-check = Vérifier un chiffre
closing-contact = Correction ou question
closing-office = Émetteur
not-dated = sans date
fig-source-as-of = { $source } ; données au { $date }.
fig-as-of = Données au { $date }.
sources-of = Sources : { $source }
cover-edition = Édition
