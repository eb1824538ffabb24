### Цели, проекты, договоры и названия: состояния, выводы и шапки таблиц.

status-slipped = Срок сдвинут
status-cancelled = Отменено

stage-announced = объявлено
stage-agreed = согласовано
stage-funded = финансирование есть
stage-started = начато
stage-done = завершено
stage-cancelled = отменено

due-first = первый срок: { $date }
formerly = ранее { $former }
name-formerly = { $name } (ранее { $former })

finding-target-verdict-lead =
    { $verdict ->
        [reached] Цель достигнута.
        [on-track] К цели идут в нужном темпе.
        [behind] От цели отстают.
        [close] По цели судить рано: темпы слишком близки.
        [one] Цель и собственный рост.
       *[split] Выводы о цели расходятся.
    }
finding-target-verdict =
    { $span ->
        [one] Цель { $target } в { $deadline } году: { $statistics } нужно { $pace } в год, было { $own } ({ $since }–{ $last }) — { $track ->
            [reached] цель достигнута
            [on-track] в нужном темпе
            [close] темпы слишком близки
           *[behind] отставание
        }.
        [same] Цель { $target } в { $deadline } году: { $statistics } нужно { $pace } в год, было { $own } ({ $since }–{ $last }) — { $track ->
            [reached] цель достигнута
            [on-track] в нужном темпе
            [close] темпы слишком близки
           *[behind] отставание
        }; { $statistics_other } нужно { $pace_other }, было { $own_other } — { $track_other ->
            [reached] цель достигнута
            [on-track] в нужном темпе
            [close] темпы слишком близки
           *[behind] отставание
        }.
       *[apart] Цель { $target } в { $deadline } году: { $statistics } нужно { $pace } в год, было { $own } ({ $since }–{ $last }) — { $track ->
            [reached] цель достигнута
            [on-track] в нужном темпе
            [close] темпы слишком близки
           *[behind] отставание
        }; { $statistics_other } нужно { $pace_other }, было { $own_other } ({ $since_other }–{ $last_other }) — { $track_other ->
            [reached] цель достигнута
            [on-track] в нужном темпе
            [close] темпы слишком близки
           *[behind] отставание
        }.
    }
finding-project-slipped-lead = { $project }: срок сдвинут.
finding-project-slipped = Первый обещанный срок: { $first }, теперь: { $due }, позже на { $days } дн.; сообщено { $told }.
finding-project-done-lead = { $project }: завершено.
finding-project-done = О завершении говорит подтверждение от { $evidence }.
finding-project-cancelled-lead = { $project }: отменено.
finding-project-cancelled = Об отказе от проекта говорит подтверждение от { $evidence }.

column-standing = Всего за тот год или темп
target-standing = { $track ->
        [reached] достигнута
        [on-track] в нужном темпе
        [close] темпы слишком близки
       *[behind] отставание
    }: нужно { $pace } в год, было { $own } ({ $statistics })

target-superseded-by = целью от { $date }

table-treaties = Договоры и их состояние
column-treaty = Договор
column-signed = Подписан
column-in-force = В силе
treaty-step =
    { $step ->
        [ratified] ратифицировано, { $date }
       *[approved] одобрено, { $date }
    }
treaty-step-undated =
    { $step ->
        [ratified] ратифицировано
       *[approved] одобрено
    }
treaty-in-force-undated = да, день не указан
treaty-ended = прекращено, { $date }
treaty-ended-undated = прекращено
treaty-waiting = нет подтверждения, дней: { $days }

name-target-own_pace = Собственный рост в год, { $statistics }, по { $period }
name-promise-evidence_age = Дней с последнего подтверждения проекта, { $period }
name-promise-overdue = Дней после обещанного срока, { $period }
name-promise-slip = Дней, на которые сдвинут обещанный срок, { $period }
name-treaty-age = Дней с подписания договора, не вступившего в силу, { $period }
