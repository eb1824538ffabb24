### Findings on trade over the years, the two statistics, the economies, flows, products and treaties. Numbers come as arguments.

finding-status =
    { $status ->
        [provisional] { " Some of these figures are provisional." }
        [estimated] { " Some of these figures are estimates." }
       *[final] { "" }
    }

finding-trade-trend-lead =
    { $standing ->
        [above] Growth above its average.
        [below] Growth below its average.
       *[near] Growth near its average.
    }
finding-trade-trend = On { $statistics }, the change of trade in { $period } was { $growth }; on average from { $since } to { $period } it was { $average } a year.{ finding-status }
finding-trade-drivers-lead =
    { $outcome ->
        [exports] Exports moved most.
        [imports] Imports moved most.
        [both] Exports and imports moved alike.
       *[opposed] Exports and imports moved apart.
    }
finding-trade-drivers = On { $statistics }, the change of trade in { $period } was { $growth }: { $exports } from exports and { $imports } from imports.{ finding-status }
finding-trade-real-growth-lead =
    { $direction ->
        [up] Trade grew in real terms.
        [down] Trade fell in real terms.
       *[stable] Trade hardly moved in real terms.
    }
finding-trade-real-growth = On { $statistics }, the change in { $period } was { $growth } in dollars, and { $real } in national currency with the rise of prices taken out.{ finding-status }
finding-partner-share-change-lead =
    { $direction ->
        [up] The share { $partner-of } grew.
        [down] The share { $partner-of } fell.
        [stable] The share { $partner-of } hardly moved.
       *[levels] The share { $partner-of }.
    }
finding-partner-share-change =
    { $form ->
        [points] In { $period }, { $partner-the } made up { $share } of the goods trade { $country-of }; in { $earlier } it was { $before }, a change of { $change }.
       *[levels] In { $period }, { $partner-the } made up { $share } of the goods trade { $country-of }; in { $earlier } it was { $before }.
    }{ finding-status }
finding-trade-record-lead =
    { $side ->
        [high] A record for trade.
       *[low] The lowest trade of the series.
    }
finding-trade-record =
    { $side ->
        [high] On { $statistics }, it came to { $total } in { $period }, more than in any year since { $since }.
       *[low] On { $statistics }, it came to { $total } in { $period }, less than in any year since { $since }.
    }{ finding-status }
finding-balance-change-lead =
    { $outcome ->
        [turned] The surplus changed sides.
        [wider] The surplus widened.
        [narrower] The surplus narrowed.
       *[levels] The surplus, year by year.
    }
finding-balance-change =
    { $outcome ->
        [turned] On { $statistics }, { $seller-the } sold { $gap-abs } more to its partner than it bought in { $period }; in { $earlier } the other side was ahead by { $before-abs }.
       *[other] On { $statistics }, { $seller-the } sold { $gap-abs } more to its partner than it bought in { $period }; in { $earlier } it was { $before-abs }.
    }{ finding-status }
finding-threshold-crossed-lead =
    { $side ->
        [above] A threshold passed.
       *[below] Back below a threshold.
    }
finding-threshold-crossed =
    { $side ->
        [above] On { $statistics }, trade came to { $total } in { $period }, above { $threshold }; in { $earlier } it was still below.
       *[below] On { $statistics }, trade came to { $total } in { $period }, below { $threshold }; in { $earlier } it was still above.
    }{ finding-status }

finding-growth-differs-lead =
    { $verdict ->
        [opposite] The statistics disagree on the direction.
       *[apart] The statistics disagree on growth.
    }
finding-growth-differs = The change of trade in { $period } was { $high } on { $statistics_high } and { $low } on { $statistics_low }.{ finding-status }
finding-mirror-gap-change-lead =
    { $direction ->
        [up] The gap between the totals widened.
        [down] The gap between the totals narrowed.
        [stable] The gap between the totals hardly moved.
       *[levels] The gap between the totals.
    }
finding-mirror-gap-change = The totals of the two countries were { $gap-abs } apart in { $period } and { $before-abs } apart in { $earlier }.{ finding-status }

finding-gdp-per-person-lead =
    { $standing ->
        [close] Similar output per person.
       *[apart] Output per person differs.
    }
