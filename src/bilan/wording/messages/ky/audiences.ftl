### Инвестор жана басма сөз үчүн чыгарылыштар: рыноктор, тобокелдиктер, цитаталар, байланыштар, эмбарго.

heading-opportunity = Мүмкүнчүлүктөр
standing-opportunity = Өнөктөш рыноктор өз маалыматтары боюнча, ар кайсысы өз жылы менен. Өткөн жыл кийинки жылга убада эмес.
table-opportunity = Өнөктөш рыноктор, акыркы белгилүү маани
table-amounts = Долбоорлордун билдирилген баасы
column-market = Көрсөткүч
market-value = { $value-short } ({ $period })
market-macro-gdp = ИДӨ
market-macro-gdp_growth = ИДӨ өсүшү
market-macro-population = Калктын саны
market-macro-gdp_per_person = Киши башына ИДӨ
market-macro-inflation = Керектөө бааларынын өсүшү
market-trade-total = Өнөктөш менен соода
market-trade-cagr = Ошол сооданын орточо жылдык өзгөрүшү
market-investment-net_inflow_share = Тике инвестициялардын таза агымы / ИДӨ
name-project-amount = Долбоордун билдирилген баасы, { $period }

heading-risks = Тобокелдиктер
standing-risks = Убакыт же каражат чыгымына алып келиши мүмкүн жагдайлар, эң оору биринчи, далилинин күнү менен. Тизмеде жогу текшерилген эмес.
risk-late = Мөөнөтү өткөн
risk-watch = Көзөмөлдө
risk-unknown = Далил жок
risk-evidence = Далилдин күнү: { $published }.
no-risk = Маалымат күнүнө эрежелер тобокелдик тапкан жок.

heading-quotes = Цитаталар
standing-quotes = Бул сүйлөмдөрдү булагы менен сөзмө-сөз келтирсе болот.
quote-trade-growth =
    { $direction ->
        [up] { $first-the } жана { $second-the } ортосундагы { $period }-жылдагы товар соодасы { $statistics } боюнча { $total } болду; мурунку жылга салыштырмалуу өсүш: { $growth-abs }.
        [down] { $first-the } жана { $second-the } ортосундагы { $period }-жылдагы товар соодасы { $statistics } боюнча { $total } болду; мурунку жылга салыштырмалуу төмөндөө: { $growth-abs }.
       *[stable] { $first-the } жана { $second-the } ортосундагы { $period }-жылдагы товар соодасы { $statistics } боюнча { $total } болду, мурунку жылга салыштырмалуу дээрлик өзгөргөн жок.
    }
quote-totals-differ = { $first-the } жана { $second-the } ортосундагы { $period }-жылдагы соода: { $statistics_high } боюнча { $high }, { $statistics_low } боюнча { $low }.
quote-trade-balance = { $period }-жылдагы товар агымы ({ $statistics }): { $seller-the } → { $buyer-to } багытында { $more }, кайра багытта { $less }.
quote-partner-share = { $period }-жылдагы товар соодасы: { $country-the } соодасындагы { $partner-of } үлүшү { $share }, { $partner-the } соодасындагы { $country-of } үлүшү { $other }.
quote-target-pace = Жарыяланган максат – { $target }, мөөнөтү { $deadline }-жыл; ал үчүн { $first-the } жана { $second-the } ортосундагы сооданын жылдык өсүшү { $statistics } боюнча { $pace }, { $statistics_other } боюнча { $other } болушу керек.
quote-target-missed = { $deadline }-жылдагы { $target } максаты аткарылган жок: { $first-the } жана { $second-the } ортосундагы соода { $statistics } боюнча { $total }, { $statistics_other } боюнча { $other } болду.
quote-investment-stated =
    { $base ->
        [independence] Билдирүү ({ $stated-when }) боюнча { $investor-the } → { $host-in } багытындагы инвестиция эгемендик алгандан бери { $total } болду.
        [year] Билдирүү ({ $stated-when }) боюнча { $investor-the } → { $host-in } багытындагы инвестиция { $since }-жылдан бери { $total } болду.
        [span] Билдирүү ({ $stated-when }) боюнча { $investor-the } → { $host-in } багытындагы инвестиция { $years } жыл ичинде { $total } болду.
       *[none] Билдирүү ({ $stated-when }) боюнча { $investor-the } → { $host-in } багытындагы инвестиция { $total } болду.
    }
quote-year-to-date = { $first-the } жана { $second-the } ортосундагы соода, { $period } ({ $statistics }): { $total }.

heading-contacts = Байланыш
contact-general = Суроолор.
contact-press = Басма сөз.
contact-investment = Инвестиция.
contact-trade = Соода.
contact-data = Маалыматтар жана оңдоолор.
citation = Шилтеме берүү үчүн: { $office }, «{ $first } – { $second }», { $issued }.

embargo = Эмбарго: { $date }, { $hour } ({ $zone }). Бул убакытка чейин жарыялоого, цитата келтирүүгө, башкага берүүгө болбойт.
