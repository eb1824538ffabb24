### Выводы о торговле по годам, о статистике двух стран, экономиках, потоках, товарах и договорах. Числа приходят аргументами.

finding-status =
    { $status ->
        [provisional] { " Часть этих данных предварительная." }
        [estimated] { " Часть этих данных — оценки." }
       *[final] { "" }
    }

finding-trade-trend-lead =
    { $standing ->
        [above] Рост выше среднего.
        [below] Рост ниже среднего.
       *[near] Рост близок к среднему.
    }
finding-trade-trend = Изменение товарооборота за { $period } год, { $statistics }: { $growth }; в среднем за год ({ $since }–{ $period }): { $average }.{ finding-status }
finding-trade-drivers-lead =
    { $outcome ->
        [exports] Больше всего изменился экспорт.
        [imports] Больше всего изменился импорт.
        [both] Экспорт и импорт изменились одинаково.
       *[opposed] Экспорт и импорт разошлись.
    }
finding-trade-drivers = Изменение товарооборота за { $period } год, { $statistics }: { $growth }; вклад экспорта: { $exports }, вклад импорта: { $imports }.{ finding-status }
finding-trade-real-growth-lead =
    { $direction ->
        [up] В реальном выражении товарооборот вырос.
        [down] В реальном выражении товарооборот снизился.
       *[stable] В реальном выражении товарооборот почти не изменился.
    }
finding-trade-real-growth = Изменение за { $period } год, { $statistics }: { $growth } в долларах, { $real } в национальной валюте с поправкой на рост цен.{ finding-status }
finding-partner-share-change-lead =
    { $direction ->
        [up] Доля { $partner-of } выросла.
        [down] Доля { $partner-of } снизилась.
        [stable] Доля { $partner-of } почти не изменилась.
       *[levels] Доля { $partner-of }.
    }
finding-partner-share-change =
    { $form ->
        [points] Доля { $partner-of } в торговле товарами { $country-of } за { $period } год: { $share }; за { $earlier } год: { $before }; изменение: { $change }.
       *[levels] Доля { $partner-of } в торговле товарами { $country-of } за { $period } год: { $share }; за { $earlier } год: { $before }.
    }{ finding-status }
finding-trade-record-lead =
    { $side ->
        [high] Рекордный товарооборот.
       *[low] Наименьший товарооборот ряда.
    }
finding-trade-record =
    { $side ->
        [high] За { $period } год он, { $statistics }, составил { $total } — больше, чем в любой год начиная с { $since }.
       *[low] За { $period } год он, { $statistics }, составил { $total } — меньше, чем в любой год начиная с { $since }.
    }{ finding-status }
finding-balance-change-lead =
    { $outcome ->
        [turned] Положительное сальдо перешло к другой стороне.
        [wider] Положительное сальдо выросло.
        [narrower] Положительное сальдо сократилось.
       *[levels] Сальдо по годам.
    }
finding-balance-change =
    { $outcome ->
        [turned] Положительное сальдо { $seller-of }, { $statistics }: { $gap-abs } ({ $period }); ранее перевес был у другой страны: { $before-abs } ({ $earlier }).
       *[other] Положительное сальдо { $seller-of }, { $statistics }: { $gap-abs } ({ $period }), ранее { $before-abs } ({ $earlier }).
    }{ finding-status }
finding-threshold-crossed-lead =
    { $side ->
        [above] Порог пройден.
       *[below] Снова ниже порога.
    }
finding-threshold-crossed =
    { $side ->
        [above] За { $period } год товарооборот, { $statistics }, составил { $total }, выше порога ({ $threshold }); за { $earlier } год он был ещё ниже порога.
       *[below] За { $period } год товарооборот, { $statistics }, составил { $total }, ниже порога ({ $threshold }); за { $earlier } год он был ещё выше порога.
    }{ finding-status }

finding-growth-differs-lead =
    { $verdict ->
        [opposite] Статистика расходится в направлении.
       *[apart] Статистика расходится в темпах роста.
    }
finding-growth-differs = Изменение товарооборота за { $period } год: { $high } { $statistics_high }, { $low } { $statistics_low }.{ finding-status }
finding-mirror-gap-change-lead =
    { $direction ->
        [up] Разница между итогами выросла.
        [down] Разница между итогами сократилась.
        [stable] Разница между итогами почти не изменилась.
       *[levels] Разница между итогами.
    }
finding-mirror-gap-change = Разница между итогами двух стран: { $gap-abs } ({ $period }), ранее { $before-abs } ({ $earlier }).{ finding-status }

