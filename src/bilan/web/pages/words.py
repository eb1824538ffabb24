"""In whose words does a page speak? Messages, days, instants and numbers of one language, all through the one door."""

from datetime import date, datetime, tzinfo
from decimal import Decimal
from functools import cache

from bilan.archive.words import Words as ArchiveWords
from bilan.document import Argument, Text
from bilan.model import Reading
from bilan.period import Period
from bilan.wording.languages import OWN_NAMES
from bilan.wording.printer import plain_printer

FILES = ("archive", "dates", "interface", "measures", "names", "numbers", "web")


class PageWords:
    """The words of one language, for pages."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._printer = plain_printer(language, FILES)
        self.archive = ArchiveWords(language)
        self.word = cache(self._printer.word)

    def say(self, message: str, **args: Argument) -> str:
        """A message with its arguments printed."""
        return str(self._printer.say(message, **args))

    def has(self, message: str) -> bool:
        """Whether there is such a message."""
        return self._printer.has(message)

    def state(self, state: str) -> str:
        """What a state is called."""
        return self.word(f"web-state-{state}") if self.has(f"web-state-{state}") else state

    def day(self, day: date | str) -> str:
        """A day."""
        return str(self._printer.date(date.fromisoformat(day[:10]) if isinstance(day, str) else day))

    def month(self, month: str) -> str:
        """A period."""
        return str(self._printer.period(Period.parse(month)))

    def instant(self, at: datetime | str | None, zone: tzinfo) -> str:
        """A day and a time in a zone."""
        if not at:
            return ""
        local = (datetime.fromisoformat(at) if isinstance(at, str) else at).astimezone(zone)
        clock = str(self._printer.constant(f"{local:%H:%M}", "time"))
        return f"{self._printer.date(local.date(), form='short')}, {clock}"

    def count(self, number: int) -> str:
        """A number of things."""
        return str(self._printer.count(number, "count"))

    def number(self, value: Decimal | None) -> str:
        """A value as it was recorded, with every digit."""
        if value is None:
            return self.word("missing")
        places = max(0, -int(value.normalize().as_tuple().exponent)) if value else 0
        return str(self._printer.axis(value, places))

    def percent(self, share: float) -> str:
        """A share of the whole, rounded to a hundredth."""
        return self.say("web-percent", percent=round(100 * share))

    def amount(self, reading: Reading) -> Text:
        """A reading with its unit."""
        return self._printer.amount(reading)

    def own_name(self, language: str) -> str:
        """What a language calls itself."""
        return OWN_NAMES.get(language, language)


@cache
def words(language: str) -> PageWords:
    """The words of a language."""
    return PageWords(language)
