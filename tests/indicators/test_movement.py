from collections.abc import Callable
from datetime import date
from decimal import Decimal

from bilan.config.models import PartnershipConfig
from bilan.indicators.context import DataView
from bilan.indicators.definition import all_definitions
from bilan.indicators.engine import compute
from bilan.model import Observation, Precision, SeriesKey
from bilan.period import Frequency

AS_OF = date(2026, 10, 31)
View = Callable[..., DataView]
Observe = Callable[..., Observation]


def test_checkpoints_are_counted_for_both_together(partnership: PartnershipConfig, table: View, observed: Observe) -> None:
    key = SeriesKey("road_checkpoints_bilateral", "KAZ-KGZ border")
    one = compute(table((observed(key, "2023", "8", "checkpoints"),)), partnership, AS_OF, all_definitions()).get(
        "movement.checkpoints:KAZ-KGZ:2023"
    )

    assert one is not None
    assert (one.value, one.unit, one.reporter) == (Decimal(8), "count", "")


def test_a_capacity_in_persons_is_never_one_in_vehicles(partnership: PartnershipConfig, table: View, observed: Observe) -> None:
    """Ak-Zhol before and after its reconstruction: 10 000, then 35 000 persons a day, and vehicles under the same name."""
    key = SeriesKey("checkpoint_capacity_per_day", "Ak-Zhol")
    rows = (
        observed(key, "2020", "10000", "persons", Precision.UPPER_BOUND),
        observed(key, "2021", "35000", "persons", Precision.UPPER_BOUND),
    )
    vehicles = (observed(key, "2021", "5000", "vehicles", Precision.UPPER_BOUND, "2025-03-01"),)
    found = compute(table(rows, older=vehicles), partnership, AS_OF, all_definitions())

    assert [(str(one.period), one.value, one.precision.value) for one in found.series("movement.checkpoint_capacity", "Ak-Zhol")] == [
        ("2020", Decimal(10000), "upper_bound"),
        ("2021", Decimal(35000), "upper_bound"),
    ]


def test_a_capacity_in_vehicles_alone_is_no_reading(partnership: PartnershipConfig, table: View, observed: Observe) -> None:
    key = SeriesKey("checkpoint_capacity_per_day", "Ak-Zhol")
    found = compute(table((observed(key, "2021", "5000", "vehicles"),)), partnership, AS_OF, all_definitions())

    assert found.subjects("movement.checkpoint_capacity") == []


def test_transit_names_its_route_after_the_two_countries(partnership: PartnershipConfig, table: View, observed: Observe) -> None:
    keys = [
        SeriesKey(f"transit_china_to_{to}_via_{via}", via.upper(), frequency=Frequency.YEAR_TO_DATE)
        for to, via in (("kgz", "kaz"), ("uzb", "kaz"))
    ]
    rows = tuple(observed(key, "2021-M01..M10", "265700", "tonnes") for key in keys)
    found = compute(table(rows), partnership, AS_OF, all_definitions())

    assert [one.inputs for one in found.series("movement.transit", "KAZ")] == [(rows[0].digest,)]
