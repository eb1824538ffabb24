from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bilan.config.models import PartnershipConfig
from bilan.indicators.context import DataView
from bilan.indicators.definition import all_definitions
from bilan.indicators.engine import compute
from bilan.model import Attribution, Evidence, Observation, Precision, SeriesKey

AS_OF = date(2026, 10, 31)
View = Callable[..., DataView]
Observe = Callable[..., Observation]
Key = Callable[..., SeriesKey]


def test_statements_of_different_bases_stay_apart(partnership: PartnershipConfig, table: View, observed: Observe) -> None:
    since, span = SeriesKey("cumulative_since_2005", "KAZ", "KGZ"), SeriesKey("cumulative_last_20_years", "KAZ", "KGZ")
    view = table((observed(since, "2023", "1300", precision=Precision.UPPER_BOUND), observed(span, "2025", "1400")))
    found = compute(view, partnership, AS_OF, all_definitions())

    assert found.subjects("investment.cumulative") == ["KAZ/last_20_years", "KAZ/since_2005"]
    one = found.get("investment.cumulative:KAZ/since_2005:2023")
    assert one is not None
    assert (one.value, one.precision) == (Decimal(1_300_000_000), Precision.UPPER_BOUND)


def test_yearly_inflows_are_by_investor(partnership: PartnershipConfig, table: View, observed: Observe) -> None:
    found = compute(table((observed(SeriesKey("gross_fdi_inflow", "KAZ", "KGZ"), "2024", "113.5"),)), partnership, AS_OF, all_definitions())

    assert found.subjects("investment.flow") == ["KAZ"]


def test_only_whole_years_said_of_all_goods_are_announcements(
    partnership: PartnershipConfig, table: View, observed: Observe, trade: Key
) -> None:
    said = replace(observed(trade("KGZ", "total"), "2025", "2000", published="2026-01-31"), attribution=Attribution.INFERRED)
    food = replace(said, key=replace(said.key, product="AGRIFOOD"))
    forecast = replace(said, evidence=Evidence.FORECAST)
    found = compute(table((), (food, forecast, said)), partnership, AS_OF, all_definitions())

    assert [one.id for one in found.series("trade.announced")] == ["trade.announced:2025"]


def test_the_last_announcement_of_a_year_counts(partnership: PartnershipConfig, table: View, observed: Observe, trade: Key) -> None:
    old, new = (
        observed(trade("KGZ", "total"), "2025", value, published=day) for value, day in (("1900", "2026-01-01"), ("2000", "2026-02-01"))
    )

    one = compute(table((), (new, old)), partnership, AS_OF, all_definitions()).get("trade.announced:2025")

    assert one is not None
    assert one.value == Decimal(2_000_000_000)
