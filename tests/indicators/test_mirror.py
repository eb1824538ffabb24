from collections.abc import Callable
from datetime import date
from decimal import Decimal

from bilan.config.models import PartnershipConfig
from bilan.indicators.context import DataView
from bilan.indicators.definition import all_definitions
from bilan.indicators.engine import compute
from bilan.model import Observation, Precision, SeriesKey

AS_OF = date(2026, 10, 31)
View = Callable[..., DataView]
Observe = Callable[..., Observation]
Key = Callable[..., SeriesKey]


def test_the_buyer_is_compared_with_the_seller(partnership: PartnershipConfig, table: View, observed: Observe, trade: Key) -> None:
    view = table((observed(trade("KAZ", "export"), "2023", "1076.8"), observed(trade("KGZ", "import"), "2023", "862.182")))
    found = compute(view, partnership, AS_OF, all_definitions())
    gap, ratio = found.get("mirror.gap:KAZ>KGZ:2023"), found.get("mirror.ratio:KAZ>KGZ:2023")

    assert gap is not None
    assert ratio is not None
    assert gap.value == Decimal(-214618000)
    assert ratio.value is not None
    assert round(ratio.value, 3) == Decimal("0.801")
    assert (gap.reporter, gap.partner) == ("KAZ", "KGZ")


def test_nothing_is_compared_across_years(partnership: PartnershipConfig, table: View, observed: Observe, trade: Key) -> None:
    view = table((observed(trade("KAZ", "export"), "2022", "1000"), observed(trade("KGZ", "import"), "2023", "900")))

    assert compute(view, partnership, AS_OF, all_definitions()).subjects("mirror.gap") == []


def test_sales_of_nothing_give_a_gap_but_no_ratio(partnership: PartnershipConfig, table: View, observed: Observe, trade: Key) -> None:
    view = table((observed(trade("KAZ", "export"), "2023", "0"), observed(trade("KGZ", "import"), "2023", "900")))
    found = compute(view, partnership, AS_OF, all_definitions())
    gap, ratio = found.get("mirror.gap:KAZ>KGZ:2023"), found.get("mirror.ratio:KAZ>KGZ:2023")

    assert gap is not None
    assert gap.value == Decimal(900_000_000)
    assert ratio is not None
    assert ratio.value is None
    assert "one side is missing or zero" in ratio.problems[0].message


def test_a_gap_from_a_bound_is_withheld(partnership: PartnershipConfig, table: View, observed: Observe, trade: Key) -> None:
    rows = (
        observed(trade("KAZ", "total"), "2024", "1700", precision=Precision.ROUNDED),
        observed(trade("KGZ", "total"), "2024", "1300", precision=Precision.LOWER_BOUND),
    )
    one = compute(table(rows), partnership, AS_OF, all_definitions()).get("mirror.total_gap:KAZ-KGZ:2024")

    assert one is not None
    assert one.value is None
    assert "only a bound" in one.problems[0].message
