from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.model import Precision, Reading
from bilan.period import Period
from bilan.wording.amount import Signs, printed, shown
from bilan.wording.catalogue import catalogue
from bilan.wording.display import Form
from bilan.wording.reread import number_in, reread

BASE = Reading("r", "trade.total", Period.parse("2023"), date(2026, 11, 1), "USD")
UNITS = ("USD", "persons", "percent", "share", "percentage_points", "ratio", "years", "days", "tonnes", "MW", "GWh", "vehicles")


@pytest.mark.parametrize(
    ("text", "lang", "number", "scale"),
    [
        ("−$406m", "en", "-406", "1000000"),
        ("$1.32 billion", "en", "1.32", "1000000000"),
        ("1,32\u00a0milliard de dollars", "fr", "1.32", "1000000000"),
        ("2\u202f840\u00a0dollars", "fr", "2840", "1"),
        ("+3.8 percentage points", "en", "3.8", "1"),
        ("−1,32\u00a0млрд\u00a0долл.\u00a0США", "ru", "-1.32", "1000000000"),
        ("1,32\u00a0млрд АҚШ доллары", "kk", "1.32", "1000000000"),
        ("2\u202f840\u00a0АКШ доллары", "ky", "2840", "1"),
    ],
)
def test_reads_number_sign_and_scale_back(text: str, lang: str, number: str, scale: str) -> None:
    read = reread(text, lang)

    assert read is not None
    assert (read.number, read.scales) == (Decimal(number), frozenset({Decimal(scale)}))


@pytest.mark.parametrize(
    ("text", "lang"),
    [("1.32\u00a0milliard de dollars", "fr"), ("$1,32 billion", "en"), ("1.32 billions", "en"), ("12,34,567", "en"), ("soon", "en")],
)
def test_cannot_read_foreign_separators_or_unknown_units(text: str, lang: str) -> None:
    assert reread(text, lang) is None


def test_the_same_digits_mean_different_numbers_in_different_languages() -> None:
    assert (number_in("1,317", "en"), number_in("1,317", "fr")) == (Decimal(1317), Decimal("1.317"))


@given(
    value=st.decimals(min_value=-(10**13), max_value=10**13, allow_nan=False, allow_infinity=False, places=4),
    unit=st.sampled_from(UNITS),
    lang=st.sampled_from(("en", "fr", "ru", "kk", "ky")),
    look=st.tuples(st.sampled_from(("long", "short", "bare")), st.sampled_from(("auto", "always"))),
    precision=st.sampled_from(Precision),
)
def test_what_is_printed_reads_back_as_the_displayed_rounding(
    value: Decimal, unit: str, lang: str, look: tuple[Form, Signs], precision: Precision
) -> None:
    reading = replace(BASE, unit=unit, value=value, precision=precision)
    form, signs = look
    as_shown = shown(reading, form)

    read = reread(printed(catalogue(lang), reading, form, as_shown, signs).text, lang)

    assert read is not None
    assert read.number == as_shown.shown
    assert not read.scales or as_shown.scale in read.scales
