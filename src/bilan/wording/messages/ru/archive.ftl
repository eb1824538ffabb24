### The archive’s own pages and feeds: headings, heads of the list, states of an edition.

archive = Архив
archive-skip = К списку выпусков
archive-languages = Эта страница на других языках
archive-none = Выпусков пока нет
archive-all = Все выпуски
archive-month = Выпуски: { $month }
archive-audience = Выпуск
archive-language = Язык
archive-number = Номер
archive-status = Статус
archive-pages = Страниц
archive-files = Файлы
archive-page = Веб-страница
archive-data = Данные
archive-manifest = Манифест
archive-feeds = Ленты
archive-feed = Лента
archive-newest = Новые выпуски: { $title }
archive-issued = Выпущен
archive-superseded = Заменён
archive-withdrawn = Отозван
archive-since = { $state } { $date }
archive-corrects = Исправление предыдущего издания:
archive-told = Данные на { $date } · страниц: { $pages }
archive-why = Причина:
archive-stated = { $state }: { $title }

## The note on the first page of a correction

erratum = Исправление. Издание { $issue } заменяет издание { $replaced } (выпущено { $date }). Что было неверно: { $reason }
