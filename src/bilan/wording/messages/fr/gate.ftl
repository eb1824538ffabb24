## Notes sur les données : ce que le contrôle a trouvé, avec les lignes.

gate-lead-schema = Lignes incomplètes.
gate-lead-unit = Unités.
gate-lead-range = Hors des bornes.
gate-lead-duplicate = Lignes contradictoires.
gate-lead-jump = Sauts inhabituels.
gate-lead-revision = Révisions inhabituelles.
gate-lead-disappearance = Valeurs disparues.
gate-lead-drift = Séries déplacées en bloc.
gate-lead-freshness = Chiffres en retard.
gate-lead-mirror = Ratio miroir.
gate-lead-sum = Parties et total.
gate-lead-growth = Croissance annoncée.
gate-lead-statement = Déclarations démenties.

gate-entry = { $series } : { $what } ({ $rows })
gate-entry-held = { $series } : retenu, { $what } ({ $rows })
gate-list = { $one } ; { $other }
gate-whole = { $list }.
gate-rows = { $one }, { $other }
gate-rows-more = { $rows } et { $count } de plus
gate-more = { $what }, et { $count } de plus
gate-part = { $one }, { $other }

gate-schema =
    { $count-class ->
        [one] { $count } ligne sans valeur, unité ou source
       *[other] { $count } lignes sans valeur, unité ou source
    }
gate-unit =
    { $count-class ->
        [one] { $count } valeur n’est pas dans l’unité déclarée
       *[other] { $count } valeurs ne sont pas dans l’unité déclarée
    }
gate-range = { $value } pour { $period } sort des bornes déclarées
gate-duplicate = des lignes du { $day } se contredisent pour { $period }
gate-jump = { $value } pour { $period } après { $old } pour { $before }, un saut sans précédent comparable
gate-revision = { $period } révisé de { $old } à { $value } le { $day }
gate-disappearance =
    { $count-class ->
        [one] { $count } valeur sur { $known } a disparu ({ $first } à { $last })
       *[other] { $count } valeurs sur { $known } ont disparu ({ $first } à { $last })
    }
gate-drift-unit = autre unité pour { $period } depuis le { $day }
gate-drift-factor = { $count } valeurs sur { $known } multipliées par environ { $factor } le { $day }
gate-drift-measure = { $count } valeurs sur { $known } changées le { $day }, la plupart de beaucoup
gate-rebased = toute la série révisée d’environ { $percent } % le { $day }, comme par un changement de base
gate-aged =
    { $count-class ->
        [one] { $last }, il y a { $count } jour
       *[other] { $last }, il y a { $count } jours
    }
gate-stale = { $last }, suite attendue le { $due }
gate-dead = { $last }, suite attendue le { $due }, très en retard
gate-empty = plus aucune valeur
gate-mirror = { $value } pour { $period } contre { $mirror } dans les statistiques du partenaire, soit un ratio de { $ratio }
gate-sum = exportations et importations de { $period } font { $sum }, le total est { $value }
gate-growth = une croissance de { $percent } % en { $period } partirait de { $computed }, la valeur est { $base }
gate-statement = { $said } a été dit pour { $period }, la statistique est { $value }

gate-flow-export = exportations
gate-flow-import = importations
gate-flow-total = tous sens
gate-frequency-YTD = cumul annuel
gate-frequency-Q = trimestriel
gate-frequency-M = mensuel

series-trade = échanges
series-gdp_current_usd = PIB
series-gdp_constant_usd = PIB à prix constants
series-population = population
series-consumer_price_inflation = prix à la consommation
series-gdp_deflator_inflation = déflateur du PIB
series-merchandise_exports = exportations de biens
series-merchandise_imports = importations de biens
series-merchandise_trade_share_gdp = commerce de biens / PIB
series-exports_goods_services_share_gdp = exportations / PIB
series-imports_goods_services_share_gdp = importations / PIB
series-external_balance_goods_services = solde extérieur
series-fdi_net_inflows_share_gdp = investissement direct net / PIB
series-official_exchange_rate = taux de change
series-remittances_received = transferts reçus
series-foreign_arrivals = arrivées
series-gross_fdi_inflow = investissement direct brut
series-gross_fdi_inflow_all = investissement direct brut, tous pays
series-checkpoint_capacity_per_day = capacité d’un poste
series-border_crossings_all = passages aux frontières, toutes frontières
series-border_crossings_vehicles = passages de véhicules aux frontières
series-commercial_contracts_signed = contrats signés
series-direct_investment_inflow = investissement direct
series-inflow_ytd = investissement direct depuis janvier
series-investment_pledge = investissement promis
series-planned_investment = investissement prévu
series-cumulative_since_independence = investissement déclaré, depuis l’indépendance
series-cumulative_unbased = investissement déclaré, sans année de départ
series-transit_china_to_kgz_via_kaz = transit de Chine vers le Kirghizstan
series-weo_bca = solde courant (FMI)
series-weo_lp = population (FMI)
series-weo_ngdp_rpch = croissance du PIB à prix constants (FMI)
series-weo_ngdpd = PIB (FMI)
series-weo_pcpipch = inflation (FMI)
