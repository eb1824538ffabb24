### Сүрөттөрдүн аталыштары (тыянакты айтат), кошумча аталыштары, белгилери жана алмаштыруучу тексттери.

fig-trade-title = Максатка чейин: { $one } ({ $statistics }), { $other } ({ $statistics_other })
fig-trade-title-one = Максатка чейин: { $one } ({ $statistics })
fig-trade-title-plain = Жалпы соода, жылдар жана отчет берүүчү өлкөлөр боюнча
fig-trade-subtitle = Товар жүгүртүү (экспорт жана импорт), млрд АКШ доллары, календардык жылдар; штрих: баалоо же эсептелген маани
fig-trade-alt = Жылдык сооданын мамычалары, млрд АКШ доллары.
fig-trade-alt-reporter = Соода ({ $statistics }): { $first_period }-жылы { $first }, { $last_period }-жылы { $last }.
fig-trade-alt-year = Соода ({ $statistics }): { $last_period }-жылы { $last }.
fig-trade-alt-aim = Максат: { $target }, мөөнөтү { $deadline }-жыл.
fig-trade-alt-goal = Максат: { $target }, мөөнөтү жок.
fig-aim = Максат { $value }
fig-to-go = { $distance } калды
fig-mirror-title = { $seller-the } экспортунун ар долларына { $buyer-the } импорту: { $ratio }
fig-mirror-subtitle = Товарлар, багыты боюнча, млрд АКШ доллары, { $period }
fig-mirror-alt = Кош тилкелер, { $period }.
fig-mirror-alt-more = { $seller } → { $buyer }: экспорт { $exports }, импорт { $imports }.
fig-exports-by = сатылды, { $statistics }
fig-imports-by = сатып алынды, { $statistics }
fig-gap = айырма { $gap }, катыш { $ratio }
fig-contribution-title =
    { $larger ->
        [imports] Өсүшкө импорт көбүрөөк салым кошту
       *[exports] Өсүшкө экспорт көбүрөөк салым кошту
    }
fig-contribution-title-down =
    { $larger ->
        [imports] Төмөндөө көбүнчө импорттон
       *[exports] Төмөндөө көбүнчө экспорттон
    }
fig-contribution-subtitle = Пайыздык пункт, { $period }, { $statistics }
fig-contribution-alt = Сооданын өсүшүнө кошулган салым, { $period }: экспорт { $exports }, импорт { $imports }, жалпы { $total }.
fig-exports = Экспорт
fig-imports = Импорт
fig-growth = Өсүш
fig-macro-title = ИДӨ: { $larger-of } көрсөткүчү { $smaller-of } көрсөткүчүнөн { $times } эсе көп
fig-macro-title-plain = Өнөктөш экономикалар катар
fig-macro-title-one = Экономика: { $known-the }; маалымат жок: { $wanting-the }
fig-macro-subtitle = Жылдар боюнча; ар панелдин масштабы өзүнүкү
fig-macro-alt = Өлкөлөр боюнча жылдык сызыктар.
fig-macro-alt-panel = { $panel }: { $countries }.
fig-macro-alt-country = { $country } { $value } ({ $period })
panel-gdp = ИДӨ, млрд АКШ доллары
panel-population = Калктын саны, млн
panel-inflation = Керектөө баалары, жылына %
fig-agreements-title = { $since }-жылдан берки баскычтар; акыркысы: { $event }
fig-agreements-subtitle = Келишимдер, протоколдор жана ратификациялар; толук белги: маалымат күнүнө чейинки акыркы жылда; бош белги: мурдараак
fig-agreements-alt = Убакыт сызыгы, көрсөтүлгөн окуялар: { $count }. Алгачкысы: { $first } ({ $since }); акыркысы: { $last } ({ $until }).
spark-alt = Чакан диаграмма: { $last } ({ $period }).
