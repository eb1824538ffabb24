### `bilan serve` барактары: навигация, формалар, абалдар, баш тартуулар.

## Алкак

web-skip = Негизги мазмунга өтүү
web-navigation = Барактар
web-editions = Чыгарылыштар
web-build = Азыр даярдоо
web-schedule = Чыгаруу графиги
web-deliveries = Таратуу
web-data = Маалымат
web-preview = Алдын ала көрүү
web-health = Системанын абалы
web-jobs = Тапшырмалар
web-api = API сүрөттөмөсү
web-accounts = Эсеп жазуулары
web-logout = Чыгуу
web-yes = ооба
web-all = Баары
web-find = Издөө
web-percent = { $percent }%
web-what = Эмне
web-at = Күнү жана убактысы
web-open = Ачуу

## Баш тартуулар

web-refused = Аракет аткарылган жок
web-refused-401 = Адегенде кирүү керек
web-refused-403 = Уруксат жок
web-refused-404 = Эч нерсе табылган жок
web-refused-409 = Абал өзгөрүп кетти
web-refused-422 = Сурам кабыл алынбайт
web-refused-429 = Сурамдар өтө тез-тез, бир аз күтө туруңуз
web-refused-503 = Убактылуу жеткиликсиз
web-not-found = Бул даректе барак жок.
web-stale-form = Бул форма эми жараксыз.
web-reload = Артка кайтып, баракты жаңыртып, форманы кайра жөнөтүңүз.

## Чыгарылыштар

web-latest = Акыркы чыгарылыштар
web-search = Издөө
web-month = Ай
web-nothing-found = Бул издөө боюнча эч нерсе табылган жок.
web-build-first = Биринчисин даярдоо
web-superseded = Бул басма кийинкиси менен алмаштырылды.
web-withdrawn = Бул чыгарылыш кайтарып алынды.
web-download-pdf = PDF жүктөп алуу
web-read = Экрандан окуу
web-pdf-title = Чыгарылыштын PDF беттери
web-headlines = Негизги көрсөткүчтөр
web-findings = Тыянактар
web-numbers-open = Ар бир сан өзүнүн келип чыгышына алып барат.
web-changes = Мурунку чыгарылыштан берки өзгөрүүлөр
web-compare = Салыштыруу
web-compare-with = Кайсы чыгарылыш менен
web-compare-readings = Көрсөткүчтөр жана тыянактар
web-compare-text = Тексттерди катар коюу
web-no-other = Салыштыра турган башка чыгарылыш жок.
web-no-change = Айырма жок.
web-change = Өзгөрүү
web-before = Мурда
web-after = Кийин
web-change-crossed = чектен өттү
web-change-target = жарыяланган максат
web-change-meaning = сүйлөмдүн мааниси
web-change-revised = кайра каралды
web-change-project = долбоор
web-change-new = жаңы
web-change-event = окуя
web-change-stale = эскирди
web-change-recovered = кайра жаңырды
web-change-dropped = алынып салынды
web-change-method = башкача эсептелди
web-warnings = Эскертүүлөр
web-count-warnings = Эскертүүлөр: { $count }
web-receipts = Жеткирүүнүн натыйжалары
web-each-receipt = Ар бир алуучу
web-recipient = Алуучу
web-channel = Канал
web-nobody = Бул чыгарылыштын алуучусу болгон жок.
web-made-from = Чыгарылыштын негизи
web-made-from-why = Бирдей мазмун бирдей байттарды берет: бул хештер чыгарылыштын эмнеден даярдалганын көрсөтөт.
web-made-data = Маалымат
web-made-definitions = Аныктамалар
web-made-template = Үлгүлөр
web-made-brand = Фирмалык стиль
web-made-program = Программа
web-verify = Текшерүү
web-verify-why = Чыгарылыш кайра даярдалып, ар бир байт салыштырылат.
web-verified = Бардык байттар бирдей.
web-differs = Натыйжа бирдей эмес.
web-verify-notes = Бүгүн эмне башкача болмок
web-life = Оңдоо же кайтарып алуу
web-correct = Оңдоо
web-correct-why = Чыгарылыш азыркы маалымат боюнча кайра чыгарылат, биринчи бетинде ушул эскертүү турат. Аны алгандардын баарына оңдоо жөнөтүлөт.
web-withdraw = Кайтарып алуу
web-withdraw-why = Чыгарылыш кайтарып алынат. Номери жана файлдары сакталат, аны алгандардын баарына кабар жөнөтүлөт.
web-reason = Себеби
web-no-screen-page = Бул чыгарылыштын экран үчүн барагы жок.

## Сан кайдан алынган

