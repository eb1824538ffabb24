from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from bilan.indicators.outlook_methods import Interval
from bilan.indicators.outlook_rules import Refusal, breaks, refusals, too_far, unbroken
from bilan.model import Attribution, Evidence, Observation, Precision, SeriesKey
from bilan.period import Frequency, Period

AS_OF = date(2026, 10, 31)
SOON = AS_OF + timedelta(days=1)
GROWTH = (104, 97, 108, 101, 95, 106, 103, 99, 107, 102)


def run(count: int, frequency: Frequency = Frequency.ANNUAL, last: str = "2025") -> list[Observation]:
    """Figures whose growth swings between -5 and 8 per cent."""
    key, end = SeriesKey("trade", "KGZ", "KAZ", "total", "TOTAL", frequency), Period.parse(last)
    values, found = Decimal(1000), []
    for place in range(count):
        found.append(Observation(key, end.shift(place + 1 - count), values, "USD_million", date(2026, 2, 1), ("press",), f"t#{place}"))
        values = values * GROWTH[place % len(GROWTH)] / 100
    return found


def rules(found: Sequence[Refusal]) -> list[str]:
    return [one.rule for one in found]


def test_twelve_sound_years_may_be_forecast_and_eleven_may_not() -> None:
    assert refusals(run(12), AS_OF, SOON) == ()
    (few,) = refusals(run(11), AS_OF, SOON)
    assert few == Refusal("few", "11 of the 12 figures without a gap that are needed, up to 2025")


def test_months_need_four_years() -> None:
    assert refusals(run(48, Frequency.MONTHLY, "2026-08"), AS_OF, SOON) == ()
    assert rules(refusals(run(47, Frequency.MONTHLY, "2026-08"), AS_OF, SOON)) == ["few"]


def test_the_run_begins_after_the_last_gap_and_skips_nothing() -> None:
    whole = run(15)

    assert [str(one.period) for one in unbroken([*whole[:9], *whole[10:]])] == ["2021", "2022", "2023", "2024", "2025"]
    assert unbroken([*whole[:-1], replace(whole[-1], value=None)]) == ()
    assert unbroken([]) == ()


def test_a_last_figure_whose_successor_is_overdue_is_stale() -> None:
    due = AS_OF - timedelta(days=1)

    assert refusals(run(12), AS_OF, due) == (Refusal("stale", "the last figure is of 2025; the next one was due by 2026-10-30"),)
    assert refusals(run(12), AS_OF, AS_OF) == ()


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"evidence": Evidence.DERIVED}, "derived"),
        ({"evidence": Evidence.FORECAST}, "derived"),
        ({"precision": Precision.LOWER_BOUND}, "bound"),
        ({"precision": Precision.UPPER_BOUND}, "bound"),
        ({"attribution": Attribution.INFERRED}, "mixed"),
        ({"key": SeriesKey("trade", "KAZ", "KGZ", "total", "TOTAL")}, "mixed"),
        ({"unit": "USD"}, "definition"),
        ({"value": Decimal(0)}, "sign"),
        ({"value": Decimal(-5)}, "sign"),
    ],
)
def test_one_point_that_is_no_statistic_of_its_kind_forbids_it(change: dict[str, object], rule: str) -> None:
    fit = run(14)
    fit[4] = replace(fit[4], **change)  # type: ignore[arg-type]

    assert rules(refusals(fit, AS_OF, SOON)) == [rule]


def test_every_reason_is_told() -> None:
    fit = [replace(one, evidence=Evidence.DERIVED, precision=Precision.LOWER_BOUND) for one in run(4)]

    assert rules(refusals(fit, AS_OF, AS_OF - timedelta(days=9))) == ["few", "stale", "derived", "bound"]


@pytest.mark.parametrize("place", [-1, -2, -3, -4])
def test_a_jump_counts_as_a_break_in_the_last_three_periods_only(place: int) -> None:
    fit = run(20)
    jumped = [*fit[:place], *(replace(one, value=(one.value or Decimal(0)) * 3) for one in fit[place:])]

    assert rules(refusals(jumped, AS_OF, SOON)) == (["break"] if place > -4 else [])
    if place > -4:
        assert breaks(jumped) == [str(fit[place].period)]


def test_a_season_is_no_break() -> None:
    harvest = [
        replace(one, value=(one.value or Decimal(0)) * (3 if one.period.number == 8 else 1))
        for one in run(60, Frequency.MONTHLY, "2026-08")
    ]

    assert refusals(harvest, AS_OF, SOON) == ()


def test_even_growth_has_no_break_and_no_rounding_counts_as_one() -> None:
    even = [replace(one, value=Decimal(7) * Decimal("1.1") ** place / 3) for place, one in enumerate(run(30))]

    assert breaks(even) == []


@pytest.fixture
def interval() -> Callable[..., Interval]:
    return lambda horizon, half: Interval(horizon, Decimal(100) - half, Decimal(100), Decimal(100) + half)


def test_a_range_wider_than_half_of_its_middle_is_not_shown(interval: Callable[..., Interval]) -> None:
    assert too_far(interval(1, 50), 40) is None
    refused = too_far(interval(1, 51), 40)
    assert refused is not None
    assert refused.rule == "wide"


def test_four_figures_are_needed_for_each_period_ahead(interval: Callable[..., Interval]) -> None:
    assert too_far(interval(3, 10), 12) is None
    assert too_far(interval(3, 10), 11) == Refusal("horizon", "3 periods ahead are too far for 11 figures")
