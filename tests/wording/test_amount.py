from collections.abc import Callable
from decimal import Decimal

import pytest

from bilan.errors import DefinitionError
from bilan.model import Reading
from bilan.wording.amount import declared, printed, shown, sign_text
from bilan.wording.catalogue import catalogue
from bilan.wording.numerals import half_away


def test_keeps_the_exact_value_the_shown_one_and_the_scale(reading: Callable[..., Reading]) -> None:
    one = reading("-1318456789.5")

    numeral = printed(catalogue("en"), one, "long", shown(one, "long"))

    assert numeral.text == "−$1.32 billion"
    assert (numeral.number, numeral.value, numeral.shown, numeral.scale) == ("1.32", "-1318456789.5", "-1.32", "1000000000")
    assert (numeral.kind, numeral.ref) == ("reading", "trade.total/2023")


def test_drops_the_sign_where_the_sentence_tells_the_direction(reading: Callable[..., Reading]) -> None:
    one = reading("-11.6", "percent")

    numeral = printed(catalogue("fr"), one, "long", shown(one, "long"), "never")

    assert (numeral.text, numeral.shown, numeral.value) == ("11,6\u202f%", "11.6", "11.6")


def test_keeps_every_digit_of_a_value_whose_sign_is_dropped(reading: Callable[..., Reading]) -> None:
    one = reading("-26.00192369349150368707919204873360", "percent")

    assert printed(catalogue("en"), one, "long", shown(one, "long"), "never").value == "26.00192369349150368707919204873360"


def test_refuses_to_print_a_reading_without_a_value(reading: Callable[..., Reading]) -> None:
    with pytest.raises(DefinitionError, match="has no value to print"):
        shown(reading(None), "long")


def test_names_the_message_an_unknown_unit_needs(reading: Callable[..., Reading]) -> None:
    one = reading("5", "horses")

    with pytest.raises(DefinitionError, match="unit 'horses': cannot be used:\n  has no message 'horses-one-long'"):
        printed(catalogue("en"), one, "long", shown(one, "long"))


def test_prints_a_declared_number_with_its_minus() -> None:
    numeral = declared(catalogue("fr"), half_away(Decimal("-1234.5"), 1), "axis", "tick")

    assert (numeral.text, numeral.number, numeral.shown) == ("−1\u202f234,5", "1\u202f234,5", "-1234.5")


def test_gives_zero_no_sign_even_where_signs_are_asked_for() -> None:
    assert [sign_text(Decimal(value), "always") for value in ("0.0", "2", "-2")] == ["", "+", "−"]
    assert sign_text(Decimal(2), "auto") == ""
