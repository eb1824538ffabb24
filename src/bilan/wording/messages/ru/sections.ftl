### Вводка, полоса показателей, вводные предложения и шапки разделов.

partners = { $first } – { $second }
document-title = { $first } – { $second }: { $edition }, { $month }
running-head = { $edition } · { $month } · { $audience }
running-foot = { $edition }, выпущен { $issued } · данные на { $date } · манифест { $manifest }
edition-issue = Выпуск { $number }, издание { $issue }
lead-trade = Товарооборот за { $period } год: { $first } { $statistics }, { $second } { $statistics_other }.
lead-trade-one = Товарооборот за { $period } год: { $first } { $statistics }.
lead-pace = Для { $target } в { $deadline } году: рост { $pace } или { $other } в год.
lead-empty = На эту дату нет ни одного числа о торговле между странами.

kpi-total = Товарооборот { $statistics }
kpi-target = Цель на { $deadline } год
kpi-target-none = Объявленная цель
kpi-investment = Заявленные инвестиции { $investor-of } в экономику { $host-of }
kpi-change = { $change } за год
kpi-no-change = нет сопоставимого предыдущего года
kpi-pace = нужный рост в год: { $pace } или { $other }
kpi-stated = заявлено: { $when }
kpi-span = { $last } год; столбцы с { $from } года
kpi-declared = объявлено: { $when }

standing-trade = У каждого числа указано, чья это статистика; две статистики никогда не смешиваются в одном ряду. Годы без данных оставлены пустыми.
standing-mirror = Одни и те же товары учитывают обе стороны. Учёт импортёра включает перевозку, поэтому должен немного превышать учёт экспортёра.
standing-investment = Накопленные суммы взяты из заявлений с разными начальными годами: сравнивать их можно только при одной базе, складывать в ряд нельзя.
standing-projects = «По плану»: подтверждение не старше { $watch } дн.; «на контроле»: не старше { $silent } дн.; «опоздание»: обещанный срок прошёл.
standing-agreements = Договоры, ратификации и встречи; дата указана с той точностью, с какой она известна.
standing-targets = Цель оценивается по статистике обеих стран за её собственный год; более поздняя цель заменяет прежнюю.
standing-macro = Последние числа, известные на дату данных, по статистике каждой страны.
standing-claims = Утверждения исходной статьи ({ $source }, { $date }). Рассчитанные выводы отмечены словами «{ $mark }».
computed-mark = по расчёту
declared-mark = по документам
heading-says = О чём говорит выпуск
heading-points = Тезисы для встречи
heading-since = После предыдущего выпуска

table-trade = Товарооборот по годам и источникам статистики, как опубликовано
table-mirror = Оба учёта каждого потока
table-investment-flow = Годовой приток прямых инвестиций
table-investment = Накопленные суммы, как заявлено
table-agreements = Соглашения и встречи последних лет
table-targets = Цели по товарообороту
column-statistics-total = Всего { $statistics }
column-exports-of = Экспорт { $statistics }
column-imports-of = Импорт { $statistics }
column-flow = Поток
column-gap = Разрыв
column-ratio = Импорт / экспорт
column-base = База
column-stated = Заявлено
column-outcome = Итог
column-verdict = Вывод
column-series = Где использовано
flow-direction = { $seller } → { $buyer }
base =
    { $base ->
        [independence] с обретения независимости
        [year] с { $since } года
        [span] за { $years } { $years-class ->
            [one] год
            [few] года
           *[other] лет
        }
       *[none] база не указана
    }
target-met = Достигнута
target-missed = Не достигнута
target-disputed = Статистика расходится
target-superseded = Заменена
target-open = Действует
target-unknown = Нет данных
target-reached = { $amount } ({ $statistics })
list-pair = { $one }; { $other }
no-deadline = без срока
no-due = —
verdict-inconsistent = Противоречиво
verdict-not-met = Прогноз не сбылся
verdict-disputed = Статистика расходится

note-scope-lead = Охват.
note-scope = Только товары, в текущих долларах США. Каждое число — последнее из опубликованных на дату данных; дата, известная с точностью до месяца, считается по его последнему дню.
note-rounding-lead = Округление.
note-rounding = Суммы округлены от опубликованного значения, число значащих цифр: { $digits }; изменения рассчитаны до округления. «Около» отмечает оценки и расчёты по округлённым значениям, «свыше» и «почти» — границы.
note-mirror-lead = Зеркальный разрыв.
note-mirror = Импорт покупателя минус экспорт продавца за тот же год.
note-share-lead = Доля в торговле.
note-share = Торговля с партнёром, отнесённая ко всей торговле товарами. Последняя — отношение торговли товарами к ВВП по данным Всемирного банка, умноженное на ВВП той же публикации.
note-missing-lead = Нет значения.
note-missing = { $what }: значения нет, и оно ничем не заменено.
note-problem-lead = Замечено.
note-gate = Предупреждений при проверке данных: { $count }; они перечислены в манифесте вместе со строками.

used-trade = товарооборот
used-gdp = ВВП
used-population = население
used-inflation = потребительские цены
used-goods-share = торговля товарами к ВВП
used-investment = инвестиции
closing-check = Проверить число
closing-contact = Исправление или вопрос
closing-office = Кем выпущено
not-dated = без даты
fig-source-as-of = { $source }; данные на { $date }.
fig-as-of = Данные на { $date }.
sources-of = Источники: { $source }
cover-edition = Выпуск
