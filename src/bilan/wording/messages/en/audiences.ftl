### The investor's and the press edition: markets, risks, quotations, contacts, embargo.

heading-opportunity = Opportunity
standing-opportunity = Both markets by their own figures, each with its year. A past year is no promise of the next.
table-opportunity = Both markets, last value known
table-amounts = What projects are said to cost
column-market = Measure
market-value = { $value-short } ({ $period })
market-macro-gdp = GDP
market-macro-gdp_growth = Growth of GDP
market-macro-population = Population
market-macro-gdp_per_person = GDP per person
market-macro-inflation = Rise of consumer prices
market-trade-total = Trade with the partner
market-trade-cagr = Growth of that trade a year
market-investment-net_inflow_share = Net inflow of direct investment over GDP
name-project-amount = What a project is said to cost, { $period }

heading-risks = Risks
standing-risks = What may cost time or money, beside what page one says: the heaviest first, with the date of the evidence. What is not listed was not looked at.
risk-late = Late or missed
risk-watch = To watch
risk-unknown = No evidence
risk-evidence = Evidence of { $published }.
no-risk = No rule found a risk as of this date.

heading-quotes = For quotation
standing-quotes = These sentences may be quoted word for word, with their source.
quote-trade-growth =
    { $direction ->
        [up] Trade in goods between { $first-the } and { $second-the } reached { $total } in { $period } on { $statistics }, up { $growth-abs } on the year before.
        [down] Trade in goods between { $first-the } and { $second-the } came to { $total } in { $period } on { $statistics }, down { $growth-abs } on the year before.
       *[stable] Trade in goods between { $first-the } and { $second-the } came to { $total } in { $period } on { $statistics }, almost unchanged on the year before.
    }
quote-totals-differ = Trade between { $first-the } and { $second-the } in { $period } is put at { $high } by { $statistics_high } and at { $low } by { $statistics_low }.
quote-trade-balance = On { $statistics }, { $seller-the } sold { $more } of goods { $buyer-to } in { $period } and bought { $less } in return.
quote-partner-share = In { $period }, { $partner-the } made up { $share } of the goods trade { $country-of }; { $country-the } made up { $other } of that { $partner-of }.
quote-target-pace = To reach the declared aim of { $target } by { $deadline }, trade between { $first-the } and { $second-the } must grow by { $pace } a year on { $statistics }, or by { $other } on { $statistics_other }.
quote-target-missed = The aim of { $target } for { $deadline } was not reached: trade between { $first-the } and { $second-the } came to { $total } on { $statistics } and to { $other } on { $statistics_other }.
quote-investment-stated =
    { $base ->
        [independence] { $investor-the } had invested { $total } { $host-in } since independence, as stated { $stated-when }.
        [year] { $investor-the } had invested { $total } { $host-in } since { $since }, as stated { $stated-when }.
        [span] { $investor-the } had invested { $total } { $host-in } over { $years } years, as stated { $stated-when }.
       *[none] { $investor-the } had invested { $total } { $host-in }, as stated { $stated-when }.
    }
quote-year-to-date = On { $statistics }, trade between { $first-the } and { $second-the } came to { $total } in { $period }.

heading-contacts = Contacts
contact-general = Questions.
contact-press = Press.
contact-investment = Investment.
contact-trade = Trade.
contact-data = Data and corrections.
citation = To cite: { $office }, “{ $first } – { $second }”, { $issued }.

embargo = Under embargo until { $hour } ({ $zone }) on { $date }: not to be published, quoted or passed on before.