finding-gdp-per-person-lead =
    { $standing ->
        [close] ВВП на душу населения близок.
       *[apart] ВВП на душу населения различается.
    }
finding-gdp-per-person = За { $period } год ВВП на душу населения { $country-of }: { $high }, { $partner-of }: { $low }.{ finding-status }
finding-economies-growth-lead =
    { $standing ->
        [close] Экономики менялись одинаково.
       *[apart] Экономики менялись по-разному.
    }
finding-economies-growth = За { $period } год изменение ВВП { $country-of } с поправкой на рост цен: { $high }, { $partner-of }: { $low }.{ finding-status }
finding-gdp-record-lead =
    { $side ->
        [high] Рекордный ВВП { $country-of }.
       *[low] Наименьший в ряду ВВП { $country-of }.
    }
finding-gdp-record =
    { $side ->
        [high] За { $period } год ВВП в долларах составил { $total } — больше, чем в любой год начиная с { $since }.
       *[low] За { $period } год ВВП в долларах составил { $total } — меньше, чем в любой год начиная с { $since }.
    }{ finding-status }
finding-prices-lead =
    { $direction ->
        [up] { $country }: цены росли быстрее.
        [down] { $country }: цены росли медленнее.
       *[stable] { $country }: цены росли почти так же.
    }
finding-prices = Рост потребительских цен за { $period } год: { $now }, за { $earlier } год: { $before }.{ finding-status }
finding-openness-lead =
    { $direction ->
        [up] { $country }: вес торговли вырос.
        [down] { $country }: вес торговли снизился.
        [stable] { $country }: вес торговли почти не изменился.
       *[levels] { $country }: вес торговли.
    }
finding-openness = Торговля товарами с миром к ВВП за { $period } год: { $now }, за { $earlier } год: { $before }.{ finding-status }
finding-remittance-weight-lead =
    { $direction ->
        [up] { $country }: вес денежных переводов вырос.
        [down] { $country }: вес денежных переводов снизился.
        [stable] { $country }: вес денежных переводов почти не изменился.
       *[levels] { $country }: вес денежных переводов.
    }
finding-remittance-weight = Полученные денежные переводы к ВВП за { $period } год: { $now }, за { $earlier } год: { $before }.{ finding-status }
finding-dollar-price-lead =
    { $direction ->
        [up] { $country }: доллар подорожал.
        [down] { $country }: доллар подешевел.
       *[stable] { $country }: доллар почти не изменился в цене.
    }
finding-dollar-price = В среднем за { $period } год доллар стоил { $rate } в национальной валюте; изменение за год: { $change }.{ finding-status }

finding-investment-growth-lead =
    { $direction ->
        [up] Инвестиции выросли.
        [down] Инвестиции снизились.
       *[stable] Инвестиции почти не изменились.
    }
finding-investment-growth =
    { $direction ->
        [up] Прямые инвестиции { $investor-of } в экономику { $host-of }: { $total } ({ $period }); рост за год: { $growth-abs }.
        [down] Прямые инвестиции { $investor-of } в экономику { $host-of }: { $total } ({ $period }); снижение за год: { $growth-abs }.
       *[stable] Прямые инвестиции { $investor-of } в экономику { $host-of }: { $total } ({ $period }), почти столько же, сколько годом ранее.
    }{ finding-status }
finding-fdi-net-lead =
    { $side ->
        [in] { $country }: инвестиций пришло больше, чем ушло.
       *[out] { $country }: инвестиций ушло больше, чем пришло.
    }
finding-fdi-net =
    { $side ->
        [in] За { $period } год чистый приток прямых инвестиций в экономику { $country-of } из всех стран к ВВП: { $share-abs }.
       *[out] За { $period } год чистый отток прямых инвестиций из экономики { $country-of } во все страны к ВВП: { $share-abs }.
    }{ finding-status }
finding-arrivals-lead =
    { $direction ->
        [up] { $country }: въездов больше.
        [down] { $country }: въездов меньше.
        [stable] { $country }: число въездов почти не изменилось.
       *[levels] { $country }: въезды иностранцев.
    }
finding-arrivals =
    { $direction ->
        [up] Въезды иностранцев за { $period } год: { $total }; рост за год: { $growth-abs }.
        [down] Въезды иностранцев за { $period } год: { $total }; снижение за год: { $growth-abs }.
        [stable] Въезды иностранцев за { $period } год: { $total }, почти столько же, сколько годом ранее.
       *[levels] Въезды иностранцев за { $period } год: { $total }, за { $earlier } год: { $before }.
    }{ finding-status }
