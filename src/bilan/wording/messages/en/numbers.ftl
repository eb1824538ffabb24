### Numbers with their units. $sign is a minus, a plus or nothing; $number is spelled; $class is its plural class.

money-one-long = { $sign }${ $number }
money-thousand-long = { $sign }${ $number } thousand
money-million-long = { $sign }${ $number } million
money-billion-long = { $sign }${ $number } billion
money-one-short = { $sign }${ $number }
money-thousand-short = { $sign }${ $number }k
money-million-short = { $sign }${ $number }m
money-billion-short = { $sign }${ $number }bn

persons-one-long =
    { $class ->
        [one] { $sign }{ $number } person
       *[other] { $sign }{ $number } people
    }
persons-thousand-long = { $sign }{ $number } thousand people
persons-million-long = { $sign }{ $number } million people
persons-billion-long = { $sign }{ $number } billion people
persons-one-short = { $sign }{ $number }
persons-thousand-short = { $sign }{ $number }k
persons-million-short = { $sign }{ $number }m
persons-billion-short = { $sign }{ $number }bn

percent-one-long = { $sign }{ $number }%
percent-one-short = { $sign }{ $number }%
points-one-long =
    { $class ->
        [one] { $sign }{ $number } percentage point
       *[other] { $sign }{ $number } percentage points
    }
points-one-short = { $sign }{ $number }{ "\u00A0" }pp
ratio-one-long = { $sign }{ $number }
ratio-one-short = { $sign }{ $number }
count-one-long = { $sign }{ $number }
count-one-short = { $sign }{ $number }
years-one-long =
    { $class ->
        [one] { $sign }{ $number } year
       *[other] { $sign }{ $number } years
    }
years-one-short = { $sign }{ $number }{ "\u00A0" }y
days-one-long =
    { $class ->
        [one] { $sign }{ $number } day
       *[other] { $sign }{ $number } days
    }
days-one-short = { $sign }{ $number }{ "\u00A0" }d
tonnes-one-long =
    { $class ->
        [one] { $sign }{ $number } tonne
       *[other] { $sign }{ $number } tonnes
    }
tonnes-one-short = { $sign }{ $number }{ "\u00A0" }t
km-one-long = { $sign }{ $number }{ "\u00A0" }km
km-one-short = { $sign }{ $number }{ "\u00A0" }km
mw-one-long = { $sign }{ $number }{ "\u00A0" }MW
mw-one-short = { $sign }{ $number }{ "\u00A0" }MW
gwh-one-long = { $sign }{ $number }{ "\u00A0" }GWh
gwh-one-short = { $sign }{ $number }{ "\u00A0" }GWh

## Precision: $amount is the printed amount

hedge =
    { $precision ->
        [approximate] about { $amount }
        [lower_bound] over { $amount }
        [upper_bound] nearly { $amount }
       *[exact] { $amount }
    }
missing = n/a
