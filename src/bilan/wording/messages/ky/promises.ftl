### Максаттар, долбоорлор, келишимдер жана аталыштар: абалдар, тыянактар, таблицалардын баштары.

status-slipped = Жылдырылды
status-cancelled = Токтотулду

stage-announced = жарыяланды
stage-agreed = макулдашылды
stage-funded = каржыланды
stage-started = башталды
stage-done = бүттү
stage-cancelled = токтотулду

due-first = алгачкы убада: { $date }
formerly = мурунку { $former }
name-formerly = { $name } (мурунку { $former })

finding-target-verdict-lead =
    { $verdict ->
        [reached] Максат аткарылды.
        [on-track] Максат план боюнча.
        [behind] Максат артта калууда.
        [close] Максатка жетүү-жетпөө айкын эмес.
        [one] Максат жана азыркы өсүш.
       *[split] Максатка баа ар башка.
    }
finding-target-verdict =
    { $span ->
        [one] { $deadline }-жылы { $target-short } үчүн зарыл жылдык өсүш: { $pace } ({ $statistics }; { $since }–{ $last }-жылдары { $own }: { $track ->
            [reached] аткарылды
            [on-track] план боюнча
            [close] айкын эмес
           *[behind] артта
        }).
        [same] { $deadline }-жылы { $target-short } үчүн зарыл жылдык өсүш: { $pace } ({ $statistics }; { $since }–{ $last }-жылдары { $own }: { $track ->
            [reached] аткарылды
            [on-track] план боюнча
            [close] айкын эмес
           *[behind] артта
        }), { $pace_other } ({ $statistics_other }; ошол жылдары { $own_other }: { $track_other ->
            [reached] аткарылды
            [on-track] план боюнча
            [close] айкын эмес
           *[behind] артта
        }).
       *[apart] { $deadline }-жылы { $target-short } үчүн зарыл жылдык өсүш: { $pace } ({ $statistics }; { $since }–{ $last }-жылдары { $own }: { $track ->
            [reached] аткарылды
            [on-track] план боюнча
            [close] айкын эмес
           *[behind] артта
        }), { $pace_other } ({ $statistics_other }; { $since_other }–{ $last_other }-жылдары { $own_other }: { $track_other ->
            [reached] аткарылды
            [on-track] план боюнча
            [close] айкын эмес
           *[behind] артта
        }).
    }
finding-project-slipped-lead = { $project }: мөөнөтү жылдырылды.
finding-project-slipped = Алгачкы убада: { $first }; жаңы мөөнөт: { $due }, { $days } күн кеч; кабарланган күнү: { $told }.
finding-project-done-lead = { $project }: бүттү.
finding-project-done = Бүткөнү тууралуу далилдин күнү: { $evidence }.
finding-project-cancelled-lead = { $project }: токтотулду.
finding-project-cancelled = Баш тартылганы тууралуу далилдин күнү: { $evidence }.

column-standing = Ошол жылдагы соода же зарыл өсүш
target-standing = { $track ->
        [reached] аткарылды
        [on-track] план боюнча
        [close] айкын эмес
       *[behind] артта
    }: керектүүсү жылына { $pace }, азыркысы { $own } ({ $statistics })

target-superseded-by = жаңы максат: { $date }

table-treaties = Келишимдер жана алардын жүрүшү
column-treaty = Келишим
column-signed = Кол коюлду
column-in-force = Күчүндө
treaty-step =
    { $step ->
        [ratified] ратификацияланды, { $date }
       *[approved] жактырылды, { $date }
    }
treaty-step-undated =
    { $step ->
        [ratified] ратификацияланды
       *[approved] жактырылды
    }
treaty-in-force-undated = ооба, күнү белгисиз
treaty-ended = токтотулду, { $date }
treaty-ended-undated = токтотулду
treaty-waiting = далил жок, { $days } күн өттү

name-target-own_pace = Азыркы жылдык өсүш, { $statistics }, { $period }
name-promise-evidence_age = Долбоордун акыркы далилинен берки күндөр, { $period }
name-promise-overdue = Убада кылынган күндөн кечигүү, күн, { $period }
name-promise-slip = Убада кылынган күндүн жылдырылышы, күн, { $period }
name-treaty-age = Күчүнө кирбеген келишимге кол коюлгандан берки күндөр, { $period }
