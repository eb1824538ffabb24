from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bilan.model import Observation, Precision, Series, SeriesKey, Status, weakest_precision, weakest_status
from bilan.period import Frequency, Period

KEY = SeriesKey("trade.total", "KAZ", "KGZ", "total")
OBSERVATION = Observation(KEY, Period.parse("2023"), Decimal("1526.70"), "USD", date(2024, 2, 29), ("stat-kz",), "trade.csv:4")


def test_a_series_is_named_reporter_before_partner() -> None:
    assert str(replace(KEY, product="food", frequency=Frequency.MONTHLY)) == "trade.total/KAZ/KGZ/total/food/M"


def test_keys_sort_by_indicator_then_reporter() -> None:
    keys = [SeriesKey("trade", "KGZ"), SeriesKey("gdp", "KGZ"), SeriesKey("trade", "KAZ")]

    assert sorted(keys) == [keys[1], keys[2], keys[0]]


@given(st.lists(st.sampled_from(list(Precision)), min_size=1))
def test_no_result_is_firmer_than_its_inputs(parts: list[Precision]) -> None:
    order = list(Precision)
    weakest = weakest_precision(parts)

    if not {Precision.LOWER_BOUND, Precision.UPPER_BOUND} <= set(parts):
        assert order.index(weakest) == max(order.index(one) for one in parts)


def test_a_bound_from_below_and_one_from_above_leave_only_an_approximation() -> None:
    parts = [Precision.LOWER_BOUND, Precision.EXACT, Precision.UPPER_BOUND]

    assert weakest_precision(parts) is Precision.APPROXIMATE


def test_nothing_at_all_is_exact_and_final() -> None:
    assert weakest_precision([]) is Precision.EXACT
    assert weakest_status([]) is Status.FINAL


def test_provisional_is_weaker_than_estimated() -> None:
    assert weakest_status([Status.FINAL, Status.PROVISIONAL, Status.ESTIMATED]) is Status.PROVISIONAL


def test_the_digest_is_one_of_content_so_trailing_zeros_do_not_count() -> None:
    assert OBSERVATION.digest == replace(OBSERVATION, value=Decimal("1526.7")).digest
    assert OBSERVATION.digest == replace(OBSERVATION, value=Decimal("1.5267E+3")).digest
    assert len(OBSERVATION.digest) == 16


def test_the_digest_changes_with_any_word_of_the_row() -> None:
    others = {
        replace(OBSERVATION, value=None).digest,
        replace(OBSERVATION, value=Decimal(0)).digest,
        replace(OBSERVATION, note="revised").digest,
        replace(OBSERVATION, source_ids=("stat-kg",)).digest,
        replace(OBSERVATION, precision=Precision.ROUNDED).digest,
        replace(OBSERVATION, published_on=date(2024, 3, 1)).digest,
        OBSERVATION.digest,
    }

    assert len(others) == 7


def test_a_series_gives_the_observation_of_a_period_or_none() -> None:
    series = Series(KEY, date(2024, 12, 31), (replace(OBSERVATION, period=Period.parse("2022")), OBSERVATION))

    assert series.at(Period.parse("2023")) is OBSERVATION
    assert series.at(Period.parse("2021")) is None
    assert series.latest is OBSERVATION


def test_an_empty_series_has_no_latest_observation() -> None:
    assert Series(KEY, date(2024, 12, 31)).latest is None
