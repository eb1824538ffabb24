from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from bilan.errors import StoreError
from bilan.model import Observation
from bilan.store.schema import entry, utc

Make = Callable[..., Observation]
NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1E23", "0.1234567890123456", "12345678901234567890123.0000000000000001"])
def test_refuses_a_value_it_could_not_give_back_exactly(make: Make, value: str) -> None:
    with pytest.raises(StoreError, match=r"trade\.csv#b1: the value .* does not fit") as caught:
        entry(make("b1", value), NOON)

    assert caught.value.hint == "at most 23 digits before the point and 15 after it"


def test_keeps_no_sign_on_zero(make: Make) -> None:
    kept = entry(make("b1", "-0.0"), NOON)

    assert not (kept.observation.value or Decimal(1)).is_signed()
    assert kept.digest == make("b1", "0").digest


def test_keeps_moments_in_utc() -> None:
    assert utc(datetime(2026, 11, 1, 18, tzinfo=timezone(timedelta(hours=6)))) == NOON.replace(tzinfo=None)


def test_refuses_a_moment_without_a_zone() -> None:
    with pytest.raises(StoreError, match="has no time zone"):
        utc(NOON.replace(tzinfo=None))
