### Перспективы: диапазоны нашего собственного расчёта или причины, по которым их нет. Никогда одно число, никогда обещание.

heading-outlook = Перспективы
standing-outlook = Собственный расчёт Bilan, не официальный прогноз. Где данные позволяют — диапазон, рассчитанный на { $level } % исходов; где нет — причины отказа и темп, которого требует цель.
table-outlook = Диапазоны, собственный расчёт Bilan
column-outlook-series = Ряд
column-outlook-period = Период
column-outlook-low = Нижняя граница
column-outlook-high = Верхняя граница
outlook-series =
    { $series ->
        [trade-total] Товарооборот { $statistics }
        [trade-exports] Экспорт к партнёру { $statistics }
        [trade-imports] Импорт от партнёра { $statistics }
        [trade-month] Товарооборот по месяцам { $statistics }
        [macro-merchandise-exports] Экспорт товаров в мир, { $country }
        [macro-merchandise-imports] Импорт товаров из мира, { $country }
        [macro-remittances] Полученные денежные переводы, { $country }
       *[macro-gdp] ВВП, { $country }
    }
outlook-coverage = При проверке на опубликованных рядах экспорта и импорта других стран годовые диапазоны удержали { $yearly } % исходов (горизонт, лет: { $years }), месячные — { $monthly } % (горизонт: год). Перелома, о котором не говорит ни одно число, в них нет.

outlook-none-lead = { $series }: прогноза нет.
outlook-none = Что этому мешает: { $reasons }.
outlook-because-few =
    { $frequency ->
        [month] месяцев без пропусков по { $period }: { $points }, нужно { $needed }
       *[year] лет без пропусков по { $period } год: { $points }, нужно { $needed }
    }
outlook-because-stale = последние данные ({ $period }) устарели
outlook-because-mixed = не все числа взяты из статистики одной страны
outlook-because-derived = часть чисел рассчитана, а не опубликована
outlook-because-bound = часть чисел — только граница
outlook-because-definition = определение по ходу ряда изменилось
outlook-because-sign = есть нулевое или отрицательное значение
outlook-because-break = скачок в последних периодах разрывает ряд
outlook-because-wide = диапазон был бы слишком широк, чтобы что-то сказать
outlook-because-horizon = для такого горизонта слишком мало данных
outlook-also = Также нет прогноза: { $names }.
outlook-also-one = { $series } ({ $reasons })

outlook-pace-lead = Темп, которого требует цель.
outlook-pace = Для выхода на { $target } в { $deadline } году нужен ежегодный рост: { $pace }, считая с { $period } года, { $statistics }. Это расчёт, а не прогноз.
outlook-share-missing = За { $period } товарооборот, { $statistics }, составил { $part }; обычная доля этих месяцев в году неизвестна, поэтому год не рассчитан.

finding-outlook-same-share-lead = Расчёт, а не прогноз.
finding-outlook-same-share = За { $period } товарооборот, { $statistics }, составил { $part }; при той же доле в году, что и в { $before } году, за { $year } год вышло бы { $total }.
finding-outlook-range-lead = Диапазон по собственному расчёту.
finding-outlook-range = { outlook-series }, { $period }: от { $low-plain } до { $high-plain }; диапазон рассчитан на { $level } % исходов.

name-outlook-low = Перспективы, нижняя граница, { $country }, { $period }
name-outlook-centre = Перспективы, середина диапазона, { $country }, { $period }
name-outlook-high = Перспективы, верхняя граница, { $country }, { $period }
name-outlook-points = Данные без пропусков, { $country }, { $period }
name-outlook-same_share = Год при прошлогодней доле, { $statistics }, { $period }
