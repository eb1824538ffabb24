import math
from decimal import Decimal, localcontext

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilan.indicators.outlook_methods import CYCLE, ERRORS_NEEDED, SEASONAL_FIT, Interval, log_drift, seasonal_factors, theta, theta_points

amounts = st.decimals(min_value=1, max_value=10**6, places=2)
years = st.lists(amounts, min_size=3, max_size=40).map(tuple)
months = st.lists(amounts, min_size=48, max_size=56).map(tuple)
factors = st.sampled_from([Decimal(1000), Decimal("0.001"), Decimal("7.3")])
HARVEST = (60, 60, 60, 60, 60, 60, 180, 180, 180, 180, 60, 60)


def seasonal(count: int) -> tuple[Decimal, ...]:
    """Months with a harvest, a trend and a little unrest, whole numbers."""
    return tuple(Decimal(HARVEST[place % 12] * (100 + place) + (place * 7919) % 211) for place in range(count))


def alike(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= abs(other) * Decimal("1e-10")


def widths(found: tuple[Interval, ...]) -> list[Decimal]:
    return [one.high / one.centre for one in found]


def test_drift_is_the_mean_growth_and_its_spread() -> None:
    first, second = log_drift((Decimal(100), Decimal(110), Decimal(132)), 2)
    spread = (math.log(1.2) - math.log(1.1)) / math.sqrt(2)

    assert float(first.centre) == pytest.approx(132 * math.sqrt(1.32))
    assert float(first.high) == pytest.approx(132 * math.sqrt(1.32) * math.exp(1.2815515655446004 * spread))
    assert float(second.low) == pytest.approx(132 * 1.32 * math.exp(-1.2815515655446004 * spread * math.sqrt(2)))


def test_even_growth_leaves_no_doubt() -> None:
    (one,) = log_drift((Decimal(100), Decimal(200), Decimal(400)), 1)

    assert one == Interval(1, Decimal(800), Decimal(800), Decimal(800))
    assert one.half_width == 0


@pytest.mark.parametrize("values", [(Decimal(1), Decimal(2)), (Decimal(1), Decimal(0), Decimal(2)), (Decimal(1), Decimal(-1), Decimal(2))])
def test_a_drift_asks_for_three_positive_values(values: tuple[Decimal, ...]) -> None:
    with pytest.raises(ValueError, match="three positive values"):
        log_drift(values, 1)


@given(years)
def test_a_yearly_range_holds_its_middle_and_widens(values: tuple[Decimal, ...]) -> None:
    found = log_drift(values, 3)

    assert [one.horizon for one in found] == [1, 2, 3]
    assert all(one.low <= one.centre <= one.high for one in found)
    assert widths(found) == sorted(widths(found))


@given(years, factors)
def test_a_yearly_range_scales_with_its_series(values: tuple[Decimal, ...], factor: Decimal) -> None:
    for one, scaled in zip(log_drift(values, 3), log_drift(tuple(value * factor for value in values), 3), strict=True):
        assert alike(scaled.low, one.low * factor)
        assert alike(scaled.centre, one.centre * factor)
        assert alike(scaled.high, one.high * factor)


@settings(max_examples=15, deadline=None)
@given(months)
def test_a_monthly_range_holds_its_middle_and_widens(values: tuple[Decimal, ...]) -> None:
    found = theta(values, 12)

    assert all(one.low <= one.centre <= one.high for one in found)
    assert all(after >= before * Decimal("0.9999999999") for before, after in zip(widths(found), widths(found)[1:], strict=False))


@settings(max_examples=10, deadline=None)
@given(months, factors)
def test_a_monthly_range_scales_with_its_series(values: tuple[Decimal, ...], factor: Decimal) -> None:
    one, scaled = theta(values, 3), theta(tuple(value * factor for value in values), 3)

    assert len(one) == len(scaled)
    assert all(alike(after.centre, before.centre * factor) for before, after in zip(one, scaled, strict=True))
    assert all(alike(after.high, before.high * factor) for before, after in zip(one, scaled, strict=True))


def test_the_digits_are_the_same_on_every_machine_and_in_every_context() -> None:
    log_drift.cache_clear()
    theta.cache_clear()
    with localcontext(prec=5):
        yearly, monthly = log_drift(tuple(map(Decimal, (90, 121, 104, 130, 160))), 1), theta(seasonal(60), 2)

    assert yearly == (Interval(1, Decimal("142.877428381"), Decimal("184.752086141"), Decimal("238.899409936")),)
    assert monthly == (
        Interval(1, Decimal("9383.21054022"), Decimal("9578.06645572"), Decimal("9776.96883565")),
        Interval(2, Decimal("9367.60467870"), Decimal("9562.13651595"), Decimal("9760.70808768")),
    )


def test_the_middle_agrees_with_another_program() -> None:
    found = theta_points([float(one) for one in seasonal(60)], 2)

    assert found == pytest.approx([9577.294, 9561.368], rel=2e-4)  # statsmodels 0.15: ThetaModel(..., period=12, deseasonalize=True)


def test_the_season_is_found_and_put_back() -> None:
    found = seasonal_factors([float(one) for one in seasonal(72)])
    july = [place for place, factor in enumerate(found) if factor > 1.3]

    assert july == [6, 7, 8, 9]
    assert sum(found) == pytest.approx(CYCLE)
    expected = theta_points([float(one) for one in seasonal(72)], 12)
    assert [place for place, value in enumerate(expected) if value > sum(expected) / 12] == july


@pytest.mark.parametrize("values", [[5.0] * 60, [float(place + 1) for place in range(60)], [1.0, 9.0] * 10])
def test_no_season_is_seen_where_there_is_none(values: list[float]) -> None:
    assert seasonal_factors(values) == [1.0] * CYCLE


def test_a_straight_line_goes_on_with_half_its_slope_at_least() -> None:
    found = theta_points([100.0 + 2 * place for place in range(60)], 3)

    assert found[0] > 218
    assert found[1] - found[0] == pytest.approx(1)  # half of the slope, by definition of Theta


def test_a_horizon_needs_eight_past_errors_of_its_own() -> None:
    count = SEASONAL_FIT + ERRORS_NEEDED + 2

    assert len(theta(seasonal(count), 12)) == 3
    assert theta(seasonal(SEASONAL_FIT + ERRORS_NEEDED - 1), 12) == ()


def test_a_month_of_zero_cannot_be_a_factor() -> None:
    with pytest.raises(ValueError, match="positive values"):
        theta((*seasonal(59), Decimal(0)), 1)


def test_a_series_falling_to_nothing_gets_no_range() -> None:
    falling = tuple(Decimal(max(1, 2000 - 40 * place)) for place in range(52))

    assert all(one.low > 0 for one in theta(falling, 12))
