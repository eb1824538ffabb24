from datetime import date
from decimal import Decimal

from bilan.model import Observation, SeriesKey
from bilan.period import Frequency, Period
from bilan.pipeline.vintages import Vintage
from bilan.web.pages.drawing import HEIGHT, LEFT, RIGHT, TOP, WIDTH, drawn, spark

KEY = SeriesKey("population", "KAZ", frequency=Frequency.ANNUAL)


def vintage(year: int, value: str | None, day: str, event: str = "first", *, current: bool = True) -> Vintage:
    amount = None if value is None else Decimal(value)
    row = Observation(KEY, Period.parse(str(year)), amount, "persons", date.fromisoformat(day), ("s",), "t.csv#1")
    return Vintage(row, event, None, current)


def test_the_last_line_is_what_counts_and_those_before_are_what_was_published_before() -> None:
    years = {year: Period.parse(str(year)) for year in (2022, 2023)}
    made = drawn(
        {
            years[2022]: [vintage(2022, "10", "2023-01-01", current=False), vintage(2022, "12", "2024-01-01", "revised")],
            years[2023]: [vintage(2023, "20", "2024-01-01")],
        }
    )

    assert made is not None
    assert made.published == ("2023-01-01", "2024-01-01")
    assert (made.low, made.high, made.first, made.last) == (Decimal(10), Decimal(20), years[2022], years[2023])
    (_, before), (_, now) = made.lines
    assert [x for x, _ in now] == [LEFT, WIDTH - RIGHT]
    assert now[1][1] == TOP
    assert before[0][1] > now[0][1], "what was less stands lower"
    assert all(TOP <= y <= HEIGHT for _, y in (*before, *now))
    assert made.path(now).count(",") == 2


def test_what_was_withdrawn_leaves_the_line_and_forecasts_are_not_drawn() -> None:
    year = Period.parse("2022")
    gone = [vintage(2022, "10", "2023-01-01", current=False), vintage(2022, None, "2024-01-01", "withdrawn")]

    made = drawn({year: gone})
    assert made is not None
    assert made.published == ("2023-01-01",)
    assert drawn({year: [vintage(2022, "5", "2023-01-01", "forecast")]}) is None
    assert drawn({}) is None


def test_a_small_line_needs_two_values_and_stays_in_its_frame() -> None:
    assert spark([Decimal(1)]) == ""
    assert spark([Decimal(3), Decimal(3)]) == "2.0,26.0 118.0,26.0"
    assert spark([Decimal(-1), Decimal(1)]) == "2.0,26.0 118.0,2.0"
