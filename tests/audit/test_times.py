from datetime import date
from decimal import Decimal

import pytest
from tests.audit.drawings import drawing, spec, svg, text

from bilan.audit.data import asked
from bilan.audit.shapes import measured
from bilan.audit.times import off_place
from bilan.charts.marks import Point, Track, Year
from bilan.charts.specs import Event, Fan, Range, Timeline
from bilan.charts.specs_rows import Course, Step, Tracker
from bilan.document import Printed, Words


def wrong(**changes: str) -> list[str]:
    return list(off_place(measured(drawing(**changes)), asked(spec())))


def test_ticks_and_years_in_their_place_raise_no_alarm() -> None:
    assert wrong() == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"y2022": text(73, 112, "2022"), "y2023": text(43, 112, "2023")}, "'2022' does not stand at the marks of 2022"),
        ({"y2022": text(43, 80, "2022")}, "'2022' does not stand at the marks of 2022"),
        ({"y2023": text(190, 112, "2023")}, "'2023' does not stand at the marks of 2023"),
    ],
)
def test_finds_a_year_away_from_its_marks(change: dict[str, str], message: str) -> None:
    assert message in wrong(**change)


def test_finds_a_tick_that_does_not_stand_at_its_value_as_the_others_do() -> None:
    high = text(0, 39, "1.2")
    levels = asked(spec())
    more = type(levels)(
        **{name: getattr(levels, name) for name in levels.__slots__} | {"levels": (*levels.levels, (levels.values[1].value, "1.2"))}
    )

    assert list(off_place(measured(drawing(high=high)), more)) == []
    assert list(off_place(measured(drawing(high=text(0, 41, "1.2"))), more)) == ["tick '1.2' does not stand at 1500000000.0"]


def disc(x: float) -> str:
    return f'<circle cx="{x}" cy="10" r="2"/>'


def words(text_: str) -> Words:
    return Printed(text_, "date", text_)


DAYS = (date(2020, 1, 1), date(2021, 1, 1), date(2023, 1, 1))
EVENTS = Timeline(tuple(Event(day, words(day.isoformat()), f"event {number}") for number, day in enumerate(DAYS)))


def line(*xs: float, heads: tuple[int, ...] = (0, 1, 2), labels: tuple[int, ...] = (0, 1, 2)) -> list[str]:
    drawn = [disc(x) for x in xs]
    for place, (head, label) in enumerate(zip(heads, labels, strict=True)):
        drawn += [text(place * 40, 30, DAYS[head].isoformat()), text(place * 40, 40, f"event {label}")]
    return list(off_place(measured(svg(*drawn)), asked(EVENTS)))


def test_finds_events_out_of_order_or_out_of_proportion() -> None:
    assert line(0, 36.6, 109.6) == []
    assert line(0, 40, 109.6) == ["1 events do not lie in proportion to their days"]
    assert line(0, 109.6) == ["2 discs are drawn for 3 events"]
    assert "'2021-01-01' and '2020-01-01' do not stand in order on one line" in line(0, 36.6, 109.6, heads=(1, 0, 2))
    assert line(0, 36.6, 109.6, labels=(0, 2, 1)) == [
        "'event 1' does not stand under '2021-01-01'",
        "'event 2' does not stand under '2023-01-01'",
        "'event 2' stands under another event's date",
        "'event 1' stands under another event's date",
    ]


def test_finds_words_of_an_event_above_its_date() -> None:
    one = asked(Timeline((Event(DAYS[0], words("2020-01-01"), "event"),)))

    assert list(off_place(measured(svg(disc(0), text(0, 30, "2020-01-01"), text(0, 40, "event"))), one)) == []
    assert list(off_place(measured(svg(disc(0), text(0, 30, "event"), text(0, 40, "2020-01-01"))), one)) == [
        "'event' does not stand under a date"
    ]


def test_an_event_without_room_for_its_words_may_stand_with_its_date_alone() -> None:
    assert list(off_place(measured(svg(*map(disc, (0, 36.6, 109.6)), text(0, 30, "2020-01-01"))), asked(EVENTS))) == []


GRID = Tracker(
    ("agreed", "done"), (Course("Road", (Step("done", "May"), Step("open", "June"))), Course("Plant", (Step("done", "July"), Step("late"))))
)


def grid(one: str = "May", other: str = "July", rows: tuple[str, str] = ("Road", "Plant")) -> list[str]:
    drawn = [text(60, 5, "agreed"), text(120, 5, "done"), text(0, 20, rows[0]), text(0, 40, rows[1])]
    drawn += [text(60, 22, one), text(120, 22, "June"), text(60, 42, other)]
    return list(off_place(measured(svg(*drawn)), asked(GRID)))


def test_finds_a_text_in_another_row_or_column_of_a_grid() -> None:
    assert grid() == []
    assert grid("July", "May") == [f"'{month}' stands in another row or column than its own" for month in ("July", "May")]
    assert "heads of rows or columns do not stand in their order" in grid(rows=("Plant", "Road"))


def test_finds_words_on_the_wrong_side_of_the_last_observed_value_and_outside_its_range() -> None:
    point = Point(2024, Decimal(1), "1", reading="r")
    wanted = asked(Fan(Track((point,), "a", "GDP"), (Range(point, point),), (), observed="observed", outlook="outlook", level="80 %"))

    def told(first: str, second: str, level: float) -> list[str]:
        ends = [text(90, 20, "2", "r"), text(90, 60, "1", "r"), text(90, level, "80 %")]
        return list(off_place(measured(svg(text(10, 5, first), text(20, 5, second), *ends)), wanted))

    assert told("observed", "outlook", 40) == []
    assert told("outlook", "observed", 40) == ["'observed' and 'outlook' do not stand on either side of the last observed value"]
    assert told("observed", "outlook", 70) == ["'80 %' does not stand between the ends of the range"]


def test_finds_years_of_a_time_line_out_of_order() -> None:
    years = tuple(Year(year, Printed(str(year), "period", str(year))) for year in (2020, 2023))
    wanted = asked(Timeline(EVENTS.events, years))

    def told(one: str, other: str) -> list[str]:
        heads = [text(place * 40, 30, day.isoformat()) for place, day in enumerate(DAYS)]
        return list(off_place(measured(svg(disc(0), disc(36.6), disc(109.6), text(0, 5, one), text(80, 5, other), *heads)), wanted))

    assert told("2020", "2023") == []
    assert told("2023", "2020") == ["2020 stands right of 2023 on the time line"]
