### Числа с единицами. $sign — минус, плюс или ничего; $number уже записано; $class — его класс множественного числа.
### Единицы сокращены: сокращение не склоняется, поэтому перед числом может стоять любой предлог.

money-one-long = { $sign }{ $number }{ "\u00A0" }долл.{ "\u00A0" }США
money-thousand-long = { $sign }{ $number }{ "\u00A0" }тыс.{ "\u00A0" }долл.{ "\u00A0" }США
money-million-long = { $sign }{ $number }{ "\u00A0" }млн{ "\u00A0" }долл.{ "\u00A0" }США
money-billion-long = { $sign }{ $number }{ "\u00A0" }млрд{ "\u00A0" }долл.{ "\u00A0" }США
money-one-short = { $sign }{ $number }{ "\u00A0" }долл.
money-thousand-short = { $sign }{ $number }{ "\u00A0" }тыс. долл.
money-million-short = { $sign }{ $number }{ "\u00A0" }млн долл.
money-billion-short = { $sign }{ $number }{ "\u00A0" }млрд долл.

persons-one-long = { $sign }{ $number }{ "\u00A0" }чел.
persons-thousand-long = { $sign }{ $number }{ "\u00A0" }тыс. чел.
persons-million-long = { $sign }{ $number }{ "\u00A0" }млн чел.
persons-billion-long = { $sign }{ $number }{ "\u00A0" }млрд чел.
persons-one-short = { $sign }{ $number }
persons-thousand-short = { $sign }{ $number }{ "\u00A0" }тыс.
persons-million-short = { $sign }{ $number }{ "\u00A0" }млн
persons-billion-short = { $sign }{ $number }{ "\u00A0" }млрд

percent-one-long = { $sign }{ $number }{ "\u00A0" }%
percent-one-short = { $sign }{ $number }{ "\u00A0" }%
points-one-long = { $sign }{ $number }{ "\u00A0" }п.{ "\u00A0" }п.
points-one-short = { $sign }{ $number }{ "\u00A0" }п.{ "\u00A0" }п.
ratio-one-long = { $sign }{ $number }
ratio-one-short = { $sign }{ $number }
count-one-long = { $sign }{ $number }
count-one-short = { $sign }{ $number }
years-one-long =
    { $class ->
        [many] { $sign }{ $number }{ "\u00A0" }лет
       *[other] { $sign }{ $number }{ "\u00A0" }г.
    }
years-one-short =
    { $class ->
        [many] { $sign }{ $number }{ "\u00A0" }лет
       *[other] { $sign }{ $number }{ "\u00A0" }г.
    }
days-one-long = { $sign }{ $number }{ "\u00A0" }дн.
days-one-short = { $sign }{ $number }{ "\u00A0" }дн.
tonnes-one-long = { $sign }{ $number }{ "\u00A0" }т
tonnes-one-short = { $sign }{ $number }{ "\u00A0" }т
km-one-long = { $sign }{ $number }{ "\u00A0" }км
km-one-short = { $sign }{ $number }{ "\u00A0" }км
mw-one-long = { $sign }{ $number }{ "\u00A0" }МВт
mw-one-short = { $sign }{ $number }{ "\u00A0" }МВт
gwh-one-long = { $sign }{ $number }{ "\u00A0" }ГВт·ч
gwh-one-short = { $sign }{ $number }{ "\u00A0" }ГВт·ч

## Точность: $amount — напечатанное значение

hedge =
    { $precision ->
        [approximate] около { $amount }
        [lower_bound] свыше { $amount }
        [upper_bound] почти { $amount }
       *[exact] { $amount }
    }
missing = н/д
