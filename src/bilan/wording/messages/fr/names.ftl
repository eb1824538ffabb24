### Noms des lectures, pour les notes et les changements.

name-other = { $indicator }, { $period }
name-trade-total = Échanges totaux, { $statistics }, { $period }
name-trade-exports = Exportations vers le partenaire, { $statistics }, { $period }
name-trade-imports = Importations du partenaire, { $statistics }, { $period }
name-trade-ytd = Échanges depuis janvier, { $statistics }, { $period }
name-trade-balance = Solde commercial, { $statistics }, { $period }
name-trade-growth = Croissance des échanges, { $statistics }, { $period }
name-trade-contribution_exports = Part des exportations dans la croissance, { $statistics }, { $period }
name-trade-contribution_imports = Part des importations dans la croissance, { $statistics }, { $period }
name-trade-partner_share = Part du partenaire, { $statistics }, { $period }
name-trade-announced = Total annoncé, { $period }
name-mirror-gap = Écart miroir, { $direction }, { $period }
name-mirror-ratio = Rapport miroir, { $direction }, { $period }
name-mirror-total_gap = Écart entre les totaux, { $period }
name-target-level = Objectif d’échanges, { $period }
name-target-distance = Distance à l’objectif, { $statistics }, { $period }
name-target-pace = Croissance annuelle requise, { $statistics }, depuis { $period }
name-investment-cumulative = Investissement cumulé, { $country }, { $period }
name-investment-flow = Flux d’investissement, { $country }, { $period }
name-macro-gdp = PIB, { $country }, { $period }
name-macro-population = Population, { $country }, { $period }
name-macro-inflation = Prix à la consommation, { $country }, { $period }
name-macro-merchandise_trade_share = Commerce de biens / PIB, { $country }, { $period }
name-macro-gdp_ratio = Rapport des deux PIB, { $period }
