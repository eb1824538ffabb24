### Бөлімдердің кіріспесі, жолағы, тұрақты сөйлемдері мен кесте бастары.

partners = { $first } – { $second }
document-title = { $first } – { $second }: { $edition }, { $month }
running-head = { $edition } · { $month } · { $audience }
running-foot = { $edition }, шыққан күні: { $issued } · деректер күні: { $date } · манифест { $manifest }
edition-issue = { $number }-басылым, { $issue }-шығарылым
lead-trade = { $period } жылғы өзара сауда: { $first-short } ({ $statistics }), { $second-short } ({ $statistics_other }).
lead-trade-one = { $period } жылғы өзара сауда: { $first-short } ({ $statistics }).
lead-pace =
    { $pace-precision ->
        [approximate] { $other-precision ->
            [approximate] Мақсат ({ $deadline } жыл): { $target-short }; қажетті жылдық өсім: { $pace } немесе { $other-plain }.
           *[other] Мақсат ({ $deadline } жыл): { $target-short }; қажетті жылдық өсім: { $pace } немесе { $other }.
        }
       *[other] Мақсат ({ $deadline } жыл): { $target-short }; қажетті жылдық өсім: { $pace } немесе { $other }.
    }
lead-empty = Бұл күнге елдер арасындағы сауда туралы дерек жоқ.

kpi-total = Сауда, { $statistics }
kpi-target = Мақсат, { $deadline } жыл
kpi-target-none = Жарияланған мақсат
kpi-investment = Инвестиция, { $investor-the } → { $host-in }, мәлімдеме
kpi-change = жылдық өзгеріс: { $change }
kpi-no-change = салыстыратын алдыңғы жыл жоқ
kpi-pace =
    { $pace-precision ->
        [approximate] { $other-precision ->
            [approximate] қажетті жылдық өсім: { $pace } немесе { $other-plain }
           *[other] қажетті жылдық өсім: { $pace } немесе { $other }
        }
       *[other] қажетті жылдық өсім: { $pace } немесе { $other }
    }
kpi-stated = мәлімделді: { $when }
kpi-span = бағандар: { $from }–{ $last }
kpi-declared = жарияланды: { $when }

standing-trade = Әр көрсеткіш кімнің статистикасы екенін айтады; олар ешқашан араластырылмайды. Дерегі жоқ жылдар бос қалады.
standing-mirror = Сол тауар серіктестің есебінде де тіркеледі. Импорттаушының есебі, тасымал құнымен, экспорттаушының есебінен сәл жоғары болуға тиіс.
standing-investment = Жинақталған сомалар – бастапқы жылдары әртүрлі мәлімдемелер: тек бірдей базадағыларын салыстыру керек, тізбектеуге болмайды.
standing-projects = «Жоспар бойынша»: дәлелдің жасы { $watch } күннен аспайды; «назарда»: { $silent } күннен аспайды; уәде етілген күн өтсе – «кешігуде».
standing-agreements = Шарттар, ратификациялар мен кездесулер; күні белгілі дәлдікпен берілген.
standing-targets = Мақсат өз жылында серіктес елдердің статистикасымен бағаланады; кейінгі мақсат алдыңғысын ауыстырады.
standing-macro = Деректер күніне белгілі соңғы көрсеткіштер, әр елдің өз статистикасы бойынша.
standing-claims = Бастапқы мақаланың мәлімдемелері ({ $source }, { $date }). Есептеліп шыққан қорытындылар «{ $mark }» деп белгіленген.
computed-mark = деректер бойынша
declared-mark = дәлелдер бойынша
heading-says = Осы басылымның тұжырымдары
heading-points = Кездесуге арналған мәселелер
heading-since = Алдыңғы басылымнан бері


table-trade = Жылдар мен есеп беруші елдер бойынша сауда, жарияланған түрінде
table-mirror = Әр ағынның қос есебі
table-investment-flow = Тікелей инвестицияның жылдық ағыны
table-investment = Жинақталған сомалар, мәлімдемелер бойынша
table-agreements = Соңғы жылдардағы келісімдер мен кездесулер
table-targets = Жалпы сауда бойынша мақсаттар
column-statistics-total = Барлығы, { $statistics }
column-exports-of = Экспорт, { $statistics }
column-imports-of = Импорт, { $statistics }
column-flow = Ағын
column-gap = Айырма
column-ratio = Қатынас
column-base = Базасы
column-stated = Мәлімделді
column-outcome = Нәтиже
column-verdict = Қорытынды
column-series = Не үшін қолданылды
flow-direction = { $seller } → { $buyer }
base =
    { $base ->
        [independence] тәуелсіздік алғаннан бері
        [year] { $since } жылдан бері
        [span] { $years } жыл ішінде
       *[none] базасы көрсетілмеген
    }
target-met = Орындалды
target-missed = Орындалмады
target-disputed = Статистика әртүрлі
target-superseded = Ауыстырылды
target-open = Мерзімі келмеген
target-unknown = Дерек жоқ
target-reached = { $amount } ({ $statistics })
list-pair = { $one }; { $other }
no-deadline = жоқ
no-due = —
verdict-inconsistent = Өзіне қайшы
verdict-not-met = Болжам орындалмады
verdict-disputed = Статистика әртүрлі

note-scope-lead = Қамтуы.
note-scope = Тек тауарлар, ағымдағы АҚШ долларымен. Әр көрсеткіш деректер күніне соңғы жарияланған түрінде берілген; айға дейін ғана белгілі күн сол айдың соңғы күнінен есептеледі.
note-rounding-lead = Дөңгелектеу.
note-rounding = Сомалар жарияланған мәннен { $digits } мәнді цифрға дейін дөңгелектелген; өзгерістер дөңгелектеуге дейін есептелген. «Шамамен» – бағалаулар мен дөңгелектелген мәндерден есептелгендер, «кемінде» және «ең көбі» – шектер.
note-mirror-lead = Айналық айырма.
note-mirror = Сатып алушының импорты минус сатушының экспорты, сол жыл бойынша.
note-share-lead = Саудадағы үлес.
note-share = Серіктеспен сауданың бүкіл тауар саудасына қатынасы. Бүкіл тауар саудасы – Дүниежүзілік банктің «тауар саудасы / ЖІӨ» көрсеткіші мен ЖІӨ көбейтіндісі, дәл сол жарияланым бойынша.
note-missing-lead = Жетіспейді.
note-missing = { $what }: мәні жоқ, ойдан толтырылмайды.
note-problem-lead = Байқалды.
note-gate = Ескерту берген дерек тексерістері: { $count }; олардың жолдары манифесте берілген.

used-trade = сауда
used-gdp = ЖІӨ
used-population = халық саны
used-inflation = тұтыну бағалары
used-goods-share = тауар саудасы / ЖІӨ
used-investment = инвестиция
closing-check = Санды тексеру
closing-contact = Түзету немесе сұрақ
closing-office = Шығарушы
not-dated = күні көрсетілмеген
fig-source-as-of = { $source }; деректер күні: { $date }.
fig-as-of = Деректер күні: { $date }.
sources-of = Дереккөздер: { $source }
cover-edition = Басылым
