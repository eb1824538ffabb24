### Constats sur les échanges au fil des ans, les deux statistiques, les économies, les flux, les produits et les traités. Les nombres arrivent en arguments.

finding-status =
    { $status ->
        [provisional] { " Une partie de ces chiffres est provisoire." }
        [estimated] { " Une partie de ces chiffres est estimée." }
       *[final] { "" }
    }

finding-trade-trend-lead =
    { $standing ->
        [above] Une croissance au-dessus de sa moyenne.
        [below] Une croissance au-dessous de sa moyenne.
       *[near] Une croissance proche de sa moyenne.
    }
finding-trade-trend = Selon les { $statistics }, variation des échanges en { $period } : { $growth } ; moyenne annuelle de { $since } à { $period } : { $average }.{ finding-status }
finding-trade-drivers-lead =
    { $outcome ->
        [exports] Les exportations ont le plus varié.
        [imports] Les importations ont le plus varié.
        [both] Exportations et importations ont varié de même.
       *[opposed] Exportations et importations ont divergé.
    }
finding-trade-drivers = Selon les { $statistics }, variation des échanges en { $period } : { $growth }, dont { $exports } par les exportations et { $imports } par les importations.{ finding-status }
finding-trade-real-growth-lead =
    { $direction ->
        [up] Les échanges progressent en termes réels.
        [down] Les échanges reculent en termes réels.
       *[stable] Les échanges stagnent en termes réels.
    }
finding-trade-real-growth = Selon les { $statistics }, variation en { $period } : { $growth } en dollars, { $real } en monnaie nationale une fois la hausse des prix déduite.{ finding-status }
finding-partner-share-change-lead =
    { $direction ->
        [up] La part { $partner-of } augmente.
        [down] La part { $partner-of } diminue.
        [stable] La part { $partner-of } change peu.
       *[levels] La part { $partner-of }.
    }
finding-partner-share-change =
    { $form ->
        [points] En { $period }, { $partner-the } pèse { $share } du commerce de biens { $country-of } ; en { $earlier }, c’était { $before } (variation : { $change }).
       *[levels] En { $period }, { $partner-the } pèse { $share } du commerce de biens { $country-of } ; en { $earlier }, c’était { $before }.
    }{ finding-status }
finding-trade-record-lead =
    { $side ->
        [high] Un record des échanges.
       *[low] Les échanges les plus faibles de la série.
    }
finding-trade-record =
    { $side ->
        [high] Selon les { $statistics }, ils ont atteint { $total } en { $period }, plus qu’en aucune année depuis { $since }.
       *[low] Selon les { $statistics }, ils valent { $total } en { $period }, moins qu’en aucune année depuis { $since }.
    }{ finding-status }
finding-balance-change-lead =
    { $outcome ->
        [turned] L’excédent a changé de côté.
        [wider] L’excédent augmente.
        [narrower] L’excédent se réduit.
       *[levels] L’excédent, année par année.
    }
finding-balance-change =
    { $outcome ->
        [turned] Selon les { $statistics }, l’excédent { $seller-of } sur son partenaire vaut { $gap-abs } en { $period } ; en { $earlier }, l’autre pays avait l’avantage : { $before-abs }.
       *[other] Selon les { $statistics }, l’excédent { $seller-of } sur son partenaire vaut { $gap-abs } en { $period }, contre { $before-abs } en { $earlier }.
    }{ finding-status }
finding-threshold-crossed-lead =
    { $side ->
        [above] Un seuil franchi.
       *[below] Retour sous un seuil.
    }
finding-threshold-crossed =
    { $side ->
        [above] Selon les { $statistics }, les échanges valent { $total } en { $period }, au-dessus du seuil ({ $threshold }) ; en { $earlier }, ils étaient encore au-dessous.
       *[below] Selon les { $statistics }, les échanges valent { $total } en { $period }, au-dessous du seuil ({ $threshold }) ; en { $earlier }, ils étaient encore au-dessus.
    }{ finding-status }

finding-growth-differs-lead =
    { $verdict ->
        [opposite] Des statistiques en sens contraires.
       *[apart] Des statistiques en désaccord sur la croissance.
    }
finding-growth-differs = Variation des échanges en { $period } : { $high } selon les { $statistics_high }, { $low } selon les { $statistics_low }.{ finding-status }
finding-mirror-gap-change-lead =
    { $direction ->
        [up] L’écart entre les totaux se creuse.
        [down] L’écart entre les totaux se réduit.
        [stable] L’écart entre les totaux change peu.
       *[levels] L’écart entre les totaux.
    }
finding-mirror-gap-change = Écart entre les totaux des deux pays : { $gap-abs } en { $period }, { $before-abs } en { $earlier }.{ finding-status }

finding-gdp-per-person-lead =
    { $standing ->
        [close] Un PIB par habitant voisin.
       *[apart] Un PIB par habitant inégal.
    }
