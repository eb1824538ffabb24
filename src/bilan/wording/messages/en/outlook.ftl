### Outlook: ranges by our own arithmetic, or why there is none. Never a single figure, never a promise.

heading-outlook = Outlook
standing-outlook = Bilan’s own arithmetic, not an official projection. Where the figures allow it, a range built to hold { $level }% of outcomes; otherwise the reasons why not, and the pace the aim takes.
table-outlook = Ranges by Bilan’s own arithmetic
column-outlook-series = Series
column-outlook-period = Period
column-outlook-low = Lower end
column-outlook-high = Upper end
outlook-series =
    { $series ->
        [trade-total] Total trade, { $statistics }
        [trade-exports] Exports to the partner, { $statistics }
        [trade-imports] Imports from the partner, { $statistics }
        [trade-month] Total trade by month, { $statistics }
        [macro-merchandise-exports] Goods sold to the world, { $country }
        [macro-merchandise-imports] Goods bought from the world, { $country }
        [macro-remittances] Remittances received, { $country }
       *[macro-gdp] GDP, { $country }
    }
outlook-coverage = In a backtest on published export and import series of other countries, the yearly ranges held { $yearly }% of the outcomes up to { $years } years ahead, the monthly ones { $monthly }% up to a year ahead. A break that no figure announces is not in them.

outlook-none-lead = { $series }: no forecast.
outlook-none = The rules against one: { $reasons }.
outlook-because-few =
    { $frequency ->
        [month] { $points-class ->
            [one] only { $points } month without a gap up to { $period }, of { $needed } needed
           *[other] only { $points } months without a gap up to { $period }, of { $needed } needed
        }
       *[year] { $points-class ->
            [one] only { $points } year without a gap up to { $period }, of { $needed } needed
           *[other] only { $points } years without a gap up to { $period }, of { $needed } needed
        }
    }
outlook-because-stale = the last figure, that of { $period }, is old
outlook-because-mixed = not all figures come from one country’s statistics
outlook-because-derived = some figures are derived, not reported
outlook-because-bound = some figures are only a bound
outlook-because-definition = the definition changed on the way
outlook-because-sign = a figure is zero or negative
outlook-because-break = a jump in the last periods breaks the series
outlook-because-wide = the range would be too wide to say anything
outlook-because-horizon = too few figures for so far ahead
outlook-also = Likewise none for: { $names }.
outlook-also-one = { $series } ({ $reasons })

outlook-pace-lead = The pace the aim takes.
outlook-pace = To reach { $target } by { $deadline }, trade must grow { $pace } a year from { $period }, on { $statistics }: arithmetic, not a forecast.
outlook-share-missing = On { $statistics }, trade came to { $part } in { $period }; how much of a year these months usually make up is not known, so the year is not worked out.

finding-outlook-same-share-lead = Arithmetic, not a forecast.
finding-outlook-same-share = On { $statistics }, trade came to { $part } in { $period }; the same share in the year as in { $before } would give { $total } for { $year }.
finding-outlook-range-lead = A range, by our own arithmetic.
finding-outlook-range = { outlook-series }, { $period }: between { $low-plain } and { $high-plain }, a range built to hold { $level }% of outcomes.

name-outlook-low = Outlook, lower end, { $country }, { $period }
name-outlook-centre = Outlook, middle of the range, { $country }, { $period }
name-outlook-high = Outlook, upper end, { $country }, { $period }
name-outlook-points = Figures without a gap, { $country }, { $period }
name-outlook-same_share = Year at last year’s share, { $statistics }, { $period }