finding-gdp-per-person = In { $period }, GDP per person came to { $high } { $country-in } and { $low } { $partner-in }.{ finding-status }
finding-economies-growth-lead =
    { $standing ->
        [close] The economies moved alike.
       *[apart] The economies moved at different speeds.
    }
finding-economies-growth = In { $period }, the change of GDP, prices taken out, was { $high } { $country-in } and { $low } { $partner-in }.{ finding-status }
finding-gdp-record-lead =
    { $side ->
        [high] A record GDP { $country-in }.
       *[low] The lowest GDP of the series { $country-in }.
    }
finding-gdp-record =
    { $side ->
        [high] GDP in dollars came to { $total } in { $period }, more than in any year since { $since }.
       *[low] GDP in dollars came to { $total } in { $period }, less than in any year since { $since }.
    }{ finding-status }
finding-prices-lead =
    { $direction ->
        [up] Prices { $country-in } rose faster.
        [down] Prices { $country-in } rose more slowly.
       *[stable] Prices { $country-in } rose at much the same pace.
    }
finding-prices = Consumer prices rose { $now } in { $period }, and { $before } in { $earlier }.{ finding-status }
finding-openness-lead =
    { $direction ->
        [up] Trade weighs more { $country-in }.
        [down] Trade weighs less { $country-in }.
        [stable] Trade weighs much the same { $country-in }.
       *[levels] The weight of trade { $country-in }.
    }
finding-openness = Goods trade with the world came to { $now } of GDP in { $period }, and to { $before } in { $earlier }.{ finding-status }
finding-remittance-weight-lead =
    { $direction ->
        [up] Remittances weigh more { $country-in }.
        [down] Remittances weigh less { $country-in }.
        [stable] Remittances weigh much the same { $country-in }.
       *[levels] The weight of remittances { $country-in }.
    }
finding-remittance-weight = Remittances received came to { $now } of GDP in { $period }, and to { $before } in { $earlier }.{ finding-status }
finding-dollar-price-lead =
    { $direction ->
        [up] A dearer dollar { $country-in }.
        [down] A cheaper dollar { $country-in }.
       *[stable] A steady dollar { $country-in }.
    }
finding-dollar-price = On average over { $period }, a dollar cost { $rate } in national currency; the change on the year before is { $change }.{ finding-status }

finding-investment-growth-lead =
    { $direction ->
        [up] Investment rose.
        [down] Investment fell.
       *[stable] Investment hardly moved.
    }
finding-investment-growth =
    { $direction ->
        [up] Direct investment { $investor-of } { $host-in } came to { $total } in { $period }, up { $growth-abs } on the year before.
        [down] Direct investment { $investor-of } { $host-in } came to { $total } in { $period }, down { $growth-abs } on the year before.
       *[stable] Direct investment { $investor-of } { $host-in } came to { $total } in { $period }, almost unchanged on the year before.
    }{ finding-status }
finding-fdi-net-lead =
    { $side ->
        [in] More investment entered { $country-the } than left.
       *[out] More investment left { $country-the } than entered.
    }
finding-fdi-net =
    { $side ->
        [in] In { $period }, net direct investment { $country-in } from all countries came to { $share-abs } of GDP.
       *[out] In { $period }, the net outflow of direct investment from { $country-the } came to { $share-abs } of GDP.
    }{ finding-status }
finding-arrivals-lead =
    { $direction ->
        [up] More arrivals { $country-in }.
        [down] Fewer arrivals { $country-in }.
        [stable] Arrivals { $country-in } hardly moved.
       *[levels] Arrivals { $country-in }.
    }
finding-arrivals =
    { $direction ->
        [up] Arrivals of foreigners came to { $total } in { $period }, up { $growth-abs } on the year before.
        [down] Arrivals of foreigners came to { $total } in { $period }, down { $growth-abs } on the year before.
        [stable] Arrivals of foreigners came to { $total } in { $period }, almost unchanged on the year before.
       *[levels] Arrivals of foreigners came to { $total } in { $period } and to { $before } in { $earlier }.
    }{ finding-status }
