### L’édition de l’investisseur et celle de la presse : marchés, risques, citations, contacts, embargo.

heading-opportunity = Opportunités
standing-opportunity = Chaque marché selon ses propres chiffres, chacun avec son année. Une année passée ne promet rien de la suivante.
table-opportunity = Les marchés, dernière valeur connue
table-amounts = Ce que les projets doivent coûter
column-market = Mesure
market-value = { $value-short } ({ $period })
market-macro-gdp = PIB
market-macro-gdp_growth = Croissance du PIB
market-macro-population = Population
market-macro-gdp_per_person = PIB par habitant
market-macro-inflation = Hausse des prix à la consommation
market-trade-total = Échanges avec le partenaire
market-trade-cagr = Évolution annuelle de ces échanges
market-investment-net_inflow_share = Entrées nettes d’investissement direct rapportées au PIB
name-project-amount = Coût annoncé d’un projet, { $period }

heading-risks = Risques
standing-risks = Ce qui peut coûter du temps ou de l’argent, outre ce que dit la page de tête : le plus lourd d’abord, avec la date des preuves. Ce qui n’est pas cité n’a pas été examiné.
risk-late = En retard ou manqué
risk-watch = À surveiller
risk-unknown = Sans preuve
risk-evidence = Preuve du { $published }.
no-risk = Aucune règle ne signale de risque à cette date.

heading-quotes = À citer
standing-quotes = Ces phrases peuvent être citées mot pour mot, avec leur source.
quote-trade-growth =
    { $direction ->
        [up] Les échanges de biens entre { $first-the } et { $second-the } ont atteint { $total } en { $period } selon les { $statistics }, soit { $growth-abs } de plus en un an.
        [down] Les échanges de biens entre { $first-the } et { $second-the } sont tombés à { $total } en { $period } selon les { $statistics }, soit { $growth-abs } de moins en un an.
       *[stable] Les échanges de biens entre { $first-the } et { $second-the } ont atteint { $total } en { $period } selon les { $statistics }, presque inchangés en un an.
    }
quote-totals-differ = Les échanges de { $period } entre { $first-the } et { $second-the } sont chiffrés à { $high } par les { $statistics_high } et à { $low } par les { $statistics_low }.
quote-trade-balance = Selon les { $statistics }, { $seller-the } a vendu pour { $more } de biens { $buyer-to } en { $period } et lui en a acheté pour { $less }.
quote-partner-share = En { $period }, { $partner-the } a pesé { $share } du commerce de biens { $country-of } ; { $country-the } a pesé { $other } de celui { $partner-of }.
quote-target-pace = Pour atteindre l’objectif déclaré de { $target } en { $deadline }, les échanges entre { $first-the } et { $second-the } doivent croître de { $pace } par an selon les { $statistics }, de { $other } selon les { $statistics_other }.
quote-target-missed = L’objectif de { $target } pour { $deadline } n’a pas été atteint : les échanges entre { $first-the } et { $second-the } ont été de { $total } selon les { $statistics } et de { $other } selon les { $statistics_other }.
quote-investment-stated =
    { $base ->
        [independence] L’investissement { $investor-of } { $host-in } atteignait { $total } depuis l’indépendance, selon une déclaration faite { $stated-when }.
        [year] L’investissement { $investor-of } { $host-in } atteignait { $total } depuis { $since }, selon une déclaration faite { $stated-when }.
        [span] L’investissement { $investor-of } { $host-in } atteignait { $total } en { $years } ans, selon une déclaration faite { $stated-when }.
       *[none] L’investissement { $investor-of } { $host-in } atteignait { $total }, selon une déclaration faite { $stated-when }.
    }
quote-year-to-date = Selon les { $statistics }, les échanges entre { $first-the } et { $second-the } ont atteint { $total } sur la période { $period }.

heading-contacts = Contacts
contact-general = Questions.
contact-press = Presse.
contact-investment = Investissement.
contact-trade = Échanges.
contact-data = Données et corrections.
citation = Pour citer : { $office }, « { $first } – { $second } », { $issued }.

embargo = Sous embargo jusqu’à { $hour } ({ $zone }) le { $date } : ne pas publier, citer ni transmettre avant.
