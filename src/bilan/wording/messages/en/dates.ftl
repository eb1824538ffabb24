### Dates and periods. $day-class is "first" on the first day of a month.

date-long = { $day } { $month } { $year }
date-short = { $day } { $month-short } { $year }
period-year = { $year }
period-quarter = Q{ $quarter } { $year }
period-month = { $month } { $year }
period-span = { $from }–{ $to } { $year }
