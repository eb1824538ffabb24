import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.sources.asking import gathered, question, read
from tests.sources.server import SAMPLES

from bilan.sources.dbnomics import DBnomics
from bilan.sources.http_request import FetchError, Reason

QUERY: dict[str, Any] = {
    "name_here": "official_exchange_rate", "unit": "LCU_per_USD_period_average", "provider": "WB", "dataset": "WDI",
    "dimensions": {"indicator": ("PA.NUS.FCRF",), "frequency": ("A",)},
}  # fmt: skip
FX = question("dbnomics", **QUERY)
SAMPLE = "dbnomics_v22_series_fx.json"


def sample() -> Any:  # noqa: ANN401  JSON
    return json.loads((SAMPLES / SAMPLE).read_bytes())


def refusal(told: object) -> FetchError:
    with pytest.raises(FetchError) as caught:
        read(FX, json.dumps(told).encode())
    return caught.value


def test_asks_for_the_series_of_both_countries() -> None:
    (request,) = DBnomics().requests(FX)

    assert request.url == "https://api.example/series/WB/WDI"
    told = dict(request.query)
    assert json.loads(told["dimensions"]) == {"country": ["KAZ", "KGZ"], "frequency": ["A"], "indicator": ["PA.NUS.FCRF"]}
    assert (told["observations"], told["limit"], told["offset"]) == ("1", "1000", "0")


def test_reads_sixteen_periods_of_which_the_two_marked_na_are_missing() -> None:
    page = read(FX, SAMPLE)

    assert len(page.values) == 14
    assert "2025" not in {str(one.period) for one in page.values}
    assert (page.release, page.more) == ("2025-10-01T00:00:00.000Z", ())
    latest = next(one for one in page.values if (one.key.reporter, str(one.period)) == ("KGZ", "2024"))
    assert (latest.value, latest.unit, latest.published_on) == (Decimal("87.15031"), "LCU_per_USD_period_average", date(2025, 10, 1))
    assert latest.note == "WB/WDI/A-PA.NUS.FCRF-KGZ"


def test_no_series_is_no_data() -> None:
    assert read(FX, "dbnomics_v22_series_empty.json").values == ()


def test_countries_may_have_names_of_their_own_there() -> None:
    told = sample()
    for doc, code in zip(told["series"]["docs"], ("916", "917"), strict=True):
        doc["dimensions"] = {"REF_AREA": code}
    theirs = question("dbnomics", **QUERY, country_dimension="REF_AREA", codes={"KAZ": "916", "KGZ": "917"})

    assert json.loads(dict(DBnomics().requests(theirs)[0].query)["dimensions"])["REF_AREA"] == ["916", "917"]
    assert {one.key.reporter for one in read(theirs, json.dumps(told).encode()).values} == {"KAZ", "KGZ"}


def test_periods_before_since_are_left_out() -> None:
    assert {one.period.year for one in read(question("dbnomics", **QUERY, since=2023), SAMPLE).values} == {2023, 2024}


def test_follows_the_pages() -> None:
    docs = sample()["series"]["docs"]

    def page(offset: int) -> bytes:
        told = sample()
        told["series"].update(docs=docs[offset : offset + 1], offset=offset)
        return json.dumps(told).encode()

    found = gathered(question("dbnomics", **QUERY, limit=1), lambda request: page(int(dict(request.query)["offset"])))

    assert (len(found.pages), len(found.values)) == (2, 14)


def test_without_a_date_of_the_dataset_that_of_the_series_counts() -> None:
    told = sample()
    told["dataset"].update(updated_at=None, indexed_at=None)

    assert {one.published_on for one in read(FX, json.dumps(told).encode()).values} == {date(2025, 11, 1)}


def test_two_series_for_one_country_contradict_each_other() -> None:
    told = sample()
    told["series"]["docs"][1]["dimensions"]["country"] = "KAZ"

    with pytest.raises(FetchError, match="two values for one series and period") as caught:
        gathered(FX, lambda _: json.dumps(told).encode())

    assert caught.value.hint == "narrow its query"
    assert "and 4 more" in str(caught.value)


@pytest.mark.parametrize(
    ("change", "reason", "said"),
    [
        (lambda told: told["series"]["docs"].pop(), Reason.INCOMPLETE, "should have 2 of 2 series, has 1"),
        (lambda told: told["series"]["docs"][0]["value"].pop(), Reason.INVALID, "A-PA.NUS.FCRF-KAZ: 8 periods and 7 values"),
        (lambda told: told["series"]["docs"][0]["period"].__setitem__(0, "2018-W01"), Reason.INVALID, "'2018-W01' is no period"),
        (lambda told: told["series"]["docs"][0]["value"].__setitem__(0, "much"), Reason.INVALID, "'much' is no number"),
        (lambda told: told["series"]["docs"][0]["dimensions"].update(country="UZB"), Reason.INVALID, "something else: country = 'UZB'"),
        (lambda told: told["series"].update(num_found="2"), Reason.INVALID, "series.num_found is '2', no number"),
        (lambda told: told.pop("series"), Reason.INVALID, "series should be an object, is NoneType"),
        (lambda told: told.update(errors=[{"message": "Too many"}]), Reason.REFUSED, "DBnomics refuses: [{'message': 'Too many'}]"),
    ],
)
def test_an_answer_that_is_not_what_was_asked_is_refused(change: Any, reason: Reason, said: str) -> None:  # noqa: ANN401  a change of JSON
    told = sample()
    change(told)

    error = refusal(told)

    assert said in str(error)
    assert error.reason is reason


def test_an_unknown_dataset_is_told_in_its_words() -> None:
    with pytest.raises(FetchError, match="DBnomics refuses: Dataset 'WDX' of provider 'WB' not found"):
        read(FX, "dbnomics_v22_error_404.json")
