from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from bilan.web.pages.words import words


def test_days_instants_and_numbers_speak_the_language_of_the_page() -> None:
    fr = words("fr")

    assert fr.day("2026-10-31") == "31 octobre 2026"
    assert fr.instant(datetime(2026, 11, 2, 1, tzinfo=UTC), ZoneInfo("Asia/Bishkek")).endswith("07:00")
    assert fr.instant(None, UTC) == ""
    assert fr.count(1234) == "1\u202f234"
    assert fr.own_name("kk") == "қазақша"


@pytest.mark.parametrize(
    ("value", "said"), [("1700", "1,700"), ("-0.500", "\u22120.5"), ("12345.678", "12,345.678"), ("0", "0"), ("1E+3", "1,000")]
)
def test_a_value_is_shown_with_every_digit_it_was_recorded_with(value: str, said: str) -> None:
    assert words("en").number(Decimal(value)) == said


def test_what_is_missing_is_said_to_be() -> None:
    assert words("en").number(None) == words("en").word("missing")


def test_a_state_nobody_translated_is_shown_as_it_is() -> None:
    assert words("en").state("issued") == "Issued"
    assert words("en").state("unheard-of") == "unheard-of"


def test_a_share_is_told_as_a_percentage() -> None:
    assert words("en").percent(0.256).startswith("26")
