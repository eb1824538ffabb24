import pytest
from tests.gate.written import AsOf, Show, observed, of

from bilan.gate.check import run
from bilan.gate.rules import GateConfig, GateRule
from bilan.model import Observation, Precision, SeriesKey


def flow(which: str, value: str, year: int = 2023, reporter: str = "KGZ", **other: object) -> Observation:
    partner = "KAZ" if reporter == "KGZ" else "KGZ"
    key = SeriesKey("trade", reporter, partner, which, "TOTAL")
    return observed(f"{reporter}-{which}-{year}", value, year, key=key, **other)


def told(show: Show, *rows: Observation, **rule: object) -> dict[str, str]:
    """Series that fail, with what is said of them."""
    view = show(*rows)
    results = run(view, GateConfig(rule=(GateRule.model_validate({"series": "trade/*", **rule}),)), view.as_of)
    return {one.series[6:-8]: f"{one.action}: {one.message}" for one in results if one.action != "pass"}


@pytest.mark.parametrize("total", ["1317.884", "1317.885"])
def test_parts_that_add_up_but_for_rounding_pass(show: Show, total: str) -> None:
    assert told(show, flow("export", "455.702"), flow("import", "862.182"), flow("total", total), check="sum") == {}


def test_parts_that_do_not_add_up_are_told_with_all_three_rows(show: Show) -> None:
    rows = flow("export", "455.702"), flow("import", "862.182"), flow("total", "1320.1")

    assert told(show, *rows, check="sum") == {"KGZ/KAZ/total": "hold: exports and imports of 2023 add up to 1318, the total is 1320"}


@pytest.mark.parametrize(
    ("total", "precision", "fails"),
    [
        ("1300", Precision.ROUNDED, 0),
        ("1500", Precision.ROUNDED, 1),
        ("1330", Precision.APPROXIMATE, 0),
        ("1000", Precision.LOWER_BOUND, 0),
        ("1400", Precision.LOWER_BOUND, 1),
    ],
)
def test_a_total_counts_as_far_as_it_was_rounded(show: Show, total: str, precision: Precision, fails: int) -> None:
    rows = flow("export", "455.702"), flow("import", "862.182"), flow("total", total, precision=precision)

    assert len(told(show, *rows, check="sum")) == fails


def test_a_total_without_both_parts_is_not_checked(show: Show) -> None:
    assert told(show, flow("export", "455.702"), flow("total", "1"), check="sum") == {}


def test_old_periods_are_left_alone_where_the_rule_says_so(show: Show) -> None:
    rows = flow("export", "178.4", 2012), flow("import", "196.5", 2012), flow("total", "374", 2012)

    assert set(told(show, *rows, check="sum")) == {"KGZ/KAZ/total"}
    assert told(show, *rows, check="sum", years=5) == {}


def test_a_flow_far_from_its_mirror_is_told_of_the_buyer(show: Show) -> None:
    rows = flow("import", "35.09"), flow("export", "1076.8", reporter="KAZ")

    assert told(show, *rows, check="mirror", min=0.5, max=2) == {
        "KGZ/KAZ/import": "hold: 35.09 for 2023 is 0.0326 times the 1077 of the partner's statistics"
    }


def test_agrifood_announced_as_total_is_far_from_the_mirror(show: Show) -> None:
    rows = flow("total", "350.9", 2024, "KAZ"), flow("total", "1340", 2024)

    assert told(show, *rows, check="mirror", min=0.5, max=2) == {
        "KAZ/KGZ/total": "hold: 350.9 for 2024 is 0.262 times the 1340 of the partner's statistics"
    }


def test_a_ratio_outside_its_own_history_is_told_without_bounds(show: Show) -> None:
    def pair(year: int, imports: str) -> list[Observation]:
        return [flow("import", imports, year), flow("export", "1000", year, "KAZ")]

    history = [row for year in range(2010, 2018) for row in pair(year, str(800 + year % 4))]

    assert told(show, *history, *pair(2018, "806"), check="mirror") != {}
    assert told(show, *history, *pair(2018, "804"), check="mirror") == {}
    assert told(show, *history[2:], *pair(2018, "806"), check="mirror") == {}
    assert told(show, *history, *pair(2018, "806"), check="mirror", hold_mads=9) == {}


def test_a_bound_or_another_unit_has_no_mirror(show: Show) -> None:
    theirs = flow("export", "1", reporter="KAZ")

    assert told(show, flow("import", "900", precision=Precision.LOWER_BOUND), theirs, check="mirror", min=0.5, max=2) == {}
    assert told(show, flow("import", "900", unit="tonnes"), theirs, check="mirror", min=0.5, max=2) == {}


@pytest.mark.parametrize("day", ["2022-12-31", "2024-12-31", "2026-10-31"])
def test_the_mirror_gap_of_the_pack_is_within_its_bounds(pack: AsOf, day: str) -> None:
    for series in ("trade/KAZ/KGZ/total/TOTAL/A", "trade/KAZ/KGZ/total/TOTAL/YTD"):
        assert of(pack(day), series, check="mirror", min=0.5, max=2).action == "pass"


def test_tells_the_total_that_was_another_a_day_later(pack: AsOf) -> None:
    result = of(pack("2023-09-25"), "trade/KAZ/KGZ/total/TOTAL/YTD", check="sum", years=5)

    assert result.message == "exports and imports of 2023-M01..M07 add up to 755.3, the total is 757"
    assert result.rows == ("trade.csv#bt035", "trade.csv#bt032", "trade.csv#bt033")
    assert of(pack("2023-09-24"), "trade/KAZ/KGZ/total/TOTAL/YTD", check="sum", years=5).action == "pass"
