### The archive’s own pages and feeds: headings, heads of the list, states of an edition.

archive = Archives
archive-skip = Aller à la liste des éditions
archive-languages = Cette page dans d’autres langues
archive-none = Aucune édition n’a encore été publiée
archive-all = Toutes les éditions
archive-month = Éditions{ "\u00A0" }: { $month }
archive-audience = Édition
archive-language = Langue
archive-number = Numéro
archive-status = Statut
archive-pages = Pages
archive-files = Fichiers
archive-page = Page web
archive-data = Données
archive-manifest = Manifeste
archive-feeds = Fils
archive-feed = Fil
archive-newest = Nouvelles éditions{ "\u00A0" }: { $title }
archive-issued = Publiée
archive-superseded = Remplacée
archive-withdrawn = Retirée
archive-since = { $state } le { $date }
archive-corrects = Correction du tirage précédent{ "\u00A0" }:
archive-told = Données au { $date } · pages{ "\u00A0" }: { $pages }
archive-why = Motif{ "\u00A0" }:
archive-stated = { $state }{ "\u00A0" }: { $title }

## The note on the first page of a correction

erratum = Erratum. Ce tirage { $issue } remplace le tirage { $replaced } du { $date }. Ce qui était faux{ "\u00A0" }: { $reason }
