### Что говорит вывод: жирное начало и одно предложение. Числа приходят аргументами; ни одно не написано здесь.
### $statistics — оборот «по казахстанской статистике», он стоит только внутри предложения. Имя страны стоит в
### именительном падеже, после слова «экономика», «экспорт», «сальдо» — в родительном, как записано в partnership.toml.

statistics = по { $adjective } статистике
statistics-fallback = по данным { $country-of }
country-the = { $country }
country-of = страны { $country }
country-to = стране { $country }
country-in = в стране { $country }
when = { $date }
when-unknown = дата не указана

finding-trade-growth-lead =
    { $direction ->
        [up] Товарооборот вырос.
        [down] Товарооборот снизился.
       *[stable] Товарооборот почти не изменился.
    }
finding-trade-growth =
    { $direction ->
        [up] За { $period } год он, { $statistics }, составил { $total }; рост за год: { $growth-abs }.
        [down] За { $period } год он, { $statistics }, составил { $total }; снижение за год: { $growth-abs }.
       *[stable] За { $period } год он, { $statistics }, составил { $total }, почти столько же, сколько годом ранее.
    }{ finding-status }
finding-trade-balance-lead = Сальдо в пользу { $seller-of }.
finding-trade-balance = За { $period } год экспорт товаров { $seller-of } в направлении { $buyer-of }, { $statistics }, составил { $more }, встречный импорт — { $less }.{ finding-status }
finding-totals-differ-lead = Статистика расходится.
finding-totals-differ = Товарооборот за { $period } год: { $high } { $statistics_high }, { $low } { $statistics_low }; разница: { $gap-abs }.{ finding-status }
finding-mirror-below-lead =
    { $side ->
        [below] Покупатель учёл меньше, чем продавец.
       *[above] Покупатель учёл больше, чем продавец.
    }
finding-mirror-below = За { $period } год покупатель ({ $buyer }) учёл импорт: { $imports }; продавец ({ $seller }) учёл экспорт: { $exports }; отношение: { $ratio }.{ finding-status }
finding-partner-share-lead = Неравный вес.
finding-partner-share = За { $period } год доля { $partner-of } в торговле товарами { $country-of }: { $share }; доля { $country-of } в торговле товарами { $partner-of }: { $other }.{ finding-status }
finding-year-to-date-lead =
    { $direction ->
        [up] С начала года торговля выросла.
        [down] С начала года торговля снизилась.
        [stable] С начала года торговля почти не изменилась.
       *[levels] С начала года.
    }
finding-year-to-date =
    { $direction ->
        [up] За { $period } товарооборот, { $statistics }, составил { $total }; рост к тем же месяцам прошлого года: { $growth-abs }.
        [down] За { $period } товарооборот, { $statistics }, составил { $total }; снижение к тем же месяцам прошлого года: { $growth-abs }.
        [stable] За { $period } товарооборот, { $statistics }, составил { $total }, почти столько же, сколько за те же месяцы прошлого года.
       *[levels] За { $period } товарооборот, { $statistics }, составил { $total }.
    }{ finding-status }
finding-target-pace-lead = Цель требует большего.
finding-target-pace = Чтобы выйти на { $target } в { $deadline } году, нужен ежегодный рост: { $pace } { $statistics }, { $other } { $statistics_other }.{ finding-status }
finding-target-missed-lead = Последняя цель с истёкшим сроком не достигнута.
finding-target-missed = Цель на { $deadline } год: { $target }; товарооборот составил { $total } { $statistics } и { $other } { $statistics_other }.{ finding-status }
finding-project-late-lead = { $project }: срок истёк.
finding-project-late = Срок истёк { $due }; последнее датированное подтверждение: { $evidence }.
finding-project-silent-lead = { $project }: нет свежих подтверждений.
finding-project-silent = Последнее датированное подтверждение: { $evidence }; дней до даты данных: { $age }.
finding-investment-stated-lead = Заявленные инвестиции.
finding-investment-stated =
    { $base ->
        [independence] По заявлению ({ $stated-when }), инвестиции { $investor-of } в экономику { $host-of } со времени обретения независимости составили { $total }.
        [year] По заявлению ({ $stated-when }), инвестиции { $investor-of } в экономику { $host-of } с { $since } года составили { $total }.
        [span] По заявлению ({ $stated-when }), инвестиции { $investor-of } в экономику { $host-of } за { $years } { $years-class ->
            [one] год
            [few] года
           *[other] лет
        } составили { $total }.
       *[none] По заявлению ({ $stated-when }), инвестиции { $investor-of } в экономику { $host-of } составили { $total }; с какого года, не сказано.
    }{ finding-status }
finding-investment-flow-lead = Годовой приток.
finding-investment-flow = Прямые инвестиции { $investor-of } в экономику { $host-of }: { $total } ({ $period }), ранее { $before } ({ $earlier }).{ finding-status }
finding-announced-total-lead = Объявление без указания статистики.
finding-announced-total = По объявлению ({ $stated-when }), товарооборот составил { $total } ({ $period }); чья статистика, не сказано.{ finding-status }
finding-data-old-lead = Данные устарели.
finding-data-old = Последний годовой итог, { $statistics }, относится к { $period } году; дата публикации: { $published-when }.
