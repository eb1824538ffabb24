## Data notes: what the gate found, each with its rows.

gate-lead-schema = Incomplete rows.
gate-lead-unit = Units.
gate-lead-range = Out of range.
gate-lead-duplicate = Contradictory rows.
gate-lead-jump = Unusual steps.
gate-lead-revision = Unusual revisions.
gate-lead-disappearance = Values gone.
gate-lead-drift = Series moved as a whole.
gate-lead-freshness = Late figures.
gate-lead-mirror = Mirror ratio.
gate-lead-sum = Parts and total.
gate-lead-growth = Stated growth.
gate-lead-statement = Statements contradicted.

gate-entry = { $series }: { $what } ({ $rows })
gate-entry-held = { $series }: held, { $what } ({ $rows })
gate-list = { $one }; { $other }
gate-whole = { $list }.
gate-rows = { $one }, { $other }
gate-rows-more = { $rows } and { $count } more
gate-more = { $what }, and { $count } more
gate-part = { $one }, { $other }

gate-schema =
    { $count-class ->
        [one] { $count } row lacks a value, unit or source
       *[other] { $count } rows lack a value, unit or source
    }
gate-unit =
    { $count-class ->
        [one] { $count } value is in another unit than declared
       *[other] { $count } values are in another unit than declared
    }
gate-range = { $value } for { $period } is outside the declared bounds
gate-duplicate = rows of { $day } say different things of { $period }
gate-jump = { $value } for { $period } after { $old } for { $before }, a step unlike those before
gate-revision = { $period } revised from { $old } to { $value } on { $day }
gate-disappearance =
    { $count-class ->
        [one] { $count } value of { $known } is gone ({ $first } to { $last })
       *[other] { $count } values of { $known } are gone ({ $first } to { $last })
    }
gate-drift-unit = another unit for { $period } since { $day }
gate-drift-factor = { $count } of { $known } values multiplied by about { $factor } on { $day }
gate-drift-measure = { $count } of { $known } values changed on { $day }, most of them by far
gate-rebased = the whole series revised by about { $percent }% on { $day }, as in a rebasing
gate-aged =
    { $count-class ->
        [one] { $last }, { $count } day ago
       *[other] { $last }, { $count } days ago
    }
gate-stale = { $last }, next due by { $due }
gate-dead = { $last }, next due by { $due }, long overdue
gate-empty = no value is left
gate-mirror = { $value } for { $period } against { $mirror } in the partner’s statistics, a ratio of { $ratio }
gate-sum = exports and imports of { $period } add up to { $sum }, the total is { $value }
gate-growth = growth of { $percent }% in { $period } would start from { $computed }, the value is { $base }
gate-statement = { $said } was said of { $period }, the statistic is { $value }

gate-flow-export = exports
gate-flow-import = imports
gate-flow-total = both directions
gate-frequency-YTD = year to date
gate-frequency-Q = quarterly
gate-frequency-M = monthly

series-trade = trade
series-gdp_current_usd = GDP
series-gdp_constant_usd = GDP at constant prices
series-population = population
series-consumer_price_inflation = consumer prices
series-gdp_deflator_inflation = GDP deflator
series-merchandise_exports = exports of goods
series-merchandise_imports = imports of goods
series-merchandise_trade_share_gdp = trade in goods over GDP
series-exports_goods_services_share_gdp = exports over GDP
series-imports_goods_services_share_gdp = imports over GDP
series-external_balance_goods_services = external balance
series-fdi_net_inflows_share_gdp = net direct investment over GDP
series-official_exchange_rate = exchange rate
series-remittances_received = remittances received
series-foreign_arrivals = arrivals
series-gross_fdi_inflow = gross direct investment
series-gross_fdi_inflow_all = gross direct investment, all countries
series-checkpoint_capacity_per_day = capacity of a checkpoint
series-border_crossings_all = border crossings, all borders
series-border_crossings_vehicles = border crossings of vehicles
series-commercial_contracts_signed = contracts signed
series-direct_investment_inflow = direct investment
series-inflow_ytd = direct investment since January
series-investment_pledge = investment promised
series-planned_investment = investment planned
series-cumulative_since_independence = investment stated, since independence
series-cumulative_unbased = investment stated, from no stated year
series-transit_china_to_kgz_via_kaz = transit from China to Kyrgyzstan
series-weo_bca = current-account balance (IMF)
series-weo_lp = population (IMF)
series-weo_ngdp_rpch = growth of GDP at constant prices (IMF)
series-weo_ngdpd = GDP (IMF)
series-weo_pcpipch = consumer price inflation (IMF)
