### `bilan serve` беттері: навигация, нысандар, күйлер, бас тартулар.

## Жақтау

web-skip = Негізгі мазмұнға өту
web-navigation = Беттер
web-editions = Басылымдар
web-build = Қазір дайындау
web-schedule = Шығару кестесі
web-deliveries = Тарату
web-data = Деректер
web-preview = Алдын ала қарау
web-health = Жүйенің күйі
web-jobs = Тапсырмалар
web-api = API сипаттамасы
web-accounts = Тіркелгілер
web-logout = Шығу
web-yes = иә
web-all = Барлығы
web-find = Іздеу
web-percent = { $percent }%
web-what = Не
web-at = Күні мен уақыты
web-open = Ашу

## Бас тартулар

web-refused = Әрекет орындалмады
web-refused-401 = Алдымен кіру қажет
web-refused-403 = Рұқсат жоқ
web-refused-404 = Ештеңе табылмады
web-refused-409 = Жағдай өзгеріп кетті
web-refused-422 = Сұрау қабылданбайды
web-refused-429 = Сұраулар тым жиі, сәл күте тұрыңыз
web-refused-503 = Уақытша қолжетімсіз
web-not-found = Бұл мекенжайда бет жоқ.
web-stale-form = Бұл нысан енді жарамсыз.
web-reload = Артқа оралып, бетті жаңартыңыз да, нысанды қайта жіберіңіз.

## Басылымдар

web-latest = Соңғы басылымдар
web-search = Іздеу
web-month = Ай
web-nothing-found = Бұл іздеу бойынша ештеңе табылмады.
web-build-first = Алғашқысын дайындау
web-superseded = Бұл шығарылым кейінгісімен ауыстырылды.
web-withdrawn = Бұл басылым кері қайтарып алынды.
web-download-pdf = PDF жүктеп алу
web-read = Экраннан оқу
web-pdf-title = Басылымның PDF беттері
web-headlines = Басты көрсеткіштер
web-findings = Тұжырымдар
web-numbers-open = Әр сан өзінің шығу тегіне апарады.
web-changes = Алдыңғы басылымнан бергі өзгерістер
web-compare = Салыстыру
web-compare-with = Қай басылыммен
web-compare-readings = Көрсеткіштер мен тұжырымдар
web-compare-text = Мәтіндерді қатар қою
web-no-other = Салыстыратын басқа басылым жоқ.
web-no-change = Айырма жоқ.
web-change = Өзгеріс
web-before = Бұрын
web-after = Кейін
web-change-crossed = шектен өтті
web-change-target = жарияланған мақсат
web-change-meaning = сөйлемнің мағынасы
web-change-revised = қайта қаралды
web-change-project = жоба
web-change-new = жаңа
web-change-event = оқиға
web-change-stale = ескірді
web-change-recovered = қайта жаңарды
web-change-dropped = алынып тасталды
web-change-method = басқаша есептелді
web-warnings = Ескертулер
web-count-warnings = Ескертулер: { $count }
web-receipts = Жеткізу нәтижелері
web-each-receipt = Әр алушы
web-recipient = Алушы
web-channel = Арна
web-nobody = Бұл басылымның алушысы болмады.
web-made-from = Басылымның негізі
web-made-from-why = Бірдей мазмұн бірдей байттарды береді: бұл хештер басылымның неден дайындалғанын көрсетеді.
web-made-data = Деректер
web-made-definitions = Анықтамалар
web-made-template = Үлгілер
web-made-brand = Фирмалық стиль
web-made-program = Бағдарлама
web-verify = Тексеру
web-verify-why = Басылым қайта дайындалып, әр байт салыстырылады.
web-verified = Барлық байт бірдей.
web-differs = Нәтиже бірдей емес.
web-verify-notes = Бүгін не басқаша болар еді
web-life = Түзету немесе кері қайтару
web-correct = Түзету
web-correct-why = Басылым қазіргі деректер бойынша қайта шығарылады, бірінші бетінде осы ескертпе тұрады. Оны алғандардың бәріне түзету жіберіледі.
web-withdraw = Кері қайтару
web-withdraw-why = Басылым кері қайтарып алынады. Нөмірі мен файлдары сақталады, оны алғандардың бәріне хабар жіберіледі.
web-reason = Себебі
web-no-screen-page = Бұл басылымның экранға арналған беті жоқ.

## Сан қайдан алынған

