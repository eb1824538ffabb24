"""How often does the gate cry wolf? Every month end of twelve years over the whole pack, and faults put in on purpose.

Usage: python benchmarks/gate_alarms.py [PACK] [--json]; PACK is a partnership's folder, data/kz-kg by default.
Exits with 1 where a false hold is found, or a known fault is not held.
"""

import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from fnmatch import fnmatchcase
from pathlib import Path

from bilan.gate.check import GateResult, is_idle, run
from bilan.gate.rules import CHECKS, GateConfig, GateRule, load_gate
from bilan.model import Attribution, Evidence, Observation, SeriesKey
from bilan.period import last_day
from bilan.sources.observations import read_observations
from bilan.sources.register import read_sources
from bilan.store.parquet import Store
from bilan.store.view import View, Vintage

FIRST, LAST = (2015, 1), (2026, 10)
SEEN = datetime(2026, 11, 24, tzinfo=UTC)
FACTORS = ("1000", "100", "10", "3", "1.5", "0.67", "0.33", "0.1", "0.01", "0.001")
LONG = 10  # periods of a series that has a history to leave
PLANTED_ON, JUDGED_ON = date(2026, 9, 15), date(2026, 9, 30)


@dataclass(frozen=True, slots=True)
class Case:
    """A fault or doubt the pack is known to have: where, from when to when (the day it was mended), and whether it must hold."""

    checks: str
    series: str
    first: str
    mended: str
    what: str
    hold: bool = False


KNOWN = (
    Case("range drift revision", "merchandise_trade_share_gdp/*", "2021-01-07", "2021-04-04", "103.851 became 0.0001", hold=True),
    Case("revision", "fdi_net_inflows_share_gdp/KGZ*", "2024-12-20", "2025-03-30", "3.506 became 0.011", hold=True),
    Case("revision", "fdi_net_inflows_share_gdp/KGZ*", "2025-12-08", "", "2023 revised from 3.230 to 1.047"),
    Case("revision", "fdi_net_inflows_share_gdp/KAZ*", "2026-02-23", "", "2024 first printed -0.24, then +0.68"),
    Case("revision", "exports_goods_services_share_gdp/KGZ*", "2024-12-20", "", "2022 revised with the external balance"),
    Case("jump", "external_balance_goods_services/KGZ*", "2024-06-30", "2024-12-20", "2022: -6978 million, later -4989"),
    Case("disappearance", "*_goods_services*/KGZ*", "2024-01-22", "2024-06-30", "2019 to 2021 withdrawn, then restored"),
    Case("drift", "population/KAZ*", "2025-01-01", "", "census: the whole series +3.8 %"),
    Case("drift", "gdp_constant_usd/*", "2021-11-07", "", "base year changed"),
    Case("revision", "gross_fdi_inflow_all/*", "2016-06-30", "", "2015: 818.8, three months later 1573"),
    Case("jump", "consumer_price_inflation/KAZ*", "2025-05-01", "", "2024: 4.86 % is doubtful"),
    Case("duplicate", "checkpoint_capacity_per_day/*", "2021-04-02", "", "persons and vehicles under one name"),
    Case("statement", "trade/KAZ/KGZ/total/TOTAL/A", "2024-12-03", "", "the source article's 1.2 and 'nearly 2' billion"),
    Case("growth", "trade/KAZ/KGZ/total/TOTAL/A", "2024-04-19", "2024-07-31", "1.5 billion and +26 % contradict 1.3 billion"),
    Case("sum", "trade/KAZ/KGZ/total/TOTAL/YTD", "2023-09-24", "", "755.4, the next day 757"),
    Case("sum", "trade/KGZ/KAZ/total/TOTAL/YTD", "2012-08-22", "", "374.9 truncated to 374"),
)


@dataclass
class Tally:
    """What one check did over all month ends, in series and months."""

    checked: int = 0
    warned: int = 0
    held: int = 0
    false_warnings: int = 0
    false_holds: int = 0


