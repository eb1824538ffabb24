### What a finding says: a bold start and one sentence. Numbers come as arguments; none is written here.

statistics = { $adjective } statistics
statistics-fallback = statistics of { $country }

finding-trade-growth-lead =
    { $direction ->
        [up] Trade grew.
        [down] Trade fell.
       *[stable] Trade hardly moved.
    }
finding-trade-growth =
    { $direction ->
        [up] On { $statistics }, it reached { $total } in { $period }, up { $growth-abs } on the year before.
        [down] On { $statistics }, it came to { $total } in { $period }, down { $growth-abs } on the year before.
       *[stable] On { $statistics }, it came to { $total } in { $period }, almost unchanged on the year before.
    }
finding-trade-balance-lead = { $seller } sells more.
finding-trade-balance = On { $statistics }, { $seller } sold { $buyer } { $more } of goods in { $period } and bought { $less }.
finding-totals-differ-lead = The statistics disagree.
finding-totals-differ = { $statistics_high } put trade in { $period } at { $high }, { $statistics_low } at { $low }: { $gap-abs } apart.
finding-mirror-below-lead =
    { $side ->
        [below] Purchases below sales.
       *[above] Purchases above sales.
    }
finding-mirror-below = { $buyer } recorded { $imports } of goods bought in { $period } where { $seller } recorded { $exports } sold: a ratio of { $ratio }.
finding-partner-share-lead = Unequal weight.
finding-partner-share = In { $period }, { $partner } made up { $share } of the goods trade of { $country }, and { $country } { $other } of that of { $partner }.
finding-year-to-date-lead = The year so far.
finding-year-to-date = On { $statistics }, trade came to { $total } in { $period }.
finding-target-pace-lead = The aim asks for more.
finding-target-pace = To reach { $target } by { $deadline }, trade must grow { $pace } a year on { $statistics }, { $other } a year on { $statistics_other }.
finding-target-missed-lead = The last aim was missed.
finding-target-missed = The aim was { $target } in { $deadline }; trade came to { $total } on { $statistics } and { $other } on { $statistics_other }.
finding-project-late-lead = { $project } is late.
finding-project-late = It was due by { $due }; the last dated evidence is of { $evidence }.
finding-project-silent-lead = { $project }: no recent evidence.
finding-project-silent = The last dated evidence is of { $evidence }, { $age } days before the as-of date.
finding-investment-stated-lead = Investment as stated.
finding-investment-stated =
    { $base ->
        [independence] { $investor } had invested { $total } in { $host } since independence (statement of { $stated }).
        [year] { $investor } had invested { $total } in { $host } since { $since } (statement of { $stated }).
        [span] { $investor } had invested { $total } in { $host } over { $years } years (statement of { $stated }).
       *[none] { $investor } had invested { $total } in { $host } (statement of { $stated }, no starting year).
    }
finding-investment-flow-lead = Yearly inflow.
finding-investment-flow = Direct investment of { $investor } in { $host } came to { $total } in { $period }; it was { $before } in { $earlier }.
finding-announced-total-lead = An announcement without its base.
finding-announced-total = Trade of { $total } in { $period } was announced ({ $stated }), without saying whose statistics it rests on.
finding-data-old-lead = Figures have grown old.
finding-data-old = The last yearly total on { $statistics } is that of { $period }, published { $published }.
