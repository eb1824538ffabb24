### Жылдар боюнча соода, эки өлкө статистикасы, экономикалар, агымдар, товарлар жана келишимдер тууралуу тыянактар. Сандар аргумент болуп келет.

finding-status =
    { $status ->
        [provisional] { " Бул маалыматтардын бир бөлүгү – алдын ала маалыматтар." }
        [estimated] { " Бул маалыматтардын бир бөлүгү – баалоо." }
       *[final] { "" }
    }

finding-trade-trend-lead =
    { $standing ->
        [above] Өсүш орточо деңгээлден жогору.
        [below] Өсүш орточо деңгээлден төмөн.
       *[near] Өсүш орточо деңгээлге жакын.
    }
finding-trade-trend = { $period }-жылдагы сооданын өзгөрүшү ({ $statistics }): { $growth }; { $since }–{ $period }-жылдардагы орточо жылдык өсүш: { $average }.{ finding-status }
finding-trade-drivers-lead =
    { $outcome ->
        [exports] Экспорт көбүрөөк өзгөрдү.
        [imports] Импорт көбүрөөк өзгөрдү.
        [both] Экспорт менен импорт бирдей өзгөрдү.
       *[opposed] Экспорт менен импорт ар башка багытта өзгөрдү.
    }
finding-trade-drivers = { $period }-жылдагы сооданын өзгөрүшү ({ $statistics }): { $growth }; экспорттун салымы: { $exports }, импорттун салымы: { $imports }.{ finding-status }
finding-trade-real-growth-lead =
    { $direction ->
        [up] Реалдуу соода өстү.
        [down] Реалдуу соода төмөндөдү.
       *[stable] Реалдуу соода дээрлик өзгөргөн жок.
    }
finding-trade-real-growth = { $period }-жылдагы өзгөрүү ({ $statistics }): доллар менен { $growth }; улуттук валюта менен, баанын өсүшүн эсептен чыгарганда, { $real }.{ finding-status }
finding-partner-share-change-lead =
    { $direction ->
        [up] { $partner-of } үлүшү өстү.
        [down] { $partner-of } үлүшү төмөндөдү.
        [stable] { $partner-of } үлүшү дээрлик өзгөргөн жок.
       *[levels] { $partner-of } үлүшү.
    }
finding-partner-share-change =
    { $form ->
        [points] { $country-the } товар соодасындагы { $partner-of } үлүшү: { $period }-жылы { $share }, { $earlier }-жылы { $before }; өзгөрүү: { $change }.
       *[levels] { $country-the } товар соодасындагы { $partner-of } үлүшү: { $period }-жылы { $share }, { $earlier }-жылы { $before }.
    }{ finding-status }
finding-trade-record-lead =
    { $side ->
        [high] Рекорддук соода.
       *[low] Катардагы эң төмөнкү соода.
    }
finding-trade-record =
    { $side ->
        [high] { $period }-жылдагы өз ара соода ({ $statistics }): { $total }, { $since }-жылдан берки эң жогорку көрсөткүч.
       *[low] { $period }-жылдагы өз ара соода ({ $statistics }): { $total }, { $since }-жылдан берки эң төмөнкү көрсөткүч.
    }{ finding-status }
finding-balance-change-lead =
    { $outcome ->
        [turned] Оң сальдо экинчи тарапка өттү.
        [wider] Оң сальдо көбөйдү.
        [narrower] Оң сальдо азайды.
       *[levels] Сальдо жылдар боюнча.
    }
finding-balance-change =
    { $outcome ->
        [turned] { $seller-of } оң сальдосу ({ $statistics }): { $period }-жылы { $gap-abs }; { $earlier }-жылы оң сальдо экинчи өлкөдө болгон: { $before-abs }.
       *[other] { $seller-of } оң сальдосу ({ $statistics }): { $period }-жылы { $gap-abs }, { $earlier }-жылы { $before-abs }.
    }{ finding-status }
finding-threshold-crossed-lead =
    { $side ->
        [above] Межеден ашты.
       *[below] Кайрадан межеден төмөн.
    }
