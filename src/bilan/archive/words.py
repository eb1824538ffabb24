"""How does the archive say what it says in one language? The words, days and months of its pages and feeds, each made once."""

from datetime import date
from functools import cache

from bilan.period import Period
from bilan.wording.languages import OWN_NAMES
from bilan.wording.printer import plain_printer

FILES = ("archive", "dates", "interface", "numbers")
"""The messages needed here."""


class Words:
    """The words of one language; what was said once is not made again."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._printer = plain_printer(language, FILES)
        self.word = cache(self._printer.word)
        self.day = cache(lambda day: str(self._printer.date(date.fromisoformat(day))))
        self._since = cache(
            lambda state, day: str(self._printer.say("archive-since", state=self.word(f"archive-{state}"), date=date.fromisoformat(day)))
        )
        self.month = cache(lambda month: str(self._printer.period(Period.parse(month))))

    def list_of(self, month: str) -> str:
        """What a list of a month's editions is called."""
        return str(self._printer.say("archive-month", month=Period.parse(month)))

    def newest(self, title: str) -> str:
        """What a feed is called."""
        return str(self._printer.say("archive-newest", title=title))

    def told(self, as_of: str, pages: int) -> str:
        """As of when an edition is, and how long."""
        return str(self._printer.say("archive-told", date=date.fromisoformat(as_of), pages=pages))

    def since(self, state: str, instant: str) -> str:
        """`Withdrawn on 3 November 2026`, or the state alone where nobody knows since when."""
        return self._since(state, instant[:10]) if instant else self.word(f"archive-{state}")

    def stated(self, state: str, title: str) -> str:
        """A title with a state before it."""
        return str(self._printer.say("archive-stated", state=self.word(f"archive-{state}"), title=title))

    def number(self, number: int, issue: int) -> str:
        """An edition's number, with its issue from the second on."""
        return str(self._printer.constant(f"{number}" if issue == 1 else f"{number}/{issue}", "edition", "number"))

    def count(self, number: int) -> str:
        """A number of pages."""
        return str(self._printer.count(number, "pages"))

    def own_name(self, language: str) -> str:
        """What a language calls itself."""
        return OWN_NAMES.get(language, language)


@cache
def words(language: str) -> Words:
    """The words of a language."""
    return Words(language)
