import logging
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from bilan.errors import Problem, Severity
from bilan.gate.check import GateResult, problems, run
from bilan.gate.rules import DEFAULT, GateConfig, GateRule, load_gate
from bilan.model import Attribution, Observation, Precision, SeriesKey, Status
from bilan.period import Frequency, Period
from bilan.sources.observations import read_observations
from bilan.sources.register import read_sources
from bilan.store.parquet import Store
from bilan.store.view import View

REAL = Path(__file__).parents[2] / "data" / "kz-kg"
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
TODAY = date(2026, 11, 24)
KEY = SeriesKey("trade", "KGZ", "KAZ", "total", "TOTAL", Frequency.ANNUAL)
NAME = "trade/KGZ/KAZ/total/TOTAL/A"


def observed(row: str, value: str | None = "1317.884", year: int = 2023, **other: object) -> Observation:
    facts: dict[str, object] = {
        "key": KEY,
        "period": Period(year, Frequency.ANNUAL),
        "value": None if value is None else Decimal(value),
        "unit": "USD_million",
        "published_on": date(2024, 4, 9),
        "source_ids": ("s",),
        "row": f"trade.csv#{row}",
    }
    return Observation(**{**facts, **other})  # type: ignore[arg-type]


@pytest.fixture
def show(tmp_path: Path) -> Callable[..., View]:
    def shower(*rows: Observation, as_of: date = TODAY) -> View:
        store = Store(tmp_path / "store")
        store.ingest(rows, NOON)
        return store.as_of(as_of)

    return shower


Show = Callable[..., View]


def only(view: View, rule: GateRule) -> GateResult:
    (result,) = run(view, GateConfig(rule=(rule,)), TODAY)
    return result


def test_passes_a_series_that_is_as_declared(show: Show, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "bilan.gate")
    rules = (
        *DEFAULT.rule,
        GateRule(series="trade/*", check="unit", unit="USD_million"),
        GateRule(series="trade/*/total/TOTAL/A", check="range", min=500, max=10000),
        GateRule(series=NAME, check="freshness", max_age_days=1059),
    )

    results = run(show(observed("b1")), GateConfig(rule=rules), TODAY)

    assert results == [GateResult(rule.check, NAME, "pass") for rule in rules]
    assert problems(results) == []
    assert caplog.messages == ["gate: 5 checks, 0 failed"]


def test_holds_an_agrifood_figure_announced_as_total_trade(show: Show) -> None:
    rule = GateRule(series="trade/*/TOTAL/A", check="range", min=500, max=10000)

    assert problems([only(show(observed("b1"), observed("b2", "350.9", 2024)), rule)]) == [
        Problem(
            NAME,
            "350.9 for 2024: at least 500 and at most 10000 USD_million is declared",
            "check unit and value against the source",
            Severity.HOLD,
            "gate.range",
            ("trade.csv#b2",),
        )
    ]


@pytest.mark.parametrize(
    ("bounds", "message"),
    [
        ({"min": 2.5}, "1 for 2001, 2 for 2002: at least 2.5 USD_million is declared"),
        ({"max": 1}, "2 for 2002, 3 for 2003, 4 for 2004 and 1 more: at most 1 USD_million is declared"),
    ],
)
def test_names_the_first_values_outside_the_range(show: Show, bounds: dict[str, float], message: str) -> None:
    view = show(*(observed(f"b{number}", str(number), 2000 + number) for number in range(1, 6)))

    assert only(view, GateRule(series="*", check="range", **bounds)).message == message  # type: ignore[arg-type]


def test_does_not_hold_an_old_vintage_that_was_put_right(show: Show) -> None:
    glitch = observed("b1", "0.011")

    assert only(show(glitch, observed("b2", published_on=date(2025, 3, 30))), GateRule(series="*", check="range", min=1)).action == "pass"


def test_holds_a_column_that_changed_its_unit(show: Show) -> None:
    result = only(show(observed("b1", unit="index"), observed("b2", year=2024)), GateRule(series="*", check="unit", unit="USD_million"))

    assert (result.action, result.rows) == ("hold", ("trade.csv#b1",))
    assert result.message == "1 row is in 'index' where 'USD_million' is declared"


@pytest.mark.parametrize(
    "other",
    [
        {"unit": ""},
        {"source_ids": ()},
        {"period": Period(2023, Frequency.QUARTERLY)},
        {"key": SeriesKey("trade", "")},
        {"key": SeriesKey("", "KGZ")},
        {"value": None},
    ],
)
def test_holds_rows_that_are_not_sound(show: Show, other: dict[str, object]) -> None:
    results = run(show(observed("b1", **other), observed("b2", **{**other, "published_on": date(2024, 5, 1)})), DEFAULT, TODAY)  # type: ignore[arg-type]

    told = results[0]
    assert (told.rule, told.action, told.rows) == ("schema", "hold", ("trade.csv#b1", "trade.csv#b2"))
    assert told.message == "2 rows are without value, unit, source or a fitting frequency"


