from decimal import Decimal
from pathlib import Path

import pytest
from tests.gate.written import NAME, NOON, TODAY, Show, observed, only

from bilan.errors import Problem, Severity
from bilan.gate.check import problems, run
from bilan.gate.rules import DEFAULT
from bilan.model import Attribution, Precision, SeriesKey, Status
from bilan.period import Frequency, Period
from bilan.store.parquet import Store


def test_holds_an_agrifood_figure_announced_as_total_trade(show: Show) -> None:
    result = only(show(observed("b1"), observed("b2", "350.9", 2024)), series="trade/*/TOTAL/A", check="range", min=500, max=10000)

    assert problems([result]) == [
        Problem(
            NAME,
            "350.9 for 2024: at least 500 and at most 10000 USD_million is declared",
            "check unit and value against the source",
            Severity.HOLD,
            "gate.range",
            ("trade.csv#b2",),
        )
    ]
    assert (result.said, dict(result.args)) == ("gate-range", {"value": Decimal("350.9"), "period": Period(2024, Frequency.ANNUAL)})


@pytest.mark.parametrize(
    ("bounds", "message"),
    [
        ({"min": 2.5}, "1 for 2001, 2 for 2002: at least 2.5 USD_million is declared"),
        ({"max": 1}, "2 for 2002, 3 for 2003, 4 for 2004 and 1 more: at most 1 USD_million is declared"),
    ],
)
def test_names_the_first_values_outside_the_range(show: Show, bounds: dict[str, float], message: str) -> None:
    view = show(*(observed(f"b{number}", str(number), 2000 + number) for number in range(1, 6)))

    assert only(view, check="range", **bounds).message == message


def test_does_not_hold_an_old_vintage_that_was_put_right(show: Show) -> None:
    view = show(observed("b1", "0.011"), observed("b2", published="2025-03-30"))

    assert only(view, check="range", min=1).action == "pass"


def test_holds_a_column_that_changed_its_unit(show: Show) -> None:
    result = only(show(observed("b1", unit="index"), observed("b2", year=2024)), check="unit", unit="USD_million")

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
    results = run(show(observed("b1", **other), observed("b2", **{**other, "published": "2024-05-01"})), DEFAULT, TODAY)  # type: ignore[arg-type]

    told = results[0]
    assert (told.rule, told.action, told.rows) == ("schema", "hold", ("trade.csv#b1", "trade.csv#b2"))
    assert told.message == "2 rows are without value, unit, source or a fitting frequency"


def test_holds_two_values_of_one_day_and_precision(show: Show) -> None:
    result = only(show(observed("b1", "1500"), observed("b2", "1600"), observed("b3", "1500")), check="duplicate")

    assert result.action == "hold"
    assert result.rows == ("trade.csv#b1", "trade.csv#b2", "trade.csv#b3")
    assert result.message == "contradicts itself: 1500 USD_million and 1600 USD_million for 2023, published on 2024-04-09"


def test_holds_a_value_and_a_withdrawal_of_one_day(show: Show) -> None:
    result = only(show(observed("b1", "1500"), observed("b2", None, status=Status.WITHDRAWN)), check="duplicate")

    assert result.message == "contradicts itself: 1500 USD_million and withdrawn for 2023, published on 2024-04-09"


@pytest.mark.parametrize(
    "other",
    [
        {"value": "1317.884"},
        {"published": "2024-04-10"},
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

    assert only(store.as_of(TODAY), check="duplicate").action == "pass"
