### Заголовки (они сообщают вывод), подзаголовки, подписи и замещающие тексты рисунков.

fig-trade-title = До цели: { $one } { $statistics }, { $other } { $statistics_other }
fig-trade-title-one = До цели: { $one } { $statistics }
fig-trade-title-plain = Товарооборот по годам и источникам статистики
fig-trade-subtitle = Торговля товарами в обе стороны, млрд долл. США, календарные годы; штриховка: оценка или расчёт
fig-trade-alt = Столбцы годового товарооборота в миллиардах долларов.
fig-trade-alt-reporter = Товарооборот { $statistics }: { $first } за { $first_period } год, { $last } за { $last_period } год.
fig-trade-alt-year = Товарооборот { $statistics }: { $last } за { $last_period } год.
fig-trade-alt-aim = Цель: { $target } в { $deadline } году.
fig-trade-alt-goal = Цель: { $target }, без срока.
fig-aim = Цель { $value }
fig-to-go = осталось { $distance }
fig-mirror-title = На доллар экспорта { $seller-of } приходится { $ratio } долл. импорта { $buyer-of }
fig-mirror-subtitle = Товары по направлениям, млрд долл. США, { $period } год
fig-mirror-alt = Пары полос за { $period } год.
fig-mirror-alt-more = { $seller } → { $buyer }: экспорт { $exports }, импорт { $imports }.
fig-exports-by = продано { $statistics }
fig-imports-by = куплено { $statistics }
fig-gap = разрыв { $gap }, отношение { $ratio }
fig-contribution-title =
    { $larger ->
        [imports] Рост — за счёт импорта
       *[exports] Рост — за счёт экспорта
    }
fig-contribution-title-down =
    { $larger ->
        [imports] Снижение — за счёт импорта
       *[exports] Снижение — за счёт экспорта
    }
fig-contribution-subtitle = Процентные пункты, { $period } год, { $statistics }
fig-contribution-alt = Вклад в рост товарооборота за { $period } год: экспорт { $exports }, импорт { $imports }, вместе { $total }.
fig-exports = Экспорт
fig-imports = Импорт
fig-growth = Рост
fig-macro-title = Отношение ВВП { $larger-of } к ВВП { $smaller-of }: { $times }
fig-macro-title-plain = Обе экономики рядом
fig-macro-title-one = Экономика { $known-of }; данных { $wanting-of } нет
fig-macro-subtitle = По годам; у каждой панели своя шкала
fig-macro-alt = Линии по годам для обеих стран.
fig-macro-alt-panel = { $panel }: { $countries }.
fig-macro-alt-country = { $country } { $value } ({ $period })
panel-gdp = ВВП, млрд долл. США
panel-population = Население, млн чел.
panel-inflation = Потребительские цены, % в год
fig-agreements-title = Вехи с { $since } года; последняя: { $event }
fig-agreements-subtitle = Договоры, протоколы и ратификации; закрашено: не более года до даты данных; контур: раньше
fig-agreements-alt = Лента времени, показано событий: { $count }. Первое: { $first } ({ $since }); последнее: { $last } ({ $until }).
spark-alt = Малый график: { $last } за { $period } год.
