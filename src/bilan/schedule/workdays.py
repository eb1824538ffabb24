"""Which days are worked? Weekends, public holidays of any countries, and a file of dates that has the last word."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Protocol

from bilan.errors import closest

_SATURDAY = 5
HOLIDAY, WORKING = "holiday", "working"
_HEADS = (("date", "kind"), ("date", "kind", "note"))


class _Calendar(Protocol):
    def is_working_day(self, key: date) -> bool: ...


@dataclass(frozen=True, slots=True)
class Dates:
    """What a file of dates says: days that are off, days that are worked, and every mistake in it."""

    off: frozenset[date] = field(default_factory=frozenset)
    worked: frozenset[date] = field(default_factory=frozenset)
    mistakes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkDays:
    """A day is worked where it is in every country; dates of the file come before all of them."""

    countries: tuple[str, ...] = ()
    dates: Dates = field(default_factory=Dates)

    def works(self, day: date) -> bool:
        """Is it a working day?"""
        if day in self.dates.worked:
            return True
        if day in self.dates.off:
            return False
        if not self.countries:
            return day.weekday() < _SATURDAY
        return all(calendar(code, day.year).is_working_day(day) for code in self.countries)


@cache
def calendar(code: str, year: int) -> _Calendar:
    """What is worked in a year in a country (`KG`) or a part of one (`DE-BY`), transferred working Saturdays among it."""
    from holidays import country_holidays  # noqa: PLC0415  only rules on working days need it

    country, _, part = code.partition("-")
    found: _Calendar = country_holidays(country, subdiv=part or None, years=year, expand=False)
    return found


def unknown(codes: Iterable[str]) -> list[str]:
    """What is wrong with the codes of countries, in sentences."""
    wanted = list(codes)
    if not wanted:
        return []
    from holidays import list_supported_countries  # noqa: PLC0415  only rules on working days need it

    known: dict[str, list[str]] = dict(list_supported_countries(include_aliases=False))
    return [said for code in wanted if (said := _unknown(code, known))]


def _unknown(code: str, known: dict[str, list[str]]) -> str:
    country, _, part = code.partition("-")
    if country not in known:
        near = ", ".join(sorted(one for one in known if one[0] == country[0] or one == country[::-1]))
        return f"no public holidays are known for '{country}' (did you mean one of {near}?)"  # two letters are too few for closest()
    if part and part not in known[country]:
        there = f"; there are {', '.join(known[country])}" if known[country] else f"; write {country}"
        return f"no public holidays are known for '{code}'{there}"
    return ""


def read_dates(path: Path) -> Dates:
    """What a file `date,kind,note` says; a mistake names its line."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Dates(mistakes=(f"there is no file '{path.name}'",))
    except (OSError, UnicodeDecodeError) as error:
        return Dates(mistakes=(f"'{path.name}' cannot be read as text in UTF-8 ({type(error).__name__})",))
    rows = list(csv.reader(io.StringIO(text)))
    if not rows or tuple(rows[0]) not in _HEADS:
        return Dates(mistakes=(f"'{path.name}': the first line must be date,kind or date,kind,note",))
    found: dict[date, str] = {}
    said = [(number, _take(row, found)) for number, row in enumerate(rows[1:], 2) if row]
    return Dates(
        frozenset(day for day, kind in found.items() if kind == HOLIDAY),
        frozenset(day for day, kind in found.items() if kind == WORKING),
        tuple(f"'{path.name}' line {number}: {mistake}" for number, mistake in said if mistake),
    )


def _take(row: list[str], found: dict[date, str]) -> str:
    """Add a row to what was found; what is wrong with it, or nothing."""
    text, kind = row[0].strip(), row[1].strip() if len(row) > 1 else ""
    if kind not in (HOLIDAY, WORKING):
        return f"'{kind}' is not {HOLIDAY} or {WORKING}{closest(kind, [HOLIDAY, WORKING])}"
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return f"'{text}' is no date: write 2026-05-16"
    if found.setdefault(day, kind) != kind:
        return f"{text} is said to be both {HOLIDAY} and {WORKING}"
    return ""
