### What a finding says: a bold start and one sentence. Numbers come as arguments; none is written here.

statistics = { $adjective } statistics
statistics-fallback = statistics { $country-of }
country-the =
    { $gender ->
        [article] the { $country }
       *[none] { $country }
    }
country-of =
    { $gender ->
        [article] of the { $country }
       *[none] of { $country }
    }
country-to =
    { $gender ->
        [article] to the { $country }
       *[none] to { $country }
    }
country-in =
    { $gender ->
        [article] in the { $country }
       *[none] in { $country }
    }
when =
    { $precision ->
        [day] on { $date }
       *[other] in { $date }
    }
when-unknown = on a date not given

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
    }{ finding-status }
finding-trade-balance-lead = A surplus for { $seller-the }.
finding-trade-balance = On { $statistics }, { $seller-the } sold { $more } of goods { $buyer-to } in { $period } and bought { $less }.{ finding-status }
finding-totals-differ-lead = The statistics disagree.
finding-totals-differ = In { $period }, trade came to { $high } on { $statistics_high } and { $low } on { $statistics_low }: { $gap-abs } apart.{ finding-status }
finding-mirror-below-lead =
    { $side ->
        [below] Purchases below sales.
       *[above] Purchases above sales.
    }
finding-mirror-below = In { $period }, { $buyer-the } recorded { $imports } of goods bought where { $seller-the } recorded { $exports } sold: a ratio of { $ratio }.{ finding-status }
finding-partner-share-lead = Unequal weight.
finding-partner-share = In { $period }, { $partner-the } made up { $share } of the goods trade { $country-of }, and { $country-the } { $other } of that { $partner-of }.{ finding-status }
finding-year-to-date-lead =
    { $direction ->
        [up] The year so far: more trade.
        [down] The year so far: less trade.
        [stable] The year so far: much the same.
       *[levels] The year so far.
    }
finding-year-to-date =
    { $direction ->
        [up] On { $statistics }, trade came to { $total } in { $period }, up { $growth-abs } on the same months of the year before.
        [down] On { $statistics }, trade came to { $total } in { $period }, down { $growth-abs } on the same months of the year before.
        [stable] On { $statistics }, trade came to { $total } in { $period }, almost unchanged on the same months of the year before.
       *[levels] On { $statistics }, trade came to { $total } in { $period }.
    }{ finding-status }
finding-target-pace-lead = The aim asks for more.
finding-target-pace = To reach { $target } by { $deadline }, trade must grow { $pace } a year on { $statistics }, { $other } a year on { $statistics_other }.{ finding-status }
finding-target-missed-lead = The last aim to fall due was missed.
finding-target-missed = The aim was { $target } in { $deadline }; trade came to { $total } on { $statistics } and { $other } on { $statistics_other }.{ finding-status }
finding-project-late-lead = { $project } is late.
finding-project-late = It was due by { $due }; the last dated evidence is of { $evidence }.
finding-project-silent-lead = { $project }: no recent evidence.
finding-project-silent = The last dated evidence is of { $evidence }, { $age } days before the as-of date.
finding-investment-stated-lead = Investment as stated.
finding-investment-stated =
    { $base ->
        [independence] As stated { $stated-when }, { $investor-the } had invested { $total } { $host-in } since independence.
        [year] As stated { $stated-when }, { $investor-the } had invested { $total } { $host-in } since { $since }.
        [span] As stated { $stated-when }, { $investor-the } had invested { $total } { $host-in } over { $years } years.
       *[none] As stated { $stated-when }, { $investor-the } had invested { $total } { $host-in }; no starting year was given.
    }{ finding-status }
finding-investment-flow-lead = Yearly inflow.
finding-investment-flow = Direct investment { $investor-of } { $host-in } came to { $total } in { $period }; it was { $before } in { $earlier }.{ finding-status }
finding-announced-total-lead = An announcement without its base.
finding-announced-total = An announcement made { $stated-when } put trade in { $period } at { $total }, without saying whose statistics it rests on.{ finding-status }
finding-data-old-lead = Figures have grown old.
finding-data-old = The last yearly total on { $statistics } is that of { $period }, published { $published-when }.
