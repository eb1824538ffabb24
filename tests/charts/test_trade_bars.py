"""Laws of trade by year."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bilan.charts.marks import Point, Target, Track, Who, Year
from bilan.charts.specs import TradeBars
from bilan.document import Printed
from bilan.model import Precision

VALUES = st.dictionaries(st.integers(2000, 2025), st.decimals(0, 5, places=2), max_size=20)
A, B, PAPER = "#0B4F75", "#D96C2B", "#FFFFFF"


@pytest.fixture
def trade(samples: dict[str, Any]) -> TradeBars:
    spec = samples["trade"]
    assert isinstance(spec, TradeBars)
    return spec


def test_draws_one_column_a_value_in_its_reporters_colour(trade: TradeBars, sheet: Callable[..., Any]) -> None:
    drawn = sheet(trade)

    assert len(drawn.filled(A)) == sum(not point.soft for point in trade.tracks[0].known)
    assert len(drawn.filled(B)) == sum(not point.soft for point in trade.tracks[1].known)
    assert len(drawn.filled(PAPER)) == sum(point.soft for track in trade.tracks for point in track.known)


def test_a_column_is_as_high_as_its_value(trade: TradeBars, sheet: Callable[..., Any]) -> None:
    columns = sheet(trade).filled(B)
    heights = sorted(box.top - box.bottom for box in columns)
    values = sorted(float(point.value or 0) for point in trade.tracks[1].known if not point.soft)

    assert [height / heights[-1] for height in heights] == pytest.approx([value / values[-1] for value in values], abs=0.01)


def test_names_each_reporter_beside_its_last_value(trade: TradeBars, sheet: Callable[..., Any]) -> None:
    drawn = sheet(trade)

    assert (drawn.text("1.7").size, drawn.text("1.7").weight, drawn.text("1.7").colour) == (9, 600, "#0b4f75")
    assert drawn.text("Kazakh statistics").colour == "#0b4f75"
    assert drawn.text("2.0").colour in ("#a84b12", "#66727d")
    assert drawn.text("Kyrgyz statistics").colour == "#a84b12"


def test_labels_the_first_value_and_the_last_two(trade: TradeBars, sheet: Callable[..., Any]) -> None:
    said = sheet(trade).said()

    assert {"1.0", "1.57", "1.7", "0.09", "1.34", "2.0"} <= set(said)
    assert not {"0.69", "0.94", "1.25", "1.18", "1.32"} & set(said)


def test_says_missing_only_between_known_years_of_the_same_reporter(trade: TradeBars, sheet: Callable[..., Any]) -> None:
    # Kazakh: 2021 between 2013 and 2024. Kyrgyz: 2013, 2015 and 2018 between 2000 and 2025.
    assert sheet(trade).said().count("n. d.") == 4


def test_shows_the_target_with_its_label_and_what_is_left(trade: TradeBars, sheet: Callable[..., Any]) -> None:
    target = Target(Decimal(3), "Ambition", Decimal("1.7"), Printed("1.3", "reading", "left"))
    drawn = sheet(replace(trade, target=target))

    assert (drawn.text("Ambition").weight, drawn.text("1.3").weight) == (600, 600)
    assert any("stroke-dasharray" in path["style"] for path in drawn.stroked("#14212B"))


def test_a_target_without_a_starting_point_has_no_bracket(trade: TradeBars, sheet: Callable[..., Any]) -> None:
    with_bracket = sheet(replace(trade, target=Target(Decimal(3), "Ambition", Decimal("1.7"), "left")))
    without = sheet(replace(trade, target=Target(Decimal(3), "Ambition", None, "left")))

    assert [len([path for path in drawn.paths if "stroke-width: 1.2" in path["style"]]) for drawn in (with_bracket, without)] == [1, 0]


def test_a_target_label_without_a_free_place_stands_on_paper(trade: TradeBars, sheet: Callable[..., Any]) -> None:
    tall = tuple(replace(track, points=tuple(replace(one, value=Decimal(4)) for one in track.points)) for track in trade.tracks)
    drawn = sheet(replace(trade, tracks=tall, target=Target(Decimal(3), "Ambition " * 12)))

    assert any(drawn.text("Ambition " * 12).box.inside(ground) for ground in drawn.filled(PAPER))


def test_writes_the_last_two_years_in_bold(trade: TradeBars, sheet: Callable[..., Any]) -> None:
    drawn = sheet(trade)

    assert [year for year in range(2000, 2026) if str(year) in drawn.said() and drawn.text(str(year)).weight == 600] == [2024, 2025]


def test_hides_a_tick_that_would_touch_the_target(trade: TradeBars, sheet: Callable[..., Any]) -> None:
    assert "2.0" not in sheet(replace(trade, tracks=(), target=Target(Decimal(2), "Aim"))).said()


def test_one_series_of_both_partners_is_grey_but_for_the_last_two_years(trade: TradeBars, sheet: Callable[..., Any]) -> None:
    track = Track(tuple(Point(year, Decimal(1)) for year in range(2015, 2025)))
    drawn = sheet(replace(trade, tracks=(track,), target=None))

    assert len(drawn.filled("#A9B4BD")) == 8
    assert len(drawn.filled("#34434F")) == 2


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(VALUES, VALUES, st.decimals(1, 6, places=1))
def test_whatever_the_values_no_two_labels_intersect(
    sheet: Callable[..., Any], one: dict[int, Decimal], two: dict[int, Decimal], aim: Decimal
) -> None:
    years = tuple(Year(year, Printed(str(year), "period", "")) for year in range(2000, 2026))
    target = Target(aim, "Objectif commun des deux partenaires", None, "reste beaucoup")
    drawn = sheet(TradeBars((_track(one, "a"), _track(two, "b")), years, target=target))

    assert drawn.collisions() == []
    assert drawn.outside() == []


def _track(values: dict[int, Decimal], who: Who) -> Track:
    points = (Point(year, value, Printed(str(value), "reading", "x"), Precision.ROUNDED) for year, value in values.items())
    return Track(tuple(points), who, f"statistics of {who}")
