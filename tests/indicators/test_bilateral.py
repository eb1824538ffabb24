from collections.abc import Callable
from datetime import date
from decimal import Decimal

from bilan.config.models import PartnershipConfig
from bilan.indicators.context import DataView
from bilan.indicators.definition import all_definitions
from bilan.indicators.engine import Readings, compute
from bilan.model import Observation, Precision, SeriesKey

AS_OF = date(2026, 10, 31)
View = Callable[..., DataView]
Observe = Callable[..., Observation]
Key = Callable[..., SeriesKey]


def totals(observed: Observe, trade: Key, values: dict[str, str]) -> tuple[Observation, ...]:
    return tuple(observed(trade("KGZ", "total"), year, value) for year, value in values.items())


def computed(view: DataView, partnership: PartnershipConfig) -> Readings:
    return compute(view, partnership, AS_OF, all_definitions())


def test_two_records_are_compared_with_their_mean(partnership: PartnershipConfig, table: View, observed: Observe, trade: Key) -> None:
    """Kazakh exports 1 076.8 and Kyrgyz imports 862.182 million in 2023: -22.1 %."""
    view = table((observed(trade("KAZ", "export"), "2023", "1076.8"), observed(trade("KGZ", "import"), "2023", "862.182")))
    one = computed(view, partnership).get("mirror.relative:KAZ>KGZ:2023")

    assert one is not None
    assert one.value is not None
    assert (round(one.value, 1), one.unit) == (Decimal("-22.1"), "percent")


def test_the_relative_gap_only_changes_its_sign_when_the_records_swap(
    partnership: PartnershipConfig, table: View, observed: Observe, trade: Key
) -> None:
    rows = [observed(trade(who, flow), "2023", value) for who, flow, value in (
        ("KAZ", "export", "7"), ("KGZ", "import", "5"), ("KGZ", "export", "5"), ("KAZ", "import", "7"),
    )]  # fmt: skip
    found = computed(table(tuple(rows)), partnership)
    there, back = found.get("mirror.relative:KAZ>KGZ:2023"), found.get("mirror.relative:KGZ>KAZ:2023")

    assert there is not None
    assert back is not None
    assert there.value is not None
    assert there.value == (back.value or Decimal(0)).copy_negate() != 0


def test_two_records_of_nothing_have_no_relative_gap(partnership: PartnershipConfig, table: View, observed: Observe, trade: Key) -> None:
    view = table((observed(trade("KAZ", "export"), "2023", "0"), observed(trade("KGZ", "import"), "2023", "0")))
    one = computed(view, partnership).get("mirror.relative:KAZ>KGZ:2023")

    assert one is not None
    assert one.value is None
    assert "both are zero" in one.problems[0].message


def test_a_steady_growth_is_its_own_trend(partnership: PartnershipConfig, table: View, observed: Observe, trade: Key) -> None:
    """By definition (UNCTAD Handbook of Statistics): on an exponential both averages agree."""
    values = {str(2015 + n): format(1000 * Decimal("1.1") ** n, "f") for n in range(6)}
    one = computed(table(totals(observed, trade, values)), partnership).get("trade.trend:KGZ:2020")

    assert one is not None
    assert one.value is not None
    assert round(one.value, 20) == 10


def test_a_trend_needs_five_points_within_ten_years(partnership: PartnershipConfig, table: View, observed: Observe, trade: Key) -> None:
    values = {"2003": "1000", "2013": "1000", "2016": "900", "2018": "950", "2020": "1000"}
    found = computed(table(totals(observed, trade, values)), partnership)
    few, enough = found.get("trade.trend:KGZ:2020"), computed(
        table(totals(observed, trade, values | {"2021": "1200"})), partnership
    ).get("trade.trend:KGZ:2021")  # fmt: skip

    assert few is not None
    assert few.problems[0].message == "has no value: a trend needs 5 points, there are 4"
    assert enough is not None
    assert len(enough.inputs) == 5


def test_a_bound_is_left_out_of_the_trend(partnership: PartnershipConfig, table: View, observed: Observe, trade: Key) -> None:
    bound = observed(trade("KGZ", "total"), "2017", "5000", precision=Precision.LOWER_BOUND)
    values = {str(year): "1000" for year in (2015, 2016, 2018, 2019, 2020)}
    found = computed(table((*totals(observed, trade, values), bound)), partnership)
    one = found.get("trade.trend:KGZ:2020")

    assert found.get("trade.trend:KGZ:2017") is None
    assert one is not None
    assert one.value is not None
    assert round(one.value, 20) == 0


def test_a_trend_through_zero_has_no_value(partnership: PartnershipConfig, table: View, observed: Observe, trade: Key) -> None:
    values = {str(year): "0" for year in range(2015, 2021)}
    one = computed(table(totals(observed, trade, values)), partnership).get("trade.trend:KGZ:2020")

    assert one is not None
    assert one.problems[0].message == "has no value: a value of the series is not positive"