finding-transit-lead =
    { $direction ->
        [up] More transit from China.
        [down] Less transit from China.
        [stable] Transit from China hardly moved.
       *[levels] Transit from China.
    }
finding-transit =
    { $direction ->
        [up] Cargo through { $country-the } to { $partner-the } came to { $total } in { $period }, up { $growth-abs } on the same months of the year before.
        [down] Cargo through { $country-the } to { $partner-the } came to { $total } in { $period }, down { $growth-abs } on the same months of the year before.
        [stable] Cargo through { $country-the } to { $partner-the } came to { $total } in { $period }, almost unchanged on the same months of the year before.
       *[levels] Cargo through { $country-the } to { $partner-the } came to { $total } in { $period } and to { $before } in { $earlier }.
    }{ finding-status }
finding-trade-coverage-lead =
    { $side ->
        [above] Exports pay for all imports.
       *[below] Exports pay for part of imports.
    }
finding-trade-coverage = On { $statistics }, exports { $partner-to } came to { $share } of imports from it in { $period }.{ finding-status }

finding-concentration-lead =
    { $state ->
        [concentrated] A few products make up most.
        [spread] Trade is spread over many products.
       *[between] Trade is moderately concentrated.
    }
finding-concentration =
    { $flow ->
        [export] On { $statistics }, the { $count } largest products made up { $share } of exports to the partner in { $period }; the Herfindahl–Hirschman index is { $index }.
       *[import] On { $statistics }, the { $count } largest products made up { $share } of imports from the partner in { $period }; the Herfindahl–Hirschman index is { $index }.
    }{ finding-status }
finding-two-way-trade-lead =
    { $state ->
        [two-way] Much trade both ways in the same products.
        [one-way] Little trade both ways in the same products.
       *[between] Some trade both ways in the same products.
    }
finding-two-way-trade = On { $statistics }, the Grubel–Lloyd index was { $index } in { $period }; { $none } would mean no trade within the same products, { $all } nothing but.{ finding-status }
finding-terms-of-trade-lead =
    { $direction ->
        [up] Exports buy more imports.
        [down] Exports buy fewer imports.
       *[stable] Exports buy about as much as before.
    }
finding-terms-of-trade = On { $statistics }, the terms of trade with the partner stood at { $index } in { $period }, the year before being { $base }.{ finding-status }

finding-treaties-in-force-lead = Treaties in force.
finding-treaties-in-force =
    { $signed-class ->
        [one] Of { $signed } treaty signed since { $since }, sources give { $count } as in force.
       *[other] Of { $signed } treaties signed since { $since }, sources give { $count } as in force.
    }
finding-treaties-pending-lead = Signed and still waiting.
finding-treaties-pending =
    { $count-class ->
        [one] Of { $count } treaty signed over a year ago no source tells the entry into force; it was signed { $stated-when } and has waited { $age }.
       *[other] Of { $count } treaties signed over a year ago no source tells the entry into force; the longest wait, since a signature { $stated-when }, is { $age }.
    }

finding-target-met-lead = The last aim to fall due was met.
finding-target-met = The aim was { $target } in { $deadline }; trade came to { $total } on { $statistics } and { $other } on { $statistics_other }.{ finding-status }
finding-target-disputed-lead = The statistics disagree on the last aim.
finding-target-disputed = The aim was { $target } in { $deadline }; trade came to { $total } on { $statistics } and { $other } on { $statistics_other }.{ finding-status }
finding-data-overdue-lead = Figures { $country-of } are overdue.
finding-data-overdue =
    { $count-class ->
        [one] { $count } series waits for its next figure; it ends with { $period }, and is { $late } late.
       *[other] { $count } series wait for their next figure; the longest wait is { $late }, for a series that ends with { $period }.
    }
finding-revision-turned-lead = A revision turned a growth.
finding-revision-turned =
    { $flow ->
        [export] On { $statistics }, the change of exports to the partner in { $period } is now { $growth }; before the revision it had the other sign.
        [import] On { $statistics }, the change of imports from the partner in { $period } is now { $growth }; before the revision it had the other sign.
       *[total] On { $statistics }, the change of trade in { $period } is now { $growth }; before the revision it had the other sign.
    }{ finding-status }