def test_holds_two_values_of_one_day_and_precision(show: Show) -> None:
    result = only(show(observed("b1", "1500"), observed("b2", "1600"), observed("b3", "1500")), DEFAULT.rule[1])

    assert result.action == "hold"
    assert result.rows == ("trade.csv#b1", "trade.csv#b2", "trade.csv#b3")
    assert result.message == "contradicts itself: 1500 USD_million and 1600 USD_million for 2023, published on 2024-04-09"


def test_holds_a_value_and_a_withdrawal_of_one_day(show: Show) -> None:
    result = only(show(observed("b1", "1500"), observed("b2", None, status=Status.WITHDRAWN)), DEFAULT.rule[1])

    assert result.message == "contradicts itself: 1500 USD_million and withdrawn for 2023, published on 2024-04-09"


@pytest.mark.parametrize(
    "other",
    [
        {"value": "1317.884"},
        {"published_on": date(2024, 4, 10)},
        {"precision": Precision.ROUNDED},
        {"year": 2022},
        {"attribution": Attribution.INFERRED},
        {"key": SeriesKey("trade", "KAZ")},
    ],
)
def test_does_not_call_it_a_contradiction(show: Show, other: dict[str, object]) -> None:
    results = run(show(observed("b1"), observed("b2", **{"value": "1600", **other})), DEFAULT, TODAY)  # type: ignore[arg-type]

    assert {one.action for one in results} == {"pass"}


def test_does_not_call_an_edit_of_the_same_row_a_contradiction(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.ingest([observed("b1", "1500")], NOON)
    store.ingest([observed("b1", "1600")], NOON)

    assert only(store.as_of(TODAY), DEFAULT.rule[1]).action == "pass"


def test_warns_of_a_series_that_went_stale(show: Show) -> None:
    result = only(show(observed("b1")), GateRule(series="*", check="freshness", action="warn", max_age_days=1058))

    assert result == GateResult(
        "freshness",
        NAME,
        "warn",
        ("trade.csv#b1",),
        "the last value is for 2023, which ended 1059 days before 2026-11-24; 1058 days are allowed",
        "enter or fetch a newer figure",
    )


def test_tells_a_series_whose_values_were_all_withdrawn(show: Show) -> None:
    withdrawn = observed("b1", None, status=Status.WITHDRAWN)

    result = only(show(withdrawn), GateRule(series="*", check="freshness", max_age_days=9999))

    assert (result.action, result.message) == ("hold", "has no value left: every one was withdrawn")


def test_lets_the_last_rule_that_matches_count(show: Show) -> None:
    rules = (GateRule(series="*", check="range", max=1), GateRule(series="trade/KGZ/*", check="range", action="warn", max=2))

    results = run(show(observed("b1"), observed("b2", key=SeriesKey("trade", "KAZ"))), GateConfig(rule=rules), TODAY)

    assert [(one.series, one.action) for one in results] == [("trade/KAZ////A", "hold"), (NAME, "warn")]


def test_only_notes_a_failed_check_that_is_declared_to_pass(show: Show) -> None:
    result = only(show(observed("b1")), GateRule(series="*", check="range", action="pass", max=1))

    assert (result.action, result.rows) == ("pass", ("trade.csv#b1",))
    assert problems([result]) == []


def test_notes_all_rules_that_match_nothing_in_one_problem(show: Show) -> None:
    rules = (GateRule(series="trade/KGZ/KAZ/total/TOTL/A", check="schema"), GateRule(series="gdp/*", check="range", min=0))

    assert problems(run(show(observed("b1")), GateConfig(rule=rules), TODAY)) == [
        Problem(
            "gate.toml",
            "rules that match no series known by then: schema of 'trade/KGZ/KAZ/total/TOTL/A'"
            " (did you mean 'trade/KGZ/KAZ/total/TOTAL/A'?); range of 'gdp/*'",
            "mend a pattern that is misspelt",
            Severity.NOTE,
            "gate.rules",
        )
    ]


def test_does_not_hold_the_pack_and_warns_where_it_is_stale(show: Show) -> None:
    observations, _ = read_observations(REAL, read_sources(REAL / "sources.csv"))

    told = problems(run(show(*observations), load_gate(REAL / "gate.toml"), TODAY))

    assert {one.severity for one in told} == {Severity.WARNING}
    assert {one.where for one in told if one.rule == "gate.freshness"} >= {NAME, "trade/KAZ/KGZ/total/TOTAL/A", "gdp_current_usd/KAZ////A"}
    assert {one.where for one in told if one.rule == "gate.duplicate"} <= {"checkpoint_capacity_per_day/Ak-Zhol////A"}
    assert {one.rule for one in told} <= {"gate.freshness", "gate.duplicate"}


@pytest.mark.parametrize("year", [2016, 2020, 2024, 2025])
def test_does_not_hold_the_pack_as_of_an_earlier_year(show: Show, year: int) -> None:
    observations, _ = read_observations(REAL, read_sources(REAL / "sources.csv"))
    as_of = date(year, 12, 31)

    told = problems(run(show(*observations, as_of=as_of), load_gate(REAL / "gate.toml"), as_of))

    assert Severity.HOLD not in {one.severity for one in told}
