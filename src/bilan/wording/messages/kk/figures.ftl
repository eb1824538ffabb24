### Суреттердің атаулары (тұжырымды айтады), тақырыпшалары, белгілері мен балама мәтіндері.

fig-trade-title = Мақсатқа дейін: { $one } ({ $statistics }), { $other } ({ $statistics_other })
fig-trade-title-one = Мақсатқа дейін: { $one } ({ $statistics })
fig-trade-title-plain = Жалпы сауда, жылдар мен есеп беруші елдер бойынша
fig-trade-subtitle = Тауар айналымы (экспорт пен импорт), млрд АҚШ доллары, күнтізбелік жылдар; штрих: бағалау немесе есептелген мән
fig-trade-alt = Жылдық сауда бағандары, млрд АҚШ доллары.
fig-trade-alt-reporter = Сауда ({ $statistics }): { $first_period } жылы { $first }, { $last_period } жылы { $last }.
fig-trade-alt-year = Сауда ({ $statistics }): { $last_period } жылы { $last }.
fig-trade-alt-aim = Мақсат: { $deadline } жылға қарай { $target }.
fig-trade-alt-goal = Мақсат: { $target }, мерзімі жоқ.
fig-aim = Мақсат { $value }
fig-to-go = { $distance } қалды
fig-mirror-title = { $seller-the } экспортының әр долларына { $buyer-the } импорты: { $ratio }
fig-mirror-subtitle = Тауарлар, бағыты бойынша, млрд АҚШ доллары, { $period }
fig-mirror-alt = Қос жолақтар, { $period }.
fig-mirror-alt-more = { $seller } → { $buyer }: экспорт { $exports }, импорт { $imports }.
fig-exports-by = сатылды, { $statistics }
fig-imports-by = сатып алынды, { $statistics }
fig-gap = айырма { $gap }, қатынас { $ratio }
fig-contribution-title =
    { $larger ->
        [imports] Өсімге импорт көбірек үлес қосты
       *[exports] Өсімге экспорт көбірек үлес қосты
    }
fig-contribution-title-down =
    { $larger ->
        [imports] Төмендеу көбінесе импорттан
       *[exports] Төмендеу көбінесе экспорттан
    }
fig-contribution-subtitle = Пайыздық тармақ, { $period }, { $statistics }
fig-contribution-alt = Сауда өсіміне қосылған үлес, { $period }: экспорт { $exports }, импорт { $imports }, барлығы { $total }.
fig-exports = Экспорт
fig-imports = Импорт
fig-growth = Өсім
fig-macro-title = ЖІӨ: { $larger-of } көрсеткіші { $smaller-of } көрсеткішінен { $times } есе көп
fig-macro-title-plain = Серіктес экономикалар қатар
fig-macro-title-one = Экономика: { $known-the }; дерек жоқ: { $wanting-the }
fig-macro-subtitle = Жылдар бойынша; әр панельдің шәкілі өзінікі
fig-macro-alt = Елдер бойынша жылдық сызықтар.
fig-macro-alt-panel = { $panel }: { $countries }.
fig-macro-alt-country = { $country } { $value } ({ $period })
panel-gdp = ЖІӨ, млрд АҚШ доллары
panel-population = Халық саны, млн
panel-inflation = Тұтыну бағалары, жылына %
fig-agreements-title = { $since } жылдан бергі кезеңдер; соңғысы: { $event }
fig-agreements-subtitle = Шарттар, хаттамалар мен ратификациялар; толық белгі: деректер күніне дейінгі соңғы жылда; бос белгі: бұрынырақ
fig-agreements-alt = Уақыт сызығы, көрсетілген оқиғалар: { $count }. Алғашқысы: { $first } ({ $since }); соңғысы: { $last } ({ $until }).
spark-alt = Шағын диаграмма: { $last } ({ $period }).
