import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.sources.asking import gathered, question, read
from tests.sources.server import SAMPLES

from bilan.errors import ConfigError
from bilan.model import Evidence, Status
from bilan.period import Frequency
from bilan.sources.http_request import FetchError, Reason, Request
from bilan.sources.worldbank import WorldBank

GDP = question("worldbank", indicator="NY.GDP.MKTP.CD")
PAGES = [(SAMPLES / f"worldbank_gdp_page{number}of2.json").read_bytes() for number in (1, 2)]


def page(number: int) -> Any:  # noqa: ANN401  JSON
    return json.loads(PAGES[number - 1])


def refusal(body: object, asked: Request | None = None) -> FetchError:
    with pytest.raises(FetchError) as caught:
        read(GDP, json.dumps(body).encode(), asked)
    return caught.value


def test_asks_for_both_countries_in_json() -> None:
    (request,) = WorldBank().requests(GDP)

    assert request.address == ("https://api.example/country/KAZ;KGZ/indicator/NY.GDP.MKTP.CD?format=json&source=2&per_page=500&page=1")


def test_follows_the_pages_and_gives_every_value_once() -> None:
    found = gathered(GDP, lambda request: PAGES[int(dict(request.query)["page"]) - 1])

    assert (len(found.pages), found.release, len(found.values)) == (2, "2024-10-21", 10)
    values = {(one.key.reporter, str(one.period)): one for one in found.values}
    assert values["KAZ", "2023"].value == Decimal("261421121085.57208")
    assert values["KAZ", "2023"].printed == "261421121085.57208"
    assert values["KGZ", "2019"].value == Decimal("9371275264.367346")
    assert {(one.key.indicator, one.key.frequency, one.unit, one.published_on) for one in found.values} == {
        ("gdp_current_usd", Frequency.ANNUAL, "USD", date(2024, 10, 21))
    }


def test_a_year_that_is_null_is_missing_and_not_zero() -> None:
    assert "2024" not in {str(one.period) for one in read(GDP, "worldbank_gdp_page1of2.json").values}


def test_years_before_since_are_left_out() -> None:
    late = question("worldbank", indicator="NY.GDP.MKTP.CD", since=2023)

    assert [str(one.period) for one in read(late, "worldbank_gdp_page1of2.json").values] == ["2023", "2023"]


@pytest.mark.parametrize(
    ("indicator", "name", "count", "value"),
    [
        ("SP.POP.TOTL", "worldbank_population_2015_2024.json", 20, "20592571"),
        ("BX.TRF.PWKR.CD.DT", "worldbank_remittances_2015_2024.json", 20, "240391763.09178"),
    ],
)
def test_reads_the_samples_to_the_last_digit(indicator: str, name: str, count: int, value: str) -> None:
    found = read(question("worldbank", indicator=indicator), name).values

    assert len(found) == count
    assert next(one for one in found if (one.key.reporter, one.period.year) == ("KAZ", 2024)).value == Decimal(value)


def test_an_error_with_status_200_is_an_error() -> None:
    with pytest.raises(FetchError) as caught:
        read(GDP, "worldbank_error_invalid_value.json")

    assert str(caught.value) == "test-source: the World Bank refuses: Invalid value: The provided parameter value is not valid"
    assert caught.value.reason is Reason.REFUSED


def test_no_data_is_an_empty_page() -> None:
    assert read(GDP, "worldbank_empty.json") == read(GDP, b'[{"page":0,"pages":0,"per_page":"50","total":0},null]')
    assert read(GDP, "worldbank_empty.json").values == ()


def test_numbers_of_the_header_may_come_as_text() -> None:
    told = page(1)
    told[0] = {name: str(value) for name, value in told[0].items()}

    assert len(read(GDP, json.dumps(told).encode()).values) == 6


@pytest.mark.parametrize(
    ("status", "expected"), [("", Status.FINAL), (None, Status.FINAL), ("E", Status.ESTIMATED), ("P", Status.PROVISIONAL)]
)
def test_the_status_of_a_value_is_kept(status: str | None, expected: Status) -> None:
    told = page(2)
    for row in told[1]:
        row["obs_status"] = status
    asked = WorldBank().requests(GDP)[0]
    second = Request(asked.url, (*asked.query[:-1], ("page", "2")))

    assert {one.status for one in read(GDP, json.dumps(told).encode(), second).values} == {expected}


def test_a_forecast_is_no_report() -> None:
    told = page(1)
    told[1][1]["obs_status"] = "F"

    assert [one.period.year for one in read(GDP, json.dumps(told).encode()).values if one.evidence is Evidence.FORECAST] == [2023]


def test_quarters_and_months_are_read() -> None:
    told = page(1)
    told[1][1]["date"], told[1][2]["date"] = "2023Q2", "2023M07"

    assert {str(one.period) for one in read(GDP, json.dumps(told).encode()).values} >= {"2023-Q2", "2023-07"}


def test_a_page_with_rows_missing_is_not_whole() -> None:
    told = page(1)
    del told[1][3]

    assert str(refusal(told)) == "test-source: page 1 should have 8 of 12 rows, has 7"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda told: told[1][1].update(countryiso3code="UZB"), "answers something else: NY.GDP.MKTP.CD of UZB"),
        (lambda told: told[1][1]["indicator"].update(id="SP.POP.TOTL"), "answers something else: SP.POP.TOTL of KAZ"),
        (lambda told: told[1][1].update(value="much"), "KAZ 2023: 'much' is no number"),
        (lambda told: told[1][1].update(date="last year"), "'last year' is no period"),
        (lambda told: told[0].update(page=3), "page 1 was asked, page 3 came"),
        (lambda told: told[0].update(pages="many"), "the header says pages = 'many', no number"),
        (lambda told: told.__setitem__(1, None), "announces 12 rows and sends none"),
        (lambda told: told.__setitem__(1, {}), "the rows should be a list, is dict"),
        (lambda told: told.clear(), "its header should be an object, is NoneType"),
    ],
)
def test_an_answer_that_is_not_what_was_asked_is_refused(change: Any, said: str) -> None:  # noqa: ANN401  a change of JSON
    told = page(1)
    change(told)

    assert said in str(refusal(told))


def test_a_query_with_mistakes_is_told_with_all_of_them() -> None:
    with pytest.raises(ValueError, match="indicator") as caught:
        question("worldbank", indicator="NY GDP", sinse=2000)

    assert "sinse" in str(caught.value)
    assert not isinstance(caught.value, ConfigError)
