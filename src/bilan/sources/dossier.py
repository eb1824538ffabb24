"""Which events, project facts and claims does a partnership know, and since when?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bilan.errors import SourceError
from bilan.model import Source
from bilan.period import known_from
from bilan.sources.table import read_rows


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event; `on` keeps the date as known (`2006-07`), `known_on` when it was published."""

    id: str
    on: str
    kind: str
    title: str
    place: str
    status: str
    known_on: date
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProjectFact:
    """One attribute of a project as of a date, with its source."""

    id: str
    project: str
    name: str
    attribute: str
    value: str
    unit: str
    as_of: str
    known_on: date
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A declared claim: what was said, its number, and how its verdict is found.

    `readings` are pairs of a name for the wording and a reading's id.
    """

    id: str
    text: str
    value: str
    unit: str
    period: str
    verdict: str
    check: str
    readings: tuple[tuple[str, str], ...]
    wording: str
    source_id: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything of a partnership that is no observation, as known on a date."""

    events: tuple[Event, ...] = ()
    projects: tuple[ProjectFact, ...] = ()
    claims: tuple[ClaimRow, ...] = ()


def read_dossier(folder: Path, sources: Mapping[str, Source], as_of: date) -> Dossier:
    """Events, project facts and claims known by a date; raises SourceError listing every mistake at once."""
    reader = _Reader(sources)
    events = [reader.event(row) for row in _rows(folder / "events.csv")]
    facts = [reader.fact(row) for row in _rows(folder / "projects.csv")]
    claims = [reader.claim(row) for row in _rows(folder / "claims.csv")]
    if reader.mistakes:
        raise SourceError(folder.name, tuple(reader.mistakes), "dates are 2024-04-19, 2024-04 or 2024; sources are listed in sources.csv")
    return Dossier(
        tuple(sorted((one for one in events if one.known_on <= as_of), key=lambda one: (known_from(one.on), one.id))),
        tuple(sorted((one for one in facts if one.known_on <= as_of), key=lambda one: (one.project, one.known_on, one.id))),
        tuple(one for one, known_on in claims if known_on <= as_of),
    )


def _rows(path: Path) -> list[dict[str, str]]:
    return read_rows(path) if path.exists() else []


def _ids(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(";") if part)


class _Reader:
    def __init__(self, sources: Mapping[str, Source]) -> None:
        self.sources = sources
        self.mistakes: list[str] = []

    def event(self, row: Mapping[str, str]) -> Event:
        ids, where = _ids(row["source_id"]), f"events.csv {row['event_id']}"
        self._day(row["date"], where)
        known = self._known(row["published_on"], ids, where)
        return Event(row["event_id"], row["date"], row["kind"], row["title"], row["place"], row["status"], known, ids)

    def fact(self, row: Mapping[str, str]) -> ProjectFact:
        ids = _ids(row["source_id"])
        known = self._known(row["as_of"], ids, f"projects.csv {row['row_id']}")
        return ProjectFact(
            row["row_id"], row["project_id"], row["project"], row["attribute"], row["value"], row["unit"], row["as_of"], known, ids
        )

    def claim(self, row: Mapping[str, str]) -> tuple[ClaimRow, date]:
        known = self._known("", (row["source_id"],), f"claims.csv {row['claim_id']}")
        pairs = tuple((name, reading) for name, _, reading in (part.partition("=") for part in _ids(row["readings"])))
        evidence = _ids(row["supported_by"]) + _ids(row["contradicted_by"])
        claim = ClaimRow(
            row["claim_id"], row["claim_paraphrase"], row["claimed_value"], row["unit"], row["period"], row["verdict"], row["check"],
            pairs, row["recommended_wording"], row["source_id"], evidence,
        )  # fmt: skip
        return claim, known

    def _day(self, text: str, where: str) -> date:
        try:
            return known_from(text)
        except ValueError as error:
            self.mistakes.append(f"{where}: {error}")
            return date.max

    def _known(self, text: str, ids: tuple[str, ...], where: str) -> date:
        self.mistakes.extend(f"{where}: unknown source '{one}'" for one in ids if one not in self.sources)
        if text:
            return self._day(text, where)
        dated = [self._day(self.sources[one].published, where) for one in ids if one in self.sources and self.sources[one].published]
        return min(dated, default=date.max)
