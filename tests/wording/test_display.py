from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.errors import DefinitionError
from bilan.model import Precision, Reading
from bilan.period import Period
from bilan.wording.display import Form, display, family

MONEY = Reading("r", "trade.total", Period.parse("2023"), date(2026, 11, 1), "USD")


def shown(value: str, unit: str = "USD", form: Form = "long", precision: Precision = Precision.EXACT) -> tuple[str, str]:
    reading = replace(MONEY, unit=unit, precision=precision)
    found = display(reading, Decimal(value), form, None, None)
    return format(found.shown, "f"), found.name


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        ("1318000000", "long", ("1.32", "billion")),
        ("745123456", "long", ("745", "million")),
        ("999600000", "long", ("1.00", "billion")),
        ("999499999", "long", ("999", "million")),
        ("-999600000", "short", ("-1.00", "billion")),
        ("456789", "long", ("457000", "one")),
        ("456789", "short", ("457", "thousand")),
        ("9999", "short", ("10.0", "thousand")),
        ("2843.2", "short", ("2840", "one")),
        ("0", "long", ("0", "one")),
        ("456789", "bare", ("457000", "one")),
    ],
)
def test_chooses_the_scale_after_rounding(value: str, form: Form, expected: tuple[str, str]) -> None:
    assert shown(value, form=form) == expected


@pytest.mark.parametrize(
    ("value", "unit", "precision", "expected"),
    [
        ("11.55", "percent", "exact", "11.6"),
        ("11.55", "percent", "rounded", "12"),
        ("0.1155", "share", "exact", "11.6"),
        ("3.84", "percentage_points", "exact", "3.8"),
        ("1.255", "ratio", "exact", "1.26"),
        ("44.5", "days", "exact", "45"),
        ("12.00", "years", "exact", "12"),
        ("12.46", "years", "exact", "12.5"),
        ("1296000000", "USD", "exact", "1.30"),
        ("1300000000", "USD", "exact", "1.3"),
        ("1300000000", "USD", "rounded", "1.3"),
        ("7160000", "persons", "exact", "7.16"),
        ("12.345", "MW", "exact", "12.3"),
        ("1970.2", "USD_per_person", "exact", "1970"),
        ("0.2606", "index", "exact", "0.26"),
        ("104.76", "index", "rounded", "104.76"),
    ],
)
def test_gives_each_unit_its_places(value: str, unit: str, precision: str, expected: str) -> None:
    assert shown(value, unit, precision=Precision(precision))[0] == expected


def test_takes_the_scale_and_places_it_is_given() -> None:
    found = display(MONEY, Decimal(745123456), "bare", Decimal(10**9), 2)

    assert (found.shown, found.scale, found.name) == (Decimal("0.75"), Decimal(10**9), "billion")
    assert display(MONEY, Decimal(745), "bare", Decimal(12), 0).name == "other"


def test_refuses_a_scale_for_a_share() -> None:
    with pytest.raises(DefinitionError, match="a share takes no scale"):
        display(replace(MONEY, unit="share"), Decimal("0.5"), "long", Decimal(10), None)


def test_names_an_unlisted_unit_by_itself() -> None:
    assert family("GWh_year") == "gwh-year"


def _magnitude(form: Form) -> Callable[[Decimal], tuple[Decimal, Decimal]]:
    def measure(value: Decimal) -> tuple[Decimal, Decimal]:
        found = display(MONEY, value, form, None, None)
        return found.scale, found.shown * found.scale

    return measure


positive = st.decimals(min_value=0, max_value=10**13, allow_nan=False, allow_infinity=False, places=3)


@given(positive, positive, st.sampled_from(get_args(Form)))
def test_a_larger_value_never_takes_a_smaller_scale_nor_shows_less(one: Decimal, other: Decimal, form: Form) -> None:
    small, large = sorted((one, other))

    scales, shown_values = zip(_magnitude(form)(small), _magnitude(form)(large), strict=True)

    assert scales[0] <= scales[1]
    assert shown_values[0] <= shown_values[1]
