### The archive’s own pages and feeds: headings, heads of the list, states of an edition.

archive = Архив
archive-skip = Чыгарылыштардын тизмесине өтүү
archive-languages = Бул барак башка тилдерде
archive-none = Азырынча чыгарылыш жок
archive-all = Бардык чыгарылыштар
archive-month = Чыгарылыштар: { $month }
archive-audience = Чыгарылыш
archive-language = Тил
archive-number = Номери
archive-status = Статусу
archive-pages = Беттердин саны
archive-files = Файлдар
archive-page = Веб-барак
archive-data = Маалымат
archive-manifest = Манифест
archive-feeds = Каналдар
archive-feed = Канал
archive-newest = Жаңы чыгарылыштар: { $title }
archive-issued = Чыкты
archive-superseded = Алмаштырылды
archive-withdrawn = Кайтарып алынды
archive-since = { $state }: { $date }
archive-corrects = Мурунку басманын оңдолгон түрү:
archive-told = Маалымат күнү: { $date } · беттердин саны: { $pages }
archive-why = Себеби:
archive-stated = { $state }: { $title }

## The note on the first page of a correction

erratum = Оңдоо. { $issue }-басма { $replaced }-басманы алмаштырат (чыккан күнү: { $date }). Эмне туура эмес болгон: { $reason }
