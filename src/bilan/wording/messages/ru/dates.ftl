### Даты и периоды. Год стоит без слова: «год», «году» или «г.» пишет предложение; у месяца оно уже есть.

date-long = { $day }{ "\u00A0" }{ $month } { $year }{ "\u00A0" }г.
date-short = { $day-digits }.{ $month-digits }.{ $year }
period-year = { $year }
period-quarter = { $quarter }-й квартал { $year }{ "\u00A0" }г.
period-month = { $month } { $year }{ "\u00A0" }г.
period-span = { $from }–{ $to } { $year }{ "\u00A0" }г.
