### Тыянактын тексти: кара башталыш жана сүйлөм. Сандар аргумент болуп келет, бул жерде жазылбайт; санга да, аталышка да мүчө жалганбайт.

statistics = { $adjective } статистика
statistics-fallback = { $country-of } статистикасы
country-the = { $country }
country-of = { $country }
country-to = { $country }
country-in = { $country }
when = { $date }
when-unknown = күнү көрсөтүлгөн эмес

finding-trade-growth-lead =
    { $direction ->
        [up] Соода өстү.
        [down] Соода төмөндөдү.
       *[stable] Соода дээрлик өзгөргөн жок.
    }
finding-trade-growth =
    { $direction ->
        [up] { $period }-жылдагы өз ара соода ({ $statistics }): { $total }, мурунку жылга салыштырмалуу өсүш: { $growth-abs }.
        [down] { $period }-жылдагы өз ара соода ({ $statistics }): { $total }, мурунку жылга салыштырмалуу төмөндөө: { $growth-abs }.
       *[stable] { $period }-жылдагы өз ара соода ({ $statistics }): { $total }, мурунку жылга салыштырмалуу дээрлик өзгөргөн жок.
    }{ finding-status }
finding-trade-balance-lead = Оң сальдо: { $seller-the }.
finding-trade-balance = { $period }-жылдагы товар агымы ({ $statistics }): { $seller-the } → { $buyer-to } багытында { $more }, кайра багытта { $less }.{ finding-status }
finding-totals-differ-lead = Статистика ар башка.
finding-totals-differ = { $period }-жылдагы соода: { $high-short } ({ $statistics_high }), { $low-short } ({ $statistics_low }); айырма: { $gap-abs }.{ finding-status }
finding-mirror-below-lead =
    { $side ->
        [below] Сатып алуу эсеби сатуу эсебинен төмөн.
       *[above] Сатып алуу эсеби сатуу эсебинен жогору.
    }
finding-mirror-below = { $period }-жылы катталган товар: сатуучу { $seller-the } эсебинде { $exports }, сатып алуучу { $buyer-the } эсебинде { $imports }; катыш: { $ratio }.{ finding-status }
finding-partner-share-lead = Салмагы тең эмес.
finding-partner-share = { $period }-жылдагы товар соодасы: { $country-the } соодасындагы { $partner-of } үлүшү { $share }, { $partner-the } соодасындагы { $country-of } үлүшү { $other }.{ finding-status }
finding-year-to-date-lead =
    { $direction ->
        [up] Жыл башынан берки соода өстү.
        [down] Жыл башынан берки соода төмөндөдү.
        [stable] Жыл башынан берки соода дээрлик өзгөргөн жок.
       *[levels] Жыл башынан берки соода.
    }
finding-year-to-date =
    { $direction ->
        [up] Өз ара соода, { $period } ({ $statistics }): { $total }, өткөн жылдын ошол айларына салыштырмалуу өсүш: { $growth-abs }.
        [down] Өз ара соода, { $period } ({ $statistics }): { $total }, өткөн жылдын ошол айларына салыштырмалуу төмөндөө: { $growth-abs }.
        [stable] Өз ара соода, { $period } ({ $statistics }): { $total }, өткөн жылдын ошол айларына салыштырмалуу дээрлик өзгөргөн жок.
       *[levels] Өз ара соода, { $period } ({ $statistics }): { $total }.
    }{ finding-status }
finding-target-pace-lead = Максатка жетүү үчүн көбүрөөк өсүш керек.
finding-target-pace = Максат: { $target }, мөөнөтү { $deadline }-жыл; зарыл жылдык өсүш: { $pace } ({ $statistics }), { $other } ({ $statistics_other }).{ finding-status }
finding-target-missed-lead = Мөөнөтү бүткөн акыркы максат аткарылган жок.
finding-target-missed = { $deadline }-жылдагы максат: { $target }; өз ара соода: { $total } ({ $statistics }), { $other } ({ $statistics_other }).{ finding-status }
finding-project-late-lead = { $project }: кечигүүдө.
finding-project-late = Мөөнөтү: { $due }; акыркы далилдин күнү: { $evidence }.
finding-project-silent-lead = { $project }: жаңы далил жок.
finding-project-silent = Акыркы далилдин күнү: { $evidence }; маалымат күнүнө чейин { $age } күн өттү.
finding-investment-stated-lead = Инвестиция, билдирүү боюнча.
finding-investment-stated =
    { $base ->
        [independence] Билдирүү ({ $stated-when }): { $investor-the } → { $host-in } багытындагы инвестиция эгемендик алгандан бери { $total }.
        [year] Билдирүү ({ $stated-when }): { $investor-the } → { $host-in } багытындагы инвестиция { $since }-жылдан бери { $total }.
        [span] Билдирүү ({ $stated-when }): { $investor-the } → { $host-in } багытындагы инвестиция { $years } жыл ичинде { $total }.
       *[none] Билдирүү ({ $stated-when }): { $investor-the } → { $host-in } багытындагы инвестиция { $total }; баштапкы жылы айтылган эмес.
    }{ finding-status }
finding-investment-flow-lead = Жылдык агым.
finding-investment-flow = Тике инвестиция, { $investor-the } → { $host-in }: { $period }-жылы { $total }, { $earlier }-жылы { $before }.{ finding-status }
finding-announced-total-lead = Статистикасы аталбаган билдирүү.
finding-announced-total = { $period }-жылдагы соода: { $total-short } (билдирилди: { $stated-when }).{ finding-status }
finding-data-old-lead = Маалыматтар эскирди.
finding-data-old = Акыркы жылдык көрсөткүч ({ $statistics }): { $period }; жарыяланды: { $published-when }.
