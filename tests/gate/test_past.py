from datetime import date
from decimal import Decimal

import pytest
from tests.gate.written import KEY, NOON, TODAY, AsOf, Show, observed, yearly

from bilan.gate.past import Past, distance, pasts, threshold
from bilan.model import Precision, Status
from bilan.period import Frequency, Period
from bilan.store.parquet import Store
from bilan.store.view import View

YEAR = Period(2023, Frequency.ANNUAL)


def told(view: View, period: Period = YEAR) -> list[tuple[str, str]]:
    return [(one.day.isoformat(), "" if one.observation is None else str(one.observation.value)) for one in pasts(view)[KEY].stages[period]]


def past(view: View) -> Past:
    return pasts(view)[KEY]


def test_says_what_stood_from_which_day_on(show: Show) -> None:
    view = show(
        observed("b1", "1500", published="2024-04-19"),
        observed("b2", "1500", published="2024-04-20"),
        observed("b3", "1572", published="2024-07-31"),
    )

    assert told(view) == [("2024-04-19", "1500"), ("2024-07-31", "1572")]
    assert past(view).on(date(2024, 4, 19), before=True) == {}
    assert past(view).on(date(2024, 5, 1))[YEAR].row == "trade.csv#b1"
    assert past(view).days == (date(2024, 4, 19), date(2024, 4, 20), date(2024, 7, 31))


def test_a_withdrawal_ends_a_value_and_a_later_one_restores_it(show: Show) -> None:
    rows = [
        observed("b1", published="2023-11-20"),
        observed("b2", None, published="2024-01-22", status=Status.WITHDRAWN),
        observed("b3", "1300", published="2024-06-30"),
    ]

    assert told(show(*rows)) == [("2023-11-20", "1317.884"), ("2024-01-22", ""), ("2024-06-30", "1300")]
    assert past(show(*rows, as_of="2024-05-31")).final == {}


def test_of_one_day_the_most_precise_row_speaks(show: Show) -> None:
    view = show(observed("b1", "1300", precision=Precision.ROUNDED), observed("b2", "1317.884"))

    assert told(view) == [("2024-04-09", "1317.884")]


def test_an_overwritten_cell_is_a_revision_only_with_a_later_day(tmp_path_factory: pytest.TempPathFactory) -> None:
    def edited(published: str) -> View:
        store = Store(tmp_path_factory.mktemp("store"))
        store.ingest([observed("b1", "13178.84", published="2024-04-09")], NOON)
        store.ingest([observed("b1", "1317.884", published=published)], NOON)
        return store.as_of(TODAY)

    assert told(edited("2024-04-09")) == [("2024-04-09", "1317.884")]
    assert told(edited("2024-04-08")) == [("2024-04-08", "1317.884")]
    assert told(edited("2024-06-01")) == [("2024-04-09", "13178.84"), ("2024-06-01", "1317.884")]


def test_a_row_deleted_from_its_table_falls_silent_and_another_may_speak(tmp_path_factory: pytest.TempPathFactory) -> None:
    def after(*kept: str) -> list[tuple[str, str]]:
        store = Store(tmp_path_factory.mktemp("store"))
        rows = {
            "b1": observed("b1", "1300", published="2024-03-01"),
            "b2": observed("b2", published="2024-04-09"),
            "b3": observed("b3", year=2022),
        }
        store.ingest(rows.values(), NOON)
        store.ingest([rows[one] for one in kept], NOON)
        return told(store.as_of(TODAY))

    assert after("b1", "b3") == [("2024-03-01", "1300"), ("2024-04-09", "1317.884"), ("2026-11-24", "1300")]
    assert after("b3") == [("2024-03-01", "1300"), ("2024-04-09", "1317.884"), ("2026-11-24", "")]


def test_what_stands_in_the_end_is_what_the_view_says(pack: AsOf) -> None:
    for day in ("2016-12-31", "2021-02-28", "2024-03-31", "2026-11-24"):
        view = pack(day)
        for key, found in pasts(view).items():
            said = [(one.period, one.value, one.unit) for one in view.series(key).observations]
            assert sorted((period, one.value, one.unit) for period, one in found.final.items()) == said


def test_knows_a_publication_that_moved_the_whole_series(show: Show) -> None:
    years = range(2010, 2020)
    old = {year: str(100 + year % 7) for year in years}
    view = show(
        *yearly(old, "2024-01-01"),
        *yearly({year: str(Decimal(value) * 2) for year, value in old.items()}, "2024-02-01"),
        *yearly({2019: "500"}, "2024-03-01"),
        *yearly({year: str(year * year) for year in years}, "2024-04-01"),
    )

    doubled, mixed = past(view).moves

    assert (doubled.day, doubled.changed, doubled.known, doubled.common) == (date(2024, 2, 1), 10, 10, True)
    assert doubled.middle == doubled.size == threshold(2)
    assert mixed.day == date(2024, 4, 1)


def test_measures_the_distance_of_two_states_with_enough_in_common(show: Show) -> None:
    view = show(*yearly(dict.fromkeys(range(2010, 2016), "100"), "2024-01-01"), *yearly({2010: "900", 2011: "900"}, "2024-02-01"))
    states = [past(view).on(date(2024, month, 1)) for month in (1, 2)]

    assert distance(*states) == 0
    assert distance(states[0], {}) is None