web-trace = Келип чыгышы
web-number = Сан же көрсөткүч
web-stands-as = Басылган түрү:
web-formula = Формула
web-nature = Мүнөзү
web-published = Жарыяланды
web-inputs = Эсептөөнүн негизи
web-rows = Саптар
web-row = Сап
web-series = Катар
web-vintage = Версиянын күнү
web-derived = Эсептелиши
web-note = Эскертүү
web-source = Булак
web-as-printed = булакта басылганы:
web-trace-declared = жарыяланган, эсептелген эмес

## Тапшырмалар

web-build-why = Долбоор сизге гана көрүнөт. Чыккан чыгарылыш, аны эч нерсе токтотпосо, архивге түшөт; таратуу – өзүнчө кадам.
web-asked-partnership = Өнөктөштүк
web-asked-period = Ай
web-asked-as-of = Маалымат күнү
web-as-of-why = Көрсөтүлбөсө: айдын акыркы күнү
web-asked-audiences = Аудиториялар
web-asked-audience = Аудитория
web-asked-languages = Тилдер
web-asked-language = Тил
web-asked-draft = Долбоор
web-asked-strict = Эскертүүлөр болсо да токтотуу
web-asked-edition = Чыгарылыш
web-asked-reason = Себеби
web-asked-sample = Маалымат
web-asked-sources = Булактар
web-asked-offline = Сакталган жооптор гана
web-asked-dry-run = Сыноо, эч нерсе сакталбайт
web-asked-from = Биринчи ай
web-asked-to = Акыркы ай
web-asked-file = Файл
web-asked-sha256 = Текшерүү суммасы
web-asked-manifest-sha256 = Манифесттин текшерүү суммасы
web-sample-real = Чыныгы
web-sample-worst = Бет үчүн эң кыйын абал
web-sample-empty = Жок
web-mode = Максаты
web-mode-draft = Долбоор
web-mode-issue = Чыгаруу
web-job = Тапшырма
web-asked-by = Ким сураган
web-no-jobs = Азырынча тапшырма жок.
web-kind-build = Даярдоо
web-kind-verify = Текшерүү
web-kind-correct = Оңдоо
web-kind-preview = Алдын ала көрүү
web-kind-fetch = Маалымат чогултуу
web-kind-replay = Өткөн айлардын чыгарылыштары
web-kind-gallery = Графиктер галереясы
web-kind-archive-check = Архивди текшерүү
web-kind-archive-rebuild = Архивди калыбына келтирүү
web-kind-audit = Файлдын аудити
web-ahead =
    { $count-sign ->
        [zero] Кезек ушул тапшырмада.
       *[other] Буга чейинки тапшырмалар: { $count }.
    }
web-left = Калган убакыт: болжол менен { $seconds }{ "\u00A0" }с.
web-progress = Аткарылышы
web-stage-fonts = Ариптер
web-stage-data = Маалымат
web-stage-compose = Түзүү
web-stage-render = Беттөө жана аудит
web-stage-publish = Чыгаруу
web-cancel = Жокко чыгаруу
web-unchanged = өзгөрүүсүз: мурда чыккан чыгарылыш
web-draft-why = Долбоор: чыгарылган эмес, сизге жана бекитүүгө укугу барларга көрүнөт.
web-held-why = Төмөнкү себептерден улам токтотулду, чыгарылган жок:
web-preview-why = Аудиториянын беттери азыркы үлгүлөрү боюнча. Эч нерсе чыгарылбайт.

## Абалдар

web-state-issued = Чыкты
web-state-superseded = Алмаштырылды
web-state-withdrawn = Кайтарып алынды
web-state-due = Мөөнөтү келди
web-state-waiting = Күтүүдө
web-state-running = Аткарылууда
web-state-cancelling = Жокко чыгарылууда
web-state-done = Бүттү
web-state-held = Токтотулду
web-state-awaiting = Бекитүүнү күтүүдө
web-state-failed = Ишке ашкан жок
web-state-cancelled = Жокко чыгарылды
web-state-skipped = Өткөрүп жиберилди
web-state-lost = Үзүлдү
web-state-pending = Жөнөтүлөт
web-state-sending = Жөнөтүлүүдө
web-state-sent = Жөнөтүлдү
web-state-deferred = Кийинкиге калтырылды
web-state-refused = Кабыл алынган жок
web-state-unknown = Белгисиз
web-state-pass = Туура
web-state-warn = Эскертүү
web-state-hold = Токтотот
web-state-active = Колдонууда
web-state-locked = Убактылуу бөгөттөлгөн
web-state-disabled = Ажыратылган

## Чыгаруу графиги, таратуу, системанын абалы

