from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bilan.compose.figures.axes import BILLION, bar, bare, course, sides, track, value_ticks, years
from bilan.compose.material import Material
from bilan.document import Text
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
    assert (str(bare(material("en").printer, one, BILLION)), str(bare(material("fr").printer, one, BILLION))) == (english, french)


def test_prints_ticks_in_the_scale_of_the_figure(material: MakeMaterial) -> None:
    found = value_ticks(material().printer, Decimal(0), Decimal(3) * BILLION, BILLION)
    assert [(one.value, str(one.label)) for one in found][:2] == [(0, "0"), (BILLION, "1")]


def test_prints_each_year_once_in_order(material: MakeMaterial) -> None:
    assert [(one.year, str(one.label)) for one in years(material().printer, [2024, 2020, 2024])] == [(2020, "2020"), (2024, "2024")]


def test_labels_only_the_wanted_years_of_a_track(material: MakeMaterial) -> None:
    given = material()
    made = track(given.printer, given.facts.readings.series("trade.total", "KGZ"), "b", "Kyrgyz", labelled=[2024])
    assert [(point.year, str(point.label)) for point in made.points if point.label] == [(2024, "1.34")]


def test_gives_each_country_its_own_colour(material: MakeMaterial) -> None:
    assert sides(material()) == (("KAZ", "a"), ("KGZ", "b"))


def test_every_mark_knows_its_reading(material: MakeMaterial) -> None:
    given = material()
    series = given.facts.readings.series("trade.total", "KGZ")
    made = track(given.printer, series, "b")
    assert [point.reading for point in made.points] == [one.id for one in series]
    assert bar(given.printer, series[-1], "total", "b").reading == series[-1].id


def test_a_bar_takes_the_label_it_is_given(material: MakeMaterial) -> None:
    one = reading("1317884000")
    assert str(bar(material().printer, one, "total", "b").label) == "1.32"
    assert str(bar(material().printer, one, "total", "b", label=Text.of("own")).label) == "own"


def series(*values: str | None) -> list[Reading]:
    return [replace(reading(value), period=Period.parse(str(2020 + number))) for number, value in enumerate(values)]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (("1000000000", "2000000000"), " Higher at the end than at the start."),
        (("2000000000", "1000000000"), " Lower at the end than at the start."),
        (("1000000000", "1000000000"), " The same at the end as at the start."),
        (("1000000000", "5000000000", "2000000000"), " Higher at the end than at the start. Highest: $5bn in 2021."),
        (("2000000000", None, "1000000000", "3000000000"), " Higher at the end than at the start. Lowest: $1bn in 2022."),
        (("1000000000", None), ""),
        ((), ""),
    ],
)
def test_says_where_a_series_goes_and_its_extremes_between_the_ends(
    values: tuple[str | None, ...], said: str, material: MakeMaterial
) -> None:
    assert str(course(material().printer, series(*values))) == said
