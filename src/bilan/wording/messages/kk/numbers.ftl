### Өлшем бірлігі бар сандар. $sign – минус, плюс немесе бос; $number – жазылған сан. Саннан кейін зат есім жекеше тұрады.

money-one-long = { $sign }{ $number }{ "\u00A0" }АҚШ доллары
money-thousand-long = { $sign }{ $number }{ "\u00A0" }мың АҚШ доллары
money-million-long = { $sign }{ $number }{ "\u00A0" }млн АҚШ доллары
money-billion-long = { $sign }{ $number }{ "\u00A0" }млрд АҚШ доллары
money-one-short = { $sign }{ $number }{ "\u00A0" }$
money-thousand-short = { $sign }{ $number }{ "\u00A0" }мың{ "\u00A0" }$
money-million-short = { $sign }{ $number }{ "\u00A0" }млн{ "\u00A0" }$
money-billion-short = { $sign }{ $number }{ "\u00A0" }млрд{ "\u00A0" }$

persons-one-long = { $sign }{ $number }{ "\u00A0" }адам
persons-thousand-long = { $sign }{ $number }{ "\u00A0" }мың адам
persons-million-long = { $sign }{ $number }{ "\u00A0" }млн адам
persons-billion-long = { $sign }{ $number }{ "\u00A0" }млрд адам
persons-one-short = { $sign }{ $number }
persons-thousand-short = { $sign }{ $number }{ "\u00A0" }мың
persons-million-short = { $sign }{ $number }{ "\u00A0" }млн
persons-billion-short = { $sign }{ $number }{ "\u00A0" }млрд

percent-one-long = { $sign }{ $number }%
percent-one-short = { $sign }{ $number }%
points-one-long = { $sign }{ $number }{ "\u00A0" }пайыздық тармақ
points-one-short = { $sign }{ $number }{ "\u00A0" }п.т.
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
gwh-one-long = { $sign }{ $number }{ "\u00A0" }ГВт·сағ
gwh-one-short = { $sign }{ $number }{ "\u00A0" }ГВт·сағ

## Дәлдік: $amount – басылған сома

hedge =
    { $precision ->
        [approximate] шамамен { $amount }
        [lower_bound] кемінде { $amount }
        [upper_bound] ең көбі { $amount }
       *[exact] { $amount }
    }
missing = дерек жоқ
