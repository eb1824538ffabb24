"""What does DBnomics say? Series of many providers under one address, version 22 of the API; missing is the word NA."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from bilan.config.base import Iso3, Model
from bilan.model import SeriesKey
from bilan.sources.answers import Answer
from bilan.sources.connector import (
    FetchedValue,
    Page,
    Question,
    day_of,
    json_of,
    list_of,
    number_of,
    period_of,
    query_of,
    source,
    table_of,
)
from bilan.sources.http_request import Reason, Request

Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._@-]+$")]


class Query(Model):
    """A provider's dataset and the dimensions that leave one series a country.

    `country_dimension` is what the dataset calls the country, `codes` what it calls each one (alpha-3 by default);
    periods before `since` are left out.
    """

    provider: Code
    dataset: Code
    dimensions: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    country_dimension: str = "country"
    codes: dict[Iso3, str] = Field(default_factory=dict)
    since: int = Field(default=2000, ge=1900, le=2100)
    limit: int = Field(default=1000, ge=1, le=1000)


@source("dbnomics")
class DBnomics:
    """`https://api.db.nomics.world/v22`."""

    query = Query

    def requests(self, question: Question) -> tuple[Request, ...]:
        """The first page of series."""
        return (_page(question, query_of(question, Query), 0),)

    def read(self, question: Question, request: Request, answer: Answer) -> Page:
        """The series of a page; the first page asks for all others."""
        query = query_of(question, Query)
        told = table_of(question, json_of(question, answer), "the answer")
        if told.get("errors"):
            said = told.get("message") or told["errors"]
            raise question.fault(
                Reason.REFUSED, f"DBnomics refuses: {str(said)[:200]}", "check provider, dataset and dimensions of its query"
            )
        dataset = table_of(question, told.get("dataset", {}), "dataset")
        series = table_of(question, told.get("series"), "series")
        docs = list_of(question, series.get("docs"), "series.docs")
        offset = int(dict(request.query)["offset"])
        total = _complete(question, query, series, docs, offset)
        updated = dataset.get("updated_at") or dataset.get("indexed_at") or ""
        values = [one for doc in docs for one in _values(question, query, table_of(question, doc, "a series"), day_of(updated))]
        more = tuple(_page(question, query, start) for start in range(query.limit, total, query.limit)) if offset == 0 else ()
        return Page(tuple(values), str(updated), more)


def _page(question: Question, query: Query, offset: int) -> Request:
    theirs = [query.codes.get(one, one) for one in question.countries]
    wanted = {**{name: list(values) for name, values in query.dimensions.items()}, query.country_dimension: theirs}
    return Request(
        f"{question.entry.address.rstrip('/')}/series/{query.provider}/{query.dataset}",
        query=(
            ("dimensions", json.dumps(wanted, sort_keys=True, separators=(",", ":"))),
            ("observations", "1"),
            ("format", "json"),
            ("limit", str(query.limit)),
            ("offset", str(offset)),
        ),
    )


def _complete(question: Question, query: Query, series: Mapping[str, Any], docs: list[Any], offset: int) -> int:
    """How many series there are; raises FetchError where this page has not all it should."""
    total = series.get("num_found")
    if not isinstance(total, int):
        raise question.fault(Reason.INVALID, f"series.num_found is {total!r}, no number")
    expected = max(0, min(query.limit, total - offset))
    if len(docs) != expected:
        raise question.fault(Reason.INCOMPLETE, f"should have {expected} of {total} series, has {len(docs)}")
    return total


def _values(question: Question, query: Query, doc: Mapping[str, Any], updated: date | None) -> Iterator[FetchedValue]:
    dimensions = table_of(question, doc.get("dimensions"), "dimensions")
    theirs = {query.codes.get(one, one): one for one in question.countries}
    reporter = theirs.get(str(dimensions.get(query.country_dimension)))
    if reporter is None:
        said = f"{query.country_dimension} = {dimensions.get(query.country_dimension)!r}"
        raise question.fault(Reason.INVALID, f"answers something else: {said}", "check country-dimension and codes of its query")
    periods, values = list_of(question, doc.get("period"), "period"), list_of(question, doc.get("value"), "value")
    if len(periods) != len(values):
        raise question.fault(Reason.INVALID, f"{doc.get('series_code')}: {len(periods)} periods and {len(values)} values")
    for text, raw in zip(periods, values, strict=True):
        found = number_of(question, raw, f"{doc.get('series_code')} {text}")
        period = period_of(question, text, f"{doc.get('series_code')}")
        if found is None or period.year < query.since:
            continue
        yield FetchedValue(
            key=SeriesKey(question.entry.indicator, reporter, frequency=period.frequency),
            period=period,
            value=found[0],
            unit=question.entry.unit,
            published_on=updated or day_of(doc.get("indexed_at")),
            printed=found[1],
            note=f"{doc.get('provider_code')}/{doc.get('dataset_code')}/{doc.get('series_code')}",
        )
