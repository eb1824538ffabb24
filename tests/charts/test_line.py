"""Laws of lines against an aim."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from bilan.charts.marks import Point, Target, Track, Year
from bilan.charts.specs import Line
from bilan.document import Printed
from bilan.model import Status

AIM = "Aim of both partners"
PANEL, TINT = "#F3F5F6", "#DDE3E7"


def track(values: dict[int, str | None], who: str = "a", soft: tuple[int, ...] = ()) -> Track:
    points = (
        Point(year, None if value is None else Decimal(value), f"{who}{year}", status=Status.PROVISIONAL if year in soft else Status.FINAL)
        for year, value in values.items()
    )
    return Track(tuple(points), who, f"name of {who}")  # type: ignore[arg-type]  # a partner


@pytest.fixture
def line() -> Line:
    years = tuple(Year(year, Printed(str(year), "period", str(year))) for year in range(2018, 2026))
    one = track({2018: "1", 2019: "1.2", 2020: "1.3", 2021: "1.5", 2022: "1.6"})
    two = track({2018: "0.8", 2019: None, 2020: "0.9", 2021: "1.0", 2022: "1.1"}, "b")
    return Line((one, two), years, target=Target(Decimal(2), AIM), between="gap", remark="provisional")


def test_the_last_value_and_the_name_stand_beside_each_line(line: Line, sheet: Callable[..., Any]) -> None:
    drawn = sheet(line)

    assert {"a2022", "name of a", "b2022", "name of b", "gap", AIM} <= set(drawn.said())
    assert "a2021" not in drawn.said()


def test_a_gap_is_said_and_not_bridged(line: Line, sheet: Callable[..., Any]) -> None:
    lines = [path for path in sheet(line).paths if path.get("data-mark") == "line"]

    assert sheet(line).said().count("n/a") == 1
    assert [path["data-value"] for path in lines] == ["1 1.2 1.3 1.5 1.6", "0.9 1.0 1.1"]


def test_the_ground_between_two_lines_is_tinted_where_both_are_known(line: Line, sheet: Callable[..., Any]) -> None:
    (ground,) = sheet(line).filled(TINT)
    untinted = sheet(replace(line, between=""))

    assert ground.left == pytest.approx(sheet(line).text("2020").box.left, abs=0.1)
    assert untinted.filled(TINT) == []


def test_what_is_not_yet_final_is_dashed_over_quiet_ground_with_its_word(line: Line, sheet: Callable[..., Any]) -> None:
    soft = replace(line, tracks=(track({2018: "1", 2019: "1.2", 2020: "1.4"}, soft=(2020,)),))
    drawn = sheet(soft)

    assert len(drawn.filled(PANEL)) == 1
    assert "provisional" in drawn.said()
    assert [bool(path["style"].count("dasharray")) for path in drawn.paths if path.get("data-mark") == "line"] == [False, True]
    assert sheet(line).filled(PANEL) == []
    assert "provisional" not in sheet(line).said()


def test_another_reporters_values_are_thin_with_rings(line: Line, sheet: Callable[..., Any]) -> None:
    one = track({2018: "1", 2019: "1.2", 2020: "1.4", 2021: "1.5"})
    other = replace(one, points=tuple(replace(point, other=point.year in (2019, 2020)) for point in one.points))
    widths = [
        path["style"].split("stroke-width: ")[1].split(";")[0]
        for path in sheet(replace(line, tracks=(other,))).paths
        if path.get("data-mark") == "line"
    ]

    assert widths == ["0.81", "1.8"]


def test_the_aim_is_named_where_no_line_passes(line: Line, sheet: Callable[..., Any]) -> None:
    rising = replace(line, tracks=(track({2018: "2.05", 2019: "2.1", 2020: "1.2"}),), between="")

    assert sheet(rising).text(AIM).box.left > 20


def test_of_nothing_it_says_so(line: Line, sheet: Callable[..., Any]) -> None:
    assert sheet(replace(line, tracks=())).said() == ["n/a"]
