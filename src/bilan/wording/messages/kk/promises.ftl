### Мақсаттар, жобалар, шарттар мен атаулар: күйлер, тұжырымдар, кесте бастары.

status-slipped = Шегерілді
status-cancelled = Тоқтатылды

stage-announced = жарияланды
stage-agreed = келісілді
stage-funded = қаржыландырылды
stage-started = басталды
stage-done = аяқталды
stage-cancelled = тоқтатылды

due-first = алғашқы уәде: { $date }
formerly = бұрынғы { $former }
name-formerly = { $name } (бұрынғы { $former })

finding-target-verdict-lead =
    { $verdict ->
        [reached] Мақсат орындалды.
        [on-track] Мақсат жоспар бойынша.
        [behind] Мақсат артта қалуда.
        [close] Мақсатқа жету-жетпеуі айқын емес.
        [one] Мақсат және қазіргі өсім.
       *[split] Мақсатқа баға әртүрлі.
    }
finding-target-verdict =
    { $span ->
        [one] { $deadline } жылға қарай { $target-short } үшін қажетті жылдық өсім: { $pace } ({ $statistics }; { $since }–{ $last } жылдары { $own }: { $track ->
            [reached] орындалды
            [on-track] жоспар бойынша
            [close] айқын емес
           *[behind] артта
        }).
        [same] { $deadline } жылға қарай { $target-short } үшін қажетті жылдық өсім: { $pace } ({ $statistics }; { $since }–{ $last } жылдары { $own }: { $track ->
            [reached] орындалды
            [on-track] жоспар бойынша
            [close] айқын емес
           *[behind] артта
        }), { $pace_other } ({ $statistics_other }; сол жылдары { $own_other }: { $track_other ->
            [reached] орындалды
            [on-track] жоспар бойынша
            [close] айқын емес
           *[behind] артта
        }).
       *[apart] { $deadline } жылға қарай { $target-short } үшін қажетті жылдық өсім: { $pace } ({ $statistics }; { $since }–{ $last } жылдары { $own }: { $track ->
            [reached] орындалды
            [on-track] жоспар бойынша
            [close] айқын емес
           *[behind] артта
        }), { $pace_other } ({ $statistics_other }; { $since_other }–{ $last_other } жылдары { $own_other }: { $track_other ->
            [reached] орындалды
            [on-track] жоспар бойынша
            [close] айқын емес
           *[behind] артта
        }).
    }
finding-project-slipped-lead = { $project }: мерзімі шегерілді.
finding-project-slipped = Алғашқы уәде: { $first }; жаңа мерзім: { $due }, { $days } күн кейін; хабарланған күні: { $told }.
finding-project-done-lead = { $project }: аяқталды.
finding-project-done = Аяқталғаны туралы дәлелдің күні: { $evidence }.
finding-project-cancelled-lead = { $project }: тоқтатылды.
finding-project-cancelled = Бас тартылғаны туралы дәлелдің күні: { $evidence }.

column-standing = Сол жылғы сауда немесе қажетті өсім
target-standing = { $track ->
        [reached] орындалды
        [on-track] жоспар бойынша
        [close] айқын емес
       *[behind] артта
    }: керегі жылына { $pace }, қазіргісі { $own } ({ $statistics })

target-superseded-by = жаңа мақсат: { $date }

table-treaties = Шарттар және олардың барысы
column-treaty = Шарт
column-signed = Қол қойылды
column-in-force = Күшінде
treaty-step =
    { $step ->
        [ratified] ратификацияланды, { $date }
       *[approved] мақұлданды, { $date }
    }
treaty-step-undated =
    { $step ->
        [ratified] ратификацияланды
       *[approved] мақұлданды
    }
treaty-in-force-undated = иә, күні белгісіз
treaty-ended = тоқтатылды, { $date }
treaty-ended-undated = тоқтатылды
treaty-waiting = дәлел жоқ, { $days } күн өтті

name-target-own_pace = Қазіргі жылдық өсім, { $statistics }, { $period }
name-promise-evidence_age = Жобаның соңғы дәлелінен бергі күндер, { $period }
name-promise-overdue = Уәде етілген күннен кешігу, күн, { $period }
name-promise-slip = Уәде етілген күннің шегерілуі, күн, { $period }
name-treaty-age = Күшіне енбеген шартқа қол қойылғаннан бергі күндер, { $period }
