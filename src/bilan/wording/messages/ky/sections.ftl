### Бөлүмдөрдүн башы, тилкеси, туруктуу сүйлөмдөрү жана таблицалардын баштары.

partners = { $first } – { $second }
document-title = { $first } – { $second }: { $edition }, { $month }
running-head = { $edition } · { $month } · { $audience }
running-foot = { $edition }, чыккан күнү: { $issued } · маалымат күнү: { $date } · манифест { $manifest }
edition-issue = { $number }-чыгарылыш, { $issue }-басма
lead-trade = { $period }-жылдагы өз ара соода: { $first-short } ({ $statistics }), { $second-short } ({ $statistics_other }).
lead-trade-one = { $period }-жылдагы өз ара соода: { $first-short } ({ $statistics }).
lead-pace =
    { $pace-precision ->
        [approximate] { $other-precision ->
            [approximate] Максат ({ $deadline }-жыл): { $target-short }; зарыл жылдык өсүш: { $pace } же { $other-plain }.
           *[other] Максат ({ $deadline }-жыл): { $target-short }; зарыл жылдык өсүш: { $pace } же { $other }.
        }
       *[other] Максат ({ $deadline }-жыл): { $target-short }; зарыл жылдык өсүш: { $pace } же { $other }.
    }
lead-empty = Бул күнгө карата өлкөлөр ортосундагы соода боюнча маалымат жок.

kpi-total = Соода, { $statistics }
kpi-target = Максат, { $deadline }-жыл
kpi-target-none = Жарыяланган максат
kpi-investment = Инвестиция, { $investor-the } → { $host-in }, билдирүү
kpi-change = жылдык өзгөрүү: { $change }
kpi-no-change = салыштыра турган мурунку жыл жок
kpi-pace =
    { $pace-precision ->
        [approximate] { $other-precision ->
            [approximate] зарыл жылдык өсүш: { $pace } же { $other-plain }
           *[other] зарыл жылдык өсүш: { $pace } же { $other }
        }
       *[other] зарыл жылдык өсүш: { $pace } же { $other }
    }
kpi-stated = билдирилди: { $when }
kpi-span = мамычалар: { $from }–{ $last }
kpi-declared = жарыяланды: { $when }

standing-trade = Ар көрсөткүч кимдин статистикасы экенин айтат; алар эч качан аралаштырылбайт. Маалыматы жок жылдар бош калат.
standing-mirror = Ошол эле товар өнөктөштүн отчетунда да катталат. Импорттоочунун отчету, жеткирүү баасы менен, экспорттоочунукунан аздап жогору болууга тийиш.
standing-investment = Топтолгон суммалар – баштапкы жылдары ар башка билдирүүлөр: базасы бирдейлерин гана салыштыруу керек, чынжырлаштырууга болбойт.
standing-projects = «План боюнча»: далилдин жашы { $watch } күндөн ашпайт; «көзөмөлдө»: { $silent } күндөн ашпайт; убада кылынган күн өтсө – «кечигүүдө».
standing-agreements = Келишимдер, ратификациялар жана жолугушуулар; күнү белгилүү тактыкта берилди.
standing-targets = Максат өз жылында өнөктөш өлкөлөрдүн статистикасы менен бааланат; кийинки максат мурункусун алмаштырат.
standing-macro = Маалымат күнүнө белгилүү акыркы көрсөткүчтөр, ар өлкөнүн өз статистикасы боюнча.
standing-claims = Баштапкы макаланын билдирүүлөрү ({ $source }, { $date }). Эсептелген корутундулар «{ $mark }» деп белгиленген.
computed-mark = маалымат боюнча
declared-mark = далил боюнча
heading-says = Бул чыгарылыштын тыянактары
heading-points = Жолугушуу үчүн маселелер
heading-since = Мурунку чыгарылыштан бери


table-trade = Жылдар жана отчет берүүчү өлкөлөр боюнча соода, жарыялангандай
table-mirror = Ар агымдын кош эсеби
table-investment-flow = Тике инвестициялардын жылдык агымы
table-investment = Топтолгон суммалар, билдирүүлөр боюнча
table-agreements = Акыркы жылдардагы макулдашуулар жана жолугушуулар
table-targets = Жалпы соода боюнча максаттар
column-statistics-total = Жалпы, { $statistics }
column-exports-of = Экспорт, { $statistics }
column-imports-of = Импорт, { $statistics }
column-flow = Агым
column-gap = Айырма
column-ratio = Катыш
column-base = Базасы
column-stated = Билдирилди
column-outcome = Натыйжа
column-verdict = Корутунду
column-series = Эмне үчүн колдонулду
flow-direction = { $seller } → { $buyer }
base =
    { $base ->
        [independence] эгемендик алгандан бери
        [year] { $since }-жылдан бери
        [span] { $years } жыл ичинде
       *[none] базасы көрсөтүлгөн эмес
    }
target-met = Аткарылды
target-missed = Аткарылган жок
target-disputed = Статистика ар башка
target-superseded = Алмашты
target-open = Мөөнөтү келе элек
target-unknown = Маалымат жок
target-reached = { $amount } ({ $statistics })
list-pair = { $one }; { $other }
no-deadline = жок
no-due = —
verdict-inconsistent = Өзүнө каршы
verdict-not-met = Божомол акталбады
verdict-disputed = Статистика ар башка

note-scope-lead = Камтуусу.
note-scope = Товарлар гана, учурдагы АКШ доллары менен. Ар көрсөткүч маалымат күнүнө акыркы жарыялангандай берилди; айга чейин гана белгилүү күн ошол айдын акыркы күнүнөн эсептелет.
note-rounding-lead = Тегеректөө.
note-rounding = Суммалар жарыяланган мааниден { $digits } маанилүү цифрага чейин тегеректелди; өзгөрүүлөр тегеректөөгө чейин эсептелди. «Болжол менен» – баалоолор жана тегеректелген маанилерден эсептелгендер, «кеминде» жана «көп дегенде» – чектер.
note-mirror-lead = Күзгү айырмасы.
note-mirror = Сатып алуучунун импорту минус сатуучунун экспорту, ошол эле жыл боюнча.
note-share-lead = Соодадагы үлүш.
note-share = Өнөктөш менен сооданын бүт товар соодасына катышы. Бүт товар соодасы – Дүйнөлүк банктын «товар соодасы / ИДӨ» көрсөткүчү менен ИДӨ көбөйтүндүсү, ошол эле жарыялоо боюнча.
note-missing-lead = Жетишпейт.
note-missing = { $what }: мааниси жок, ойдон толтурулбайт.
note-problem-lead = Байкалды.
note-gate = Эскертүү берген текшерүүлөр: { $count }; алардын саптары манифестте берилди.

used-trade = соода
used-gdp = ИДӨ
used-population = калктын саны
used-inflation = керектөө баалары
used-goods-share = товар соодасы / ИДӨ
used-investment = инвестиция
closing-check = Санды текшерүү
closing-contact = Оңдоо же суроо
closing-office = Чыгаруучу
not-dated = күнү көрсөтүлгөн эмес
fig-source-as-of = { $source }; маалымат күнү: { $date }.
fig-as-of = Маалымат күнү: { $date }.
sources-of = Булактар: { $source }
cover-edition = Чыгарылыш
