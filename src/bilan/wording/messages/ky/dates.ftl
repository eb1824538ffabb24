### Күндөр жана мезгилдер. Айлар атооч жөндөмөдө: санга да, аталышка да мүчө жалганбайт.

date-long = { $year }-ж. { $day }-{ $month }
date-short = { $day-digits }.{ $month-digits }.{ $year }
period-year = { $year }
period-quarter = { $year }-ж. { $quarter }-чейрек
period-month = { $year }-ж. { $month }
period-span = { $year }-ж. { $from }–{ $to }