def main(arguments: Sequence[str]) -> int:
    """Print the report; 1 where the aim is missed."""
    folder = Path(next((one for one in arguments if not one.startswith("--")), "data/kz-kg"))
    observations, _ = read_observations(folder, read_sources(folder / "sources.csv"))
    config = load_gate(folder / "gate.toml")
    with tempfile.TemporaryDirectory() as place:
        store = Store(Path(place))
        store.ingest(observations, SEEN)
        views = [store.as_of(day) for day in month_ends()]
        planted = [*planted_values(store.as_of(JUDGED_ON), config), *planted_series(store.as_of(JUDGED_ON), config)]
    tallies, false, met = tally(views, config, observations)
    tried = list(sensitivity(views))
    if "--json" in arguments:
        said = {
            "checks": {name: vars(one) for name, one in tallies.items()},
            "false": {" | ".join(key): many for key, many in false.items()},
        }
        print(
            json.dumps({**said, "known": {one.what: months for one, months in met.items()}, "planted": planted, "tried": tried}, indent=1)
        )
    else:
        report(tallies, false, met, planted, tried, len(views))
    missed = [one for one in KNOWN if one.hold and not met.get(one)]
    return int(bool(missed) or any(one.false_holds for one in tallies.values()))


def month_ends() -> Iterator[date]:
    """The last day of every month looked at."""
    for index in range(FIRST[0] * 12 + FIRST[1] - 1, LAST[0] * 12 + LAST[1]):
        yield last_day(index // 12, index % 12 + 1)


def tally(
    views: Sequence[View], config: GateConfig, observations: Sequence[Observation]
) -> tuple[dict[str, Tally], Counter[tuple[str, str, str]], dict[Case, int]]:
    """What each check did, the alarms that meet no known case, and how many months each case was told."""
    tallies: dict[str, Tally] = {name: Tally() for name in CHECKS}
    false: Counter[tuple[str, str, str]] = Counter()
    met: Counter[Case] = Counter()
    newest = _newest(observations)
    for view in views:
        for one in run(view, config, view.as_of):
            if is_idle(one):
                continue
            seen = tallies[one.rule]
            seen.checked += 1
            if one.action == "pass":
                continue
            cases = [case for case in KNOWN if meets(case, one, view.as_of)]
            met.update(case for case in cases if one.action == "hold" or not case.hold)
            true = bool(cases) or (one.rule == "freshness" and late(one, newest, view.as_of))
            seen.warned += one.action == "warn"
            seen.held += one.action == "hold"
            seen.false_warnings += one.action == "warn" and not true
            seen.false_holds += one.action == "hold" and not true
            if not true:
                false[one.rule, one.action, one.series] += 1
    return tallies, false, dict(met)


def meets(case: Case, one: GateResult, day: date) -> bool:
    """Whether an alarm tells a known case while it stood."""
    standing = date.fromisoformat(case.first) <= day < (date.fromisoformat(case.mended) if case.mended else date.max)
    return standing and one.rule in case.checks.split() and fnmatchcase(one.series, case.series)


def late(one: GateResult, newest: dict[str, list[tuple[date, date]]], day: date) -> bool:
    """Whether the statistics of the pack really end that long ago by then."""
    ends = [end for published, end in newest[one.series] if published <= day]
    return bool(ends) and (day - max(ends)).days > 300  # noqa: PLR2004  the shortest age any rule of the pack allows


def _newest(observations: Sequence[Observation]) -> dict[str, list[tuple[date, date]]]:
    found: dict[str, list[tuple[date, date]]] = defaultdict(list)
    for one in (one for one in observations if one.attribution is Attribution.STATED and one.evidence is not Evidence.FORECAST):
        found[str(one.key)].append((one.published_on, one.period.end))
    return found


def sensitivity(views: Sequence[View]) -> Iterator[tuple[str, int, int]]:
    """The revision rule with other thresholds: what was changed, month ends rightly held, month ends falsely held."""
    for option, values in {"hold_factor": (1.51, 2, 5, 10), "hold_mads": (4, 6, 10), "material": (0, 0.05, 0.1, 0.25)}.items():
        for value in values:
            config = GateConfig(rule=(GateRule.model_validate({"series": "*", "check": "revision", option: value}),))
            held = [(one, view.as_of) for view in views for one in run(view, config, view.as_of) if one.action == "hold"]
            true = sum(any(case.hold and meets(case, one, day) for case in KNOWN) for one, day in held)
            yield f"{option.replace('_', '-')} = {value}", true, len(held) - true


def planted_values(view: View, config: GateConfig) -> Iterator[tuple[str, int, int, int]]:
    """One value in a new vintage multiplied by a factor: how many were tried, held, warned."""
    series = _long(view)
    for factor in FACTORS:
        done = [_judged(view, config, key, [one], Decimal(factor)) for key in series for one in view.series(key).observations[-1::-4]]
        yield f"one value x {factor}", len(done), done.count("hold"), done.count("warn")


def planted_series(view: View, config: GateConfig) -> Iterator[tuple[str, int, int, int]]:
    """A whole series in a new vintage multiplied by a factor."""
    series = _long(view)
    for factor in FACTORS:
        done = [_judged(view, config, key, view.series(key).observations, Decimal(factor)) for key in series]
        yield f"whole series x {factor}", len(done), done.count("hold"), done.count("warn")


def _long(view: View) -> list[SeriesKey]:
    keys = sorted({one.key for one in view.statistics})
    return [key for key in keys if len(view.series(key).observations) >= LONG]


def _judged(view: View, config: GateConfig, key: SeriesKey, changed: Sequence[Observation], factor: Decimal) -> str:
    """The worst a gate says of a series after some of its values were multiplied; only of what was put in."""
    own = tuple(one for one in view.vintages if one.observation.key == key)
    periods = {one.period for one in changed}
    kept = tuple(replace(one, speaks=one.speaks and one.observation.period not in periods) for one in own)
    put = tuple(_planted(one, factor) for one in changed if one.value)
    told = run(replace(view, vintages=kept + put), config, view.as_of)
    before = {(one.rule, one.action) for one in run(replace(view, vintages=own), config, view.as_of)}
    actions = {one.action for one in told if not is_idle(one) and (one.rule, one.action) not in before}
    return next((action for action in ("hold", "warn") if action in actions), "pass")


def _planted(one: Observation, factor: Decimal) -> Vintage:
    made = replace(one, value=(one.value or Decimal(0)) * factor, published_on=PLANTED_ON, row=f"{one.row}-planted")
    return Vintage(made, made.digest, stands=True, statistic=True, speaks=True)


def report(
    tallies: dict[str, Tally],
    false: Counter[tuple[str, str, str]],
    met: dict[Case, int],
    planted: Sequence[tuple[str, int, int, int]],
    tried: Sequence[tuple[str, int, int]],
    months: int,
) -> None:
    """The tables, as Markdown."""
    print(f"Month ends: {months}. Counted in series and months: one series at one month end is one.\n")
    print("| check | checked | warned | of them false | held | of them false |\n|---|---:|---:|---:|---:|---:|")
    for name, one in tallies.items():
        print(f"| {name} | {one.checked} | {one.warned} | {one.false_warnings} | {one.held} | {one.false_holds} |")
    print("\n| known case | must | month ends told |\n|---|---|---:|")
    for case in KNOWN:
        print(f"| {case.series}: {case.what} | {'hold' if case.hold else 'warn'} | {met.get(case, 0)} |")
    print("\n| alarm that meets no known case | month ends |\n|---|---:|")
    for (check, action, series), many in sorted(false.items()):
        print(f"| {action}: {check} of {series} | {many} |")
    print("\n| put in on purpose | tried | held | warned |\n|---|---:|---:|---:|")
    for what, number, held, warned in planted:
        print(f"| {what} | {number} | {held} | {warned} |")
    print("\n| revision rule with | true holds | false holds |\n|---|---:|---:|")
    for what, true, wrong in tried:
        print(f"| {what} | {true} | {wrong} |")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
