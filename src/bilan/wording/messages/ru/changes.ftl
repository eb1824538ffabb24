### Что изменилось после предыдущего выпуска и что пересмотрели издатели.

change-first-lead = Первый выпуск
change-first = Предыдущего выпуска для сравнения нет.
change-none-lead = Без изменений
change-none = Ни один главный показатель не изменился.
change-more-lead = Кроме того
change-more = Других изменений: { $count }
change-value = { $what }: { $value-short }
change-new-lead = Новое
change-new = { $what }
change-revised-lead = Пересмотрено
change-revised = { $what }: { $before } → { $after }
change-dropped-lead = Снято
change-dropped = { $what }
change-crossed-lead = Порог пройден
change-crossed = { $what }: { $value-short }, { $side ->
    [above] теперь выше порога
   *[below] теперь ниже порога
} { $threshold-short }
change-target-lead = Цель
change-target = { $target-short }: { $state }
change-meaning-lead = Вывод изменился
change-meaning = { $sentence }
change-project-lead = Проект
change-project = { $project }: { $before } → { $after }
change-project-new = { $project }: { $after }
change-event-lead = Событие
change-event = { $event }, { $date }
change-stale-lead = Устарело
change-stale = { $what }
change-recovered-lead = Снова актуально
change-recovered = { $what }
change-method-lead = Рассчитано иначе
change-method = { $what }

heading-revisions = Пересмотры
standing-revisions = Числа предыдущего выпуска, которые издатели с тех пор изменили.
table-revisions = Пересмотрено после предыдущего выпуска
column-figure = Показатель
column-before = Было
column-after = Стало
column-difference = Разница
column-reason = Причина
revision-revised = Пересмотрено издателем
revision-rebased = Весь ряд переведён на другую базу, изменение примерно { $change }
revision-restored = Восстановлено после отзыва
revision-withdrawn = Отозвано издателем
revision-new = Вышло число, на котором оно основано
revision-recomputed = Рассчитано иначе
revision-corrected = Исправлена строка нашей таблицы
revision-small = Других небольших пересмотров, не затронувших напечатанное: { $count }.

replayed = Восстановлено по тому, что было опубликовано на { $date }
awaited = Ожидавшиеся данные не поступили к сроку ({ $series }); выпуск основан на последних известных
