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
        [up] Selon les { $statistics }, ils ont atteint { $total } en { $period }, en hausse de { $growth-abs } sur un an.
        [down] Selon les { $statistics }, ils ont été de { $total } en { $period }, en baisse de { $growth-abs } sur un an.
       *[stable] Selon les { $statistics }, ils ont été de { $total } en { $period }, presque inchangés sur un an.
    }
finding-trade-balance-lead = Le { $seller } vend davantage.
finding-trade-balance = Selon les { $statistics }, ses ventes au partenaire ont été de { $more } en { $period }, ses achats de { $less }.
finding-totals-differ-lead = Des statistiques divergentes.
finding-totals-differ = Échanges de { $period } : { $high } selon les { $statistics_high }, { $low } selon les { $statistics_low }, soit un écart de { $gap }.
finding-mirror-below-lead =
    { $side ->
        [below] Des achats sous les ventes.
       *[above] Des achats au-dessus des ventes.
    }
finding-mirror-below = En { $period }, le { $buyer } enregistre { $imports } d’achats là où le { $seller } enregistre { $exports } de ventes, soit un rapport de { $ratio }.
finding-partner-share-lead = Un poids inégal.
finding-partner-share = En { $period }, le { $partner } pèse { $share } du commerce de biens du { $country }, et le { $country } { $other } de celui du { $partner }.
finding-year-to-date-lead = L’année en cours de compte.
finding-year-to-date = Selon les { $statistics }, les échanges ont été de { $total } sur la période { $period }.
finding-target-pace-lead = L’objectif demande davantage.
finding-target-pace = Pour atteindre { $target } en { $deadline }, les échanges doivent croître de { $pace } par an selon les { $statistics }, de { $other } selon les { $statistics_other }.
finding-target-missed-lead = Le dernier objectif a été manqué.
finding-target-missed = L’objectif était de { $target } en { $deadline } ; les échanges ont été de { $total } selon les { $statistics }, de { $other } selon les { $statistics_other }.
finding-project-late-lead = { $project } : en retard.
finding-project-late = Échéance au { $due } ; dernière preuve datée du { $evidence }.
finding-project-silent-lead = { $project } : aucune preuve récente.
finding-project-silent = La dernière preuve date du { $evidence }, { $age } jours avant la date des données.
finding-investment-stated-lead = L’investissement déclaré.
finding-investment-stated =
    { $base ->
        [independence] Investissement du { $investor } au { $host } : { $total } depuis l’indépendance, selon une déclaration au plus tard du { $stated }.
        [year] Investissement du { $investor } au { $host } : { $total } depuis { $since }, selon une déclaration au plus tard du { $stated }.
        [span] Investissement du { $investor } au { $host } : { $total } en { $years } ans, selon une déclaration au plus tard du { $stated }.
       *[none] Investissement du { $investor } au { $host } : { $total }, selon une déclaration au plus tard du { $stated }, sans année de départ.
    }
finding-investment-flow-lead = Le flux annuel.
finding-investment-flow = Investissement direct du { $investor } au { $host } : { $total } en { $period }, contre { $before } en { $earlier }.
finding-announced-total-lead = Une annonce sans base.
finding-announced-total = Des échanges de { $total } en { $period } ont été annoncés, au plus tard le { $stated }, sans dire selon quelles statistiques.
finding-data-old-lead = Des chiffres anciens.
finding-data-old = Le dernier total annuel des { $statistics } est celui de { $period }, publié au plus tard le { $published }.
