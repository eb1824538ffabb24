### Charts: remarks drawn in them, the outlook's fan, the map, turning points in alternative texts, and the gallery.

chart-provisional = provisional
chart-observed = observed
chart-outlook = outlook
chart-level = { $level }% of outcomes
chart-alt-direction =
    { $direction ->
        [up] Higher at the end than at the start.
        [down] Lower at the end than at the start.
       *[level] The same at the end as at the start.
    }
chart-alt-highest = Highest: { $value } in { $period }.
chart-alt-lowest = Lowest: { $value } in { $period }.

fig-outlook-title = { $series }: between { $low } and { $high } in { $period }
fig-outlook-subtitle =
    { $scale ->
        [billion] Billion dollars; grey ground between dotted edges: a range by Bilan’s own arithmetic, not an official projection
       *[million] Million dollars; grey ground between dotted edges: a range by Bilan’s own arithmetic, not an official projection
    }
fig-outlook-alt = Line up to { $period }, then a range. Observed: { $first } in { $first_period }, { $last } in { $period }. Range for { $end }: { $low } to { $high }, built to hold { $level }% of outcomes.

fig-map-title =
    { $placed-class ->
        [one] { $placed } place with known coordinates
       *[other] { $placed } places with known coordinates
    }
fig-map-title-apart = { $one } and { $other } are { $distance } apart as the crow flies
fig-map-subtitle = Squares: capitals; dots: towns. Outlines as published by { $source }; they take no position on any boundary.
fig-map-not-drawn = Crossings without published coordinates are not drawn.
fig-map-alt = Map of { $first } and { $second }. Named: { $places }.
fig-map-scale = { $length } km

gallery-title = Gallery of charts
gallery-standing = Every kind of chart with usual data, with the worst it must bear, and with data missing.
gallery-synthetic = Invented figures: they show what charts look like and say nothing about any country.
gallery-case-usual = Usual data
gallery-case-worst = Worst case
gallery-case-missing = Data missing
gallery-alt = Alternative text:
gallery-source = Invented data, { $date }
gallery-kind-forms = How parts are told apart without colour
gallery-kind-trade-bars = Columns by year, against an aim
gallery-kind-line = Lines, against an aim
gallery-kind-fan = Fan: the outlook
gallery-kind-mirror-pair = Mirror pair: the same goods as either side records them
gallery-kind-contribution = Contributions to a change
gallery-kind-multiples = Small multiples
gallery-kind-sparkline = Sparklines
gallery-kind-timeline = Time line
gallery-kind-ranking = Ranking, such as trade by product
gallery-kind-share = Parts of wholes
gallery-kind-slope = Slope from one year to another
gallery-kind-dumbbell = Couples of values
gallery-kind-tracker = Tracker of projects
gallery-kind-map = Map
gallery-kind-motif = Silhouettes of the cover
gallery-found-last = { $name }: { $last } in { $period }
gallery-found-change = { $name }: from { $first } in { $first_period } to { $last } in { $period }
gallery-found-pair = { $name }: { $value }
gallery-span = { $first } – { $last }
gallery-found-range = { $name }: between { $low } and { $high } in { $period }
gallery-found-first = First: { $name }, { $last }
gallery-found-gap = Records of the same goods differ by { $gap }
gallery-found-none = { $name }: nothing is known yet
gallery-found-forms = Full: final; level hatch: provisional; diagonal: estimated; dashed: forecast; empty: the partner’s figures
gallery-found-lines = Solid: final; dashed: provisional or estimated; dotted: forecast; thin with rings: the partner’s figures
gallery-alt-none = { $name }: no values.
gallery-unit = Invented; billion dollars
gallery-unit-share = Invented; part of the whole
gallery-unit-plain = Invented
gallery-trade = Total trade
gallery-promised = Stages of projects
gallery-milestones = Milestones
gallery-whole = whole
gallery-aim = Aim { $value }
gallery-gap = gap { $gap }
gallery-product-fuels = Mineral fuels and oils
gallery-product-cereals = Cereals and flour
gallery-product-iron = Iron and steel
gallery-product-vehicles = Vehicles and parts
gallery-product-fruit = Fruit and vegetables
gallery-product-clothes = Apparel and textiles
gallery-product-long = Mineral fuels, mineral oils and products of their distillation; bituminous substances; mineral waxes
gallery-project-plant = Solar power plant
gallery-project-border = Logistics centre at the border
gallery-project-long = Reconstruction of the cross-border road with an alternative crossing, transit terminals and weighing stations
gallery-verdict-track = on track
gallery-verdict-late = late
gallery-verdict-silent = no recent news
gallery-event-treaty = Treaty of friendship
gallery-event-protocol = Protocol on crossings
gallery-event-long = Agreement on the mutual recognition of documents, with a long title of several lines
gallery-place-one = Port
gallery-place-two = Capital of a country
gallery-place-three = Crossing by the mountain pass

heading-map = Map