finding-threshold-crossed =
    { $side ->
        [above] { $period }-жылдагы өз ара соода ({ $statistics }): { $total }; межеден жогору ({ $threshold }), { $earlier }-жылы али төмөн болгон.
       *[below] { $period }-жылдагы өз ара соода ({ $statistics }): { $total }; межеден төмөн ({ $threshold }), { $earlier }-жылы али жогору болгон.
    }{ finding-status }

finding-growth-differs-lead =
    { $verdict ->
        [opposite] Статистикадагы багыт ар башка.
       *[apart] Статистикадагы өсүш ар башка.
    }
finding-growth-differs = { $period }-жылдагы сооданын өзгөрүшү: { $high } ({ $statistics_high }), { $low } ({ $statistics_low }).{ finding-status }
finding-mirror-gap-change-lead =
    { $direction ->
        [up] Жалпы сооданын айырмасы көбөйдү.
        [down] Жалпы сооданын айырмасы азайды.
        [stable] Жалпы сооданын айырмасы дээрлик өзгөргөн жок.
       *[levels] Жалпы сооданын айырмасы.
    }
finding-mirror-gap-change = Эки өлкө статистикасы боюнча жалпы сооданын айырмасы: { $period }-жылы { $gap-abs }, { $earlier }-жылы { $before-abs }.{ finding-status }

finding-gdp-per-person-lead =
    { $standing ->
        [close] Киши башына ИДӨ окшош.
       *[apart] Киши башына ИДӨ ар башка.
    }
finding-gdp-per-person = Киши башына ИДӨ, { $period }-жыл: { $country-the } { $high }, { $partner-the } { $low }.{ finding-status }
finding-economies-growth-lead =
    { $standing ->
        [close] Экономикалар бирдей өзгөрдү.
       *[apart] Экономикалар ар башкача өзгөрдү.
    }
finding-economies-growth = ИДӨнүн өзгөрүшү, баанын өсүшүн эсептен чыгарганда, { $period }-жыл: { $country-the } { $high }, { $partner-the } { $low }.{ finding-status }
finding-gdp-record-lead =
    { $side ->
        [high] { $country-the }: рекорддук ИДӨ.
       *[low] { $country-the }: катардагы эң төмөнкү ИДӨ.
    }
finding-gdp-record =
    { $side ->
        [high] { $period }-жылдагы ИДӨ, доллар менен: { $total }, { $since }-жылдан берки эң жогорку көрсөткүч.
       *[low] { $period }-жылдагы ИДӨ, доллар менен: { $total }, { $since }-жылдан берки эң төмөнкү көрсөткүч.
    }{ finding-status }
finding-prices-lead =
    { $direction ->
        [up] { $country-the }: баалар тезирээк өстү.
        [down] { $country-the }: баалар жайыраак өстү.
       *[stable] { $country-the }: баалар дээрлик мурункудай өстү.
    }
finding-prices = Керектөө бааларынын өсүшү: { $period }-жылы { $now }, { $earlier }-жылы { $before }.{ finding-status }
finding-openness-lead =
    { $direction ->
        [up] { $country-the }: сооданын салмагы өстү.
        [down] { $country-the }: сооданын салмагы төмөндөдү.
        [stable] { $country-the }: сооданын салмагы дээрлик өзгөргөн жок.
       *[levels] { $country-the }: сооданын салмагы.
    }
finding-openness = Дүйнө менен товар соодасынын ИДӨгө катышы: { $period }-жылы { $now }, { $earlier }-жылы { $before }.{ finding-status }
finding-remittance-weight-lead =
    { $direction ->
        [up] { $country-the }: акча которуулардын салмагы өстү.
        [down] { $country-the }: акча которуулардын салмагы төмөндөдү.
        [stable] { $country-the }: акча которуулардын салмагы дээрлик өзгөргөн жок.
       *[levels] { $country-the }: акча которуулардын салмагы.
    }
finding-remittance-weight = Алынган акча которуулардын ИДӨгө катышы: { $period }-жылы { $now }, { $earlier }-жылы { $before }.{ finding-status }
finding-dollar-price-lead =
    { $direction ->
        [up] { $country-the }: доллар кымбаттады.
        [down] { $country-the }: доллар арзандады.
       *[stable] { $country-the }: доллардын баасы дээрлик өзгөргөн жок.
    }
