### Диаграммалар: ішіндегі белгілер, алдағы кезең желпуіші, карта, балама мәтіндегі бұрылыстар және галерея.

chart-provisional = алдын ала
chart-observed = байқалған
chart-outlook = алдағы кезең
chart-level = нәтижелердің { $level }%
chart-alt-direction =
    { $direction ->
        [up] Соңы басынан жоғары.
        [down] Соңы басынан төмен.
       *[level] Соңы басымен бірдей.
    }
chart-alt-highest = Ең жоғарысы: { $value } ({ $period }).
chart-alt-lowest = Ең төмені: { $value } ({ $period }).

fig-outlook-title = { $series }, { $period }: { $low } – { $high }
fig-outlook-subtitle =
    { $scale ->
        [billion] Млрд АҚШ доллары; нүктелі шектер арасындағы сұр өріс: Bilan жүйесінің өз есебі бойынша аралық, ресми болжам емес
       *[million] Млн АҚШ доллары; нүктелі шектер арасындағы сұр өріс: Bilan жүйесінің өз есебі бойынша аралық, ресми болжам емес
    }
fig-outlook-alt = Сызық (соңғысы { $period }), одан әрі аралық. Байқалғаны: { $first } ({ $first_period }), { $last } ({ $period }). Аралық ({ $end }): { $low } – { $high }, нәтижелердің { $level }% сыяды.

fig-map-title = Координаттары белгілі жерлер: { $placed }
fig-map-title-apart = { $one } – { $other }: { $distance }, түзу сызықпен
fig-map-subtitle = Шаршы: астаналар; нүкте: қалалар. Сұлбалар { $source } жариялаған түрінде; олар ешқандай шекара туралы ұстаным білдірмейді.
fig-map-not-drawn = Координаттары жарияланбаған өткізу пункттері салынбаған.
fig-map-alt = Карта: { $first } және { $second }. Аталған жерлер: { $places }.
fig-map-scale = { $length } км

gallery-title = Диаграммалар галереясы
gallery-standing = Диаграмманың әр түрі: әдеттегі деректермен, ең қиын деректермен және дерек жетіспегенде.
gallery-synthetic = Ойдан шығарылған сандар: диаграмманың түрін ғана көрсетеді, ешбір ел туралы ештеңе айтпайды.
gallery-case-usual = Әдеттегі деректер
gallery-case-worst = Ең қиын жағдай
gallery-case-missing = Дерек жетіспейді
gallery-alt = Балама мәтін:
gallery-source = Ойдан шығарылған деректер, { $date }
gallery-kind-forms = Бөліктер түссіз қалай ажыратылады
gallery-kind-trade-bars = Жылдар бойынша бағандар, мақсатпен салыстыру
gallery-kind-line = Сызықтар, мақсатпен салыстыру
gallery-kind-fan = Желпуіш: алдағы кезең
gallery-kind-mirror-pair = Айналық жұп: сол тауардың қос есебі
gallery-kind-contribution = Өзгеріске қосылған үлестер
gallery-kind-multiples = Шағын диаграммалар қатары
gallery-kind-sparkline = Шағын сызықтар
gallery-kind-timeline = Уақыт сызығы
gallery-kind-ranking = Рейтинг, мысалы тауарлар бойынша сауда
gallery-kind-share = Бүтіннің бөліктері
gallery-kind-slope = Жылдар арасындағы еңістік
gallery-kind-dumbbell = Жұп мәндер
gallery-kind-tracker = Жобалар барысы
gallery-kind-map = Карта
gallery-kind-motif = Мұқабадағы сұлбалар
gallery-found-last = { $name }: { $last } ({ $period })
gallery-found-change = { $name }: { $first } ({ $first_period }) → { $last } ({ $period })
gallery-found-range = { $name }, { $period }: { $low } – { $high }
gallery-found-first = { $name } алда: { $last }
gallery-found-gap = Сол тауардың қос есебі арасындағы айырма: { $gap }
gallery-found-none = { $name }: әзірге белгісіз
gallery-found-forms = Толық: түпкілікті; көлденең штрих: алдын ала; қиғаш штрих: бағалау; үзік: болжам; бос: серіктестің деректері
gallery-found-lines = Тұтас: түпкілікті; үзік: алдын ала немесе бағалау; нүктелі: болжам; жіңішке, шеңберлі: серіктестің деректері
gallery-found-pair = { $name }: { $value }
gallery-span = { $first } – { $last }
gallery-alt-none = { $name }: мәні жоқ.
gallery-unit = Ойдан шығарылған; млрд АҚШ доллары
gallery-unit-share = Ойдан шығарылған; бүтіннің бөлігі
gallery-unit-plain = Ойдан шығарылған
gallery-trade = Жалпы сауда
gallery-promised = Жобалар кезеңдері
gallery-milestones = Маңызды кезеңдер
gallery-whole = барлығы
gallery-aim = Мақсат { $value }
gallery-gap = айырма { $gap }
gallery-product-fuels = Минералды отын мен мұнай
gallery-product-cereals = Астық пен ұн
gallery-product-iron = Қара металдар
gallery-product-vehicles = Көлік құралдары мен бөлшектері
gallery-product-fruit = Жеміс пен көкөніс
gallery-product-clothes = Киім мен тоқыма
gallery-product-long = Минералды отын, мұнай және оларды айдау өнімдері; битуминозды заттар; минералды балауыздар
gallery-project-plant = Күн электр станциясы
gallery-project-border = Шекарадағы логистикалық орталық
gallery-project-long = Балама өткелі, транзиттік терминалдары мен таразы бекеттері бар шекараралық жолды қайта құру
gallery-verdict-track = жоспар бойынша
gallery-verdict-late = кешігуде
gallery-verdict-silent = жаңа хабар жоқ
gallery-event-treaty = Достық туралы шарт
gallery-event-protocol = Өткізу пункттері туралы хаттама
gallery-event-long = Құжаттарды өзара тану туралы келісім, атауы ұзақ, бірнеше жолға созылады
gallery-place-one = Порт
gallery-place-two = Серіктестің астанасы
gallery-place-three = Тау асуындағы өткізу пункті

heading-map = Карта
