import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.gate.written import NOON, TODAY, AsOf, Show, observed, of, only, yearly

from bilan.gate.check import run
from bilan.gate.past import pasts
from bilan.gate.rules import Accepted, GateConfig, GateRule
from bilan.gate.whole import lost, lost_by_table
from bilan.model import Observation, SeriesKey, Status
from bilan.period import Period
from bilan.store.parquet import Store

TRAP = Path(__file__).parent / "samples" / "trap_cpi_unit_drift.csv"
YEARS = range(2010, 2020)
LEVELS = {year: str(100 + (year % 7) * 9) for year in YEARS}


def trap(show: Show, day: str, unit: str = "", columns: tuple[str, ...] = ("CPI",)) -> dict[str, str]:
    """What drift says of each country's column, under one declared unit or under what the values truly are."""
    with TRAP.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["column_name_in_file"].startswith(columns)]
    observations = [
        Observation(
            SeriesKey("cpi", row["country"]), Period.parse(row["year"]), Decimal(row["value"]), unit or row["true_meaning"],
            date.fromisoformat(row["vintage_date"]), ("dh-cpi",), f"trap.csv#{index}",
        )
        for index, row in enumerate(rows)
    ]  # fmt: skip
    results = run(show(*observations, as_of=day), GateConfig(rule=(GateRule(series="*", check="drift"),)), date.fromisoformat(day))
    return {one.series[4:7]: f"{one.action}: {one.message}" for one in results}


def moved(factor: str, published: str = "2024-06-01") -> list[Observation]:
    return [*yearly(LEVELS, "2024-01-01"), *yearly({year: str(Decimal(one) * Decimal(factor)) for year, one in LEVELS.items()}, published)]


# --- values that vanish ------------------------------------------------------------------------------------------


def withdrawn(years: list[int]) -> list[Observation]:
    gone = [observed(f"w{year}", None, year, published="2024-06-01", status=Status.WITHDRAWN) for year in years]
    return [*yearly(LEVELS, "2024-01-01"), *gone]


@pytest.mark.parametrize(("years", "action"), [([2012], "pass"), ([2012, 2013], "pass"), ([2012, 2013, 2014], "hold")])
def test_holds_when_a_quarter_of_a_series_is_gone_and_no_single_value(show: Show, years: list[int], action: str) -> None:
    assert only(show(*withdrawn(years)), check="disappearance").action == action


def test_warns_of_a_tenth_and_names_the_rows_that_held_the_values(show: Show) -> None:
    result = only(show(*withdrawn([2012, 2013, 2014])), check="disappearance", hold_share=0.5)

    assert (result.action, result.rows) == ("warn", tuple(f"trade.csv#{year}@2024-01-01" for year in (2012, 2013, 2014)))
    assert result.message == "lost 3 values (2012 to 2014); 3 of 10 are gone"


def test_a_value_that_moved_to_another_row_is_not_lost(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.ingest(yearly(LEVELS, "2024-01-01"), NOON)
    store.ingest([observed(f"new{year}", value, year, published="2024-01-01") for year, value in LEVELS.items()], NOON)

    assert only(store.as_of(TODAY), check="disappearance").action == "pass"


def test_counts_what_a_table_lost_over_all_its_series(show: Show) -> None:
    keys = [SeriesKey("trade", f"X{number}", "KAZ") for number in range(4)]
    rows = [observed(f"{key.reporter}-{year}", "5", year, key=key, published="2024-01-01") for key in keys for year in (2021, 2022)]
    gone = [observed(f"{key.reporter}-w", None, 2022, key=key, published="2024-06-01", status=Status.WITHDRAWN) for key in keys]
    view = show(*rows, *gone)

    assert lost_by_table(pasts(view).values()) == {"trade.csv": (4, 8)}
    assert [one.row for one in lost(pasts(view)[keys[0]])] == ["trade.csv#X0-2022"]
    result = of(view, "trade/X0*", check="disappearance")
    assert (result.action, result.message) == ("hold", "lost 1 value (2022 to 2022); 4 of the 8 values of trade.csv are gone")


def test_holds_when_a_mirror_dropped_46_values_of_gdp(tmp_path: Path, pack_rows: list[Observation]) -> None:
    gdp = [one for one in pack_rows if one.key.indicator == "gdp_current_usd"]
    periods = sorted({(one.period, one.key) for one in gdp}, reverse=True)[:46]
    dropped = {one.row for one in gdp if (one.period, one.key) in periods}
    store = Store(tmp_path)
    store.ingest(pack_rows, NOON)
    store.ingest([one for one in pack_rows if one.row not in dropped], NOON)

    for code in ("KAZ", "KGZ"):
        result = of(store.as_of(TODAY), f"gdp_current_usd/{code}*", check="disappearance")
        assert (result.action, result.message.split(" (")[0]) == ("hold", "lost 23 values")
    assert of(store.as_of(TODAY), "population/KAZ*", check="disappearance").action == "pass"


def test_warns_while_values_are_withdrawn_and_passes_once_they_are_restored(pack: AsOf) -> None:
    series = "exports_goods_services_share_gdp/KGZ*"

    assert of(pack("2024-03-31"), series, check="disappearance").message == "lost 3 values (2019 to 2021); 3 of 22 are gone"
    assert {of(pack(day), series, check="disappearance").action for day in ("2024-01-21", "2024-06-30")} == {"pass"}


def test_a_withdrawal_somebody_looked_at_is_not_told_again(show: Show) -> None:
    rows = withdrawn([2012, 2013, 2014])
    accepted = tuple(Accepted(row=f"trade.csv#{year}@2024-01-01", check="disappearance", reason="discontinued") for year in (2012, 2013))
    config = GateConfig(rule=(GateRule(series="*", check="disappearance"),), accepted=accepted)

    assert [one.action for one in run(show(*rows), config, TODAY)] == ["pass"]


# --- another unit, base or meaning -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("factor", "action"), [("1.001", "pass"), ("1.038", "warn"), ("0.9", "warn"), ("1.6", "hold"), ("0.62", "hold"), ("1000", "hold")]
)
def test_recognises_a_rebasing_and_holds_another_unit(show: Show, factor: str, action: str) -> None:
    assert only(show(*moved(factor), as_of="2024-06-30"), check="drift").action == action