finding-gdp-per-person = En { $period }, le PIB par habitant vaut { $high } { $country-in } et { $low } { $partner-in }.{ finding-status }
finding-economies-growth-lead =
    { $standing ->
        [close] Des économies au même rythme.
       *[apart] Des économies à des rythmes différents.
    }
finding-economies-growth = Variation du PIB en { $period }, hausse des prix déduite : { $high } { $country-in }, { $low } { $partner-in }.{ finding-status }
finding-gdp-record-lead =
    { $side ->
        [high] Un PIB record { $country-in }.
       *[low] Le PIB le plus bas de la série { $country-in }.
    }
finding-gdp-record =
    { $side ->
        [high] Le PIB en dollars vaut { $total } en { $period }, plus qu’en aucune année depuis { $since }.
       *[low] Le PIB en dollars vaut { $total } en { $period }, moins qu’en aucune année depuis { $since }.
    }{ finding-status }
finding-prices-lead =
    { $direction ->
        [up] Les prix montent plus vite { $country-in }.
        [down] Les prix montent moins vite { $country-in }.
       *[stable] Les prix montent au même rythme { $country-in }.
    }
finding-prices = Hausse des prix à la consommation : { $now } en { $period }, { $before } en { $earlier }.{ finding-status }
finding-openness-lead =
    { $direction ->
        [up] Le commerce pèse davantage { $country-in }.
        [down] Le commerce pèse moins { $country-in }.
        [stable] Le commerce pèse presque autant { $country-in }.
       *[levels] Le poids du commerce { $country-in }.
    }
finding-openness = Échanges de biens avec le monde, rapportés au PIB : { $now } en { $period }, { $before } en { $earlier }.{ finding-status }
finding-remittance-weight-lead =
    { $direction ->
        [up] Les transferts pèsent davantage { $country-in }.
        [down] Les transferts pèsent moins { $country-in }.
        [stable] Les transferts pèsent presque autant { $country-in }.
       *[levels] Le poids des transferts { $country-in }.
    }
finding-remittance-weight = Transferts de migrants reçus, rapportés au PIB : { $now } en { $period }, { $before } en { $earlier }.{ finding-status }
finding-dollar-price-lead =
    { $direction ->
        [up] Un dollar plus cher { $country-in }.
        [down] Un dollar moins cher { $country-in }.
       *[stable] Un dollar stable { $country-in }.
    }
finding-dollar-price = En moyenne sur { $period }, un dollar coûte { $rate } en monnaie nationale ; variation sur un an : { $change }.{ finding-status }

finding-investment-growth-lead =
    { $direction ->
        [up] L’investissement progresse.
        [down] L’investissement recule.
       *[stable] L’investissement stagne.
    }
finding-investment-growth =
    { $direction ->
        [up] L’investissement direct { $investor-of } { $host-in } vaut { $total } en { $period }, soit { $growth-abs } de plus en un an.
        [down] L’investissement direct { $investor-of } { $host-in } vaut { $total } en { $period }, soit { $growth-abs } de moins en un an.
       *[stable] L’investissement direct { $investor-of } { $host-in } vaut { $total } en { $period }, presque inchangé en un an.
    }{ finding-status }
finding-fdi-net-lead =
    { $side ->
        [in] Plus d’entrées que de sorties d’investissements { $country-in }.
       *[out] Plus de sorties que d’entrées d’investissements { $country-in }.
    }
finding-fdi-net =
    { $side ->
        [in] En { $period }, les investissements directs nets reçus de tous pays { $country-in } valent { $share-abs } du PIB.
       *[out] En { $period }, la sortie nette d’investissements directs { $country-of } vaut { $share-abs } du PIB.
    }{ finding-status }
finding-arrivals-lead =
    { $direction ->
        [up] Davantage d’arrivées { $country-in }.
        [down] Moins d’arrivées { $country-in }.
        [stable] Les arrivées { $country-in } changent peu.
       *[levels] Les arrivées { $country-in }.
    }
finding-arrivals =
    { $direction ->
        [up] Arrivées d’étrangers en { $period } : { $total }, soit { $growth-abs } de plus en un an.
        [down] Arrivées d’étrangers en { $period } : { $total }, soit { $growth-abs } de moins en un an.
        [stable] Arrivées d’étrangers en { $period } : { $total }, presque autant qu’un an plus tôt.
       *[levels] Arrivées d’étrangers : { $total } en { $period }, { $before } en { $earlier }.
    }{ finding-status }
finding-transit-lead =
    { $direction ->
        [up] Davantage de transit depuis la Chine.
        [down] Moins de transit depuis la Chine.
        [stable] Le transit depuis la Chine change peu.
       *[levels] Le transit depuis la Chine.
    }
