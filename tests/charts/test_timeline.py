"""Laws of timelines."""

from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bilan.charts.marks import Year
from bilan.charts.specs import Event, Timeline
from bilan.document import Printed

DAYS = st.lists(st.tuples(st.dates(date(1990, 1, 1), date(2027, 12, 31)), st.text("abcdefg ", max_size=90)), min_size=1, max_size=14)


def test_fills_what_happened_lately_and_rings_the_rest(samples: dict[str, Any], sheet: Callable[..., Any]) -> None:
    drawn = sheet(samples["timeline-crowded"])

    assert len(drawn.filled("#14212B")) == 2
    assert len(drawn.filled("#FFFFFF")) == 6


def test_the_past_is_compressed_and_the_axis_broken(samples: dict[str, Any], sheet: Callable[..., Any]) -> None:
    drawn = sheet(samples["timeline"])
    years = {year: drawn.text(str(year)).box.left for year in (2000, 2005, 2010, 2024)}

    assert years[2010] - years[2005] < drawn.text("30 octobre 2024").box.left - drawn.text("19 avril 2024").box.left
    assert len([path for path in drawn.stroked("#8B969F") if "stroke-width: 0.8" in path["style"]]) == 4


def test_labels_stand_in_the_order_of_their_events(samples: dict[str, Any], sheet: Callable[..., Any]) -> None:
    drawn = sheet(samples["timeline-crowded"])
    lefts = [drawn.text(when).box.left for when in ("8 avril 1997", "25 décembre 2003", "17 avril 2024", "19 avril 2024", "attendu")]

    assert lefts == sorted(lefts)


def test_with_too_many_events_the_oldest_stay_discs(samples: dict[str, Any], sheet: Callable[..., Any]) -> None:
    drawn = sheet(samples["timeline-many"])

    assert len(drawn.filled("#FFFFFF")) == 12
    assert [text for text in drawn.said() if text.startswith("19 April")] == [f"19 April {year}" for year in range(2004, 2012)]


def test_a_label_that_fits_no_column_leaves_its_date(sheet: Callable[..., Any]) -> None:
    event = Event(date(2024, 4, 19), Printed("19 April 2024", "date", ""), "word " * 80, "recent")

    assert sheet(Timeline((event,))).said() == ["19 April 2024"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DAYS, st.none() | st.dates(date(2020, 1, 1), date(2026, 1, 1)))
def test_whatever_the_events_no_two_labels_intersect(sheet: Callable[..., Any], days: list[tuple[date, str]], split: date | None) -> None:
    events = tuple(Event(day, Printed(f"{day.day} September {day.year}", "date", day.isoformat()), label) for day, label in days)
    years = tuple(Year(year, Printed(str(year), "period", "")) for year in range(1990, 2028))
    drawn = sheet(Timeline(events, years, split))

    assert drawn.collisions() == []
    assert [text for text in drawn.outside() if " " not in text and len(text) > 20] == drawn.outside()