finding-dollar-price = Доллардын { $period }-жылдагы орточо баасы, улуттук валюта менен: { $rate }; жылдык өзгөрүү: { $change }.{ finding-status }

finding-investment-growth-lead =
    { $direction ->
        [up] Инвестиция өстү.
        [down] Инвестиция төмөндөдү.
       *[stable] Инвестиция дээрлик өзгөргөн жок.
    }
finding-investment-growth =
    { $direction ->
        [up] Тике инвестиция, { $investor-the } → { $host-in }, { $period }-жыл: { $total }, мурунку жылга салыштырмалуу өсүш: { $growth-abs }.
        [down] Тике инвестиция, { $investor-the } → { $host-in }, { $period }-жыл: { $total }, мурунку жылга салыштырмалуу төмөндөө: { $growth-abs }.
       *[stable] Тике инвестиция, { $investor-the } → { $host-in }, { $period }-жыл: { $total }, мурунку жылга салыштырмалуу дээрлик өзгөргөн жок.
    }{ finding-status }
finding-fdi-net-lead =
    { $side ->
        [in] { $country-the }: келген инвестиция кеткенден көп.
       *[out] { $country-the }: кеткен инвестиция келгенден көп.
    }
finding-fdi-net =
    { $side ->
        [in] Тике инвестициянын бардык өлкөлөрдөн таза агымы, { $country-the }, { $period }-жыл, ИДӨгө катышы: { $share-abs }.
       *[out] Тике инвестициянын бардык өлкөлөргө таза кетиши, { $country-the }, { $period }-жыл, ИДӨгө катышы: { $share-abs }.
    }{ finding-status }
finding-arrivals-lead =
    { $direction ->
        [up] { $country-the }: келгендер көбөйдү.
        [down] { $country-the }: келгендер азайды.
        [stable] { $country-the }: келгендердин саны дээрлик өзгөргөн жок.
       *[levels] { $country-the }: келгендердин саны.
    }
finding-arrivals =
    { $direction ->
        [up] { $period }-жылы келген чет өлкөлүктөр: { $total }, мурунку жылга салыштырмалуу өсүш: { $growth-abs }.
        [down] { $period }-жылы келген чет өлкөлүктөр: { $total }, мурунку жылга салыштырмалуу төмөндөө: { $growth-abs }.
        [stable] { $period }-жылы келген чет өлкөлүктөр: { $total }, мурунку жылга салыштырмалуу дээрлик өзгөргөн жок.
       *[levels] Келген чет өлкөлүктөр: { $period }-жылы { $total }, { $earlier }-жылы { $before }.
    }{ finding-status }
finding-transit-lead =
    { $direction ->
        [up] Кытайдан транзит өстү.
        [down] Кытайдан транзит төмөндөдү.
        [stable] Кытайдан транзит дээрлик өзгөргөн жок.
       *[levels] Кытайдан транзит.
    }
finding-transit =
    { $direction ->
        [up] Транзит жүк, { $country-the } аркылуу, багыты { $partner-the }, { $period }: { $total }, өткөн жылдын ошол айларына салыштырмалуу өсүш: { $growth-abs }.
        [down] Транзит жүк, { $country-the } аркылуу, багыты { $partner-the }, { $period }: { $total }, өткөн жылдын ошол айларына салыштырмалуу төмөндөө: { $growth-abs }.
        [stable] Транзит жүк, { $country-the } аркылуу, багыты { $partner-the }, { $period }: { $total }, өткөн жылдын ошол айларына салыштырмалуу дээрлик өзгөргөн жок.
       *[levels] Транзит жүк, { $country-the } аркылуу, багыты { $partner-the }: { $total } ({ $period }), { $before } ({ $earlier }).
    }{ finding-status }
finding-trade-coverage-lead =
    { $side ->
        [above] Экспорт импортту толук жабат.
       *[below] Экспорт импорттун бир бөлүгүн жабат.
    }
