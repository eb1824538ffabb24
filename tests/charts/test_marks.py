"""Laws of what charts are made of."""

from decimal import Decimal

import pytest

from bilan.charts.marks import Bar, Form, Point, Track
from bilan.model import Evidence, Precision, Status


@pytest.mark.parametrize(
    ("precision", "status", "evidence", "form"),
    [
        (Precision.EXACT, Status.FINAL, Evidence.REPORTED, "firm"),
        (Precision.ROUNDED, Status.FINAL, Evidence.DERIVED, "firm"),
        (Precision.APPROXIMATE, Status.FINAL, Evidence.REPORTED, "estimate"),
        (Precision.LOWER_BOUND, Status.FINAL, Evidence.REPORTED, "estimate"),
        (Precision.ROUNDED, Status.ESTIMATED, Evidence.REPORTED, "estimate"),
        (Precision.EXACT, Status.PROVISIONAL, Evidence.REPORTED, "provisional"),
        (Precision.APPROXIMATE, Status.PROVISIONAL, Evidence.REPORTED, "estimate"),
        (Precision.EXACT, Status.FINAL, Evidence.FORECAST, "forecast"),
    ],
)
def test_a_value_is_drawn_as_firm_as_it_is(precision: Precision, status: Status, evidence: Evidence, form: Form) -> None:
    point = Point(2024, Decimal(1), "", precision, status, evidence)

    assert (point.form, point.soft) == (form, form != "firm")
    assert Bar("", Decimal(1), "", "a", precision, status, evidence).form == form


def test_whose_value_it_is_counts_before_how_firm_it_is() -> None:
    assert Point(2024, Decimal(1), status=Status.PROVISIONAL, other=True).form == "other"
    assert Bar("", Decimal(1), evidence=Evidence.FORECAST, other=True).form == "other"


def test_a_track_knows_its_values_oldest_first() -> None:
    track = Track((Point(2024, Decimal(2)), Point(2023, None), Point(2022, Decimal(1))))

    assert [point.year for point in track.known] == [2022, 2024]
