### Names of readings, for notes and changes.

name-other = { $indicator }, { $period }
name-trade-total = Total trade, { $statistics }, { $period }
name-trade-exports = Exports to the partner, { $statistics }, { $period }
name-trade-imports = Imports from the partner, { $statistics }, { $period }
name-trade-ytd = Trade so far in the year, { $statistics }, { $period }
name-trade-balance = Trade balance, { $statistics }, { $period }
name-trade-growth = Growth of trade, { $statistics }, { $period }
name-trade-contribution_exports = Exports’ part in growth, { $statistics }, { $period }
name-trade-contribution_imports = Imports’ part in growth, { $statistics }, { $period }
name-trade-partner_share = Share of the partner, { $statistics }, { $period }
name-trade-announced = Total announced, { $period }
name-mirror-gap = Mirror gap, { $direction }, { $period }
name-mirror-ratio = Mirror ratio, { $direction }, { $period }
name-mirror-total_gap = Gap between the totals, { $period }
name-target-level = Aim for total trade, { $period }
name-target-distance = Distance to the aim, { $statistics }, { $period }
name-target-pace = Growth needed a year, { $statistics }, from { $period }
name-investment-cumulative = Investment so far, { $country }, { $period }
name-investment-flow = Investment inflow, { $country }, { $period }
name-macro-gdp = GDP, { $country }, { $period }
name-macro-population = Population, { $country }, { $period }
name-macro-inflation = Consumer prices, { $country }, { $period }
name-macro-merchandise_trade_share = Goods trade to GDP, { $country }, { $period }
name-macro-gdp_ratio = Ratio of the two GDPs, { $period }
