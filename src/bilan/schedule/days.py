"""Which day of a month does a rule name? `first-working-day`, `15th-day`, `2nd-monday`, `last-friday`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from bilan.period import Period
from bilan.schedule.cron import WEEKDAYS

_WORDS = ("first", "second", "third", "fourth", "fifth")
_MOST = {"day": 31, "working-day": 27} | dict.fromkeys(WEEKDAYS, 5)
_TEENS = range(11, 14)
Works = Callable[[date], bool]


@dataclass(frozen=True, slots=True)
class DayRule:
    """The n-th day of a kind in a month, from its end where `nth` is negative; `kind` is day, working-day or a weekday."""

    name: str
    kind: str
    nth: int

    @property
    def from_end(self) -> bool:
        """Is it counted from the end of the month?"""
        return self.nth < 0

    def day(self, month: Period, works: Works) -> date | None:
        """That day of a month; None where the month has not got so many.

        The first (or last) working day of a month without any is its first (or last) day.
        """
        days = list(_days(month))
        if self.from_end:
            days.reverse()
        fitting = (day for day in days if self._fits(day, works))
        found = next(islice(fitting, abs(self.nth) - 1, None), None)
        return days[0] if found is None and self.kind == "working-day" and abs(self.nth) == 1 else found

    def _fits(self, day: date, works: Works) -> bool:
        if self.kind == "day":
            return True
        return works(day) if self.kind == "working-day" else WEEKDAYS[day.weekday()] == self.kind


def _days(month: Period) -> Iterator[date]:
    return (month.start + timedelta(days=count) for count in range((month.end - month.start).days + 1))


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `3rd`, `11th`."""
    ending = "th" if number % 100 in _TEENS else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _named() -> Iterator[tuple[str, DayRule]]:
    for kind, most in _MOST.items():
        yield f"last-{kind}", DayRule(f"last-{kind}", kind, -1)
        for number in range(1, most + 1):
            name = f"first-{kind}" if number == 1 else f"{ordinal(number)}-{kind}"
            rule = DayRule(name, kind, number)
            yield f"{ordinal(number)}-{kind}", rule
            if number <= len(_WORDS):
                yield f"{_WORDS[number - 1]}-{kind}", rule
            if number > 1:
                yield f"{ordinal(number)}-last-{kind}", DayRule(f"{ordinal(number)}-last-{kind}", kind, -number)


RULES = dict(_named())
