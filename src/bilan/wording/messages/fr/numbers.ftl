### Nombres avec leurs unités. $sign est un moins, un plus ou rien ; $number est écrit ; $class est sa classe de pluriel.

money-one-long =
    { $class ->
        [one] { $sign }{ $number }{ "\u00A0" }dollar
        [many] { $sign }{ $number } de dollars
       *[other] { $sign }{ $number }{ "\u00A0" }dollars
    }
money-thousand-long =
    { $class ->
        [one] { $sign }{ $number }{ "\u00A0" }millier de dollars
       *[other] { $sign }{ $number }{ "\u00A0" }milliers de dollars
    }
money-million-long =
    { $class ->
        [one] { $sign }{ $number }{ "\u00A0" }million de dollars
       *[other] { $sign }{ $number }{ "\u00A0" }millions de dollars
    }
money-billion-long =
    { $class ->
        [one] { $sign }{ $number }{ "\u00A0" }milliard de dollars
       *[other] { $sign }{ $number }{ "\u00A0" }milliards de dollars
    }
money-one-short = { $sign }{ $number }{ "\u00A0" }$
money-thousand-short = { $sign }{ $number }{ "\u00A0" }k$
money-million-short = { $sign }{ $number }{ "\u00A0" }M{ "\u00A0" }$
money-billion-short = { $sign }{ $number }{ "\u00A0" }Md{ "\u00A0" }$

persons-one-long =
    { $class ->
        [one] { $sign }{ $number }{ "\u00A0" }personne
        [many] { $sign }{ $number } de personnes
       *[other] { $sign }{ $number }{ "\u00A0" }personnes
    }
persons-thousand-long =
    { $class ->
        [one] { $sign }{ $number }{ "\u00A0" }millier de personnes
       *[other] { $sign }{ $number }{ "\u00A0" }milliers de personnes
    }
persons-million-long =
    { $class ->
        [one] { $sign }{ $number }{ "\u00A0" }million de personnes
       *[other] { $sign }{ $number }{ "\u00A0" }millions de personnes
    }
persons-billion-long =
    { $class ->
        [one] { $sign }{ $number }{ "\u00A0" }milliard de personnes
       *[other] { $sign }{ $number }{ "\u00A0" }milliards de personnes
    }
persons-one-short = { $sign }{ $number }
persons-thousand-short = { $sign }{ $number }{ "\u00A0" }k
persons-million-short = { $sign }{ $number }{ "\u00A0" }M
persons-billion-short = { $sign }{ $number }{ "\u00A0" }Md

percent-one-long = { $sign }{ $number }{ "\u202F" }%
percent-one-short = { $sign }{ $number }{ "\u202F" }%
points-one-long =
    { $class ->
        [one] { $sign }{ $number }{ "\u00A0" }point de pourcentage
       *[other] { $sign }{ $number }{ "\u00A0" }points de pourcentage
    }
points-one-short = { $sign }{ $number }{ "\u00A0" }pt
ratio-one-long = { $sign }{ $number }
ratio-one-short = { $sign }{ $number }
count-one-long = { $sign }{ $number }
count-one-short = { $sign }{ $number }
years-one-long =
    { $class ->
        [one] { $sign }{ $number }{ "\u00A0" }an
       *[other] { $sign }{ $number }{ "\u00A0" }ans
    }
years-one-short =
    { $class ->
        [one] { $sign }{ $number }{ "\u00A0" }an
       *[other] { $sign }{ $number }{ "\u00A0" }ans
    }
days-one-long =
    { $class ->
        [one] { $sign }{ $number }{ "\u00A0" }jour
       *[other] { $sign }{ $number }{ "\u00A0" }jours
    }
days-one-short = { $sign }{ $number }{ "\u00A0" }j
tonnes-one-long =
    { $class ->
        [one] { $sign }{ $number }{ "\u00A0" }tonne
       *[other] { $sign }{ $number }{ "\u00A0" }tonnes
    }
tonnes-one-short = { $sign }{ $number }{ "\u00A0" }t
km-one-long = { $sign }{ $number }{ "\u00A0" }km
km-one-short = { $sign }{ $number }{ "\u00A0" }km
mw-one-long = { $sign }{ $number }{ "\u00A0" }MW
mw-one-short = { $sign }{ $number }{ "\u00A0" }MW
gwh-one-long = { $sign }{ $number }{ "\u00A0" }GWh
gwh-one-short = { $sign }{ $number }{ "\u00A0" }GWh

## Précision : $amount est le montant imprimé

hedge =
    { $precision ->
        [approximate] environ { $amount }
        [lower_bound] plus de { $amount }
        [upper_bound] près de { $amount }
       *[exact] { $amount }
    }
missing = n.{ "\u00A0" }d.
