"""What changed from one edition to the next? The state an edition leaves in its manifest, and the differences of two."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from bilan.document import Finding
from bilan.findings.facts import Facts
from bilan.findings.promises import outcome
from bilan.model import Reading
from bilan.period import Period

State = Mapping[str, Any]
AIM = "target.level"
TOLD = ("trade.total", "trade.exports", "trade.imports", "trade.ytd", "investment.cumulative", "investment.flow", AIM, "macro.gdp")
KEPT_PERIODS = 3
WIDTH = Decimal("0.02")
MEANING = ("direction", "outcome", "seller", "buyer", "side", "standing", "state", "statistics_high", "statistics_low", "verdict")
"""Arguments of a finding that its sentence turns on."""


class Change(StrEnum):
    """What kind of change a reader is told, the most important first."""

    CROSSED = "crossed"
    TARGET = "target"
    MEANING = "meaning"
    REVISED = "revised"
    PROJECT = "project"
    NEW = "new"
    EVENT = "event"
    STALE = "stale"
    RECOVERED = "recovered"
    DROPPED = "dropped"
    METHOD = "method"


@dataclass(frozen=True, slots=True)
class Difference:
    """One change: `subject` is a slot of a reading, the id of a target, threshold, project or event, or a finding's place."""

    change: Change
    subject: str
    before: Any = None
    after: Any = None


def state(facts: Facts, findings: tuple[Finding, ...], formulas: Mapping[str, str], before: State | None = None) -> dict[str, Any]:
    """What an edition stood on, for the manifest; `before` is the state of the edition before, for thresholds' memory."""
    tracked = [one for one in facts.readings if one.indicator in TOLD and one.value is not None]
    return {
        "readings": {slot(one.id): _reading(one) for one in tracked if one.period in _last_periods(facts, one)},
        "findings": {f"{one.rule}/{one.subject}": _meaning(one) for one in findings},
        "targets": {one.id: outcome(facts, one)[0] for one in facts.targets()},
        "thresholds": _sides(facts, {} if before is None else before.get("thresholds", {})),
        "projects": {one.id: one.state.value for one in facts.projects()},
        "events": sorted(one.id for one in facts.dossier.events),
        "stale": sorted({series(one) for one in facts.stale}),
        "formulas": {name: hashlib.sha256(formula.encode()).hexdigest()[:12] for name, formula in sorted(formulas.items())},
    }


def differences(before: State, after: State) -> list[Difference]:
    """Every change between two states, the most important kind first; a part the earlier state lacks is not compared."""
    found = [one for name, compare in _PARTS.items() if name in before and name in after for one in compare(before[name], after[name])]
    order = list(Change)
    return sorted(found, key=lambda one: (order.index(one.change), one.subject))


def slot(name: str) -> str:
    """What stays the same from edition to edition: an aim without a deadline carries the year of the as-of date in its id."""
    return series(name) if name.startswith(f"{AIM}:") else name


def series(name: str) -> str:
    """`indicator:subject` of a reading's id."""
    return name.rpartition(":")[0]


def side(value: Decimal, threshold: Decimal, before: str | None) -> str:
    """On which side of a threshold a value is; back over it counts only beyond half of a width of two per cent."""
    half = abs(threshold) * WIDTH / 2
    if before == "above":
        return "above" if value > threshold - half else "below"
    return "above" if value >= threshold else "below"


def _last_periods(facts: Facts, one: Reading) -> list[Period]:
    known = [other.period for other in facts.readings.series(one.indicator, _subject(one.id)) if other.value is not None]
    return known[-KEPT_PERIODS:]


def _subject(name: str) -> str:
    return name.split(":", 1)[1].rpartition(":")[0]


def _reading(one: Reading) -> dict[str, Any]:
    return {
        "id": one.id, "indicator": one.indicator, "period": str(one.period), "unit": one.unit, "reporter": one.reporter,
        "partner": one.partner, "precision": one.precision.value, "value": format(one.value or Decimal(0), "f"),
    }  # fmt: skip


def _meaning(one: Finding) -> dict[str, str]:
    return {name: value for name, value in one.args if isinstance(value, str) and name in MEANING}


def _sides(facts: Facts, before: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for threshold in facts.partnership.threshold:
        for subject in facts.readings.subjects(threshold.indicator):
            last = facts.readings.latest(threshold.indicator, subject)
            if last is not None and last.value is not None:
                name = f"{threshold.id}/{subject}"
                found[name] = side(last.value, Decimal(str(threshold.value)), before.get(name))
    return found


def _readings(before: State, after: State) -> Iterator[Difference]:
    for name, one in after.items():
        if name not in before:
            if _newer(one, before) or _series_of(one) not in {_series_of(old) for old in before.values()}:
                yield Difference(Change.NEW, name, None, one)
        elif Decimal(before[name]["value"]) != Decimal(one["value"]):
            yield Difference(Change.REVISED, name, before[name], one)
    for name, one in before.items():
        if name not in after and not _slid_out(one, after):
            yield Difference(Change.DROPPED, name, one, None)


def _series_of(one: Mapping[str, Any]) -> str:
    return series(one["id"])


def _newer(one: Mapping[str, Any], before: State) -> bool:
    """Of a later period than its series had before: an older one only slid into the window."""
    periods = [Period.parse(old["period"]) for old in before.values() if _series_of(old) == _series_of(one)]
    return bool(periods) and Period.parse(one["period"]) > max(periods)


def _slid_out(one: Mapping[str, Any], after: State) -> bool:
    """Only older than the periods that are kept now."""
    periods = [Period.parse(new["period"]) for new in after.values() if _series_of(new) == _series_of(one)]
    return len(periods) >= KEPT_PERIODS and Period.parse(one["period"]) < min(periods)


def _findings(before: State, after: State) -> Iterator[Difference]:
    for name, meaning in after.items():
        if name in before and before[name] != meaning:
            yield Difference(Change.MEANING, name, before[name], meaning)


def _moved(change: Change) -> Callable[[State, State], Iterator[Difference]]:
    def compare(before: State, after: State) -> Iterator[Difference]:
        for name, now in after.items():
            if name in before and before[name] != now and now != "unknown":
                yield Difference(change, name, before[name], now)

    return compare


def _projects(before: State, after: State) -> Iterator[Difference]:
    for name, now in after.items():
        if before.get(name) != now:
            yield Difference(Change.PROJECT, name, before.get(name), now)


def _events(before: list[str], after: list[str]) -> Iterator[Difference]:
    for name in sorted(set(after) - set(before)):
        yield Difference(Change.EVENT, name)


def _stale(before: list[str], after: list[str]) -> Iterator[Difference]:
    for name in sorted(set(after) - set(before)):
        yield Difference(Change.STALE, name)
    for name in sorted(set(before) - set(after)):
        yield Difference(Change.RECOVERED, name)


_PARTS: dict[str, Callable[[Any, Any], Iterator[Difference]]] = {
    "readings": _readings,
    "findings": _findings,
    "targets": _moved(Change.TARGET),
    "thresholds": _moved(Change.CROSSED),
    "projects": _projects,
    "events": _events,
    "stale": _stale,
    "formulas": _moved(Change.METHOD),
}
