### Диаграммалар: ичиндеги белгилер, алдыдагы мезгилдин желпүүрү, карта, алмаштыруучу тексттеги бурулуштар жана галерея.

chart-provisional = алдын ала
chart-observed = байкалган
chart-outlook = алдыдагы мезгил
chart-level = натыйжалардын { $level }%
chart-alt-direction =
    { $direction ->
        [up] Аягы башынан жогору.
        [down] Аягы башынан төмөн.
       *[level] Аягы башы менен бирдей.
    }
chart-alt-highest = Эң жогоркусу: { $value } ({ $period }).
chart-alt-lowest = Эң төмөнкүсү: { $value } ({ $period }).

fig-outlook-title = { $series }, { $period }: { $low } – { $high }
fig-outlook-subtitle =
    { $scale ->
        [billion] Млрд АКШ доллары; чекиттүү чектердин ортосундагы боз аянт: Bilan тутумунун өз эсеби боюнча аралык, расмий божомол эмес
       *[million] Млн АКШ доллары; чекиттүү чектердин ортосундагы боз аянт: Bilan тутумунун өз эсеби боюнча аралык, расмий божомол эмес
    }
fig-outlook-alt = Сызык (акыркысы { $period }), андан ары аралык. Байкалганы: { $first } ({ $first_period }), { $last } ({ $period }). Аралык ({ $end }): { $low } – { $high }, натыйжалардын { $level }% сыят.

fig-map-title = Координаттары белгилүү жерлер: { $placed }
fig-map-title-apart = { $one } – { $other }: { $distance }, түз сызык менен
fig-map-subtitle = Чарчы: борбор шаарлар; чекит: шаарлар. Сүлөкөттөр { $source } жарыялагандай; алар чек ара боюнча көз караш билдирбейт.
fig-map-not-drawn = Координаттары жарыяланбаган өткөрүү пункттары тартылган эмес.
fig-map-alt = Карта: { $first } жана { $second }. Аталган жерлер: { $places }.
fig-map-scale = { $length } км

gallery-title = Диаграммалардын галереясы
gallery-standing = Диаграмманын ар түрү: адаттагы маалыматтар менен, эң оор маалыматтар менен жана маалымат жетишпегенде.
gallery-synthetic = Ойдон чыгарылган сандар: диаграмманын түрүн гана көрсөтөт, өлкөлөр жөнүндө эч нерсе айтпайт.
gallery-case-usual = Адаттагы маалыматтар
gallery-case-worst = Эң оор учур
gallery-case-missing = Маалымат жетишпейт
gallery-alt = Алмаштыруучу текст:
gallery-source = Ойдон чыгарылган маалыматтар, { $date }
gallery-kind-forms = Бөлүктөр түссүз кантип айырмаланат
gallery-kind-trade-bars = Жылдар боюнча мамычалар, максат менен салыштыруу
gallery-kind-line = Сызыктар, максат менен салыштыруу
gallery-kind-fan = Желпүүр: алдыдагы мезгил
gallery-kind-mirror-pair = Күзгү жуп: ошол эле товардын кош эсеби
gallery-kind-contribution = Өзгөрүүгө кошулган салымдар
gallery-kind-multiples = Чакан диаграммалардын катары
gallery-kind-sparkline = Чакан сызыктар
gallery-kind-timeline = Убакыт сызыгы
gallery-kind-ranking = Рейтинг, мисалы товарлар боюнча соода
gallery-kind-share = Бүтүндүн бөлүктөрү
gallery-kind-slope = Жылдар ортосундагы эңкейиш
gallery-kind-dumbbell = Жуп маанилер
gallery-kind-tracker = Долбоорлордун жүрүшү
gallery-kind-map = Карта
gallery-kind-motif = Мукабадагы сүлөкөттөр
gallery-found-last = { $name }: { $last } ({ $period })
gallery-found-change = { $name }: { $first } ({ $first_period }) → { $last } ({ $period })
gallery-found-range = { $name }, { $period }: { $low } – { $high }
gallery-found-first = { $name } алдыда: { $last }
gallery-found-gap = Ошол эле товардын кош эсебинин айырмасы: { $gap }
gallery-found-none = { $name }: азырынча белгисиз
gallery-found-forms = Толук: акыркы; туурасынан штрих: алдын ала; кыйгач штрих: баалоо; үзүк: божомол; бош: өнөктөштүн маалыматтары
gallery-found-lines = Туташ: акыркы; үзүк: алдын ала же баалоо; чекиттүү: божомол; ичке, тегерекчелүү: өнөктөштүн маалыматтары
gallery-found-pair = { $name }: { $value }
gallery-span = { $first } – { $last }
gallery-alt-none = { $name }: мааниси жок.
gallery-unit = Ойдон чыгарылган; млрд АКШ доллары
gallery-unit-share = Ойдон чыгарылган; бүтүндүн бөлүгү
gallery-unit-plain = Ойдон чыгарылган
gallery-trade = Жалпы соода
gallery-promised = Долбоорлордун баскычтары
gallery-milestones = Маанилүү баскычтар
gallery-whole = жалпы
gallery-aim = Максат { $value }
gallery-gap = айырма { $gap }
gallery-product-fuels = Минералдык отун жана мунай
gallery-product-cereals = Дан жана ун
gallery-product-iron = Кара металлдар
gallery-product-vehicles = Унаалар жана тетиктери
gallery-product-fruit = Жашылча-жемиш
gallery-product-clothes = Кийим жана текстиль
gallery-product-long = Минералдык отун, мунай жана аларды айдоо продуктулары; битумдуу заттар; минералдык момдор
gallery-project-plant = Күн электр станциясы
gallery-project-border = Чек арадагы логистикалык борбор
gallery-project-long = Кошумча өткөөлү, транзиттик терминалдары жана таразалары бар чек ара аркылуу өткөн жолду реконструкциялоо
gallery-verdict-track = план боюнча
gallery-verdict-late = кечигүүдө
gallery-verdict-silent = жаңы кабар жок
gallery-event-treaty = Достук жөнүндө келишим
gallery-event-protocol = Өткөрүү пункттары жөнүндө протокол
gallery-event-long = Документтерди өз ара таануу жөнүндө макулдашуу, узун аталышы бир нече сапка созулат
gallery-place-one = Порт
gallery-place-two = Өнөктөштүн борбор шаары
gallery-place-three = Тоо ашуусундагы өткөрүү пункту

heading-map = Карта
