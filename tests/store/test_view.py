from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

import pytest

from bilan.model import Attribution, Evidence, Observation, Precision, Series, SeriesKey, Status
from bilan.period import Frequency, Period
from bilan.store.parquet import Store
from bilan.store.view import View

Make = Callable[..., Observation]
Moment = Callable[[int], datetime]
LATER = date(2027, 1, 1)
KEY = SeriesKey("trade", "KGZ", "KAZ", "total", "TOTAL", Frequency.ANNUAL)
YEAR = Period(2023, Frequency.ANNUAL)


@pytest.fixture
def show(store: Store, moment: Moment) -> Callable[..., View]:
    def shower(*rows: Observation, as_of: date = LATER) -> View:
        store.ingest(rows, moment(0))
        return store.as_of(as_of)

    return shower


Show = Callable[..., View]


def test_shows_what_was_published_by_the_day_asked_for(make: Make, show: Show) -> None:
    first, second = make("b1", "1600"), make("b2", "1572", date(2024, 7, 31))

    assert show(first, second, as_of=date(2024, 7, 30)).series(KEY) == Series(KEY, date(2024, 7, 30), (first,))
    assert show(first, second).series(KEY).latest == second


@pytest.mark.parametrize(
    ("firmer", "weaker"),
    [
        (Precision.EXACT, Precision.ROUNDED),
        (Precision.ROUNDED, Precision.APPROXIMATE),
        (Precision.APPROXIMATE, Precision.LOWER_BOUND),
        (Precision.APPROXIMATE, Precision.UPPER_BOUND),
    ],
)
def test_lets_the_more_precise_of_one_day_speak(make: Make, show: Show, firmer: Precision, weaker: Precision) -> None:
    view = show(make("b1", "1317", precision=weaker), make("b2", precision=firmer), make("b3", "1318", precision=weaker))

    assert view.series(KEY).latest == make("b2", precision=firmer)


def test_keeps_forecasts_and_inferred_figures_apart_from_statistics(make: Make, show: Show) -> None:
    forecast = make("b2", "1800", LATER, evidence=Evidence.FORECAST)
    inferred = make("b3", "1200", LATER, attribution=Attribution.INFERRED)
    view = show(make("b1"), forecast, inferred)

    assert view.series(KEY).observations == (make("b1"),)
    assert view.statements("trade") == view.statements() == [forecast, inferred]
    assert view.statements("gdp") == []
    assert view.history(KEY, YEAR) == [make("b1")]
    assert view.statistics == (make("b1"),)
    assert len(view.standing) == 3


def test_leaves_a_gap_where_the_publisher_withdrew_and_fills_it_when_restored(make: Make, show: Show) -> None:
    rows = (make("b1", "37.8"), make("b2", None, date(2024, 5, 1), status=Status.WITHDRAWN), make("b3", "35.8", date(2024, 6, 1)))

    assert show(*rows, as_of=date(2024, 5, 15)).keys() == []
    assert show(*rows, as_of=date(2024, 6, 15)).series(KEY).latest == rows[2]


def test_tells_the_history_of_a_value_in_the_order_it_was_published(make: Make, store: Store, moment: Moment) -> None:
    store.ingest([make("b2", "3.5", date(2025, 3, 30)), make("b1", "0.011")], moment(0))
    store.ingest([make("b2", "3.5", date(2025, 3, 30)), make("b1", "3.506")], moment(1))
    view = store.as_of(LATER)

    assert [one.value for one in view.history(KEY, YEAR)] == [Decimal("0.011"), Decimal("3.506"), Decimal("3.5")]
    assert view.history(KEY, YEAR.shift(1)) == []


def test_answers_for_parts_of_the_key(make: Make, show: Show) -> None:
    mirror = SeriesKey("trade", "KAZ", "KGZ", "total", "TOTAL", Frequency.ANNUAL)
    view = show(make("b1"), make("b2", period=YEAR.shift(1)), make("b3", key=mirror))

    assert view.keys() == [mirror, KEY]
    assert [one.row for one in view.observations("trade", reporter="KGZ")] == ["trade.csv#b1", "trade.csv#b2"]
    assert [one.row for one in view.observations(period=YEAR)] == ["trade.csv#b3", "trade.csv#b1"]
    assert view.observations("trade", partner="UZB") == []
    assert view.observations(flow="total", product="AGRIFOOD") == []


def test_is_empty_for_a_series_nobody_knows(make: Make, show: Show) -> None:
    unknown = SeriesKey("gdp", "KAZ")

    assert show(make("b1")).series(unknown) == Series(unknown, LATER)


def test_finds_the_observation_behind_a_digest(make: Make, show: Show) -> None:
    view = show(make("b1"))

    assert view.find(make("b1").digest) == make("b1")
    assert view.find("0" * 16) is None
