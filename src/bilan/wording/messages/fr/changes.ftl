### Ce qui a changé depuis l’édition précédente, et ce que les éditeurs ont révisé.

change-first-lead = Première édition
change-first = Il n’y a pas d’édition antérieure à comparer.
change-none-lead = Inchangé
change-none = Aucun chiffre principal n’a changé.
change-more-lead = En outre
change-more = { $count-class ->
    [one] { $count } autre changement
   *[other] { $count } autres changements
}
change-value = { $what } : { $value-short }
change-new-lead = Nouveau
change-new = { $what }
change-revised-lead = Révisé
change-revised = { $what } : { $before } → { $after }
change-dropped-lead = Retiré
change-dropped = { $what }
change-crossed-lead = Franchi
change-crossed = { $what } : { $value-short }, { $side ->
    [above] désormais au-dessus de
   *[below] désormais au-dessous de
} { $threshold-short }
change-target-lead = Objectif
change-target = { $target-short } : { $state }
change-meaning-lead = Ne se lit plus comme avant
change-meaning = { $sentence }
change-project-lead = Projet
change-project = { $project } : { $before } → { $after }
change-project-new = { $project } : { $after }
change-event-lead = Événement
change-event = { $event }, { $date }
change-stale-lead = Devenu ancien
change-stale = { $what }
change-recovered-lead = De nouveau à jour
change-recovered = { $what }
change-method-lead = Calcul modifié
change-method = { $what }

heading-revisions = Révisions
standing-revisions = Chiffres imprimés dans l’édition précédente et modifiés depuis par leurs éditeurs.
table-revisions = Révisés depuis l’édition précédente
column-figure = Chiffre
column-before = Avant
column-after = Maintenant
column-difference = Écart
column-reason = Raison
revision-revised = Révisé par l’éditeur
revision-rebased = Série entière rebasée, d’environ { $change }
revision-restored = Rétabli après retrait
revision-withdrawn = Retiré par l’éditeur
revision-new = Un chiffre dont il dépend est paru
revision-recomputed = Calcul modifié
revision-corrected = Ligne corrigée dans notre tableau
revision-small = { $count-class ->
    [one] { $count } autre petite révision des données ne touche rien d’imprimé.
   *[other] { $count } autres petites révisions des données ne touchent rien d’imprimé.
}

replayed = Reconstitué d’après ce qui était publié au { $date }
awaited = Des données attendues ne sont pas arrivées à temps ({ $series }) ; cette édition repose sur les dernières connues
