### Ce que dit un constat : un début en gras et une phrase. Les nombres arrivent en arguments ; aucun n’est écrit ici.

statistics = statistiques { $adjective }
statistics-fallback = statistiques { $country-of }
country-the =
    { $gender ->
        [masculine] le { $country }
        [feminine] la { $country }
        [elided] l’{ $country }
        [plural] les { $country }
       *[none] { $country }
    }
country-of =
    { $gender ->
        [masculine] du { $country }
        [feminine] de la { $country }
        [elided] de l’{ $country }
        [plural] des { $country }
       *[none] de { $country }
    }
country-to =
    { $gender ->
        [masculine] au { $country }
        [feminine] à la { $country }
        [elided] à l’{ $country }
        [plural] aux { $country }
       *[none] à { $country }
    }
country-in =
    { $gender ->
        [masculine] au { $country }
        [feminine] en { $country }
        [elided] en { $country }
        [plural] aux { $country }
       *[none] à { $country }
    }
when =
    { $precision ->
        [day] le { $date }
       *[other] en { $date }
    }
when-unknown = à une date non précisée

finding-trade-growth-lead =
    { $direction ->
        [up] Les échanges progressent.
        [down] Les échanges reculent.
       *[stable] Les échanges stagnent.
    }
finding-trade-growth =
    { $direction ->
        [up] Selon les { $statistics }, ils ont atteint { $total } en { $period }, soit { $growth-abs } de plus en un an.
        [down] Selon les { $statistics }, ils sont tombés à { $total } en { $period }, soit { $growth-abs } de moins en un an.
       *[stable] Selon les { $statistics }, ils ont atteint { $total } en { $period }, presque inchangés en un an.
    }{ finding-status }
finding-trade-balance-lead = Excédent { $seller-of }.
finding-trade-balance = Selon les { $statistics }, { $seller-the } a vendu pour { $more } { $buyer-to } en { $period } et lui a acheté pour { $less }.{ finding-status }
finding-totals-differ-lead = Des statistiques divergentes.
finding-totals-differ = En { $period }, les échanges valent { $high } selon les { $statistics_high }, { $low } selon les { $statistics_low } (écart : { $gap-abs }).{ finding-status }
finding-mirror-below-lead =
    { $side ->
        [below] Des achats sous les ventes.
       *[above] Des achats au-dessus des ventes.
    }
finding-mirror-below = En { $period }, { $buyer-the } a compté { $imports } à l’achat là où { $seller-the } comptait { $exports } à la vente (rapport : { $ratio }).{ finding-status }
finding-partner-share-lead = Un poids inégal.
finding-partner-share = En { $period }, { $partner-the } pèse { $share } du commerce de biens { $country-of }, et { $country-the } { $other } de celui { $partner-of }.{ finding-status }
finding-year-to-date-lead =
    { $direction ->
        [up] L’année en cours : davantage d’échanges.
        [down] L’année en cours : moins d’échanges.
        [stable] L’année en cours : peu de changement.
       *[levels] L’année en cours.
    }
finding-year-to-date =
    { $direction ->
        [up] Selon les { $statistics }, les échanges ont atteint { $total } sur la période { $period }, soit { $growth-abs } de plus que les mêmes mois de l’année précédente.
        [down] Selon les { $statistics }, les échanges ont atteint { $total } sur la période { $period }, soit { $growth-abs } de moins que les mêmes mois de l’année précédente.
        [stable] Selon les { $statistics }, les échanges ont atteint { $total } sur la période { $period }, presque autant que les mêmes mois de l’année précédente.
       *[levels] Selon les { $statistics }, les échanges ont atteint { $total } sur la période { $period }.
    }{ finding-status }
finding-target-pace-lead = L’objectif demande davantage.
finding-target-pace = Pour atteindre { $target } en { $deadline }, il faut chaque année { $pace } de croissance selon les { $statistics }, { $other } selon les { $statistics_other }.{ finding-status }
finding-target-missed-lead = Le dernier objectif échu a été manqué.
finding-target-missed = L’objectif était de { $target-plain } en { $deadline } ; les échanges valent { $total } selon les { $statistics }, { $other } selon les { $statistics_other }.{ finding-status }
finding-project-late-lead = { $project } : en retard.
finding-project-late = L’échéance était le { $due } ; la dernière preuve date du { $evidence }.
finding-project-silent-lead = { $project } : aucune preuve récente.
finding-project-silent = La dernière preuve date du { $evidence }, { $age } jours avant la date des données.
finding-investment-stated-lead = L’investissement déclaré.
finding-investment-stated =
    { $base ->
        [independence] Selon une déclaration faite { $stated-when }, { $investor-the } a investi { $total } { $host-in } depuis l’indépendance.
        [year] Selon une déclaration faite { $stated-when }, { $investor-the } a investi { $total } { $host-in } depuis { $since }.
        [span] Selon une déclaration faite { $stated-when }, { $investor-the } a investi { $total } { $host-in } en { $years } ans.
       *[none] Selon une déclaration faite { $stated-when }, { $investor-the } a investi { $total } { $host-in } ; l’année de départ n’est pas dite.
    }{ finding-status }
finding-investment-flow-lead = Le flux annuel.
finding-investment-flow = L’investissement direct { $investor-of } { $host-in } vaut { $total } en { $period }, contre { $before } en { $earlier }.{ finding-status }
finding-announced-total-lead = Une annonce sans base.
finding-announced-total = Une annonce faite { $stated-when } chiffre les échanges de { $period } à { $total }, sans dire selon quelles statistiques.{ finding-status }
finding-data-old-lead = Des chiffres anciens.
finding-data-old = Le dernier total annuel des { $statistics } est celui de { $period }, publié { $published-when }.
