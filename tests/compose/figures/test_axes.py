from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from bilan.compose.figures.axes import BILLION, bare, sides, track, value_ticks, years
from bilan.compose.material import Material
from bilan.model import Precision, Reading
from bilan.period import Period

MakeMaterial = Callable[..., Material]


def reading(value: str | None, precision: Precision = Precision.ROUNDED) -> Reading:
    number = None if value is None else Decimal(value)
    return Reading("x:2024", "x", Period.parse("2024"), date(2026, 10, 31), "USD", number, precision=precision)


@pytest.mark.parametrize(
    ("value", "precision", "english", "french"),
    [
        ("1317884000", Precision.EXACT, "1.32", "1,32"),
        ("1299000000", Precision.EXACT, "1.30", "1,30"),
        ("1700000000", Precision.ROUNDED, "1.7", "1,7"),
        ("3000000000", Precision.EXACT, "3", "3"),
        ("261418000000", Precision.EXACT, "261", "261"),
        ("-214618000", Precision.APPROXIMATE, "−0.215", "−0,215"),
        ("0", Precision.EXACT, "0", "0"),
        (None, Precision.EXACT, "", ""),
    ],
)
def test_labels_a_mark_with_three_digits_at_most(
    value: str | None, precision: Precision, english: str, french: str, material: MakeMaterial
) -> None:
    one = reading(value, precision)
    assert (str(bare(material("en"), one, BILLION)), str(bare(material("fr"), one, BILLION))) == (english, french)


def test_prints_ticks_in_the_scale_of_the_figure(material: MakeMaterial) -> None:
    found = value_ticks(material(), Decimal(0), Decimal(3) * BILLION, BILLION)
    assert [(one.value, str(one.label)) for one in found][:2] == [(0, "0"), (BILLION, "1")]


def test_prints_each_year_once_in_order(material: MakeMaterial) -> None:
    assert [(one.year, str(one.label)) for one in years(material(), [2024, 2020, 2024])] == [(2020, "2020"), (2024, "2024")]


def test_labels_only_the_wanted_years_of_a_track(material: MakeMaterial) -> None:
    given = material()
    made = track(given, given.facts.readings.series("trade.total", "KGZ"), "b", "Kyrgyz", labelled=[2024])
    assert [(point.year, str(point.label)) for point in made.points if point.label] == [(2024, "1.34")]


def test_gives_each_country_its_own_colour(material: MakeMaterial) -> None:
    assert sides(material()) == (("KAZ", "a"), ("KGZ", "b"))
