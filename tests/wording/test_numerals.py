from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.wording.numerals import half_away, numerals_in, plain, plural_class, sign_of, significant, spelled, stripped

numbers = st.decimals(min_value=-(10**15), max_value=10**15, allow_nan=False, allow_infinity=False, places=6)


@pytest.mark.parametrize(("value", "rounded"), [("1.25", "1.3"), ("1.45", "1.5"), ("-1.25", "-1.3"), ("-0.04", "0.0"), ("0.05", "0.1")])
def test_rounds_half_away_from_zero_and_never_to_a_negative_zero(value: str, rounded: str) -> None:
    assert plain(half_away(Decimal(value), 1)) == rounded


def test_rounds_to_hundreds_in_plain_digits() -> None:
    assert plain(half_away(Decimal(1250), -2)) == "1300"


@pytest.mark.parametrize(
    ("value", "rounded"), [("9.996", "10.0"), ("999.6", "1000"), ("1234", "1230"), ("0.012345", "0.0123"), ("0", "0"), ("-9.996", "-10.0")]
)
def test_keeps_three_significant_digits_also_where_rounding_adds_one(value: str, rounded: str) -> None:
    assert plain(significant(Decimal(value), 3)) == rounded


@pytest.mark.parametrize(("value", "without"), [("1.30", "1.3"), ("2.00", "2"), ("1000", "1000"), ("0.0", "0")])
def test_strips_zeros_after_the_decimal_sign_only(value: str, without: str) -> None:
    assert plain(stripped(Decimal(value))) == without


@pytest.mark.parametrize(
    ("printed", "lang", "expected"),
    [
        ("1", "en", "one"),
        ("1.0", "en", "other"),
        ("1.32", "fr", "one"),
        ("2", "fr", "other"),
        ("1000000", "fr", "many"),
        ("-1", "fr", "one"),
        ("21", "ru", "one"),
        ("1.0", "ru", "other"),
    ],
)
def test_takes_the_plural_class_of_the_number_as_printed(printed: str, lang: str, expected: str) -> None:
    assert plural_class(printed, lang) == expected


def test_spells_groups_and_decimals_in_the_languages_own_separators() -> None:
    assert spelled(Decimal("-1234567.50"), "en") == "1,234,567.50"
    assert spelled(Decimal("1234567.50"), "fr") == "1\u202f234\u202f567,50"
    assert {spelled(Decimal("1234567.50"), lang) for lang in ("ru", "kk", "ky")} == {"1\u202f234\u202f567,50"}


def test_tells_the_sign_of_a_number() -> None:
    assert [sign_of(Decimal(value)) for value in ("2", "-2", "0.0")] == ["positive", "negative", "zero"]


def test_finds_numerals_with_their_separators_inside() -> None:
    text = "24/7 and 1\u202f234,5."

    assert [text[start:end] for start, end in numerals_in(text)] == ["24", "7", "1\u202f234,5"]


@given(numbers, st.integers(min_value=-4, max_value=5))
def test_rounding_is_symmetric_and_never_further_than_half_a_step(value: Decimal, places: int) -> None:
    rounded = half_away(value, places)

    assert half_away(-value, places) == -rounded
    assert abs(rounded - value) <= Decimal(1).scaleb(-places) / 2