def test_a_declared_rebasing_passes(show: Show) -> None:
    view = show(*moved("0.62"), as_of="2024-06-30")

    assert only(view, check="drift", rebased=("2024-06-01",)).action == "pass"
    assert only(view, check="drift", rebased=("2024-05-01",)).action == "hold"


def test_holds_another_measure_under_the_same_name(show: Show) -> None:
    other = {year: str(200 - (year % 5) * 37) for year in YEARS}
    result = only(show(*yearly(LEVELS, "2024-01-01"), *yearly(other, "2024-06-01")), check="drift")

    assert result.action == "hold"
    assert result.message == "10 of 10 values changed on 2024-06-01, most of them by far: another measure under the same name?"


def test_holds_until_the_old_level_is_back_and_never_for_the_way_back(show: Show) -> None:
    back = yearly(LEVELS, "2024-09-01")

    assert only(show(*moved("0.001"), *yearly({2020: "0.2"}, "2024-07-01"), as_of="2025-12-31"), check="drift").action == "hold"
    assert only(show(*moved("0.001"), *back, as_of="2024-09-30"), check="drift").action == "pass"


def test_a_few_revised_values_are_no_drift(show: Show) -> None:
    view = show(*yearly(LEVELS, "2024-01-01"), *yearly({2018: "900", 2019: "900"}, "2024-06-01"), as_of="2024-06-30")

    assert only(view, check="drift").action == "pass"


def test_holds_a_unit_column_that_changed_between_publications(show: Show) -> None:
    index = observed("b1", "100", published="2024-01-01", unit="index")
    percent = observed("b2", "100", published="2024-06-01", unit="percent")

    result = only(show(index, percent), check="drift")

    assert (result.action, result.message) == ("hold", "was in 'index' and is in 'percent' since 2024-06-01 (2023)")
    assert only(show(index, percent), check="drift", rebased=("2024-06-01",)).action == "pass"
    assert only(show(index, percent, observed("b3", "100", published="2024-07-01", unit="index")), check="drift").action == "pass"


def test_finds_each_meaning_of_the_column_called_cpi(show: Show) -> None:
    assert set(trap(show, "2014-12-31", "index").values()) == {"pass: "}

    rebased = trap(show, "2016-03-31", "index")
    percent = trap(show, "2024-12-31", "index")

    assert rebased["KAZ"].startswith("hold: the whole series moved by a factor of about 0.62 on 2016-03-02, and no rebasing is declared")
    assert {one.partition(" by a factor")[0] for one in percent.values()} == {"hold: the whole series moved"}
    assert all("on 2024-12-11" in one for one in percent.values())


def test_finds_the_deflator_put_under_the_name_of_consumer_prices(show: Show) -> None:
    told = trap(show, "2018-04-30", "index", ("CPI", "Inflation"))

    assert all(one.startswith("hold: ") and "on 2018-04-19" in one for one in told.values())


def test_finds_the_units_of_the_column_where_they_are_written(show: Show) -> None:
    assert all("was in 'index_2005_100' and is in 'index_2010_100' since 2016-03-02" in one for one in trap(show, "2016-03-31").values())


def test_tells_the_census_and_holds_nothing_for_it(pack: AsOf) -> None:
    result = of(pack("2025-01-31"), "population/KAZ*", check="drift")

    assert (result.action, result.message) == ("warn", "the whole series was revised by about +3.8 % on 2025-01-01: a rebasing")
    assert of(pack("2025-01-31"), "population/KGZ*", check="drift").action == "pass"
    assert of(pack("2025-07-31"), "population/KAZ*", check="drift").action == "pass"


@pytest.mark.parametrize(
    ("day", "action"), [("2020-12-31", "pass"), ("2021-01-31", "hold"), ("2021-03-31", "hold"), ("2021-04-30", "pass")]
)
def test_holds_trade_over_gdp_while_it_was_a_millionth(pack: AsOf, day: str, action: str) -> None:
    for code in ("KAZ", "KGZ"):
        assert of(pack(day), f"merchandise_trade_share_gdp/{code}*", check="drift").action == action
