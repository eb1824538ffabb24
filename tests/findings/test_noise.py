from collections.abc import Callable
from decimal import Decimal

import pytest

from bilan.findings.facts import Facts
from bilan.findings.noise import course, drift, few, latest, pair, quiet, record, subject, tiny
from bilan.model import Precision, Reading

Known = Callable[..., Facts]
Make = Callable[..., Reading]


def years(make: Make, indicator: str, first: int, *values: str) -> list[Reading]:
    return [make(f"{indicator}:{first + at}", value) for at, value in enumerate(values)]


@pytest.mark.parametrize(
    ("points", "indicator", "expected"),
    [
        ("1", "trade.growth", "up"),
        ("0.99", "trade.growth", "stable"),
        ("-0.99", "trade.growth", "stable"),
        ("-1", "trade.growth", "down"),
        ("0.1", "trade.share_turnover", "up"),
        ("0.09", "trade.share_turnover", "stable"),
    ],
)
def test_a_change_below_the_noise_of_its_series_has_no_direction(reading: Make, points: str, indicator: str, expected: str) -> None:
    assert course(Decimal(points), indicator, reading("trade.growth:KGZ:2023", "1", "percent")) == expected


def test_figures_that_are_not_exact_differ_only_from_a_whole_point_on(reading: Make) -> None:
    exact, blurred = reading("a:KGZ:2023", "1", "percent"), reading("a:KGZ:2022", "1", "percent", Precision.APPROXIMATE)

    assert [course(Decimal("0.5"), "trade.partner_share", *used) for used in ((exact,), (exact, blurred))] == ["up", "stable"]


@pytest.mark.parametrize(
    ("now", "before", "expected"), [("110", "100", "up"), ("104", "100", "stable"), ("-110", "-100", "up"), ("-90", "100", "down")]
)
def test_levels_drift_by_their_size(reading: Make, now: str, before: str, expected: str) -> None:
    assert drift(reading("trade.balance:KGZ:2023", now), reading("trade.balance:KGZ:2022", before)) == expected


def test_levels_that_are_not_exact_have_five_times_the_noise(reading: Make) -> None:
    now, before = reading("trade.balance:KGZ:2023", "120", precision=Precision.APPROXIMATE), reading("trade.balance:KGZ:2022", "100")

    assert drift(now, before) == "stable"


def test_a_bound_or_an_old_figure_is_no_last_figure(facts: Known, reading: Make) -> None:
    bound = reading("trade.total:KGZ:2024", "5", precision=Precision.LOWER_BOUND)

    assert latest(facts(bound), "trade.total", "KGZ") is None
    assert latest(facts(reading("trade.total:KGZ:2022", "5")), "trade.total", "KGZ") is None
    assert latest(facts(reading("trade.total:KGZ:2023", "5")), "trade.total", "KGZ") is not None


def test_a_figure_is_compared_with_the_year_before_and_no_other(facts: Known, reading: Make) -> None:
    now = reading("trade.total:KGZ:2024", "5")

    assert pair(facts(now, reading("trade.total:KGZ:2022", "4")), "trade.total", "KGZ") is None
    assert pair(facts(now, reading("trade.total:KGZ:2023", "4", precision=Precision.UPPER_BOUND)), "trade.total", "KGZ") is None
    assert pair(facts(now, before := reading("trade.total:KGZ:2023", "4")), "trade.total", "KGZ") == (now, before)


def test_four_figures_are_few_and_bounds_do_not_count(facts: Known, reading: Make) -> None:
    four = years(reading, "trade.total:KGZ", 2020, "1", "2", "3", "4")

    assert few(facts(*four, reading("trade.total:KGZ:2024", "5", precision=Precision.LOWER_BOUND)), "trade.total", "KGZ")
    assert not few(facts(*four, reading("trade.total:KGZ:2024", "5")), "trade.total", "KGZ")


def test_nothing_grows_from_a_thin_base(reading: Make) -> None:
    assert [tiny(reading("investment.flow:KAZ:2023", value)) for value in ("999999", "1000000")] == [True, False]
    assert not tiny(reading("trade.growth:KAZ:2023", "0", "percent"))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("1", "2", "3", "4", "5", "6", "7", "8"), ("2016", "high")),
        (("8", "7", "6", "5", "4", "3", "2", "1"), ("2016", "low")),
        (("1", "2", "3", "4", "5", "6", "7", "7.05"), None),
        (("1", "2", "3", "4", "5", "6", "9", "8"), None),
    ],
)
def test_a_record_stands_out_from_an_unbroken_run_of_eight(
    facts: Known, reading: Make, values: tuple[str, ...], expected: tuple[str, str] | None
) -> None:
    found = record(facts(*years(reading, "trade.total:KGZ", 2016, *values)), "trade.total", "KGZ")

    assert (None if found is None else (str(found[1]), found[2])) == expected


def test_seven_years_or_a_gap_hold_no_record(facts: Known, reading: Make) -> None:
    run = years(reading, "trade.total:KGZ", 2015, "1", "2", "3", "4", "5", "6", "7", "8", "9")

    assert record(facts(*run[2:]), "trade.total", "KGZ") is None
    assert record(facts(*run[:4], *run[5:]), "trade.total", "KGZ") is None
    assert record(facts(reading("trade.ytd:KGZ:2025-M01..M08", "1")), "trade.ytd", "KGZ") is None


def test_no_movement_weighs_less(reading: Make) -> None:
    assert [quiet(word) for word in ("up", "stable", "levels", "turned")] == [0, -15, -15, 0]
    assert subject(reading("mirror.ratio:KAZ>KGZ:2023", "1")) == "KAZ>KGZ"
