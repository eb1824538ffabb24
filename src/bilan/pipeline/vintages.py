"""What does a series say as of a date, and how did it come to say it? Its values with every vintage."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from bilan.errors import UsageError, closest
from bilan.findings.changes import Change, Difference, differences, state
from bilan.findings.revisions import Kind, Revision, revisions
from bilan.model import Evidence, Observation, SeriesKey, Status
from bilan.period import Period
from bilan.store.view import View

if TYPE_CHECKING:
    from bilan.pipeline.knowledge import Knowledge

MEANT = (Change.CROSSED, Change.TARGET, Change.MEANING, Change.PROJECT)
"""Changes a reader would act on."""


@dataclass(frozen=True, slots=True)
class Vintage:
    """One publication of one value; `change` is in percent of the one before, `event` says what happened.

    `event` is first, repeated, revised, returned (to an earlier value), withdrawn, restored, forecast, outcome or statement;
    `current` marks what counts as of the date.
    """

    observation: Observation
    event: str
    change: Decimal | None
    current: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """A series in a list: how many periods and publications, the last period, when it was last published."""

    key: SeriesKey
    periods: int
    publications: int
    last: Period
    published_on: date


def matching(view: View, pattern: str) -> list[SeriesKey]:
    """Series whose key is, begins with or fits a pattern (`population/KAZ`, `trade/*/total/*`); UsageError for none."""
    found = fitting(view, pattern)
    if not found:
        names = sorted({key.indicator for key in _known(view)})
        near = closest(pattern.partition("/")[0], names)
        raise UsageError(f"series '{pattern}'", f"is not known as of {view.as_of.isoformat()}{near}", f"there are: {', '.join(names)}")
    return found


def fitting(view: View, pattern: str) -> list[SeriesKey]:
    """Series whose key is, begins with or fits a pattern, sorted; none where none does."""
    wanted = pattern.rstrip("/")
    return [key for key in sorted(_known(view)) if _fits(str(key), wanted)]


def outlines(view: View, keys: Iterable[SeriesKey]) -> list[Outline]:
    """One line a series."""
    by_key: dict[SeriesKey, list[Observation]] = defaultdict(list)
    for one in view.vintages:
        by_key[one.observation.key].append(one.observation)
    return [
        Outline(key, len({one.period for one in rows}), len(rows), max(one.period for one in rows), max(one.published_on for one in rows))
        for key in keys
        if (rows := by_key[key])
    ]


def vintages(view: View, key: SeriesKey) -> dict[Period, list[Vintage]]:
    """Every publication of every period of a series, oldest first; forecasts and statements among them, marked."""
    found: dict[Period, list[Vintage]] = defaultdict(list)
    mine = [one for one in view.vintages if one.observation.key == key and (one.stands or one.statistic)]
    for one in mine:
        before = found[one.observation.period]
        found[one.observation.period].append(_vintage(one.observation, before, current=one.speaks, statistic=one.statistic))
    return dict(sorted(found.items()))


def spoken(view: View, key: SeriesKey, period: Period | None = None, *, every: bool = False) -> dict[Period, list[Vintage]]:
    """What a series says of each period or of one: what counts, or with `every` each publication; a period without any is left out."""
    found = {at: [one for one in ones if every or one.current] for at, ones in vintages(view, key).items() if period in (None, at)}
    return {at: ones for at, ones in found.items() if ones}


def between(old: View, new: View, pattern: str, *, everything: bool) -> list[Revision]:
    """Revisions of matching series between two views: the material ones, or with `everything` the small and new ones too."""
    keys = matching(new, pattern) if pattern else None
    return [one for one in revisions(old, new, keys) if everything or (one.material and one.kind is not Kind.NEW)]


def turns(then: "Knowledge", now: "Knowledge") -> list[Difference]:
    """What reads otherwise by what is known now: thresholds and aims crossed, sentences that turned, projects in another state."""
    before = state(then.facts, then.findings, {})
    return [one for one in differences(before, state(now.facts, now.findings, {}, before)) if one.change in MEANT]


def _known(view: View) -> set[SeriesKey]:
    return {one.observation.key for one in view.vintages if one.stands or one.statistic}


def _fits(name: str, wanted: str) -> bool:
    return name == wanted or name.startswith(f"{wanted}/") or fnmatchcase(name, wanted)


def _vintage(one: Observation, before: list[Vintage], *, current: bool, statistic: bool) -> Vintage:
    known = [earlier.observation for earlier in before if earlier.observation.value is not None]
    last = known[-1] if known else None
    change = None
    if last is not None and last.value and one.value is not None and last.unit == one.unit:
        change = 100 * (one.value - last.value) / abs(last.value)
    return Vintage(one, _event(one, before, statistic=statistic), change, current)


def _event(one: Observation, before: list[Vintage], *, statistic: bool) -> str:
    last, values = before[-1] if before else None, {earlier.observation.value for earlier in before}
    cases = {
        "forecast": one.evidence is Evidence.FORECAST,
        "statement": not statistic,
        "withdrawn": one.status is Status.WITHDRAWN or one.value is None,
        "first": last is None,
        "restored": last is not None and last.event == "withdrawn",
        "outcome": all(earlier.event == "forecast" for earlier in before),
        "repeated": last is not None and last.observation.value == one.value,
        "returned": one.value in values,
    }
    return next((name for name, holds in cases.items() if holds), "revised")
