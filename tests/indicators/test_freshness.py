from collections.abc import Callable
from datetime import date
from decimal import Decimal

from bilan.config.models import PartnershipConfig
from bilan.indicators.context import DataView
from bilan.indicators.definition import all_definitions
from bilan.indicators.engine import compute
from bilan.indicators.freshness import expected
from bilan.model import Observation, Precision, SeriesKey
from bilan.period import Frequency, Period

AS_OF = date(2026, 10, 31)
View = Callable[..., DataView]
Observe = Callable[..., Observation]
Key = Callable[..., SeriesKey]


def test_age_counts_from_the_end_of_the_last_period(partnership: PartnershipConfig, table: View, observed: Observe, trade: Key) -> None:
    rows = (observed(trade("KGZ", "total"), "2023", "1318"), observed(trade("KGZ", "total"), "2024", "1340"))
    one = compute(table(rows), partnership, AS_OF, all_definitions()).get("data.age:trade.total/KGZ:2024")

    assert one is not None
    assert (one.value, one.unit, one.inputs, one.source_ids) == (Decimal(669), "days", (rows[1].digest,), ("press",))
    assert one.published_on == rows[1].published_on


def test_a_figure_is_late_once_its_period_and_the_usual_lag_are_over(
    partnership: PartnershipConfig, table: View, observed: Observe, trade: Key
) -> None:
    found = compute(table((observed(trade("KGZ", "total"), "2024", "1340"),)), partnership, AS_OF, all_definitions())
    one = found.get("data.overdue:trade.total/KGZ:2024")

    assert one is not None
    assert one.value == (AS_OF - date(2026, 4, 30)).days == 184


def test_what_is_not_due_yet_is_below_zero(partnership: PartnershipConfig, table: View, observed: Observe) -> None:
    arrivals = observed(SeriesKey("foreign_arrivals", "KGZ"), "2025", "20978965", "persons")
    one = compute(table((arrivals,)), partnership, AS_OF, all_definitions()).get("data.overdue:movement.arrivals/KGZ:2025")

    assert one is not None
    assert one.value == -121


def test_spans_since_january_are_never_late(partnership: PartnershipConfig, table: View, observed: Observe, trade: Key) -> None:
    rows = (observed(trade("KAZ", "total", Frequency.YEAR_TO_DATE), "2025-M01..M08", "1400"),)
    found = compute(table(rows), partnership, AS_OF, all_definitions())

    assert found.subjects("data.overdue") == []
    assert found.subjects("data.age") == ["trade.ytd/KAZ"]


def test_the_age_of_a_bound_is_exact(partnership: PartnershipConfig, table: View, observed: Observe, trade: Key) -> None:
    rows = (observed(trade("KAZ", "total"), "2024", "1700", precision=Precision.LOWER_BOUND),)
    one = compute(table(rows), partnership, AS_OF, all_definitions()).get("data.age:trade.total/KAZ:2024")

    assert one is not None
    assert (one.value, one.precision) == (Decimal(669), Precision.EXACT)


def test_the_month_after_december_is_january() -> None:
    series = all_definitions()["trade.month"].series

    assert expected(Period.parse("2025-12"), series) == date(2026, 4, 1)
