### Мурунку чыгарылыштан бери эмне өзгөрдү жана жарыялоочулар эмнени кайра карашты.

change-first-lead = Биринчи чыгарылыш
change-first = Салыштыра турган мурунку чыгарылыш жок.
change-none-lead = Өзгөрүүсүз
change-none = Негизги көрсөткүчтөр өзгөргөн жок.
change-more-lead = Ошондой эле
change-more = башка өзгөрүүлөр: { $count }
change-value = { $what }: { $value-short }
change-new-lead = Жаңы
change-new = { $what }
change-revised-lead = Такталды
change-revised = { $what }: { $before } → { $after }
change-dropped-lead = Алынып салынды
change-dropped = { $what }
change-crossed-lead = Чектен өттү
change-crossed = { $what }: { $value-short }, { $side ->
    [above] эми чектен жогору
   *[below] эми чектен төмөн
} ({ $threshold-short })
change-target-lead = Максат
change-target = { $target-short }: { $state }
change-meaning-lead = Мааниси өзгөрдү
change-meaning = { $sentence }
change-project-lead = Долбоор
change-project = { $project }: { $before } → { $after }
change-project-new = { $project }: { $after }
change-event-lead = Окуя
change-event = { $event }, { $date }
change-stale-lead = Эскирди
change-stale = { $what }
change-recovered-lead = Кайра жаңырды
change-recovered = { $what }
change-method-lead = Башкача эсептелди
change-method = { $what }

heading-revisions = Кайра каралган маалыматтар
standing-revisions = Мурунку чыгарылышта басылып, кийин жарыялоочулар өзгөрткөн көрсөткүчтөр.
table-revisions = Мурунку чыгарылыштан бери кайра каралгандар
column-figure = Көрсөткүч
column-before = Мурда
column-after = Азыр
column-difference = Айырма
column-reason = Себеби
revision-revised = Жарыялоочу кайра карады
revision-rebased = Бүт катар башка базага өткөрүлдү, болжол менен { $change }
revision-restored = Алынгандан кийин кайра калыбына келтирилди
revision-withdrawn = Жарыялоочу кайтарып алды
revision-new = Негизиндеги көрсөткүч жарыяланды
revision-recomputed = Башкача эсептелди
revision-corrected = Биздин таблицадагы сап оңдолду
revision-small = Басылган сандарга таасир этпеген майда тактоолор: { $count }.

replayed = Маалымат күнүнө чейин жарыяланган маалыматтар боюнча калыбына келтирилди: { $date }
awaited = Күтүлгөн маалымат мөөнөтүндө келип түшкөн жок ({ $series }); чыгарылыш акыркы белгилүү маалыматка негизделген
