from collections.abc import Callable
from datetime import date
from decimal import Decimal

from bilan.config.models import PartnershipConfig
from bilan.indicators.context import DataView
from bilan.indicators.definition import all_definitions
from bilan.indicators.engine import compute
from bilan.model import Observation, SeriesKey

AS_OF = date(2026, 10, 31)
KAZ, KGZ = SeriesKey("gdp_current_usd", "KAZ"), SeriesKey("gdp_current_usd", "KGZ")
View = Callable[..., DataView]
Observe = Callable[..., Observation]


def test_the_larger_economy_is_measured_by_the_smaller(partnership: PartnershipConfig, table: View, observed: Observe) -> None:
    rows = (observed(KAZ, "2022", "100"), observed(KGZ, "2022", "200"), observed(KAZ, "2023", "300"), observed(KGZ, "2023", "100"))
    found = compute(table(rows), partnership, AS_OF, all_definitions()).series("macro.gdp_ratio", "KAZ-KGZ")

    assert [(one.value, one.reporter) for one in found] == [(Decimal(2), "KGZ"), (Decimal(3), "KAZ")]


def test_a_gdp_of_zero_gives_no_ratio(partnership: PartnershipConfig, table: View, observed: Observe) -> None:
    one = compute(table((observed(KAZ, "2023", "300"), observed(KGZ, "2023", "0"))), partnership, AS_OF, all_definitions())

    assert one.latest("macro.gdp_ratio", "KAZ-KGZ") is None