web-trace = Шығу тегі
web-number = Сан немесе көрсеткіш
web-stands-as = Басылған түрі:
web-formula = Формула
web-nature = Сипаты
web-published = Жарияланды
web-inputs = Есептеу негізі
web-rows = Жолдар
web-row = Жол
web-series = Қатар
web-vintage = Нұсқа күні
web-derived = Есептелуі
web-note = Ескертпе
web-source = Дереккөз
web-as-printed = дереккөзде басылғаны:
web-trace-declared = жарияланған, есептелмеген

## Тапсырмалар

web-build-why = Жоба тек сізге көрінеді. Шығарылған басылым, оны ештеңе тоқтатпаса, мұрағатқа түседі; тарату – бөлек қадам.
web-asked-partnership = Серіктестік
web-asked-period = Ай
web-asked-as-of = Деректер күні
web-as-of-why = Көрсетілмесе: айдың соңғы күні
web-asked-audiences = Аудиториялар
web-asked-audience = Аудитория
web-asked-languages = Тілдер
web-asked-language = Тіл
web-asked-draft = Жоба
web-asked-strict = Ескертулер болса да тоқтату
web-asked-edition = Басылым
web-asked-reason = Себебі
web-asked-sample = Деректер
web-asked-sources = Дереккөздер
web-asked-offline = Тек сақталған жауаптар
web-asked-dry-run = Сынақ, ештеңе сақталмайды
web-asked-from = Бірінші ай
web-asked-to = Соңғы ай
web-asked-file = Файл
web-asked-sha256 = Бақылау сомасы
web-asked-manifest-sha256 = Манифестінің бақылау сомасы
web-sample-real = Нақты
web-sample-worst = Бет үшін ең қиын жағдай
web-sample-empty = Жоқ
web-mode = Мақсаты
web-mode-draft = Жоба
web-mode-issue = Шығару
web-job = Тапсырма
web-asked-by = Кім сұратты
web-no-jobs = Әзірге тапсырма жоқ.
web-kind-build = Дайындау
web-kind-verify = Тексеру
web-kind-correct = Түзету
web-kind-preview = Алдын ала қарау
web-kind-fetch = Деректер жинау
web-kind-replay = Өткен айлардың шығарылымдары
web-kind-gallery = Графиктер галереясы
web-kind-archive-check = Мұрағатты тексеру
web-kind-archive-rebuild = Мұрағатты қалпына келтіру
web-kind-audit = Файл аудиті
web-ahead =
    { $count-sign ->
        [zero] Кезек осы тапсырмада.
       *[other] Бұған дейінгі тапсырмалар: { $count }.
    }
web-left = Қалған уақыт: шамамен { $seconds }{ "\u00A0" }с.
web-progress = Орындалу барысы
web-stage-fonts = Қаріптер
web-stage-data = Деректер
web-stage-compose = Құрастыру
web-stage-render = Беттеу және аудит
web-stage-publish = Шығару
web-cancel = Бас тарту
web-unchanged = өзгеріссіз: бұрын шыққан басылым
web-draft-why = Жоба: шығарылмаған, сізге және бекітуге құқығы барларға көрінеді.
web-held-why = Мына себептермен тоқтатылды, шығарылмады:
web-preview-why = Аудиторияның беттері қазіргі үлгілері бойынша. Ештеңе шығарылмайды.

## Күйлер

web-state-issued = Шықты
web-state-superseded = Ауыстырылды
web-state-withdrawn = Кері қайтарылды
web-state-due = Мерзімі келді
web-state-waiting = Күтуде
web-state-running = Орындалуда
web-state-cancelling = Бас тартылуда
web-state-done = Аяқталды
web-state-held = Тоқтатылды
web-state-awaiting = Бекітуді күтуде
web-state-failed = Сәтсіз
web-state-cancelled = Бас тартылды
web-state-skipped = Өткізіліп жіберілді
web-state-lost = Үзілді
web-state-pending = Жіберіледі
web-state-sending = Жіберілуде
web-state-sent = Жіберілді
web-state-deferred = Кейінге қалдырылды
web-state-refused = Қабылданбады
web-state-unknown = Белгісіз
web-state-pass = Дұрыс
web-state-warn = Ескерту
web-state-hold = Тоқтатады
web-state-active = Қолданыста
web-state-locked = Уақытша бұғатталған
web-state-disabled = Ажыратылған

## Шығару кестесі, тарату, жүйенің күйі

