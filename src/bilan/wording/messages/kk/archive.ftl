### The archive’s own pages and feeds: headings, heads of the list, states of an edition.

archive = Мұрағат
archive-skip = Басылымдар тізіміне өту
archive-languages = Бұл бет басқа тілдерде
archive-none = Әзірге басылым шыққан жоқ
archive-all = Барлық басылымдар
archive-month = Басылымдар: { $month }
archive-audience = Басылым
archive-language = Тіл
archive-number = Нөмірі
archive-status = Мәртебесі
archive-pages = Бет саны
archive-files = Файлдар
archive-page = Веб-бет
archive-data = Деректер
archive-manifest = Манифест
archive-feeds = Арналар
archive-feed = Арна
archive-newest = Жаңа басылымдар: { $title }
archive-issued = Шықты
archive-superseded = Ауыстырылды
archive-withdrawn = Кері қайтарылды
archive-since = { $state }: { $date }
archive-corrects = Алдыңғы шығарылымның түзетілген нұсқасы:
archive-told = Деректер күні: { $date } · бет саны: { $pages }
archive-why = Себебі:
archive-stated = { $state }: { $title }

## The note on the first page of a correction

erratum = Түзету. { $issue }-шығарылым { $replaced }-шығарылымды алмастырады (шыққан күні: { $date }). Не қате болды: { $reason }
