from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from bilan.config.models import PartnershipConfig
from bilan.indicators.context import DataView
from bilan.indicators.definition import all_definitions
from bilan.indicators.engine import Readings, compute
from bilan.model import Observation, Precision, SeriesKey

View = Callable[..., DataView]
Observe = Callable[..., Observation]
Key = Callable[..., SeriesKey]


def known(view: DataView, partnership: PartnershipConfig, day: date) -> Readings:
    return compute(view, partnership, day, all_definitions())


@pytest.mark.parametrize(("total", "pace"), [("1340", "14.4"), ("1700", "9.9"), ("3000", "0.0")])
def test_the_pace_that_reaches_the_aim(
    partnership: PartnershipConfig, table: View, observed: Observe, trade: Key, total: str, pace: str
) -> None:
    one = known(table((observed(trade("KGZ", "total"), "2024", total),)), partnership, date(2026, 10, 31)).get("target.pace:KGZ:2024")

    assert one is not None
    assert one.value is not None
    assert round(one.value, 1) == Decimal(pace)


def test_an_aim_without_deadline_has_a_distance_and_no_pace(
    partnership: PartnershipConfig, table: View, observed: Observe, trade: Key
) -> None:
    found = known(table((observed(trade("KGZ", "total"), "2022", "1181"),)), partnership, date(2024, 6, 1))
    distance, pace = found.get("target.distance:KGZ:2022"), found.get("target.pace:KGZ:2022")

    assert distance is not None
    assert distance.value == Decimal(1_819_000_000)
    assert pace is not None
    assert pace.value is None
    assert "no deadline ahead" in pace.problems[0].message


def test_no_pace_from_a_total_that_is_not_positive(partnership: PartnershipConfig, table: View, observed: Observe, trade: Key) -> None:
    one = known(table((observed(trade("KGZ", "total"), "2024", "0"),)), partnership, date(2026, 10, 31)).get("target.pace:KGZ:2024")

    assert one is not None
    assert "no positive total" in one.problems[0].message


def test_before_the_first_aim_there_is_none(partnership: PartnershipConfig, table: View, observed: Observe, trade: Key) -> None:
    found = known(table((observed(trade("KGZ", "total"), "2011", "500"),)), partnership, date(2012, 1, 1))

    assert found.subjects("target.level") == []
    assert found.subjects("target.distance") == []


@pytest.mark.parametrize(
    ("totals", "pace"),
    [
        ({"2019": "955.0", "2024": "1340"}, "7.0"),
        ({"2018": "900", "2019": "939.6", "2022": "1247.6", "2024": "1700"}, "12.6"),
        ({"2020": "900", "2021": "1000", "2024": "1340"}, "10.5"),
        ({"2021": "1000", "2022": "1181", "2024": "1340"}, "10.2"),
    ],
)
def test_own_growth_over_five_years_or_the_longest_span_of_at_least_three(
    partnership: PartnershipConfig, table: View, observed: Observe, trade: Key, totals: dict[str, str], pace: str
) -> None:
    rows = tuple(observed(trade("KGZ", "total"), year, value) for year, value in totals.items())
    one = known(table(rows), partnership, date(2026, 10, 31)).get("target.own_pace:KGZ:2024")

    assert one is not None
    assert one.value is not None
    assert round(one.value, 1) == Decimal(pace)


def test_own_growth_says_the_years_it_is_measured_over(partnership: PartnershipConfig, table: View, observed: Observe, trade: Key) -> None:
    rows = (observed(trade("KGZ", "total"), "2020", "900"), observed(trade("KGZ", "total"), "2024", "1340", precision=Precision.ROUNDED))
    one = known(table(rows), partnership, date(2026, 10, 31)).get("target.own_pace:KGZ:2024")

    assert one is not None
    assert one.formula == "100 * ((total of 2024 / total of 2020) ** (1 / 4) - 1)"
    assert one.inputs == ("trade.total:KGZ:2020", "trade.total:KGZ:2024")
    assert one.precision is Precision.APPROXIMATE


def test_a_bound_is_no_year_to_grow_from(partnership: PartnershipConfig, table: View, observed: Observe, trade: Key) -> None:
    rows = (
        observed(trade("KGZ", "total"), "2019", "900", precision=Precision.LOWER_BOUND),
        observed(trade("KGZ", "total"), "2021", "1000"),
        observed(trade("KGZ", "total"), "2024", "1340"),
    )  # fmt: skip
    one = known(table(rows), partnership, date(2026, 10, 31)).get("target.own_pace:KGZ:2024")

    assert one is not None
    assert one.inputs[0] == "trade.total:KGZ:2021"


@pytest.mark.parametrize("totals", [{"2024": "1340"}, {"2015": "700", "2022": "1181", "2024": "1340"}, {"2019": "0", "2024": "1340"}])
def test_without_a_positive_total_three_to_five_years_before_there_is_no_own_growth(
    partnership: PartnershipConfig, table: View, observed: Observe, trade: Key, totals: dict[str, str]
) -> None:
    rows = tuple(observed(trade("KGZ", "total"), year, value) for year, value in totals.items())
    one = known(table(rows), partnership, date(2026, 10, 31)).get("target.own_pace:KGZ:2024")

    assert one is not None
    assert one.value is None
    assert "no positive total 3 to 5 years before" in one.problems[0].message
