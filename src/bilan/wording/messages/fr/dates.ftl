### Dates et périodes. $day-class vaut « first » le premier jour d'un mois.

date-long =
    { $day-class ->
        [first] { $day }er { $month } { $year }
       *[other] { $day } { $month } { $year }
    }
date-short =
    { $day-class ->
        [first] { $day }er { $month-short } { $year }
       *[other] { $day } { $month-short } { $year }
    }
period-year = { $year }
period-quarter =
    { $quarter-class ->
        [first] { $quarter }er trimestre { $year }
       *[other] { $quarter }e trimestre { $year }
    }
period-month = { $month } { $year }
period-span = { $from }–{ $to } { $year }
