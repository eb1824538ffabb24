"""Laws of lines over years."""

from decimal import Decimal

from bilan.charts._tracks import holes, runs, span, stretches
from bilan.charts.marks import Point, Track
from bilan.model import Status


def point(year: int, status: Status = Status.FINAL) -> Point:
    return Point(year, Decimal(1), "", status=status)


def test_a_gap_is_never_bridged() -> None:
    found = runs((point(2014), point(2016), point(2017), point(2020)))

    assert [[one.year for one in run] for run in found] == [[2014], [2016, 2017], [2020]]


def test_a_line_is_dashed_from_the_last_firm_value_on() -> None:
    run = [point(2021), point(2022), point(2023, Status.ESTIMATED), point(2024, Status.ESTIMATED)]
    found = stretches(run)

    assert [(form, [one.year for one in points]) for form, points in found] == [("firm", [2021, 2022]), ("estimate", [2022, 2023, 2024])]


def test_a_line_turns_firm_again_after_an_estimate() -> None:
    run = [point(2021), point(2022, Status.ESTIMATED), point(2023)]

    assert [form for form, _ in stretches(run)] == ["estimate", "firm"]


def test_a_year_alone_stands_at_the_end_of_its_span() -> None:
    assert span((Track((point(2024),)),)) == (2023, 2024)
    assert span((Track((point(2010), point(2024))),)) == (2010, 2024)


def test_knows_the_years_of_every_gap() -> None:
    assert holes(Track((point(2014), point(2016), point(2020), point(2021)))) == [(2015, 2015), (2017, 2019)]
