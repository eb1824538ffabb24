### Titles (they state the finding), subtitles, labels and alternative texts of figures.

fig-trade-title = Still missing to the aim: { $one } on { $statistics }, { $other } on { $statistics_other }
fig-trade-title-one = Still missing to the aim: { $one } on { $statistics }
fig-trade-title-plain = Total trade by year and reporter
fig-trade-subtitle = Trade in goods, both directions, billion dollars, calendar years; hatched: estimated or derived
fig-trade-alt = Columns of yearly trade in billion dollars.
fig-trade-alt-reporter = { $statistics }: { $first } in { $first_period }, { $last } in { $last_period }.
fig-trade-alt-aim = Aim: { $target } by { $deadline }.
fig-aim = Aim { $value }
fig-to-go = { $distance } to go
fig-mirror-title = { $buyer } counts { $ratio } of a dollar for each dollar { $seller } says it sold
fig-mirror-title-plain = Both records of the same goods
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
fig-contribution-subtitle = Points, { $period }, { $statistics }
fig-contribution-alt = Contributions to the growth of trade in { $period }: exports { $exports }, imports { $imports }, together { $total }.
fig-exports = Exports
fig-imports = Imports
fig-growth = Growth
fig-macro-title = The GDP of { $larger } is { $times } times that of { $smaller }
fig-macro-title-plain = The two economies side by side
fig-macro-subtitle = Yearly; each panel on its own scale
fig-macro-alt = Lines by year for both countries.
fig-macro-alt-panel = { $panel }: { $country } { $value } in { $period }.
panel-gdp = GDP, billion dollars
panel-population = Population, million
panel-inflation = Consumer prices, % a year
fig-agreements-title = From friendship to deepened alliance: milestones since { $since }
fig-agreements-subtitle = Treaties, protocols and ratifications; filled: within a year of the as-of date; open: earlier
fig-agreements-alt = Time line.
fig-agreements-alt-one = { $date }: { $event }.
spark-alt = Small chart: { $last } in { $period }.
motif-alt = Outlines of both countries