web-open-work = Бүтө электери
web-due-at = Мөөнөтү
web-next = Алдыдагылары
web-rule = Чыгаруу графиги
web-rules = Эрежелер
web-on-demand = Сурап алуу боюнча
web-rule-first-day = айдын биринчи күнү
web-rule-last-day = айдын акыркы күнү
web-rule-first-working-day = айдын биринчи жумуш күнү
web-rule-last-working-day = айдын акыркы жумуш күнү
web-rule-nth = айдын № { $nth } { $kind }
web-rule-last = айдын аягынан санаганда № { $nth } { $kind }
web-rule-deadline = маалымат келгенде, эң кеч: { $rule }
web-rule-kind-day = күнү
web-rule-kind-working-day = жумуш күнү
web-rule-kind-monday = дүйшөмбү
web-rule-kind-tuesday = шейшемби
web-rule-kind-wednesday = шаршемби
web-rule-kind-thursday = бейшемби
web-rule-kind-friday = жума
web-rule-kind-saturday = ишемби
web-rule-kind-sunday = жекшемби
web-run-now = Азыр ишке киргизүү
web-past = Өткөндөрү
web-why = Себеби
web-nothing-next = Алдыда мөөнөт жок: bilan.toml файлында чыгаруу графиги берилген эмес.
web-nothing-past = Азырынча мөөнөтү келгени жок.
web-look-first = Беттерди көрүү
web-act-hold = Токтотуу
web-act-release = Улантууга уруксат берүү
web-act-retry = Кайталоо
web-act-cancel = Жокко чыгаруу
web-act-approve = Бекитүү
web-decide = Чечим
web-send-again = Кайра жөнөтүү
web-it-arrived = Алынганын ырастоо
web-no-deliveries = Азырынча эч нерсе жөнөтүлгөн жок.
web-and-more = Жана дагы: { $count }
web-well = Баары жайында.
web-not-well = Адамдын кийлигишүүсү зарыл:
web-last-look = Мөөнөттөрдү акыркы текшерүү
web-looks = Ишке киргенден берки текшерүүлөр
web-failed-looks = Анын ичинде ишке ашпаганы

## Маалымат

web-revisions = Кайра каралган маалыматтар
web-upload = Таблицаны сынап көрүү
web-gate = Текшерүүлөр
web-gate-clean = Текшерүүлөр маалыматтан кемчилик тапкан жок.
web-course = Динамика
web-periods = Мезгилдердин саны
web-publications = Жарыялоолордун саны
web-last-value = Акыркы маанинин мезгили
web-period = Мезгил
web-value = Мааниси
web-unit = Өлчөм бирдиги
web-counts = эсепке алынат
web-chart-alt = { $series }: { $first } – { $last }, мурда жарыялангандары менен бирге
web-chart-vintages = Бозомук сызыктар: мурда жарыяланган версиялар; жарыяланган күндөрү:
web-since = Башталган күнү
web-until = Аяктаган күнү
web-small-too = Майда тактоолорду жана жаңы маанилерди кошо
web-no-revisions = Кайра каралган маалымат жок.
web-event-first = алгачкы жарыялоо
web-event-repeated = кайталанды
web-event-revised = кайра каралды
web-event-returned = мурунку маанисине кайтты
web-event-withdrawn = кайтарып алынды
web-event-restored = калыбына келтирилди
web-event-forecast = божомол
web-event-outcome = иш жүзүндөгү маани
web-event-statement = билдирүү
web-event-rebased = катар башка базага өткөрүлдү
web-event-new = жаңы

## Эсеп жазуулары

web-login = Кирүү
web-login-wrong = Аты же сырсөзү туура эмес.
web-nobody-yet = Азырынча эсеп жазуусу жок. Сервердин өзүндө түзүлөт:
web-name = Аты
web-password = Сырсөз
web-password-old = Азыркы сырсөз
web-password-new = Жаңы сырсөз
web-role = Ролу
web-role-view = окуйт
web-role-run = даярдайт
web-role-approve = бекитет
web-role-admin = башкарат
web-tokens = Токендер
web-tokens-why = Сиздин атыңыздан API колдонгон программалар үчүн.
web-token-once = Бул токен азыр гана көрсөтүлөт:
web-token-for = Максаты
web-make-token = Токен түзүү
web-days = Күндөрдүн саны
web-used = Акыркы колдонулушу
web-revoke = Күчүн жоюу
web-ended = күчүн жоготкон
web-change-it = Өзгөртүү
web-add-account = Эсеп жазуусун кошуу
web-let-in = Кошуу
web-shut-out = Ажыратуу
web-no-account = Кирүүсүз иштөөдө эсеп жазуулары жок.

## Таблицаны сыноо

web-upload-why = Таблица эмнени өзгөртмөк, ошону көрсөтөт; эч нерсе өзгөрбөйт.
web-file = CSV файлы
web-table = Алмаштырылуучу таблица
web-table-new = Жаңы таблица
web-try = Сынап көрүү
web-would-add = Жаңы
web-would-revise = Кайра каралган
web-would-withdraw = Кайтарып алынган
web-would-keep = Өзгөрүүсүз
web-problems-new = Өтпөй кала турган текшерүүлөр
web-problems-gone = Кайра өтө турган текшерүүлөр
web-upload-wrong = Таблицаны колдонуу мүмкүн эмес:
