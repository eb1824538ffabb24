### Жылдар бойынша сауда, екі ел статистикасы, экономикалар, ағындар, тауарлар мен шарттар туралы тұжырымдар. Сандар аргумент болып келеді.

finding-status =
    { $status ->
        [provisional] { " Бұл деректердің бір бөлігі – алдын ала деректер." }
        [estimated] { " Бұл деректердің бір бөлігі – бағалау." }
       *[final] { "" }
    }

finding-trade-trend-lead =
    { $standing ->
        [above] Өсім орташа деңгейден жоғары.
        [below] Өсім орташа деңгейден төмен.
       *[near] Өсім орташа деңгейге жақын.
    }
finding-trade-trend = { $period } жылғы сауда өзгерісі ({ $statistics }): { $growth }; { $since }–{ $period } жылдардағы орташа жылдық өсім: { $average }.{ finding-status }
finding-trade-drivers-lead =
    { $outcome ->
        [exports] Экспорт көбірек өзгерді.
        [imports] Импорт көбірек өзгерді.
        [both] Экспорт пен импорт бірдей өзгерді.
       *[opposed] Экспорт пен импорт әр бағытта өзгерді.
    }
finding-trade-drivers = { $period } жылғы сауда өзгерісі ({ $statistics }): { $growth }; экспорттың үлесі: { $exports }, импорттың үлесі: { $imports }.{ finding-status }
finding-trade-real-growth-lead =
    { $direction ->
        [up] Нақты сауда өсті.
        [down] Нақты сауда төмендеді.
       *[stable] Нақты сауда өзгермеді десе болады.
    }
finding-trade-real-growth = { $period } жылғы өзгеріс ({ $statistics }): доллармен { $growth }; ұлттық валютамен, баға өсімі шегерілгенде, { $real }.{ finding-status }
finding-partner-share-change-lead =
    { $direction ->
        [up] { $partner-of } үлесі өсті.
        [down] { $partner-of } үлесі төмендеді.
        [stable] { $partner-of } үлесі өзгермеді десе болады.
       *[levels] { $partner-of } үлесі.
    }
finding-partner-share-change =
    { $form ->
        [points] { $country-the } тауар саудасындағы { $partner-of } үлесі: { $period } жылы { $share }, { $earlier } жылы { $before }; өзгеріс: { $change }.
       *[levels] { $country-the } тауар саудасындағы { $partner-of } үлесі: { $period } жылы { $share }, { $earlier } жылы { $before }.
    }{ finding-status }
finding-trade-record-lead =
    { $side ->
        [high] Рекордтық сауда.
       *[low] Қатардағы ең төмен сауда.
    }
finding-trade-record =
    { $side ->
        [high] { $period } жылғы өзара сауда ({ $statistics }): { $total }, { $since } жылдан бергі ең жоғары көрсеткіш.
       *[low] { $period } жылғы өзара сауда ({ $statistics }): { $total }, { $since } жылдан бергі ең төмен көрсеткіш.
    }{ finding-status }
finding-balance-change-lead =
    { $outcome ->
        [turned] Оң сальдо екінші жаққа ауысты.
        [wider] Оң сальдо ұлғайды.
        [narrower] Оң сальдо азайды.
       *[levels] Сальдо жылдар бойынша.
    }
finding-balance-change =
    { $outcome ->
        [turned] { $seller-of } оң сальдосы ({ $statistics }): { $period } жылы { $gap-abs }; { $earlier } жылы оң сальдо екінші елде болды: { $before-abs }.
       *[other] { $seller-of } оң сальдосы ({ $statistics }): { $period } жылы { $gap-abs }, { $earlier } жылы { $before-abs }.
    }{ finding-status }
finding-threshold-crossed-lead =
    { $side ->
        [above] Межеден асты.
       *[below] Қайтадан межеден төмен.
    }
finding-threshold-crossed =
    { $side ->
        [above] { $period } жылғы өзара сауда ({ $statistics }): { $total }; межеден жоғары ({ $threshold }), { $earlier } жылы әлі төмен болған.
       *[below] { $period } жылғы өзара сауда ({ $statistics }): { $total }; межеден төмен ({ $threshold }), { $earlier } жылы әлі жоғары болған.
    }{ finding-status }

finding-growth-differs-lead =
    { $verdict ->
        [opposite] Статистикадағы бағыт әртүрлі.
       *[apart] Статистикадағы өсім әртүрлі.
    }
finding-growth-differs = { $period } жылғы сауда өзгерісі: { $high } ({ $statistics_high }), { $low } ({ $statistics_low }).{ finding-status }
finding-mirror-gap-change-lead =
    { $direction ->
        [up] Жалпы сауда айырмасы ұлғайды.
        [down] Жалпы сауда айырмасы азайды.
        [stable] Жалпы сауда айырмасы өзгермеді десе болады.
       *[levels] Жалпы сауда айырмасы.
    }
finding-mirror-gap-change = Екі ел статистикасы бойынша жалпы сауда айырмасы: { $period } жылы { $gap-abs }, { $earlier } жылы { $before-abs }.{ finding-status }

finding-gdp-per-person-lead =
    { $standing ->
        [close] Жан басына шаққандағы ЖІӨ шамалас.
       *[apart] Жан басына шаққандағы ЖІӨ әртүрлі.
    }
finding-gdp-per-person = Жан басына шаққандағы ЖІӨ, { $period } жыл: { $country-the } { $high }, { $partner-the } { $low }.{ finding-status }
finding-economies-growth-lead =
    { $standing ->
        [close] Экономикалар бірдей өзгерді.
       *[apart] Экономикалар әртүрлі өзгерді.
    }
finding-economies-growth = ЖІӨ өзгерісі, баға өсімі шегерілгенде, { $period } жыл: { $country-the } { $high }, { $partner-the } { $low }.{ finding-status }
finding-gdp-record-lead =
    { $side ->
        [high] { $country-the }: рекордтық ЖІӨ.
       *[low] { $country-the }: қатардағы ең төмен ЖІӨ.
    }
finding-gdp-record =
    { $side ->
        [high] { $period } жылғы ЖІӨ, доллармен: { $total }, { $since } жылдан бергі ең жоғары көрсеткіш.
       *[low] { $period } жылғы ЖІӨ, доллармен: { $total }, { $since } жылдан бергі ең төмен көрсеткіш.
    }{ finding-status }
finding-prices-lead =
    { $direction ->
        [up] { $country-the }: бағалар тезірек өсті.
        [down] { $country-the }: бағалар баяуырақ өсті.
       *[stable] { $country-the }: бағалар шамамен бұрынғыдай өсті.
    }
finding-prices = Тұтыну бағаларының өсімі: { $period } жылы { $now }, { $earlier } жылы { $before }.{ finding-status }
finding-openness-lead =
    { $direction ->
        [up] { $country-the }: сауданың салмағы өсті.
        [down] { $country-the }: сауданың салмағы төмендеді.
        [stable] { $country-the }: сауданың салмағы өзгермеді десе болады.
       *[levels] { $country-the }: сауданың салмағы.
    }
finding-openness = Әлеммен тауар саудасының ЖІӨ шамасына қатынасы: { $period } жылы { $now }, { $earlier } жылы { $before }.{ finding-status }
finding-remittance-weight-lead =
    { $direction ->
        [up] { $country-the }: ақша аударымдарының салмағы өсті.
        [down] { $country-the }: ақша аударымдарының салмағы төмендеді.
        [stable] { $country-the }: ақша аударымдарының салмағы өзгермеді десе болады.
       *[levels] { $country-the }: ақша аударымдарының салмағы.
    }
finding-remittance-weight = Алынған ақша аударымдарының ЖІӨ шамасына қатынасы: { $period } жылы { $now }, { $earlier } жылы { $before }.{ finding-status }
finding-dollar-price-lead =
    { $direction ->
        [up] { $country-the }: доллар қымбаттады.
        [down] { $country-the }: доллар арзандады.
       *[stable] { $country-the }: доллар бағасы өзгермеді десе болады.
    }
