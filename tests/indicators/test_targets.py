from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from bilan.config.models import PartnershipConfig
from bilan.indicators.context import DataView
from bilan.indicators.definition import all_definitions
from bilan.indicators.engine import Readings, compute
from bilan.model import Observation, SeriesKey

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
