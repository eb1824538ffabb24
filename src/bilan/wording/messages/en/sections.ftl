### Lead, strip, standing sentences and table heads of the sections.

partners = { $first } – { $second }
document-title = { $first } – { $second }: { $edition }, { $month }
running-head = { $edition } · { $month } · { $audience }
running-foot = { $edition }, issued { $issued } · data as of { $date } · manifest { $manifest }
edition-issue = Edition { $number }, issue { $issue }
lead-trade = In { $period }, trade came to { $first } on { $statistics } and { $second } on { $statistics_other }.
lead-trade-one = In { $period }, trade came to { $first } on { $statistics }.
lead-pace = The aim of { $target } by { $deadline } takes { $pace } or { $other } growth a year.
lead-empty = No figure of trade between the two countries is known as of this date.

kpi-total = Trade in goods, { $statistics }
kpi-target = Aim for { $deadline }
kpi-target-none = Declared aim
kpi-investment = Investment { $investor-of } { $host-in }, as stated
kpi-change = { $change } on the year before
kpi-no-change = no comparable year before
kpi-pace = needs { $pace } or { $other } a year
kpi-stated = stated { $when }
kpi-span = { $last }; columns since { $from }
kpi-declared = declared { $when }

standing-trade = Each figure names whose statistics it is; the two never mix in one line. Years without a figure are left empty.
standing-mirror = The same goods are counted on both sides. An importer’s record, with freight, should be a little higher than the exporter’s.
standing-investment = Amounts so far are statements with different starting years: compare them only within one base, never chain them.
standing-projects = On track needs dated evidence of at most { $watch } days, watch of at most { $silent }; a promised date that has passed is late.
standing-agreements = Treaties, ratifications and meetings, with the date as precisely as it is known.
standing-targets = An aim is judged by both countries’ statistics in its own year; a later aim supersedes the earlier one.
standing-macro = The last figures known on the as-of date, by each country’s own statistics.
standing-claims = Statements of the source article ({ $source }, { $date }). Computed verdicts are marked “{ $mark }”.
computed-mark = by data
declared-mark = by evidence
heading-says = What this edition says
heading-points = Points for the meeting
heading-since = Since the edition before


table-trade = Trade by year and reporter, as published
table-mirror = Both records of each flow
table-investment-flow = Yearly inflow of direct investment
table-investment = Amounts so far, as stated
table-agreements = Agreements and meetings of the last years
table-targets = Aims for total trade
column-statistics-total = Total, { $statistics }
column-exports-of = Exports, { $statistics }
column-imports-of = Imports, { $statistics }
column-flow = Flow
column-gap = Gap
column-ratio = Ratio
column-base = Base
column-stated = Stated
column-outcome = Outcome
column-verdict = Verdict
column-series = Used for
flow-direction = { $seller } to { $buyer }
base =
    { $base ->
        [independence] since independence
        [year] since { $since }
        [span] over { $years } years
       *[none] no base given
    }
target-met = Met
target-missed = Missed
target-disputed = Statistics differ
target-superseded = Superseded
target-open = Open
target-unknown = No figure
target-reached = { $amount } ({ $statistics })
list-pair = { $one }; { $other }
no-deadline = none
no-due = —
verdict-inconsistent = Inconsistent
verdict-not-met = Forecast not met
verdict-disputed = Statistics differ

note-scope-lead = Scope.
note-scope = Goods only, in current US dollars. Each figure is shown as the last one published by the as-of date; a date known only to the month counts from its last day.
note-rounding-lead = Rounding.
note-rounding = Amounts are rounded to { $digits } significant digits from the value as published; changes are computed before rounding. “About” marks estimates and whatever is computed from rounded values, “over” and “nearly” mark bounds.
note-mirror-lead = Mirror gap.
note-mirror = The buyer’s imports less the seller’s exports of the same year.
note-share-lead = Share in trade.
note-share = Trade with the partner over all trade in goods. The latter is the World Bank’s ratio of goods trade to GDP times GDP, both of one vintage.
note-missing-lead = Missing.
note-missing = { $what }: no value, and none is filled in.
note-problem-lead = Noticed.
note-gate =
    { $count-class ->
        [one] { $count } data check gave a warning; the manifest lists it with its rows.
       *[other] { $count } data checks gave a warning; the manifest lists each with its rows.
    }

used-trade = trade
used-gdp = GDP
used-population = population
used-inflation = consumer prices
used-goods-share = goods trade to GDP
used-investment = investment
closing-check = Check a number
closing-contact = Correction or question
closing-office = Issued by
not-dated = not dated
fig-source-as-of = { $source }; data as of { $date }.
fig-as-of = Data as of { $date }.
sources-of = Sources: { $source }
cover-edition = Edition
