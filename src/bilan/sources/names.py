"""How was something called on a date? Names with the days they are valid from, as known by then."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from bilan.sources.facts_table import Fact, Facts, Fields, ids_of

TOLD_FOR = timedelta(days=365)
"""How long the name before is told beside a new one."""
_FIELDS = Fields("row_id", ("entity", "language", "name", "valid_from", "valid_to", "source_id"), ("note",))


@dataclass(frozen=True, slots=True)
class Name:
    """A name of an entity in one language; `starts` is the day it counts from, `known_on` when that became known."""

    entity: str
    language: str
    name: str
    starts: date
    known_on: date
    source_ids: tuple[str, ...] = ()

    @property
    def counts_from(self) -> date:
        """The day from which a page uses it: neither before it is valid nor before that is known."""
        return max(self.starts, self.known_on)


@dataclass(frozen=True, slots=True)
class Naming:
    """The name that counts on a date, and in the first year after a change the one before it."""

    name: str
    former: str = ""


def name_at(names: Iterable[Name], entity: str, language: str, as_of: date) -> Naming | None:
    """The name of an entity as known on a date; None where it has none in that language.

    The first name stands in for all the time before; an ended name without a known successor stays.
    """
    own = sorted((one for one in names if (one.entity, one.language) == (entity, language)), key=lambda one: (one.starts, one.known_on))
    if not own:
        return None
    known = [one for one in own[1:] if one.counts_from <= as_of]
    if not known:
        return Naming(own[0].name)
    current = known[-1]
    before = known[-2] if len(known) > 1 else own[0]
    return Naming(current.name, before.name if as_of < current.counts_from + TOLD_FOR else "")


def read_names(path: Path, facts: Facts) -> tuple[Name, ...]:
    """Every name of a table, sorted; its mistakes are left in `facts` beside those of other tables."""
    found = [_name(row, facts) for row in facts.rows(path, _FIELDS)]
    facts.mistakes += _overlaps(found)
    return tuple(sorted((one for one, _ in found), key=lambda one: (one.entity, one.language, one.starts)))


def _name(row: Fact, facts: Facts) -> tuple[Name, tuple[str, date]]:
    ids = ids_of(row["source_id"])
    starts = facts.day(row["valid_from"], row.where) if row["valid_from"] else date.min
    ends = facts.day(row["valid_to"], row.where) if row["valid_to"] else date.max
    known = facts.told(row["valid_from"], ids, row.where) if ids or row["valid_from"] else date.min
    if ends <= starts:
        facts.mistakes.append(f"{row.where}: valid_to '{row['valid_to']}' is not after valid_from '{row['valid_from']}'")
    if not row["entity"] or not row["name"]:
        facts.mistakes.append(f"{row.where}: entity and name must not be blank")
    return Name(row["entity"], row["language"], row["name"], starts, known, ids), (row.where, ends)


def _overlaps(found: list[tuple[Name, tuple[str, date]]]) -> list[str]:
    """A name may end on the day the next begins, not later."""
    order = sorted(found, key=lambda one: (one[0].entity, one[0].language, one[0].starts))
    return [
        f"{where}: is valid until {'ever' if ends == date.max else ends}, and '{later.name}' from {later.starts}: end one where the other begins"
        for (one, (where, ends)), (later, _) in pairwise(order)
        if (one.entity, one.language) == (later.entity, later.language) and ends > later.starts
    ]
