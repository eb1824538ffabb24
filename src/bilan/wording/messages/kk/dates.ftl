### Күндер мен кезеңдер. Ай атаулары атау септігінде: сан мен атауға жалғау жалғанбайды.

date-long = { $year }{ "\u00A0" }ж. { $day }{ "\u00A0" }{ $month }
date-short = { $day-digits }.{ $month-digits }.{ $year }
period-year = { $year }
period-quarter = { $year }{ "\u00A0" }ж. { $quarter }-тоқсан
period-month = { $year }{ "\u00A0" }ж. { $month }
period-span = { $year }{ "\u00A0" }ж. { $from }–{ $to }
