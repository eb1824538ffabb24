from datetime import date, timedelta
from pathlib import Path

import holidays
import pytest

from bilan.schedule.workdays import Dates, WorkDays, read_dates, unknown

YEARS = range(2019, 2031)


def days() -> list[date]:
    return [date(2019, 1, 1) + timedelta(days=count) for count in range(4383)]


def test_without_a_country_weekdays_are_worked() -> None:
    assert [WorkDays().works(date(2026, 11, day)) for day in (6, 7, 8, 9)] == [True, False, False, True]


@pytest.mark.parametrize("code", ["KZ", "KG", "FR", "UZ", "RU", "IR", "DE-BY"])
def test_agrees_with_the_calendar_of_a_country_read_as_a_whole(code: str) -> None:
    country, _, part = code.partition("-")
    whole = holidays.country_holidays(country, subdiv=part or None, years=YEARS)
    expected = {day for day in days() if (day not in whole and day.weekday() not in whole.weekend) or day in (whole.weekend_workdays or ())}

    assert {day for day in days() if WorkDays((code,)).works(day)} == expected


def test_a_day_off_in_one_country_is_off() -> None:
    both, kyrgyz = WorkDays(("KG", "KZ")), WorkDays(("KG",))

    assert kyrgyz.works(date(2026, 12, 16))
    assert not both.works(date(2026, 12, 16)), "Independence Day of Kazakhstan"


def test_a_working_saturday_that_a_country_transferred_is_worked() -> None:
    assert WorkDays(("KZ",)).works(date(2024, 5, 4))
    assert not WorkDays(("KG", "KZ")).works(date(2024, 5, 4))


def test_a_file_adds_holidays_and_transferred_working_saturdays(tmp_path: Path) -> None:
    path = tmp_path / "dates.csv"
    path.write_text("date,kind,note\n2026-11-02,holiday,office moves\n\n2026-11-07,working,instead of Monday\n", encoding="utf-8-sig")

    found = read_dates(path)
    calendar = WorkDays(("KG",), found)

    assert found == Dates(frozenset({date(2026, 11, 2)}), frozenset({date(2026, 11, 7)}))
    assert [calendar.works(date(2026, 11, day)) for day in (2, 3, 7, 8)] == [False, True, True, False]


def test_the_file_has_the_last_word() -> None:
    calendar = WorkDays(("KZ",), Dates(frozenset({date(2024, 5, 4)}), frozenset({date(2026, 1, 1)})))

    assert calendar.works(date(2026, 1, 1))
    assert not calendar.works(date(2024, 5, 4))


def test_lists_every_mistake_of_the_file_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "dates.csv"
    path.write_text(
        "date,kind\n2026-13-01,holiday\n2026-05-16,workin\n2026-05-16\n2026-01-01,holiday\n2026-01-01,working\n", encoding="utf-8"
    )

    found = read_dates(path)

    assert found.mistakes == (
        "'dates.csv' line 2: '2026-13-01' is no date: write 2026-05-16",
        "'dates.csv' line 3: 'workin' is not holiday or working (did you mean 'working'?)",
        "'dates.csv' line 4: '' is not holiday or working",
        "'dates.csv' line 6: 2026-01-01 is said to be both holiday and working",
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "there is no file 'dates.csv'"),
        (b"", "'dates.csv': the first line must be date,kind or date,kind,note"),
        (b"day,what\n", "'dates.csv': the first line must be date,kind or date,kind,note"),
        (b"date,kind\n2026-05-16,\xff\n", "'dates.csv' cannot be read as text in UTF-8 (UnicodeDecodeError)"),
    ],
)
def test_says_why_a_file_cannot_be_used(tmp_path: Path, content: bytes | None, said: str) -> None:
    path = tmp_path / "dates.csv"
    if content is not None:
        path.write_bytes(content)

    assert read_dates(path) == Dates(mistakes=(said,))


def test_says_which_countries_there_are_no_holidays_for() -> None:
    assert unknown([]) == []
    assert unknown(["KG", "DE-BY", "QQ", "DE-XX", "KG-B"]) == [
        "no public holidays are known for 'QQ' (did you mean one of QA?)",
        "no public holidays are known for 'DE-XX'; there are BB, BE, BW, BY, HB, HE, HH, MV, NI, NW, RP, SH, SL, SN, ST, TH, Augsburg",
        "no public holidays are known for 'KG-B'; write KG",
    ]