finding-dollar-price = Доллардың { $period } жылғы орташа бағасы, ұлттық валютамен: { $rate }; жылдық өзгеріс: { $change }.{ finding-status }

finding-investment-growth-lead =
    { $direction ->
        [up] Инвестиция өсті.
        [down] Инвестиция төмендеді.
       *[stable] Инвестиция өзгермеді десе болады.
    }
finding-investment-growth =
    { $direction ->
        [up] Тікелей инвестиция, { $investor-the } → { $host-in }, { $period } жыл: { $total }, алдыңғы жылмен салыстырғандағы өсім: { $growth-abs }.
        [down] Тікелей инвестиция, { $investor-the } → { $host-in }, { $period } жыл: { $total }, алдыңғы жылмен салыстырғандағы төмендеу: { $growth-abs }.
       *[stable] Тікелей инвестиция, { $investor-the } → { $host-in }, { $period } жыл: { $total }, алдыңғы жылмен салыстырғанда шамамен өзгеріссіз.
    }{ finding-status }
finding-fdi-net-lead =
    { $side ->
        [in] { $country-the }: келген инвестиция кеткеннен көп.
       *[out] { $country-the }: кеткен инвестиция келгеннен көп.
    }
finding-fdi-net =
    { $side ->
        [in] Тікелей инвестицияның барлық елден таза ағыны, { $country-the }, { $period } жыл, ЖІӨ шамасына қатынасы: { $share-abs }.
       *[out] Тікелей инвестицияның барлық елге таза кетуі, { $country-the }, { $period } жыл, ЖІӨ шамасына қатынасы: { $share-abs }.
    }{ finding-status }
finding-arrivals-lead =
    { $direction ->
        [up] { $country-the }: келушілер көбейді.
        [down] { $country-the }: келушілер азайды.
        [stable] { $country-the }: келушілер саны өзгермеді десе болады.
       *[levels] { $country-the }: келушілер саны.
    }
finding-arrivals =
    { $direction ->
        [up] { $period } жылы келген шетелдіктер: { $total }, алдыңғы жылмен салыстырғандағы өсім: { $growth-abs }.
        [down] { $period } жылы келген шетелдіктер: { $total }, алдыңғы жылмен салыстырғандағы төмендеу: { $growth-abs }.
        [stable] { $period } жылы келген шетелдіктер: { $total }, алдыңғы жылмен салыстырғанда шамамен өзгеріссіз.
       *[levels] Келген шетелдіктер: { $period } жылы { $total }, { $earlier } жылы { $before }.
    }{ finding-status }
finding-transit-lead =
    { $direction ->
        [up] Қытайдан транзит өсті.
        [down] Қытайдан транзит төмендеді.
        [stable] Қытайдан транзит өзгермеді десе болады.
       *[levels] Қытайдан транзит.
    }
finding-transit =
    { $direction ->
        [up] Транзит жүк, { $country-the } арқылы, бағыты { $partner-the }, { $period }: { $total }, өткен жылдың сол айларымен салыстырғандағы өсім: { $growth-abs }.
        [down] Транзит жүк, { $country-the } арқылы, бағыты { $partner-the }, { $period }: { $total }, өткен жылдың сол айларымен салыстырғандағы төмендеу: { $growth-abs }.
        [stable] Транзит жүк, { $country-the } арқылы, бағыты { $partner-the }, { $period }: { $total }, өткен жылдың сол айларымен салыстырғанда шамамен өзгеріссіз.
       *[levels] Транзит жүк, { $country-the } арқылы, бағыты { $partner-the }: { $total } ({ $period }), { $before } ({ $earlier }).
    }{ finding-status }
finding-trade-coverage-lead =
    { $side ->
        [above] Экспорт импортты толық жабады.
       *[below] Экспорт импорттың бір бөлігін жабады.
    }
