from decimal import Decimal

import pytest
from tests.audit.drawings import BASE, BILLION, UNIT, column, drawing, level, spec, svg

from bilan.audit.data import asked
from bilan.audit.geometry import axes, dated, ends, misdrawn
from bilan.audit.shapes import measured
from bilan.charts.marks import Bar, Point, Track
from bilan.charts.specs import Contribution, Sparkline


def wrong(**changes: str) -> list[str]:
    return list(misdrawn(measured(drawing(**changes)), asked(spec())))


def test_a_true_drawing_raises_no_alarm() -> None:
    assert wrong() == []


def test_knows_where_zero_lies_and_how_long_a_unit_is() -> None:
    axis = axes(measured(drawing()))["1", "y"]

    assert (axis.zero, axis(BILLION)) == (BASE, BASE - UNIT)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"second": column(70, "1.5", 2023, height=60.5)}, "the column of 1500000000.0 is 60.50 long, not 60.00"),
        ({"second": column(70, "1.5", 2023, height=59.9)}, "the column of 1000000000 is 40.00 long, not 39.93"),
        ({"second": column(70, "1.5", 2023, lift=0.75)}, "starts at 99.25, on no axis and at no other column"),
        ({"second": ""}, "no mark shows 1500000000.0"),
        ({"second": column(70, "1.7", 2023)}, "a mark shows 1700000000.0, which the chart was not asked to show"),
        ({"second": column(70, "1.5", 2022)}, "the mark of 'trade.total:KAZ:2022' shows 1500000000.0"),
        ({"first": column(90, "1", 2022)}, "the mark of 2023 stands left of that of 2022"),
        ({"aim": level(21)}, "no line stands at the aim of 2000000000"),
    ],
)
def test_finds_a_mark_that_does_not_show_its_value(change: dict[str, str], message: str) -> None:
    assert any(message in line for line in wrong(**change)), wrong(**change)


def line(*points: tuple[float, float], values: str) -> str:
    path = " L ".join(f"{x} {y}" for x, y in points)
    return svg(f'<path d="M {path}" style="fill: none" data-mark="line" data-value="{values}" data-axis="y" data-scale="1"/>')


@pytest.mark.parametrize(("middle", "right"), [(15.0, True), (15.75, False), (14.9, False)])
def test_finds_a_point_that_lies_off_the_line_of_the_others(middle: float, *, right: bool) -> None:
    wanted = asked(Sparkline(Track(tuple(Point(2020 + index, Decimal(value)) for index, value in enumerate((1, 3, 2))))))

    found = list(misdrawn(measured(line((0, 20), (10, 10), (20, middle), values="1 3 2")), wanted))

    assert (found == []) is right


def test_bars_may_start_where_another_one_ends() -> None:
    def bar(start: float, length: float, value: int, row: int) -> str:
        return (
            f'<path d="M {start} {row} L {start + length} {row} L {start + length} {row + 5} L {start} {row + 5} z" '
            f'data-mark="floating" data-value="{value}" data-axis="x" data-scale="1"/>'
        )

    parts = (Bar("a", Decimal(3)), Bar("b", Decimal(2)))
    wanted = asked(Contribution(parts, Bar("c", Decimal(5))))
    true = svg(bar(10, 30, 3, 0), bar(40, 20, 2, 10), bar(10, 50, 5, 20))
    moved = svg(bar(10, 30, 3, 0), bar(41, 20, 2, 10), bar(10, 50, 5, 20))

    assert list(misdrawn(measured(true), wanted)) == []
    assert list(misdrawn(measured(moved), wanted)) == ["the floating of 2 starts at 41.00, on no axis and at no other floating"]


def test_a_negative_column_hangs_from_its_axis() -> None:
    (shape,) = measured(svg(column(0, "-1", 2022, height=-40))).marks

    assert ends(shape, "y") == (100, 140)


def test_tells_the_year_of_a_mark_by_its_reading_or_by_a_value_only_one_year_has() -> None:
    unnamed = column(70, "1.5", 2023).replace("trade.total:KAZ:2023", "")

    assert sorted((year, x) for year, x, _ in dated(measured(drawing(second=unnamed)).marks, asked(spec()))) == [(2022, 45), (2023, 75)]
