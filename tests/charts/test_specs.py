"""Laws of the records a chart is drawn from."""

import pickle
from decimal import Decimal

import pytest

from bilan.charts.specs import Bar, Point, Spec, Track
from bilan.model import Precision, Status


def test_every_spec_travels_to_another_process(samples: dict[str, Spec]) -> None:
    assert pickle.loads(pickle.dumps(samples)) == samples  # noqa: S301  pickled on the same line


@pytest.mark.parametrize(
    ("precision", "status", "soft"),
    [
        (Precision.EXACT, Status.FINAL, False),
        (Precision.ROUNDED, Status.FINAL, False),
        (Precision.APPROXIMATE, Status.FINAL, True),
        (Precision.LOWER_BOUND, Status.FINAL, True),
        (Precision.EXACT, Status.PROVISIONAL, True),
        (Precision.ROUNDED, Status.ESTIMATED, True),
    ],
)
def test_an_estimate_a_bound_or_a_provisional_value_is_soft(precision: Precision, status: Status, soft: bool) -> None:  # noqa: FBT001
    assert Point(2024, Decimal(1), "", precision, status).soft is soft
    assert Bar("", Decimal(1), "", "a", precision).soft is (soft and status is Status.FINAL)


def test_a_track_knows_its_values_oldest_first() -> None:
    track = Track((Point(2024, Decimal(2)), Point(2023, None), Point(2022, Decimal(1))))

    assert [point.year for point in track.known] == [2022, 2024]