finding-trade-coverage = { $period } жылғы импорттың экспортпен жабылуы ({ $statistics }; серіктес: { $partner-the }): { $share }.{ finding-status }

finding-concentration-lead =
    { $state ->
        [concentrated] Негізгі бөлігі – санаулы тауар.
        [spread] Сауда көп тауарға таралған.
       *[between] Сауда орташа шоғырланған.
    }
finding-concentration =
    { $flow ->
        [export] Серіктеске экспорттағы ең ірі тауарлар (саны { $count }), { $period } жыл ({ $statistics }): үлесі { $share }; Герфиндаль–Хиршман индексі: { $index }.
       *[import] Серіктестен импорттағы ең ірі тауарлар (саны { $count }), { $period } жыл ({ $statistics }): үлесі { $share }; Герфиндаль–Хиршман индексі: { $index }.
    }{ finding-status }
finding-two-way-trade-lead =
    { $state ->
        [two-way] Салаішілік сауда мол.
        [one-way] Салаішілік сауда аз.
       *[between] Салаішілік сауда орташа.
    }
finding-two-way-trade = Грубель–Ллойд индексі, { $period } жыл ({ $statistics }): { $index }; { $none } – салаішілік сауда жоқ, { $all } – сауданың бәрі салаішілік.{ finding-status }
finding-terms-of-trade-lead =
    { $direction ->
        [up] Сауда шарттары жақсарды.
        [down] Сауда шарттары нашарлады.
       *[stable] Сауда шарттары өзгермеді десе болады.
    }
finding-terms-of-trade = Серіктеспен сауда шарттары, { $period } жыл ({ $statistics }): { $index } (алдыңғы жыл: { $base }).{ finding-status }

finding-treaties-in-force-lead = Күшіндегі шарттар.
finding-treaties-in-force = { $since } жылдан бері қол қойылған шарттар: { $signed }; дереккөздер бойынша күшінде: { $count }.
finding-treaties-pending-lead = Қол қойылған, әлі күтуде.
finding-treaties-pending =
    { $count-class ->
        [one] Қол қойылғанына бір жылдан асқан, күшіне енгені белгісіз шарттар: { $count }; қол қойылды: { $stated-when }, күткені { $age }.
       *[other] Қол қойылғанына бір жылдан асқан, күшіне енгені белгісіз шарттар: { $count }; ең ұзақ күткеніне қол қойылды: { $stated-when }, күткені { $age }.
    }

finding-target-met-lead = Мерзімі біткен соңғы мақсат орындалды.
finding-target-met = { $deadline } жылғы мақсат: { $target }; өзара сауда: { $total } ({ $statistics }), { $other } ({ $statistics_other }).{ finding-status }
finding-target-disputed-lead = Соңғы мақсат туралы статистика әртүрлі.
finding-target-disputed = { $deadline } жылғы мақсат: { $target }; өзара сауда: { $total } ({ $statistics }), { $other } ({ $statistics_other }).{ finding-status }
finding-data-overdue-lead = { $country-of } деректері кешігуде.
finding-data-overdue =
    { $count-class ->
        [one] Келесі көрсеткішін күткен қатарлар: { $count }; соңғы кезеңі { $period }, кешігуі { $late }.
       *[other] Келесі көрсеткішін күткен қатарлар: { $count }; ең ұзақ кешігу { $late }, ондағы соңғы кезең { $period }.
    }
finding-revision-turned-lead = Түзетуден кейін өсімнің таңбасы өзгерді.
finding-revision-turned =
    { $flow ->
        [export] Серіктеске экспорттың { $period } жылғы өзгерісі ({ $statistics }) енді: { $growth }; түзетуге дейін таңбасы басқа болған.
        [import] Серіктестен импорттың { $period } жылғы өзгерісі ({ $statistics }) енді: { $growth }; түзетуге дейін таңбасы басқа болған.
       *[total] Сауданың { $period } жылғы өзгерісі ({ $statistics }) енді: { $growth }; түзетуге дейін таңбасы басқа болған.
    }{ finding-status }
