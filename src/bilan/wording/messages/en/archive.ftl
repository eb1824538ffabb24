### The archive’s own pages and feeds: headings, heads of the list, states of an edition.

archive = Archive
archive-skip = Skip to the list of editions
archive-languages = This page in other languages
archive-none = No edition has been issued yet
archive-all = All editions
archive-month = Editions: { $month }
archive-audience = Edition
archive-language = Language
archive-number = Number
archive-status = Status
archive-pages = Pages
archive-files = Files
archive-page = Web page
archive-data = Data
archive-manifest = Manifest
archive-feeds = Feeds
archive-feed = Feed
archive-newest = New editions: { $title }
archive-issued = Issued
archive-superseded = Superseded
archive-withdrawn = Withdrawn
archive-since = { $state } on { $date }
archive-corrects = Correction of the issue before:
archive-told = Data as of { $date } · pages: { $pages }
archive-why = Reason:
archive-stated = { $state }: { $title }

## The note on the first page of a correction

erratum = Erratum. This issue { $issue } replaces issue { $replaced } of { $date }. What was wrong: { $reason }
