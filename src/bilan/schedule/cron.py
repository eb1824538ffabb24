"""How is cron text read? Five fields, weekdays by name only, and every mistake at once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from bilan.errors import closest

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
SHORT = 3
_LONGEST = dict(zip(range(1, 13), (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), strict=True))
_PART = re.compile(r"([^-/]+)(?:-([^-/]+))?(?:/([^-/]+))?")
_ELSEWHERE = {
    "l": 'for the last day write rule = "last-day", for the last Friday rule = "last-friday"',
    "w": 'for working days write rule = "first-working-day" or "3rd-working-day"',
    "#": 'for the second Monday write rule = "2nd-monday"',
    "?": "write * instead",
}


@dataclass(frozen=True, slots=True)
class _Field:
    """One of the five: what it counts, from where to where, and the names its numbers have."""

    name: str
    low: int
    high: int
    names: tuple[str, ...] = ()
    digits: bool = True


_FIELDS = (
    _Field("minute", 0, 59),
    _Field("hour", 0, 23),
    _Field("day", 1, 31),
    _Field("month", 1, 12, MONTHS),
    _Field("weekday", 0, 6, WEEKDAYS, digits=False),
)


@dataclass(frozen=True, slots=True)
class Cron:
    """When by the local clock: minutes and hours, days and months from 1, weekdays from Monday = 0; each sorted."""

    minutes: tuple[int, ...]
    hours: tuple[int, ...]
    days: tuple[int, ...]
    months: tuple[int, ...]
    weekdays: tuple[int, ...]

    def times(self) -> Iterator[time]:
        """Every time of a day it names, in order."""
        return (time(hour, minute) for hour in self.hours for minute in self.minutes)

    def fits(self, day: date) -> bool:
        """Does it name this day?"""
        return day.month in self.months and day.day in self.days and day.weekday() in self.weekdays


def parse(text: str) -> tuple[Cron | None, tuple[str, ...]]:
    """The rule, or None and every mistake of its text."""
    words = text.split()
    if len(words) != len(_FIELDS):
        return None, (_counted(text, len(words)),)
    mistakes: list[str] = []
    values = [_values(field, word, mistakes) for field, word in zip(_FIELDS, words, strict=True)]
    if not mistakes and words[2] != "*" and words[4] != "*":
        mistakes.append(
            f"'{text}' names days and weekdays: tools disagree whether one of them or both must fit; "
            'write * for one, or rule = "2nd-monday" for a weekday of the month'
        )
    if not mistakes and not any(day <= _LONGEST[month] for day in values[2] for month in values[3]):
        mistakes.append(f"day '{words[2]}': no month it names has such a day")
    return (None, tuple(mistakes)) if mistakes else (Cron(*values), ())


def _counted(text: str, count: int) -> str:
    if text.startswith("@"):
        return f"'{text}' is a name tools read differently: write the five fields, as 0 7 1 * *"
    more = "; there are no seconds and no years" if count > len(_FIELDS) else ""
    return f"'{text}' has {count} of the five fields: minute hour day month weekday, as 0 8 * * mon{more}"


def _values(field: _Field, word: str, mistakes: list[str]) -> tuple[int, ...]:
    """What one field allows; a part that cannot be read adds to the mistakes."""
    found: set[int] = set()
    for part in word.split(","):
        try:
            found.update(_range(field, part))
        except ValueError as error:
            mistakes.append(f"{field.name} '{part}': {error}")
    return tuple(sorted(found))


def _range(field: _Field, part: str) -> range:
    match = _PART.fullmatch(part)
    if match is None or (match[1] == "*" and match[2]):
        raise ValueError("cannot be read: write *, 5, 1-5, 1-5/2 or a list of these with commas and no spaces")
    if match[1] == "*":
        first, last = field.low, field.high
    else:
        first = _number(field, match[1])
        last = _number(field, match[2]) if match[2] else first
    if last < first:
        parts = (_span(match[1], _shown(field, field.high)), _span(_shown(field, field.low), match[2]))
        raise ValueError(f"ends before it begins: write {','.join(parts)}")
    return range(first, last + 1, _step(field, match))


def _step(field: _Field, match: re.Match[str]) -> int:
    if match[3] is None:
        return 1
    if not match[3].isdecimal() or not int(match[3]):
        raise ValueError(f"the step '{match[3]}' is no whole number from 1")
    if match[1] == "*" and not field.digits:
        raise ValueError("a step through the week says not on which day it begins: write the days, as mon,wed,fri")
    if match[1] != "*" and match[2] is None:
        raise ValueError(f"tools disagree on a step without an end: write {match[1]}-{_shown(field, field.high)}/{match[3]}")
    return int(match[3])


def _number(field: _Field, word: str) -> int:
    lower = word.lower()
    named = next((number for number, full in enumerate(field.names, field.low) if lower in (full, full[:SHORT])), None)
    if named is not None:
        return named
    if word.isdecimal() and field.digits:
        number = int(word)
        if not field.low <= number <= field.high:
            raise ValueError(f"{number} is not from {field.low} to {field.high}")
        return number
    raise ValueError(_unread(field, lower))


def _unread(field: _Field, word: str) -> str:
    if word.isdecimal():
        return f"tools disagree which day {word} is: write its name, as mon"
    sign = next((sign for sign in _ELSEWHERE if word == sign or word.strip("0123456789") == sign or (sign == "#" and sign in word)), None)
    if sign is not None:
        return f"is not cron everywhere: {_ELSEWHERE[sign]}"
    names = [name[:SHORT] for name in field.names]
    known = f"a number from {field.low} to {field.high}" if field.digits else "one of " + ", ".join(names)
    return f"is not {known}{closest(word, [*names, *field.names])}"


def _shown(field: _Field, number: int) -> str:
    return field.names[number - field.low][:SHORT] if field.names else str(number)


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first}-{last}"
