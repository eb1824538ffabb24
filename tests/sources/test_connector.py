from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sources.asking import answer, question
from tests.sources.server import SAMPLES

from bilan.config.base import Model
from bilan.errors import DefinitionError
from bilan.period import Period
from bilan.sources.connector import (
    Page,
    Question,
    day_of,
    json_of,
    list_of,
    load_connectors,
    number_of,
    period_of,
    query_of,
    source,
    table_of,
)
from bilan.sources.http_request import FetchError, Reason, Request

WB = question("worldbank", indicator="NY.GDP.MKTP.CD")


def refusal(body: bytes) -> FetchError:
    with pytest.raises(FetchError) as caught:
        json_of(WB, answer(body))
    return caught.value


def test_the_connectors_that_ship_are_found_by_themselves() -> None:
    assert {"worldbank", "comtrade", "dbnomics"} <= set(load_connectors().names())


def test_a_name_is_taken_once() -> None:
    class Again:
        query = Model

        def requests(self, _: Question) -> tuple[Request, ...]:
            return ()

        def read(self, *_: object) -> Page:
            return Page()

    with pytest.raises(DefinitionError, match="is defined twice"):
        source("worldbank")(Again)


def test_numbers_in_json_stay_as_they_were_written() -> None:
    told = json_of(WB, answer(b'\xef\xbb\xbf{"a": 0.1000000000000000055511151231257827, "b": 7, "c": null}'))

    assert told == {"a": Decimal("0.1000000000000000055511151231257827"), "b": 7, "c": None}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("error_page_200_maintenance.html", "answered with an HTML page instead of data (status 200): 'Scheduled maintenance We will be"),
        ("worldbank_error.xml", "answered with XML instead of data (status 200): 'The provided parameter value is not valid'"),
        ("comtrade_truncated.json", "the answer is no whole JSON (2820 bytes)"),
    ],
)
def test_what_is_no_json_is_told_by_its_kind(name: str, said: str) -> None:
    error = refusal((SAMPLES / name).read_bytes())

    assert said in str(error)
    assert (error.reason, error.where) == (Reason.INVALID, "test-source")


@pytest.mark.parametrize("body", [b"", b"   ", b"[1, NaN]", b"[Infinity]", b"\xff\xfe{", b"[" * 100_000, b'{"a": 1}{', b"9" * 5000])
def test_a_damaged_body_is_an_error_of_the_source(body: bytes) -> None:
    assert refusal(body).reason is Reason.INVALID


@pytest.mark.parametrize("raw", [None, "NA", "na", "", " ", "N/A", "NaN", ".."])
def test_what_is_missing_is_no_value_and_never_zero(raw: str | None) -> None:
    assert number_of(WB, raw, "here") is None


def test_zero_is_a_value() -> None:
    assert number_of(WB, 0, "here") == (Decimal(0), "0")
    assert number_of(WB, Decimal("0.0"), "here") == (Decimal("0.0"), "0.0")


@pytest.mark.parametrize("raw", [True, [], {}, "1,317", "12 %", "1_000", "abc", Decimal("Infinity"), Decimal("1e23"), Decimal("1e999999")])
def test_what_is_no_number_is_an_error_that_says_where(raw: object) -> None:
    with pytest.raises(FetchError, match=r"KAZ 2023: .* is no number"):
        number_of(WB, raw, "KAZ 2023")


def test_a_value_is_multiplied_exactly_and_remembers_how_it_was_written() -> None:
    millions = question("worldbank", indicator="X", factor="0.000001")

    assert number_of(millions, Decimal("410888000.0"), "here") == (Decimal("410.8880000000"), "410888000.0")


def test_what_the_store_cannot_hold_is_rounded_half_to_even_at_fifteen_decimals() -> None:
    assert number_of(WB, Decimal("0.1234567890123455"), "here") == (Decimal("0.123456789012346"), "0.1234567890123455")
    assert number_of(WB, Decimal("0.1234567890123445"), "here") == (Decimal("0.123456789012344"), "0.1234567890123445")


@given(st.decimals(-(10**22), 10**22, allow_nan=False, allow_infinity=False, places=15))
def test_every_value_that_fits_the_store_passes_unchanged(value: Decimal) -> None:
    found = number_of(WB, value, "here")

    assert found is not None
    assert found[0] == value


def test_what_should_be_an_object_or_a_list_is_named() -> None:
    with pytest.raises(FetchError, match="series should be an object, is list"):
        table_of(WB, [], "series")
    with pytest.raises(FetchError, match="docs should be a list, is NoneType"):
        list_of(WB, None, "docs")


def test_periods_and_days_are_read_or_told() -> None:
    assert period_of(WB, "2023-Q2", "date") == Period.parse("2023-Q2")
    with pytest.raises(FetchError, match="date: '2023W05' is no period"):
        period_of(WB, "2023W05", "date")
    with pytest.raises(FetchError, match="date: '9999' is of no year a value can be of"):
        period_of(WB, "9999", "date")
    assert day_of("2025-10-01T00:00:00.000Z") == date(2025, 10, 1)
    assert [day_of(one) for one in (None, "", "soon", 20251001)] == [None, None, None, date(2025, 10, 1)]


def test_a_query_that_was_not_checked_is_a_mistake_of_the_entry() -> None:
    class Query(Model):
        year: int

    with pytest.raises(DefinitionError, match=r"source\.test-source"):
        query_of(WB, Query)
