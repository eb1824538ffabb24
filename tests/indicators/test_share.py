from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bilan.config.models import PartnershipConfig
from bilan.indicators.context import DataView
from bilan.indicators.definition import all_definitions
from bilan.indicators.engine import compute
from bilan.model import Observation, Precision, Reading, SeriesKey

AS_OF = date(2026, 10, 31)
GDP, RATIO = SeriesKey("gdp_current_usd", "KGZ"), SeriesKey("merchandise_trade_share_gdp", "KGZ")
View = Callable[..., DataView]
Observe = Callable[..., Observation]
Key = Callable[..., SeriesKey]


def share(view: DataView, partnership: PartnershipConfig) -> Reading:
    one = compute(view, partnership, AS_OF, all_definitions()).get("trade.partner_share:KGZ:2023")
    assert one is not None
    return one


def test_a_ratio_revised_after_the_last_gdp_belongs_to_another_gdp(
    partnership: PartnershipConfig, table: View, observed: Observe, trade: Key
) -> None:
    total = observed(trade("KGZ", "total"), "2023", "500")
    gdp = observed(GDP, "2023", "10000", published="2024-10-21")
    early, late = (
        observed(RATIO, "2023", value, "percent_of_gdp", published=day) for value, day in (("50", "2024-06-30"), ("80", "2025-07-06"))
    )

    one = share(table((total, gdp, late), (), (early,)), partnership)

    assert one.value == Decimal(10)
    assert one.inputs[-1] == early.digest


def test_says_what_is_missing(partnership: PartnershipConfig, table: View, observed: Observe, trade: Key) -> None:
    total = observed(trade("KGZ", "total"), "2023", "500")
    gdp = observed(GDP, "2023", "10000", published="2024-10-21")
    late = observed(RATIO, "2023", "80", "percent_of_gdp", published="2025-07-06")

    assert "GDP of 2023 is not known" in share(table((total,)), partnership).problems[0].message
    assert "no ratio of trade to GDP of the vintage of 2024-10-21" in share(table((total, gdp, late)), partnership).problems[0].message


def test_the_share_inherits_the_precision_and_source_of_the_ratio(
    partnership: PartnershipConfig, table: View, observed: Observe, trade: Key
) -> None:
    total = observed(trade("KGZ", "total"), "2023", "500")
    gdp = observed(GDP, "2023", "10000", published="2024-10-21")
    ratio = replace(
        observed(RATIO, "2023", "50", "percent_of_gdp", published="2024-06-30"), precision=Precision.ROUNDED, source_ids=("bank",)
    )

    one = share(table((total, gdp, ratio)), partnership)

    assert one.precision is Precision.APPROXIMATE
    assert one.source_ids == ("bank", "press")
