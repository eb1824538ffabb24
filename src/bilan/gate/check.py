"""Do the data of a view pass the gate? One result for each rule and series, and the problems it makes."""

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatchcase

from bilan.document import Argument
from bilan.errors import Problem, Severity, closest
from bilan.gate.between import mirror, sum_
from bilan.gate.freshness import Due, due, freshness
from bilan.gate.jump import jump
from bilan.gate.past import Past, pasts
from bilan.gate.revision import revision
from bilan.gate.rows import duplicate, range_, schema, unit
from bilan.gate.rules import Action, Check, GateConfig, GateRule
from bilan.gate.stated import growth, statement
from bilan.gate.subject import EXAMPLES, Fault, Subject
from bilan.gate.whole import disappearance, drift, lost_by_table
from bilan.model import Observation, SeriesKey
from bilan.store.view import View

_log = logging.getLogger(__name__)
_SEVERITY = {"warn": Severity.WARNING, "hold": Severity.HOLD}
_ORDER: tuple[Action, ...] = ("pass", "warn", "hold")


@dataclass(frozen=True, slots=True)
class GateResult:
    """What a check found in a series: `pass`, or what its rule asks for, with the rows that failed, the suspect first.

    `message` is English, for terminal and manifest; `said` names the message of `gate.ftl` that says the first fault
    with `args` in the reader's language, and `more` counts the other faults.
    """

    rule: Check
    series: str
    action: Action
    rows: tuple[str, ...] = ()
    message: str = ""
    hint: str = ""
    said: str = ""
    args: tuple[tuple[str, Argument], ...] = ()
    more: int = 0


def run(view: View, config: GateConfig, as_of: date) -> list[GateResult]:  # noqa: ARG001  the view is of that date
    """Results in the order of the rules, then of the series; forecasts and statements are no statistics and not checked."""
    subjects = _subjects(view, config)
    results = []
    for index, rule in enumerate(config.rule):
        matched = [one for one in subjects if fnmatchcase(one.name, rule.series)]
        if not matched:
            results.append(_unmatched(rule, [one.name for one in subjects]))
        later = [other for other in config.rule[index + 1 :] if other.check == rule.check]
        results += [
            _result(rule, one, config) for one in matched if not any(fnmatchcase(one.name, other.series) for other in later)
        ]  # fmt: skip
    failed = sum(result.action != "pass" for result in results)
    _log.info("gate: %d checks, %d failed", len(results), failed)
    return results


def dues(view: View, config: GateConfig) -> list[tuple[SeriesKey, Observation, Due]]:
    """For each series that has a value the last of them, and by when the next is due; sorted. The last rule that fits counts."""
    rules = [one for one in config.rule if one.check == "freshness"]
    return [
        (one.key, one.current[-1], due(one, next((rule for rule in reversed(rules) if fnmatchcase(one.name, rule.series)), None)))
        for one in _subjects(view, config)
        if one.current
    ]


def problems(results: Iterable[GateResult]) -> list[Problem]:
    """A problem for each check that failed, a warning or a hold that keeps the edition from leaving; one note on idle rules."""
    told = list(results)
    failed = [
        Problem(one.series, one.message, one.hint, _SEVERITY[one.action], f"gate.{one.rule}", one.rows)
        for one in told
        if one.action in _SEVERITY
    ]
    idle = [f"{one.rule} of '{one.series}'{one.hint}" for one in told if is_idle(one)]
    return failed + ([_idle(idle)] if idle else [])


def is_idle(result: GateResult) -> bool:
    """Whether the result only says that its rule matches no series."""
    return result.action == "pass" and bool(result.message) and not result.rows


def _subjects(view: View, config: GateConfig) -> list[Subject]:
    by_key = defaultdict(list)
    for one in view.statistics:
        by_key[one.key].append(one)
    known = pasts(view)
    lost = lost_by_table(known.values(), _accepted(config, "disappearance"))
    return [
        Subject(key, tuple(by_key.get(key, ())), view.series(key).observations, view, known.get(key, Past({}, ())), lost, config.stated)
        for key in sorted(by_key.keys() | known.keys())
    ]


def _result(rule: GateRule, subject: Subject, config: GateConfig) -> GateResult:
    accepted = _accepted(config, rule.check)
    faults = [one for one in _CHECKS[rule.check](replace(subject, accepted=accepted), rule) if one.rows[0] not in accepted]
    if not faults:
        return GateResult(rule.check, subject.name, "pass")
    faults.sort(key=_weight, reverse=True)
    first = faults[0]
    action = min(rule.action, first.level, key=_ORDER.index)
    told = list(dict.fromkeys(one.message for one in faults))
    message = "; ".join(told[:EXAMPLES]) + (f"; and {len(told) - EXAMPLES} more" if len(told) > EXAMPLES else "")
    rows = tuple(dict.fromkeys(row for one in faults for row in one.rows))
    return GateResult(rule.check, subject.name, action, rows, message, first.hint, first.said, first.args, len(told) - 1)


def _accepted(config: GateConfig, check: Check) -> frozenset[str]:
    return frozenset(one.row for one in config.accepted if one.check == check)


def _weight(fault: Fault) -> tuple[bool, date]:
    """Holds before warnings, the newest period first."""
    return fault.level == "hold", fault.period.end if fault.period else date.max


def _unmatched(rule: GateRule, names: list[str]) -> GateResult:
    return GateResult(rule.check, rule.series, "pass", (), "the rule matches no series", closest(rule.series, names))


def _idle(rules: list[str]) -> Problem:
    message = f"rules that match no series known by then: {'; '.join(rules)}"
    return Problem("gate.toml", message, "mend a pattern that is misspelt", Severity.NOTE, "gate.rules")


_CHECKS: dict[Check, Callable[[Subject, GateRule], list[Fault]]] = {
    "schema": schema,
    "unit": unit,
    "range": range_,
    "duplicate": duplicate,
    "jump": jump,
    "revision": revision,
    "disappearance": disappearance,
    "drift": drift,
    "freshness": freshness,
    "mirror": mirror,
    "sum": sum_,
    "growth": growth,
    "statement": statement,
}
