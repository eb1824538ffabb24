import math
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import cycle, islice

import pytest

from bilan.config.models import PartnershipConfig
from bilan.indicators.context import DataView
from bilan.indicators.definition import all_definitions
from bilan.indicators.engine import compute
from bilan.indicators.expression import Missing
from bilan.indicators.momentum import three_on_three
from bilan.model import Observation, Reading, SeriesKey
from bilan.period import Frequency, Period

AS_OF = date(2026, 10, 31)
LAST = Period.parse("2026-08")
SEASON = [80, 85, 95, 100, 105, 110, 120, 115, 105, 100, 95, 90]
View = Callable[..., DataView]
Observe = Callable[..., Observation]
Key = Callable[..., SeriesKey]


@pytest.fixture
def told(partnership: PartnershipConfig, table: View, observed: Observe, trade: Key) -> Callable[[list[Decimal | None]], Reading | None]:
    """What is said of months that end with August 2026; None stands for a month without a row."""

    def teller(values: list[Decimal | None]) -> Reading | None:
        key = trade("KGZ", "total", Frequency.MONTHLY)
        places = enumerate(reversed(values))
        rows = tuple(observed(key, str(LAST.shift(-back)), str(value)) for back, value in places if value is not None)
        return compute(table(rows), partnership, AS_OF, all_definitions()).get(f"trade.momentum:KGZ:{LAST}")

    return teller


def months(growth: str, count: int) -> list[Decimal]:
    """A season on a level that grows by a factor each month, ended in August."""
    level = [Decimal(growth) ** month for month in range(count)]
    season = list(islice(cycle(SEASON), (8 - count) % 12, (8 - count) % 12 + count))
    return [one * factor for one, factor in zip(level, season, strict=True)]


def test_takes_the_season_out_of_three_months_on_three(told: Callable[..., Reading | None]) -> None:
    one = told(list(months("1.0", 60)))
    raw = Decimal(110 + 120 + 115) / Decimal(95 + 100 + 105) - 1

    assert one is not None
    assert one.value is not None
    assert abs(one.value) < Decimal("0.0000001")
    assert raw > Decimal("0.14")
    assert len(one.inputs) == 60


def test_growth_of_a_percent_a_month_is_about_three_percent_on_the_three_months_before() -> None:
    assert three_on_three(months("1.01", 60)) == pytest.approx(Decimal(100) * (Decimal("1.01") ** 3 - 1), abs=Decimal("0.3"))


def test_takes_the_months_as_they_are_where_no_season_is_seen() -> None:
    flat = [Decimal(100)] * 33 + [Decimal(110)] * 3

    assert math.isclose(three_on_three(flat), 10)


def test_tells_how_many_months_are_missing(told: Callable[..., Reading | None]) -> None:
    gap: list[Decimal | None] = [*months("1.0", 60)]
    gap[30] = None
    one = told(gap)

    assert one is not None
    assert one.value is None
    assert one.problems[0].message == "has no value: needs 36 months without a gap, there are 29"


def test_a_month_without_trade_gives_no_value() -> None:
    with pytest.raises(Missing, match="a month is not positive"):
        three_on_three([*months("1.0", 40), Decimal(0)])


def test_says_nothing_of_a_month_here_and_there(told: Callable[..., Reading | None]) -> None:
    assert told([*months("1.0", 11)]) is None
