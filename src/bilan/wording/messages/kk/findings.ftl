### Тұжырым мәтіні: қою бастау мен сөйлем. Сандар аргумент болып келеді, мұнда жазылмайды; сан мен атауға жалғау жалғанбайды.

statistics = { $adjective } статистика
statistics-fallback = { $country-of } статистикасы
country-the = { $country }
country-of = { $country }
country-to = { $country }
country-in = { $country }
when = { $date }
when-unknown = күні көрсетілмеген

finding-trade-growth-lead =
    { $direction ->
        [up] Сауда өсті.
        [down] Сауда төмендеді.
       *[stable] Сауда өзгермеді десе болады.
    }
finding-trade-growth =
    { $direction ->
        [up] { $period } жылғы өзара сауда ({ $statistics }): { $total }, алдыңғы жылмен салыстырғандағы өсім: { $growth-abs }.
        [down] { $period } жылғы өзара сауда ({ $statistics }): { $total }, алдыңғы жылмен салыстырғандағы төмендеу: { $growth-abs }.
       *[stable] { $period } жылғы өзара сауда ({ $statistics }): { $total }, алдыңғы жылмен салыстырғанда шамамен өзгеріссіз.
    }{ finding-status }
finding-trade-balance-lead = Оң сальдо: { $seller-the }.
finding-trade-balance = { $period } жылғы тауар ағыны ({ $statistics }): { $seller-the } → { $buyer-to } бағытында { $more }, кері бағытта { $less }.{ finding-status }
finding-totals-differ-lead = Статистика әртүрлі.
finding-totals-differ = { $period } жылғы сауда: { $high-short } ({ $statistics_high }), { $low-short } ({ $statistics_low }); айырма: { $gap-abs }.{ finding-status }
finding-mirror-below-lead =
    { $side ->
        [below] Сатып алу есебі сату есебінен төмен.
       *[above] Сатып алу есебі сату есебінен жоғары.
    }
finding-mirror-below = { $period } жылы тіркелген тауар: сатушы { $seller-the } есебінде { $exports }, сатып алушы { $buyer-the } есебінде { $imports }; қатынас: { $ratio }.{ finding-status }
finding-partner-share-lead = Салмағы тең емес.
finding-partner-share = { $period } жылғы тауар саудасы: { $country-the } саудасындағы { $partner-of } үлесі { $share }, { $partner-the } саудасындағы { $country-of } үлесі { $other }.{ finding-status }
finding-year-to-date-lead =
    { $direction ->
        [up] Жыл басынан бергі сауда өсті.
        [down] Жыл басынан бергі сауда төмендеді.
        [stable] Жыл басынан бергі сауда өзгермеді десе болады.
       *[levels] Жыл басынан бергі сауда.
    }
finding-year-to-date =
    { $direction ->
        [up] Өзара сауда, { $period } ({ $statistics }): { $total }, өткен жылдың сол айларымен салыстырғандағы өсім: { $growth-abs }.
        [down] Өзара сауда, { $period } ({ $statistics }): { $total }, өткен жылдың сол айларымен салыстырғандағы төмендеу: { $growth-abs }.
        [stable] Өзара сауда, { $period } ({ $statistics }): { $total }, өткен жылдың сол айларымен салыстырғанда шамамен өзгеріссіз.
       *[levels] Өзара сауда, { $period } ({ $statistics }): { $total }.
    }{ finding-status }
finding-target-pace-lead = Мақсатқа жету үшін көбірек өсім керек.
finding-target-pace = Мақсат: { $deadline } жылға қарай { $target }; қажетті жылдық өсім: { $pace } ({ $statistics }), { $other } ({ $statistics_other }).{ finding-status }
finding-target-missed-lead = Мерзімі біткен соңғы мақсат орындалмады.
finding-target-missed = { $deadline } жылғы мақсат: { $target }; өзара сауда: { $total } ({ $statistics }), { $other } ({ $statistics_other }).{ finding-status }
finding-project-late-lead = { $project }: кешігуде.
finding-project-late = Мерзімі: { $due }; соңғы дәлелдің күні: { $evidence }.
finding-project-silent-lead = { $project }: жаңа дәлел жоқ.
finding-project-silent = Соңғы дәлелдің күні: { $evidence }; деректер күніне дейін { $age } күн өтті.
finding-investment-stated-lead = Инвестиция, мәлімдеме бойынша.
finding-investment-stated =
    { $base ->
        [independence] Мәлімдеме ({ $stated-when }): { $investor-the } → { $host-in } бағытындағы инвестиция тәуелсіздік алғаннан бері { $total }.
        [year] Мәлімдеме ({ $stated-when }): { $investor-the } → { $host-in } бағытындағы инвестиция { $since } жылдан бері { $total }.
        [span] Мәлімдеме ({ $stated-when }): { $investor-the } → { $host-in } бағытындағы инвестиция { $years } жыл ішінде { $total }.
       *[none] Мәлімдеме ({ $stated-when }): { $investor-the } → { $host-in } бағытындағы инвестиция { $total }; бастапқы жылы айтылмаған.
    }{ finding-status }
finding-investment-flow-lead = Жылдық ағын.
finding-investment-flow = Тікелей инвестиция, { $investor-the } → { $host-in }: { $period } жылы { $total }, { $earlier } жылы { $before }.{ finding-status }
finding-announced-total-lead = Статистикасы аталмаған мәлімдеме.
finding-announced-total = { $period } жылғы сауда: { $total-short } (мәлімделді: { $stated-when }).{ finding-status }
finding-data-old-lead = Деректер ескірді.
finding-data-old = Соңғы жылдық көрсеткіш ({ $statistics }): { $period }; жарияланды: { $published-when }.
