from datetime import date

import pytest

from bilan.period import Period
from bilan.wording.calendar import dated_text, day_text, period_text
from bilan.wording.catalogue import catalogue


@pytest.mark.parametrize(
    ("lang", "form", "day", "expected"),
    [
        ("en", "long", date(2026, 11, 1), "1 November 2026"),
        ("en", "short", date(2026, 9, 2), "2 Sep 2026"),
        ("fr", "long", date(2026, 11, 1), "1er novembre 2026"),
        ("fr", "short", date(2026, 11, 1), "1er nov. 2026"),
        ("fr", "short", date(2026, 11, 21), "21 nov. 2026"),
        ("fr", "long", date(2026, 8, 21), "21 août 2026"),
        ("ru", "long", date(2026, 8, 1), "1\u00a0августа 2026\u00a0г."),
        ("ru", "short", date(2026, 8, 1), "01.08.2026"),
    ],
)
def test_writes_a_day_as_the_language_does(lang: str, form: str, day: date, expected: str) -> None:
    assert day_text(catalogue(lang), day, form) == expected


@pytest.mark.parametrize(
    ("period", "en", "fr"),
    [
        ("2023", "2023", "2023"),
        ("2023-Q1", "Q1 2023", "1er trimestre 2023"),
        ("2023-Q2", "Q2 2023", "2e trimestre 2023"),
        ("2026-10", "October 2026", "octobre 2026"),
        ("2023-M01..M07", "January–July 2023", "janvier–juillet 2023"),
        ("2023-M01..M01", "January 2023", "janvier 2023"),
    ],
)
def test_writes_a_period_as_the_language_does(period: str, en: str, fr: str) -> None:
    assert [period_text(catalogue(lang), Period.parse(period)) for lang in ("en", "fr")] == [en, fr]


@pytest.mark.parametrize(("text", "expected"), [("2024-04-19", "19 April 2024"), ("2024-04", "April 2024"), ("2024", "2024")])
def test_writes_a_date_no_more_precisely_than_it_is_known(text: str, expected: str) -> None:
    assert dated_text(catalogue("en"), text) == expected


def test_refuses_what_is_no_date() -> None:
    with pytest.raises(ValueError, match="soon"):
        dated_text(catalogue("en"), "soon")