finding-trade-coverage = { $period }-жылдагы импорттун экспорт менен жабылышы ({ $statistics }; өнөктөш: { $partner-the }): { $share }.{ finding-status }

finding-concentration-lead =
    { $state ->
        [concentrated] Негизги бөлүгү – санаалуу товар.
        [spread] Соода көп товарга бөлүнгөн.
       *[between] Соода орточо топтолгон.
    }
finding-concentration =
    { $flow ->
        [export] Өнөктөшкө экспорттогу эң ири товарлар (саны { $count }), { $period }-жыл ({ $statistics }): үлүшү { $share }; Херфиндаль–Хиршман индекси: { $index }.
       *[import] Өнөктөштөн импорттогу эң ири товарлар (саны { $count }), { $period }-жыл ({ $statistics }): үлүшү { $share }; Херфиндаль–Хиршман индекси: { $index }.
    }{ finding-status }
finding-two-way-trade-lead =
    { $state ->
        [two-way] Тармак ичиндеги соода көп.
        [one-way] Тармак ичиндеги соода аз.
       *[between] Тармак ичиндеги соода орточо.
    }
finding-two-way-trade = Грубель–Ллойд индекси, { $period }-жыл ({ $statistics }): { $index }; { $none } – тармак ичиндеги соода жок, { $all } – сооданын баары тармак ичинде.{ finding-status }
finding-terms-of-trade-lead =
    { $direction ->
        [up] Соода шарттары жакшырды.
        [down] Соода шарттары начарлады.
       *[stable] Соода шарттары дээрлик өзгөргөн жок.
    }
finding-terms-of-trade = Өнөктөш менен соода шарттары, { $period }-жыл ({ $statistics }): { $index } (мурунку жыл: { $base }).{ finding-status }

finding-treaties-in-force-lead = Күчүндөгү келишимдер.
finding-treaties-in-force = { $since }-жылдан бери кол коюлган келишимдер: { $signed }; булактар боюнча күчүндө: { $count }.
finding-treaties-pending-lead = Кол коюлган, али күтүүдө.
finding-treaties-pending =
    { $count-class ->
        [one] Кол коюлганына бир жылдан ашкан, күчүнө киргени белгисиз келишимдер: { $count }; кол коюлду: { $stated-when }, күткөнү { $age }.
       *[other] Кол коюлганына бир жылдан ашкан, күчүнө киргени белгисиз келишимдер: { $count }; эң узак күткөнүнө кол коюлду: { $stated-when }, күткөнү { $age }.
    }

finding-target-met-lead = Мөөнөтү бүткөн акыркы максат аткарылды.
finding-target-met = { $deadline }-жылдагы максат: { $target }; өз ара соода: { $total } ({ $statistics }), { $other } ({ $statistics_other }).{ finding-status }
finding-target-disputed-lead = Акыркы максат тууралуу статистика ар башка.
finding-target-disputed = { $deadline }-жылдагы максат: { $target }; өз ара соода: { $total } ({ $statistics }), { $other } ({ $statistics_other }).{ finding-status }
finding-data-overdue-lead = { $country-of } маалыматтары кечигүүдө.
finding-data-overdue =
    { $count-class ->
        [one] Кийинки көрсөткүчүн күткөн катарлар: { $count }; акыркы мезгили { $period }, кечигиши { $late }.
       *[other] Кийинки көрсөткүчүн күткөн катарлар: { $count }; эң узак кечигүү { $late }, андагы акыркы мезгил { $period }.
    }
finding-revision-turned-lead = Кайра кароодон кийин өсүштүн белгиси өзгөрдү.
finding-revision-turned =
    { $flow ->
        [export] Өнөктөшкө экспорттун { $period }-жылдагы өзгөрүшү ({ $statistics }) эми: { $growth }; кайра кароого чейин белгиси башка болгон.
        [import] Өнөктөштөн импорттун { $period }-жылдагы өзгөрүшү ({ $statistics }) эми: { $growth }; кайра кароого чейин белгиси башка болгон.
       *[total] Сооданын { $period }-жылдагы өзгөрүшү ({ $statistics }) эми: { $growth }; кайра кароого чейин белгиси башка болгон.
    }{ finding-status }
