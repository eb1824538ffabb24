### Инвестор мен баспасөзге арналған басылымдар: нарықтар, тәуекелдер, дәйексөздер, байланыстар, эмбарго.

heading-opportunity = Мүмкіндіктер
standing-opportunity = Серіктес нарықтар өз деректері бойынша, әрқайсысы өз жылымен. Өткен жыл келесі жылға уәде емес.
table-opportunity = Серіктес нарықтар, соңғы белгілі мән
table-amounts = Жобалардың мәлімделген құны
column-market = Көрсеткіш
market-value = { $value-short } ({ $period })
market-macro-gdp = ЖІӨ
market-macro-gdp_growth = ЖІӨ өсімі
market-macro-population = Халық саны
market-macro-gdp_per_person = Жан басына шаққандағы ЖІӨ
market-macro-inflation = Тұтыну бағаларының өсуі
market-trade-total = Серіктеспен сауда
market-trade-cagr = Сол сауданың орташа жылдық өзгерісі
market-investment-net_inflow_share = Тікелей инвестицияның таза ағыны / ЖІӨ
name-project-amount = Жобаның мәлімделген құны, { $period }

heading-risks = Тәуекелдер
standing-risks = Уақыт пен қаржы шығынына әкелуі мүмкін жайттар, ең ауыры бірінші, дәлелінің күнімен. Тізімде жоғы тексерілмеген.
risk-late = Мерзімі өткен
risk-watch = Назарда
risk-unknown = Дәлел жоқ
risk-evidence = Дәлелдің күні: { $published }.
no-risk = Деректер күніне ешқандай ереже тәуекел таппады.

heading-quotes = Дәйексөздер
standing-quotes = Бұл сөйлемдерді дереккөзімен сөзбе-сөз келтіруге болады.
quote-trade-growth =
    { $direction ->
        [up] { $first-the } және { $second-the } арасындағы { $period } жылғы тауар саудасы { $statistics } бойынша { $total } болды; алдыңғы жылмен салыстырғандағы өсім: { $growth-abs }.
        [down] { $first-the } және { $second-the } арасындағы { $period } жылғы тауар саудасы { $statistics } бойынша { $total } болды; алдыңғы жылмен салыстырғандағы төмендеу: { $growth-abs }.
       *[stable] { $first-the } және { $second-the } арасындағы { $period } жылғы тауар саудасы { $statistics } бойынша { $total } болды, алдыңғы жылмен салыстырғанда шамамен өзгеріссіз.
    }
quote-totals-differ = { $first-the } және { $second-the } арасындағы { $period } жылғы сауда: { $statistics_high } бойынша { $high }, { $statistics_low } бойынша { $low }.
quote-trade-balance = { $period } жылғы тауар ағыны ({ $statistics }): { $seller-the } → { $buyer-to } бағытында { $more }, кері бағытта { $less }.
quote-partner-share = { $period } жылғы тауар саудасы: { $country-the } саудасындағы { $partner-of } үлесі { $share }, { $partner-the } саудасындағы { $country-of } үлесі { $other }.
quote-target-pace = Жарияланған мақсат – { $deadline } жылға қарай { $target }; ол үшін { $first-the } және { $second-the } арасындағы сауданың жылдық өсімі { $statistics } бойынша { $pace }, { $statistics_other } бойынша { $other } болуы керек.
quote-target-missed = { $deadline } жылғы { $target } мақсаты орындалмады: { $first-the } және { $second-the } арасындағы сауда { $statistics } бойынша { $total }, { $statistics_other } бойынша { $other } болды.
quote-investment-stated =
    { $base ->
        [independence] Мәлімдеме ({ $stated-when }) бойынша { $investor-the } → { $host-in } бағытындағы инвестиция тәуелсіздік алғаннан бері { $total } болды.
        [year] Мәлімдеме ({ $stated-when }) бойынша { $investor-the } → { $host-in } бағытындағы инвестиция { $since } жылдан бері { $total } болды.
        [span] Мәлімдеме ({ $stated-when }) бойынша { $investor-the } → { $host-in } бағытындағы инвестиция { $years } жыл ішінде { $total } болды.
       *[none] Мәлімдеме ({ $stated-when }) бойынша { $investor-the } → { $host-in } бағытындағы инвестиция { $total } болды.
    }
quote-year-to-date = { $first-the } және { $second-the } арасындағы сауда, { $period } ({ $statistics }): { $total }.

heading-contacts = Байланыс
contact-general = Сұрақтар.
contact-press = Баспасөз.
contact-investment = Инвестиция.
contact-trade = Сауда.
contact-data = Деректер мен түзетулер.
citation = Сілтеме жасау үшін: { $office }, «{ $first } – { $second }», { $issued }.

embargo = Эмбарго: { $date }, { $hour } ({ $zone }). Осы уақытқа дейін жариялауға, дәйексөз келтіруге, біреуге беруге болмайды.
