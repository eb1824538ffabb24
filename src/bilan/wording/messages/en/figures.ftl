### Titles (they state the finding), subtitles, labels and alternative texts of figures.

fig-trade-title = Still missing to the aim: { $one } on { $statistics }, { $other } on { $statistics_other }
fig-trade-title-one = Still missing to the aim: { $one } on { $statistics }
fig-trade-title-plain = Total trade by year and reporter
fig-trade-subtitle = Trade in goods, both directions, billion dollars, calendar years; hatched: estimated or derived
fig-trade-alt = Columns of yearly trade in billion dollars.
fig-trade-alt-reporter = On { $statistics }: { $first } in { $first_period }, { $last } in { $last_period }.
fig-trade-alt-year = On { $statistics }: { $last } in { $last_period }.
fig-trade-alt-aim = Aim: { $target } by { $deadline }.
fig-trade-alt-goal = Aim: { $target }, without a deadline.
fig-aim = Aim { $value }
fig-to-go = { $distance } to go
fig-mirror-title = For each dollar { $seller-the } says it sold, { $buyer-the } counts { $ratio }
fig-mirror-subtitle = Goods by direction, billion dollars, { $period }
fig-mirror-alt = Pairs of bars for { $period }.
fig-mirror-alt-more = { $seller } to { $buyer }: exports { $exports }, imports { $imports }.
fig-exports-by = sold, { $statistics }
fig-imports-by = bought, { $statistics }
fig-gap = gap { $gap }, ratio { $ratio }
fig-contribution-title =
    { $larger ->
        [imports] Imports drive growth
       *[exports] Exports drive growth
    }
fig-contribution-title-down =
    { $larger ->
        [imports] Imports drive the fall
       *[exports] Exports drive the fall
    }
fig-contribution-subtitle = Points, { $period }, { $statistics }
fig-contribution-alt = Contributions to the growth of trade in { $period }: exports { $exports }, imports { $imports }, together { $total }.
fig-exports = Exports
fig-imports = Imports
fig-growth = Growth
fig-macro-title = The GDP { $larger-of } is { $times } times that { $smaller-of }
fig-macro-title-plain = The two economies side by side
fig-macro-title-one = The economy { $known-of }; no figures { $wanting-of }
fig-macro-subtitle = Yearly; each panel on its own scale
fig-macro-alt = Lines by year for both countries.
fig-macro-alt-panel = { $panel }: { $countries }.
fig-macro-alt-country = { $country } { $value } in { $period }
panel-gdp = GDP, billion dollars
panel-population = Population, million
panel-inflation = Consumer prices, % a year
fig-agreements-title = Milestones since { $since }; the latest: { $event }
fig-agreements-subtitle = Treaties, protocols and ratifications; filled: within a year of the as-of date; open: earlier
fig-agreements-alt = Time line, events shown: { $count }. The first: { $first } ({ $since }); the last: { $last } ({ $until }).
spark-alt = Small chart: { $last } in { $period }.
