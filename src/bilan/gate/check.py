"""Do the data of a view pass the gate? One result for each rule and series, and the problems it makes."""

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fnmatch import fnmatchcase

from bilan.errors import Problem, Severity, closest
from bilan.gate.rules import Action, Check, GateConfig, GateRule
from bilan.model import Observation, Status
from bilan.store.view import View

_log = logging.getLogger(__name__)
_SEVERITY = {"warn": Severity.WARNING, "hold": Severity.HOLD}


@dataclass(frozen=True, slots=True)
class GateResult:
    """What a check found in a series: `pass`, or the action its rule asks for, with the rows that failed."""

    rule: Check
    series: str
    action: Action
    rows: tuple[str, ...] = ()
    message: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class _Subject:
    """One series under check: `all` its standing vintages, and the `current` ones that speak for their period."""

    name: str
    all: tuple[Observation, ...]
    current: tuple[Observation, ...]
    as_of: date


@dataclass(frozen=True, slots=True)
class _Fault:
    rows: tuple[str, ...]
    message: str
    hint: str


def run(view: View, config: GateConfig, as_of: date) -> list[GateResult]:
    """Results in the order of the rules, then of the series; statements and forecasts are no statistics and not checked."""
    subjects = _subjects(view, as_of)
    results = []
    for index, rule in enumerate(config.rule):
        matched = [one for one in subjects if fnmatchcase(one.name, rule.series)]
        if not matched:
            results.append(_unmatched(rule, [one.name for one in subjects]))
        later = [other for other in config.rule[index + 1 :] if other.check == rule.check]
        results += [_result(rule, one) for one in matched if not any(fnmatchcase(one.name, other.series) for other in later)]
    failed = sum(result.action != "pass" for result in results)
    _log.info("gate: %d checks, %d failed", len(results), failed)
    return results


def problems(results: Iterable[GateResult]) -> list[Problem]:
    """A problem for each check that failed, a warning or a hold that keeps the edition from leaving; one note on idle rules."""
    told = list(results)
    failed = [
        Problem(one.series, one.message, one.hint, _SEVERITY[one.action], f"gate.{one.rule}", one.rows)
        for one in told
        if one.action in _SEVERITY
    ]
    idle = [f"{one.rule} of '{one.series}'{one.hint}" for one in told if one.message and one.action == "pass" and not one.rows]
    return failed + ([_idle(idle)] if idle else [])


def _subjects(view: View, as_of: date) -> list[_Subject]:
    by_key = defaultdict(list)
    for one in view.statistics:
        by_key[one.key].append(one)
    return [_Subject(str(key), tuple(ones), view.series(key).observations, as_of) for key, ones in sorted(by_key.items())]


def _result(rule: GateRule, subject: _Subject) -> GateResult:
    fault = _CHECKS[rule.check](subject, rule)
    if fault is None:
        return GateResult(rule.check, subject.name, "pass")
    return GateResult(rule.check, subject.name, rule.action, fault.rows, fault.message, fault.hint)


def _unmatched(rule: GateRule, names: list[str]) -> GateResult:
    return GateResult(rule.check, rule.series, "pass", (), "the rule matches no series", closest(rule.series, names))


def _idle(rules: list[str]) -> Problem:
    message = f"rules that match no series known by then: {'; '.join(rules)}"
    return Problem("gate.toml", message, "mend a pattern that is misspelt", Severity.NOTE, "gate.rules")


def _schema(subject: _Subject, _rule: GateRule) -> _Fault | None:
    bad = [one for one in subject.all if not _sound(one)]
    if not bad:
        return None
    return _Fault(_rows(bad), f"{_several(bad)} without value, unit, source or a fitting frequency", "complete the rows named")


def _sound(one: Observation) -> bool:
    blank = one.value is None and one.status is not Status.WITHDRAWN
    return bool(one.unit and one.source_ids and one.key.indicator and one.key.reporter) and (
        not blank and one.period.frequency is one.key.frequency
    )


def _unit(subject: _Subject, rule: GateRule) -> _Fault | None:
    bad = [one for one in subject.current if one.unit != rule.unit]
    if not bad:
        return None
    units = " and ".join(sorted({f"'{one.unit}'" for one in bad}))
    return _Fault(_rows(bad), f"{_several(bad)} in {units} where '{rule.unit}' is declared", "convert the values, or mend the unit column")


def _range(subject: _Subject, rule: GateRule) -> _Fault | None:
    low = None if rule.min is None else Decimal(str(rule.min))
    high = None if rule.max is None else Decimal(str(rule.max))
    bad = [one for one in subject.current if one.value is not None and _outside(one.value, low, high)]
    if not bad:
        return None
    bounds = " and ".join(f"{word} {bound}" for word, bound in (("at least", low), ("at most", high)) if bound is not None)
    told = ", ".join(f"{one.value} for {one.period}" for one in bad[:3])
    more = f" and {len(bad) - 3} more" if len(bad) > 3 else ""  # noqa: PLR2004  three examples are enough
    return _Fault(_rows(bad), f"{told}{more}: {bounds} {bad[0].unit} is declared", "check unit and value against the source")


def _outside(value: Decimal, low: Decimal | None, high: Decimal | None) -> bool:
    return (low is not None and value < low) or (high is not None and value > high)


def _duplicate(subject: _Subject, _rule: GateRule) -> _Fault | None:
    """Different values with one key, period, day and precision; versions of one row are no contradiction, only the last stands."""
    groups = defaultdict(list)
    for one in subject.all:
        groups[one.period, one.published_on, one.precision].append(one)
    bad = [ones for ones in groups.values() if len({(one.value, one.unit) for one in ones}) > 1]
    if not bad:
        return None
    told = "; ".join(f"{_values(ones)} for {ones[0].period}, published on {ones[0].published_on.isoformat()}" for ones in bad)
    return _Fault(_rows([one for ones in bad for one in ones]), f"contradicts itself: {told}", "correct or withdraw one of the rows")


def _values(ones: Iterable[Observation]) -> str:
    return " and ".join(dict.fromkeys("withdrawn" if one.value is None else f"{one.value} {one.unit}" for one in ones))


def _freshness(subject: _Subject, rule: GateRule) -> _Fault | None:
    if not subject.current:
        return _Fault(_rows(subject.all), "has no value left: every one was withdrawn", "find out why, or take the rule out")
    last = subject.current[-1]
    age, allowed = (subject.as_of - last.period.end).days, rule.max_age_days or 0
    if age <= allowed:
        return None
    message = f"the last value is for {last.period}, which ended {age} days before {subject.as_of.isoformat()}; {allowed} days are allowed"
    return _Fault((last.row,), message, "enter or fetch a newer figure")


def _rows(ones: Iterable[Observation]) -> tuple[str, ...]:
    return tuple(sorted(one.row for one in ones))


def _several(ones: list[Observation]) -> str:
    return f"{len(ones)} row is" if len(ones) == 1 else f"{len(ones)} rows are"


_CHECKS: dict[Check, Callable[[_Subject, GateRule], _Fault | None]] = {
    "schema": _schema,
    "unit": _unit,
    "range": _range,
    "duplicate": _duplicate,
    "freshness": _freshness,
}
