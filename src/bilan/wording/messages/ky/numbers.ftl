### Өлчөм бирдиги менен сандар. $sign – минус, плюс же бош; $number – жазылган сан. Сандан кийин зат атооч жекелик санда турат.

money-one-long = { $sign }{ $number }{ "\u00A0" }АКШ доллары
money-thousand-long = { $sign }{ $number }{ "\u00A0" }миң АКШ доллары
money-million-long = { $sign }{ $number }{ "\u00A0" }млн АКШ доллары
money-billion-long = { $sign }{ $number }{ "\u00A0" }млрд АКШ доллары
money-one-short = { $sign }{ $number }{ "\u00A0" }$
money-thousand-short = { $sign }{ $number }{ "\u00A0" }миң{ "\u00A0" }$
money-million-short = { $sign }{ $number }{ "\u00A0" }млн{ "\u00A0" }$
money-billion-short = { $sign }{ $number }{ "\u00A0" }млрд{ "\u00A0" }$

persons-one-long = { $sign }{ $number }{ "\u00A0" }адам
persons-thousand-long = { $sign }{ $number }{ "\u00A0" }миң адам
persons-million-long = { $sign }{ $number }{ "\u00A0" }млн адам
persons-billion-long = { $sign }{ $number }{ "\u00A0" }млрд адам
persons-one-short = { $sign }{ $number }
persons-thousand-short = { $sign }{ $number }{ "\u00A0" }миң
persons-million-short = { $sign }{ $number }{ "\u00A0" }млн
persons-billion-short = { $sign }{ $number }{ "\u00A0" }млрд

percent-one-long = { $sign }{ $number }%
percent-one-short = { $sign }{ $number }%
points-one-long = { $sign }{ $number }{ "\u00A0" }пайыздык пункт
points-one-short = { $sign }{ $number }{ "\u00A0" }п.п.
ratio-one-long = { $sign }{ $number }
ratio-one-short = { $sign }{ $number }
count-one-long = { $sign }{ $number }
count-one-short = { $sign }{ $number }
years-one-long = { $sign }{ $number }{ "\u00A0" }жыл
years-one-short = { $sign }{ $number }{ "\u00A0" }жыл
days-one-long = { $sign }{ $number }{ "\u00A0" }күн
days-one-short = { $sign }{ $number }{ "\u00A0" }күн
tonnes-one-long = { $sign }{ $number }{ "\u00A0" }тонна
tonnes-one-short = { $sign }{ $number }{ "\u00A0" }т
km-one-long = { $sign }{ $number }{ "\u00A0" }км
km-one-short = { $sign }{ $number }{ "\u00A0" }км
mw-one-long = { $sign }{ $number }{ "\u00A0" }МВт
mw-one-short = { $sign }{ $number }{ "\u00A0" }МВт
gwh-one-long = { $sign }{ $number }{ "\u00A0" }ГВт·саат
gwh-one-short = { $sign }{ $number }{ "\u00A0" }ГВт·саат

## Тактык: $amount – басылган сумма

hedge =
    { $precision ->
        [approximate] болжол менен { $amount }
        [lower_bound] кеминде { $amount }
        [upper_bound] көп дегенде { $amount }
       *[exact] { $amount }
    }
missing = маалымат жок
