from collections.abc import Callable

import pytest

from bilan.findings.facts import Facts
from bilan.findings.mirrors import gap, growth
from bilan.model import Precision, Reading

Known = Callable[..., Facts]
Make = Callable[..., Reading]


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict", "high"),
    [("8", "1.7", "apart", "KAZ"), ("-3", "2", "opposite", "KGZ"), ("8", "3.1", None, ""), ("0.5", "-0.5", None, "")],
)
def test_the_two_statistics_differ_in_direction_or_by_five_points(
    facts: Known, reading: Make, ours: str, theirs: str, verdict: str | None, high: str
) -> None:
    found = list(growth(facts(reading("trade.growth:KAZ:2024", ours, "percent"), reading("trade.growth:KGZ:2024", theirs, "percent"))))

    assert [(dict(one.args)["verdict"], dict(one.args)["statistics_high"]) for one in found] == ([(verdict, high)] if verdict else [])


def test_growth_of_two_years_is_not_compared(facts: Known, reading: Make) -> None:
    ours = reading("trade.growth:KAZ:2024", "8", "percent")

    assert list(growth(facts(ours, reading("trade.growth:KGZ:2023", "-8", "percent")))) == []
    assert list(growth(facts(ours))) == []


@pytest.mark.parametrize(
    ("last", "precision", "direction"),
    [
        ("360", Precision.EXACT, "up"),
        ("-360", Precision.EXACT, "up"),
        ("100", Precision.EXACT, "down"),
        ("260", Precision.EXACT, "stable"),
        ("300", Precision.APPROXIMATE, "stable"),
    ],
)
def test_a_gap_widens_by_its_size(facts: Known, reading: Make, last: str, precision: Precision, direction: str) -> None:
    known = [reading(f"mirror.total_gap:KAZ-KGZ:{2020 + at}", value) for at, value in enumerate(("40", "50", "60", "254"))]

    (one,) = gap(facts(*known, reading("mirror.total_gap:KAZ-KGZ:2024", last, precision=precision)))
    assert dict(one.args)["direction"] == direction


def test_two_gaps_are_levels_and_nothing_widens_from_zero(facts: Known, reading: Make) -> None:
    now = reading("mirror.total_gap:KAZ-KGZ:2024", "360")

    (one,) = gap(facts(now, reading("mirror.total_gap:KAZ-KGZ:2023", "254")))
    assert dict(one.args)["direction"] == "levels"
    assert list(gap(facts(now, reading("mirror.total_gap:KAZ-KGZ:2023", "0")))) == []
    assert list(gap(facts(now))) == []
