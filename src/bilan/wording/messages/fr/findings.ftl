### Ce que dit un constat : un début en gras et une phrase. Les nombres arrivent en arguments ; aucun n’est écrit ici.

statistics = statistiques { $adjective }
statistics-fallback = statistiques de : { $country }

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
    }
finding-trade-balance-lead = Le { $seller } vend davantage.
finding-trade-balance = Selon les { $statistics }, le { $seller } a vendu pour { $more } au { $buyer } en { $period } et lui a acheté pour { $less }.
finding-totals-differ-lead = Des statistiques divergentes.
finding-totals-differ = Échanges de { $period } : { $high } selon les { $statistics_high }, { $low } selon les { $statistics_low }. Écart : { $gap-abs }.
finding-mirror-below-lead =
    { $side ->
        [below] Des achats sous les ventes.
       *[above] Des achats au-dessus des ventes.
    }
finding-mirror-below = En { $period }, le { $buyer } a compté { $imports } à l’achat là où le { $seller } comptait { $exports } à la vente. Rapport : { $ratio }.
finding-partner-share-lead = Un poids inégal.
finding-partner-share = En { $period }, le { $partner } pèse { $share } du commerce de biens du { $country }, et le { $country } { $other } de celui du { $partner }.
finding-year-to-date-lead = L’année en cours.
finding-year-to-date = Selon les { $statistics }, les échanges ont atteint { $total } pour { $period }.
finding-target-pace-lead = L’objectif demande davantage.
finding-target-pace = Pour atteindre { $target } en { $deadline }, il faut chaque année { $pace } de croissance selon les { $statistics }, { $other } selon les { $statistics_other }.
finding-target-missed-lead = Le dernier objectif a été manqué.
finding-target-missed = Objectif pour { $deadline } : { $target }. Résultat : { $total } selon les { $statistics }, { $other } selon les { $statistics_other }.
finding-project-late-lead = { $project } : en retard.
finding-project-late = Échéance au { $due } ; dernière preuve datée du { $evidence }.
finding-project-silent-lead = { $project } : aucune preuve récente.
finding-project-silent = La dernière preuve date du { $evidence }, { $age } jours avant la date des données.
finding-investment-stated-lead = L’investissement déclaré.
finding-investment-stated =
    { $base ->
        [independence] Investissement du { $investor } au { $host } : { $total } depuis l’indépendance (déclaration : { $stated }).
        [year] Investissement du { $investor } au { $host } : { $total } depuis { $since } (déclaration : { $stated }).
        [span] Investissement du { $investor } au { $host } : { $total } en { $years } ans (déclaration : { $stated }).
       *[none] Investissement du { $investor } au { $host } : { $total } (déclaration : { $stated }, sans année de départ).
    }
finding-investment-flow-lead = Le flux annuel.
finding-investment-flow = Investissement direct du { $investor } au { $host } : { $total } en { $period }, contre { $before } en { $earlier }.
finding-announced-total-lead = Une annonce sans base.
finding-announced-total = Échanges annoncés pour { $period } : { $total } ({ $stated }), sans dire selon quelles statistiques.
finding-data-old-lead = Des chiffres anciens.
finding-data-old = Le dernier total annuel des { $statistics } est celui de { $period }, publié : { $published }.