finding-transit =
    { $direction ->
        [up] Marchandises passées par { $country-the } vers { $partner-the } ({ $period }) : { $total }, soit { $growth-abs } de plus que les mêmes mois de l’année précédente.
        [down] Marchandises passées par { $country-the } vers { $partner-the } ({ $period }) : { $total }, soit { $growth-abs } de moins que les mêmes mois de l’année précédente.
        [stable] Marchandises passées par { $country-the } vers { $partner-the } ({ $period }) : { $total }, presque autant que les mêmes mois de l’année précédente.
       *[levels] Marchandises passées par { $country-the } vers { $partner-the } : { $total } ({ $period }), { $before } ({ $earlier }).
    }{ finding-status }
finding-trade-coverage-lead =
    { $side ->
        [above] Les exportations couvrent toutes les importations.
       *[below] Les exportations couvrent une partie des importations.
    }
finding-trade-coverage = Selon les { $statistics }, les exportations vers { $partner-the } valent { $share } des importations qui en viennent en { $period }.{ finding-status }

finding-concentration-lead =
    { $state ->
        [concentrated] Quelques produits font l’essentiel.
        [spread] Des échanges répartis sur beaucoup de produits.
       *[between] Des échanges modérément concentrés.
    }
finding-concentration =
    { $flow ->
        [export] Selon les { $statistics }, les { $count } premiers produits font { $share } des exportations vers le partenaire en { $period } (indice de Herfindahl–Hirschman : { $index }).
       *[import] Selon les { $statistics }, les { $count } premiers produits font { $share } des importations venues du partenaire en { $period } (indice de Herfindahl–Hirschman : { $index }).
    }{ finding-status }
finding-two-way-trade-lead =
    { $state ->
        [two-way] Beaucoup d’échanges croisés des mêmes produits.
        [one-way] Peu d’échanges croisés des mêmes produits.
       *[between] Des échanges croisés d’une partie des produits.
    }
finding-two-way-trade = Selon les { $statistics }, l’indice de Grubel–Lloyd vaut { $index } en { $period } ; { $none } voudrait dire aucun échange croisé des mêmes produits, { $all } rien d’autre.{ finding-status }
finding-terms-of-trade-lead =
    { $direction ->
        [up] Les exportations achètent plus d’importations.
        [down] Les exportations achètent moins d’importations.
       *[stable] Les exportations achètent à peu près autant.
    }
finding-terms-of-trade = Selon les { $statistics }, les termes de l’échange avec le partenaire sont à { $index } en { $period } (année précédente : { $base }).{ finding-status }

finding-treaties-in-force-lead = Les traités en vigueur.
finding-treaties-in-force =
    { $signed-class ->
        [one] Sur { $signed } traité signé depuis { $since }, en vigueur selon les sources : { $count }.
       *[other] Sur { $signed } traités signés depuis { $since }, en vigueur selon les sources : { $count }.
    }
finding-treaties-pending-lead = Signés, et toujours en attente.
finding-treaties-pending =
    { $count-class ->
        [one] Pour { $count } traité signé depuis plus d’un an, aucune source ne dit l’entrée en vigueur ; signé { $stated-when }, il attend depuis { $age }.
       *[other] Pour { $count } traités signés depuis plus d’un an, aucune source ne dit l’entrée en vigueur ; le plus ancien, signé { $stated-when }, attend depuis { $age }.
    }

finding-target-met-lead = Le dernier objectif échu a été atteint.
finding-target-met = L’objectif était de { $target-plain } en { $deadline } ; les échanges valent { $total } selon les { $statistics }, { $other } selon les { $statistics_other }.{ finding-status }
finding-target-disputed-lead = Des statistiques en désaccord sur le dernier objectif échu.
finding-target-disputed = L’objectif était de { $target-plain } en { $deadline } ; les échanges valent { $total } selon les { $statistics }, { $other } selon les { $statistics_other }.{ finding-status }
finding-data-overdue-lead = Des chiffres { $country-of } en retard.
finding-data-overdue =
    { $count-class ->
        [one] { $count } série attend son prochain chiffre ; elle s’arrête à { $period } et a { $late } de retard.
       *[other] { $count } séries attendent leur prochain chiffre ; le plus long retard est de { $late }, pour une série qui s’arrête à { $period }.
    }
finding-revision-turned-lead = Une révision a retourné une croissance.
finding-revision-turned =
    { $flow ->
        [export] Selon les { $statistics }, la variation des exportations vers le partenaire en { $period } est maintenant : { $growth } ; avant la révision, elle avait l’autre signe.
        [import] Selon les { $statistics }, la variation des importations venues du partenaire en { $period } est maintenant : { $growth } ; avant la révision, elle avait l’autre signe.
       *[total] Selon les { $statistics }, la variation des échanges en { $period } est maintenant : { $growth } ; avant la révision, elle avait l’autre signe.
    }{ finding-status }
