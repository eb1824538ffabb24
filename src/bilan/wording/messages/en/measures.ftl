### Standard measures, one line each.

heading-measures = Measures
standing-measures = Standard measures of trade statistics, each by its country’s own figures; definitions in the manual.
table-measures = Last value by country
column-measure = Measure
column-of-country = { $country }
measure-value = { $value-short } ({ $period })
measure-trade-coverage_ratio = Coverage of imports from the partner by exports to it
measure-trade-normalised_balance = Balance over turnover
measure-trade-cagr = Growth a year of trade with the partner
measure-trade-share_exports = Partner’s share in exports
measure-trade-share_imports = Partner’s share in imports
measure-macro-openness = Goods trade with the world over GDP
measure-macro-gdp_per_person = GDP per person
measure-macro-remittance_weight = Remittances received over GDP
measure-investment-net_inflow_share = Net inflow of direct investment over GDP
measure-movement-arrivals = Foreign arrivals
measure-product-hhi = Concentration of exports to the partner (Herfindahl–Hirschman)
measure-product-top_share = Largest products in exports to the partner
measure-product-grubel_lloyd = Trade within the same products (Grubel–Lloyd)
measure-product-terms_of_trade = Terms of trade with the partner
measure-wanting = Concentration, specialisation and price measures need trade by product, which no source of this partnership gives.

used-remittances = remittances
used-arrivals = arrivals