finding-transit-lead =
    { $direction ->
        [up] Транзит из Китая вырос.
        [down] Транзит из Китая снизился.
        [stable] Транзит из Китая почти не изменился.
       *[levels] Транзит из Китая.
    }
finding-transit =
    { $direction ->
        [up] Грузы через { $country-the } в направлении { $partner-of } за { $period }: { $total }; рост к тем же месяцам прошлого года: { $growth-abs }.
        [down] Грузы через { $country-the } в направлении { $partner-of } за { $period }: { $total }; снижение к тем же месяцам прошлого года: { $growth-abs }.
        [stable] Грузы через { $country-the } в направлении { $partner-of } за { $period }: { $total }, почти столько же, сколько за те же месяцы прошлого года.
       *[levels] Грузы через { $country-the } в направлении { $partner-of } за { $period }: { $total }, за { $earlier }: { $before }.
    }{ finding-status }
finding-trade-coverage-lead =
    { $side ->
        [above] Экспорт покрывает весь импорт.
       *[below] Экспорт покрывает часть импорта.
    }
finding-trade-coverage = За { $period } год экспорт в направлении { $partner-of }, { $statistics }, покрыл { $share } встречного импорта.{ finding-status }

finding-concentration-lead =
    { $state ->
        [concentrated] Основное дают немногие товары.
        [spread] Торговля распределена по многим товарам.
       *[between] Торговля умеренно сосредоточена.
    }
finding-concentration =
    { $flow ->
        [export] За { $period } год доля крупнейших товаров (их { $count }) в экспорте к партнёру, { $statistics }: { $share }; индекс Херфиндаля – Хиршмана: { $index }.
       *[import] За { $period } год доля крупнейших товаров (их { $count }) в импорте от партнёра, { $statistics }: { $share }; индекс Херфиндаля – Хиршмана: { $index }.
    }{ finding-status }
finding-two-way-trade-lead =
    { $state ->
        [two-way] Много встречной торговли одними и теми же товарами.
        [one-way] Мало встречной торговли одними и теми же товарами.
       *[between] Встречная торговля частью одних и тех же товаров.
    }
finding-two-way-trade = За { $period } год индекс Грубеля – Ллойда, { $statistics }: { $index }; { $none } значило бы, что встречной торговли одними и теми же товарами нет, { $all } — что другой нет.{ finding-status }
finding-terms-of-trade-lead =
    { $direction ->
        [up] Условия торговли улучшились.
        [down] Условия торговли ухудшились.
       *[stable] Условия торговли почти не изменились.
    }
finding-terms-of-trade = За { $period } год условия торговли с партнёром, { $statistics }: { $index } (год ранее: { $base }).{ finding-status }

finding-treaties-in-force-lead = Договоры в силе.
finding-treaties-in-force = Договоров подписано начиная с { $since } года: { $signed }; из них, по источникам, в силе: { $count }.
finding-treaties-pending-lead = Подписано и всё ещё ждёт.
finding-treaties-pending =
    { $count-class ->
        [one] Договоров, подписанных больше года назад, о вступлении которых в силу нет данных: { $count }; дата подписания: { $stated-when }, ожидание: { $age }.
       *[other] Договоров, подписанных больше года назад, о вступлении которых в силу нет данных: { $count }; дольше всех ждёт подписанный { $stated-when }: { $age }.
    }

finding-target-met-lead = Последняя цель с истёкшим сроком достигнута.
finding-target-met = Цель на { $deadline } год: { $target }; товарооборот составил { $total } { $statistics } и { $other } { $statistics_other }.{ finding-status }
finding-target-disputed-lead = О последней цели статистика расходится.
finding-target-disputed = Цель на { $deadline } год: { $target }; товарооборот составил { $total } { $statistics } и { $other } { $statistics_other }.{ finding-status }
finding-data-overdue-lead = Данные { $country-of } задерживаются.
finding-data-overdue =
    { $count-class ->
        [one] Рядов, ждущих следующего значения: { $count }; последний период: { $period }, задержка: { $late }.
       *[other] Рядов, ждущих следующего значения: { $count }; самая долгая задержка: { $late }, у ряда с последним периодом { $period }.
    }
finding-revision-turned-lead = После пересмотра рост сменил знак.
finding-revision-turned =
    { $flow ->
        [export] Изменение экспорта к партнёру за { $period } год, { $statistics }, теперь: { $growth }; до пересмотра знак был другим.
        [import] Изменение импорта от партнёра за { $period } год, { $statistics }, теперь: { $growth }; до пересмотра знак был другим.
       *[total] Изменение товарооборота за { $period } год, { $statistics }, теперь: { $growth }; до пересмотра знак был другим.
    }{ finding-status }