web-open-work = Аяқталмағандары
web-due-at = Мерзімі
web-next = Алдағылары
web-rule = Шығару кестесі
web-rules = Ережелер
web-on-demand = Сұраныс бойынша
web-rule-first-day = айдың бірінші күні
web-rule-last-day = айдың соңғы күні
web-rule-first-working-day = айдың бірінші жұмыс күні
web-rule-last-working-day = айдың соңғы жұмыс күні
web-rule-nth = айдың № { $nth } { $kind }
web-rule-last = ай соңынан санағанда № { $nth } { $kind }
web-rule-deadline = деректер келгенде, ең кеші: { $rule }
web-rule-kind-day = күні
web-rule-kind-working-day = жұмыс күні
web-rule-kind-monday = дүйсенбі
web-rule-kind-tuesday = сейсенбі
web-rule-kind-wednesday = сәрсенбі
web-rule-kind-thursday = бейсенбі
web-rule-kind-friday = жұма
web-rule-kind-saturday = сенбі
web-rule-kind-sunday = жексенбі
web-run-now = Қазір іске қосу
web-past = Өткендері
web-why = Себебі
web-nothing-next = Алда мерзім жоқ: bilan.toml файлында шығару кестесі берілмеген.
web-nothing-past = Әзірге мерзімі келгені жоқ.
web-look-first = Беттерді қарау
web-act-hold = Тоқтату
web-act-release = Жалғастыруға рұқсат беру
web-act-retry = Қайталау
web-act-cancel = Бас тарту
web-act-approve = Бекіту
web-decide = Шешім
web-send-again = Қайта жіберу
web-it-arrived = Алынғанын растау
web-no-deliveries = Әзірге ештеңе жіберілген жоқ.
web-and-more = Және тағы: { $count }
web-well = Бәрі қалыпты.
web-not-well = Адамның араласуы қажет:
web-last-look = Мерзімдерді соңғы тексеру
web-looks = Іске қосылғаннан бергі тексерулер
web-failed-looks = Оның ішінде сәтсізі

## Деректер

web-revisions = Қайта қаралған деректер
web-upload = Кестені сынап көру
web-gate = Тексерулер
web-gate-clean = Тексерулер деректерден мін таппады.
web-course = Динамика
web-periods = Кезең саны
web-publications = Жариялау саны
web-last-value = Соңғы мәннің кезеңі
web-period = Кезең
web-value = Мәні
web-unit = Өлшем бірлігі
web-counts = есепке алынады
web-chart-alt = { $series }: { $first } – { $last }, бұрын жарияланғандарымен бірге
web-chart-vintages = Солғын сызықтар: бұрынғы жарияланған нұсқалар; жарияланған күндері:
web-since = Басталу күні
web-until = Аяқталу күні
web-small-too = Ұсақ түзетулер мен жаңа мәндерді қоса
web-no-revisions = Қайта қаралған дерек жоқ.
web-event-first = алғашқы жариялау
web-event-repeated = қайталанды
web-event-revised = қайта қаралды
web-event-returned = бұрынғы мәніне оралды
web-event-withdrawn = кері қайтарылды
web-event-restored = қалпына келтірілді
web-event-forecast = болжам
web-event-outcome = нақты мән
web-event-statement = мәлімдеме
web-event-rebased = қатар басқа базаға көшірілді
web-event-new = жаңа

## Тіркелгілер

web-login = Кіру
web-login-wrong = Аты немесе құпиясөзі қате.
web-nobody-yet = Әзірге тіркелгі жоқ. Сервердің өзінде құрылады:
web-name = Аты
web-password = Құпиясөз
web-password-old = Қазіргі құпиясөз
web-password-new = Жаңа құпиясөз
web-role = Рөлі
web-role-view = оқиды
web-role-run = дайындайды
web-role-approve = бекітеді
web-role-admin = басқарады
web-tokens = Токендер
web-tokens-why = Сіздің атыңыздан API қолданатын бағдарламалар үшін.
web-token-once = Бұл токен тек қазір көрсетіледі:
web-token-for = Мақсаты
web-make-token = Токен жасау
web-days = Күн саны
web-used = Соңғы қолданылуы
web-revoke = Күшін жою
web-ended = күші жойылған
web-change-it = Өзгерту
web-add-account = Тіркелгі қосу
web-let-in = Қосу
web-shut-out = Ажырату
web-no-account = Кірусіз жұмыс режимінде тіркелгілер жоқ.

## Кестені сынау

web-upload-why = Кесте нені өзгертер еді, соны көрсетеді; ештеңе өзгермейді.
web-file = CSV файлы
web-table = Алмастырылатын кесте
web-table-new = Жаңа кесте
web-try = Сынап көру
web-would-add = Жаңа
web-would-revise = Қайта қаралған
web-would-withdraw = Кері қайтарылған
web-would-keep = Өзгеріссіз
web-problems-new = Өтпей қалатын тексерулер
web-problems-gone = Қайта өтетін тексерулер
web-upload-wrong = Кестені пайдалану мүмкін емес:
