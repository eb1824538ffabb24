"""Which events, project facts, treaties, names and claims does a partnership know, and since when?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from bilan.errors import SourceError
from bilan.model import Source
from bilan.period import Period, known_from
from bilan.sources.facts_table import Fact, Facts, Fields, ids_of
from bilan.sources.names import Name, read_names

EVENTS = Fields("event_id", ("date", "kind", "title", "place", "status", "published_on", "source_id"), ("date_precision", "note"))
PROJECTS = Fields("row_id", ("project_id", "project", "attribute", "value", "unit", "as_of", "source_id"), ("stage", "note"))
TREATIES = Fields("row_id", ("treaty_id", "treaty", "step", "country", "date", "source_id"), ("note",))
CLAIMS = Fields(
    "claim_id",
    (
        "claim_paraphrase", "claimed_value", "unit", "period", "verdict", "check", "readings", "recommended_wording", "source_id",
        "supported_by", "contradicted_by",
    ),
    ("note",),
)  # fmt: skip
CHECKS = ("level", "outcome", "target")
PROMISE = "_planned"
"""How the name of an attribute ends whose value is a promised date."""
HINT = "dates are 2024-04-19, 2024-04 or 2024; sources are listed in sources.csv"
_CODE = re.compile(r"[A-Z]{3}")
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")


class Stage(StrEnum):
    """How far a project has come, as a dated row declares it."""

    ANNOUNCED = "announced"
    AGREED = "agreed"
    FUNDED = "funded"
    STARTED = "started"
    DONE = "done"
    CANCELLED = "cancelled"


class Step(StrEnum):
    """What a dated row says of a treaty; approval by one chamber is no ratification yet."""

    SIGNED = "signed"
    APPROVED = "approved"
    RATIFIED = "ratified"
    IN_FORCE = "in_force"
    ENDED = "ended"


OF_ONE_SIDE = (Step.APPROVED, Step.RATIFIED)
"""Steps that one of the two countries takes."""


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
    """One attribute of a project as of a date, with its source; `stage` where the row declares one."""

    id: str
    project: str
    name: str
    attribute: str
    value: str
    unit: str
    as_of: str
    known_on: date
    source_ids: tuple[str, ...]
    stage: Stage | None = None

    @property
    def on(self) -> date:
        """The day the evidence speaks of: its own date, else the day it became known."""
        return known_from(self.as_of) if self.as_of else self.known_on


@dataclass(frozen=True, slots=True)
class TreatyStep:
    """One step of a treaty; `country` is who took it, blank for both; `on` its date as known, blank where no source gives it."""

    id: str
    treaty: str
    title: str
    step: Step
    country: str
    on: str
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
    treaties: tuple[TreatyStep, ...] = ()
    names: tuple[Name, ...] = ()


def read_dossier(folder: Path, sources: Mapping[str, Source], as_of: date) -> Dossier:
    """Everything known by a date; raises SourceError listing the mistakes of all tables at once."""
    facts = Facts(sources)
    events = [_event(row, facts) for row in facts.rows(folder / "events.csv", EVENTS)]
    projects = [_fact(row, facts) for row in facts.rows(folder / "projects.csv", PROJECTS)]
    claims = [_claim(row, facts) for row in facts.rows(folder / "claims.csv", CLAIMS)]
    treaties = [_step(row, facts) for row in facts.rows(folder / "treaties.csv", TREATIES)]
    names = read_names(folder / "names.csv", facts)
    if facts.mistakes:
        raise SourceError(folder.name, tuple(facts.mistakes), HINT)
    return Dossier(
        tuple(sorted((one for one in events if one.known_on <= as_of), key=lambda one: (known_from(one.on), one.id))),
        tuple(sorted((one for one in projects if one.known_on <= as_of), key=lambda one: (one.project, one.known_on, one.id))),
        tuple(one for one, known_on in claims if known_on <= as_of),
        tuple(sorted((one for one in treaties if one.known_on <= as_of), key=lambda one: (one.treaty, one.known_on, one.id))),
        names,
    )


def _event(row: Fact, facts: Facts) -> Event:
    ids = ids_of(row["source_id"])
    facts.day(row["date"], row.where)
    known = facts.published(row["published_on"], ids, row.where)
    return Event(row["event_id"], row["date"], row["kind"], row["title"], row["place"], row["status"], known, ids)


def _fact(row: Fact, facts: Facts) -> ProjectFact:
    ids = ids_of(row["source_id"])
    known = facts.told(row["as_of"], ids, row.where)
    stage = facts.word(row["stage"], tuple(Stage), row.where)
    if row["attribute"].endswith(PROMISE):
        facts.day(row["value"], row.where)
    if not row["project_id"] or ":" in row["project_id"]:
        facts.mistakes.append(f"{row.where}: project_id '{row['project_id']}' is no id: letters, digits and hyphens")
    return ProjectFact(
        row["row_id"], row["project_id"], row["project"], row["attribute"], row["value"], row["unit"], row["as_of"], known, ids,
        Stage(stage) if stage else None,
    )  # fmt: skip


def _step(row: Fact, facts: Facts) -> TreatyStep:
    ids = ids_of(row["source_id"])
    known = facts.told(row["date"], ids, row.where)
    step = facts.word(row["step"], tuple(Step), row.where)
    if not row["step"]:
        facts.mistakes.append(f"{row.where}: step is missing; write {', '.join(Step)}")
    if step in OF_ONE_SIDE and not _CODE.fullmatch(row["country"]):
        facts.mistakes.append(
            f"{row.where}: country '{row['country']}' is no partner's code: who approved or ratified? write KAZ or the like"
        )
    return TreatyStep(row["row_id"], row["treaty_id"], row["treaty"], Step(step or Step.SIGNED), row["country"], row["date"], known, ids)


def _claim(row: Fact, facts: Facts) -> tuple[ClaimRow, date]:
    known = facts.published("", (row["source_id"],), row.where)
    pairs = tuple((name, reading) for name, _, reading in (part.partition("=") for part in ids_of(row["readings"])))
    evidence = ids_of(row["supported_by"]) + ids_of(row["contradicted_by"])
    facts.mistakes += _claim_mistakes(row)
    claim = ClaimRow(
        row["claim_id"], row["claim_paraphrase"], row["claimed_value"], row["unit"], row["period"], row["verdict"], row["check"],
        pairs, row["recommended_wording"], row["source_id"], evidence,
    )  # fmt: skip
    return claim, known


def _claim_mistakes(row: Fact) -> list[str]:
    """What would stop the verdict from being computed: an amount that is no number, a check nobody knows, a year that is none."""
    kind, _, rest = row["check"].partition(":")
    mistakes = []
    if row["unit"] == "USD" and not _NUMBER.fullmatch(row["claimed_value"]):
        mistakes.append(f"claimed_value '{row['claimed_value']}' is no amount in USD: digits and one point only, or another unit")
    if kind and kind not in CHECKS:
        mistakes.append(f"check '{row['check']}' is not known; write level:INDICATOR:PERIOD, outcome:INDICATOR:PERIOD or target:ID")
    if kind in ("level", "outcome"):
        try:
            Period.parse(rest.partition(":")[2])
        except ValueError as error:
            mistakes.append(f"check '{row['check']}': {error}")
    return [f"{row.where}: {mistake}" for mistake in mistakes]
