### Алдыңғы басылымнан бері не өзгерді және жариялаушылар нені қайта қарады.

change-first-lead = Бірінші басылым
change-first = Салыстыратын алдыңғы басылым жоқ.
change-none-lead = Өзгеріссіз
change-none = Басты көрсеткіштердің ешқайсысы өзгерген жоқ.
change-more-lead = Сондай-ақ
change-more = басқа өзгерістер: { $count }
change-value = { $what }: { $value-short }
change-new-lead = Жаңа
change-new = { $what }
change-revised-lead = Түзетілді
change-revised = { $what }: { $before } → { $after }
change-dropped-lead = Алынып тасталды
change-dropped = { $what }
change-crossed-lead = Шектен өтті
change-crossed = { $what }: { $value-short }, { $side ->
    [above] енді шектен жоғары
   *[below] енді шектен төмен
} ({ $threshold-short })
change-target-lead = Мақсат
change-target = { $target-short }: { $state }
change-meaning-lead = Мағынасы өзгерді
change-meaning = { $sentence }
change-project-lead = Жоба
change-project = { $project }: { $before } → { $after }
change-project-new = { $project }: { $after }
change-event-lead = Оқиға
change-event = { $event }, { $date }
change-stale-lead = Ескірді
change-stale = { $what }
change-recovered-lead = Қайта жаңарды
change-recovered = { $what }
change-method-lead = Басқаша есептелді
change-method = { $what }

heading-revisions = Қайта қаралған деректер
standing-revisions = Алдыңғы басылымда жарияланып, кейін жариялаушылар өзгерткен көрсеткіштер.
table-revisions = Алдыңғы басылымнан бері қайта қаралғандар
column-figure = Көрсеткіш
column-before = Бұрын
column-after = Қазір
column-difference = Айырма
column-reason = Себебі
revision-revised = Жариялаушы қайта қарады
revision-rebased = Бүкіл қатар басқа базаға көшірілді, шамамен { $change }
revision-restored = Алынғаннан кейін қайта қалпына келтірілді
revision-withdrawn = Жариялаушы кері қайтарды
revision-new = Негізіндегі көрсеткіш жарияланды
revision-recomputed = Басқаша есептелді
revision-corrected = Біздің кестедегі жол түзетілді
revision-small = Басылған сандарға әсер етпейтін ұсақ түзетулер: { $count }.

replayed = Деректер күніне дейін жарияланған мәліметтер бойынша қалпына келтірілді: { $date }
awaited = Күтілген деректер мерзімінде келіп түспеді ({ $series }); басылым соңғы белгілі деректерге негізделген
