"""What does the World Bank say? Its indicators, version 2 of the API: page after page, errors with status 200."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from bilan.config.base import Model
from bilan.model import Evidence, SeriesKey, Status
from bilan.period import Period
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

_STATUS = {"E": Status.ESTIMATED, "P": Status.PROVISIONAL, "F": Status.ESTIMATED}
_FORECAST = "F"


class Query(Model):
    """`indicator` is the World Bank's code; years before `since` are left out; `source` is their database number (2 is WDI)."""

    indicator: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._]+$")]
    since: int = Field(default=2000, ge=1950, le=2100)
    source: int = Field(default=2, ge=1)
    per_page: int = Field(default=500, ge=1, le=20000)


@source("worldbank")
class WorldBank:
    """`https://api.worldbank.org/v2`."""

    query = Query

    def requests(self, question: Question) -> tuple[Request, ...]:
        """The first page; the others follow from what it says."""
        return (_page(question, query_of(question, Query), 1),)

    def read(self, question: Question, request: Request, answer: Answer) -> Page:
        """The rows of a page; the first page asks for all others."""
        query = query_of(question, Query)
        head, rows = _parts(question, json_of(question, answer))
        number, pages = _count(question, head, "page"), _count(question, head, "pages")
        if pages and number != int(dict(request.query)["page"]):
            raise question.fault(Reason.INVALID, f"page {dict(request.query)['page']} was asked, page {number} came")
        _complete(question, head, number, len(rows))
        values = [one for row in rows if (one := _value(question, query, table_of(question, row, "a row"), head))]
        more = tuple(_page(question, query, other) for other in range(2, pages + 1)) if number == 1 else ()
        return Page(tuple(values), str(head.get("lastupdated") or ""), more)


def _page(question: Question, query: Query, number: int) -> Request:
    url = f"{question.entry.address.rstrip('/')}/country/{';'.join(question.countries)}/indicator/{query.indicator}"
    asked = {"format": "json", "source": query.source, "per_page": query.per_page, "page": number}
    return Request(url, tuple((name, str(value)) for name, value in asked.items()))


def _parts(question: Question, raw: object) -> tuple[Mapping[str, Any], list[Any]]:
    """Header and rows; an error comes with status 200, no data as null."""
    parts = list_of(question, raw, "the answer")
    head = table_of(question, parts[0] if parts else None, "its header")
    if "message" in head:
        told = [table_of(question, one, "a message") for one in list_of(question, head["message"], "message")]
        said = "; ".join(f"{one.get('key', '')}: {one.get('value', '')}" for one in told)
        raise question.fault(Reason.REFUSED, f"the World Bank refuses: {said}", "check indicator and countries of its query")
    rows = parts[1] if len(parts) > 1 else None
    if rows is None and _count(question, head, "total"):
        raise question.fault(Reason.INVALID, f"announces {head['total']} rows and sends none")
    return head, [] if rows is None else list_of(question, rows, "the rows")


def _count(question: Question, head: Mapping[str, Any], name: str) -> int:
    """A number of the header; it may come as text."""
    text = str(head.get(name, "")).strip()
    if not text.isdigit():
        raise question.fault(Reason.INVALID, f"the header says {name} = {text!r}, no number")
    return int(text)


def _value(question: Question, query: Query, row: Mapping[str, Any], head: Mapping[str, Any]) -> FetchedValue | None:
    period = period_of(question, str(row.get("date", "")).replace("Q", "-Q").replace("M", "-"), "date")
    reporter = str(row.get("countryiso3code") or table_of(question, row.get("country"), "country").get("id", ""))
    found = number_of(question, row.get("value"), f"{reporter} {period}")
    if found is None or period.year < query.since:
        return None
    code = table_of(question, row.get("indicator"), "indicator").get("id")
    if reporter not in question.countries or code != query.indicator:
        raise question.fault(Reason.INVALID, f"answers something else: {code} of {reporter}")
    return _fetched(question, (reporter, period), found, row, day_of(head.get("lastupdated")))


def _complete(question: Question, head: Mapping[str, Any], number: int, rows: int) -> None:
    total, size = _count(question, head, "total"), _count(question, head, "per_page")
    expected = max(0, min(size, total - (number - 1) * size)) if number else 0
    if rows != expected:
        raise question.fault(Reason.INCOMPLETE, f"page {number} should have {expected} of {total} rows, has {rows}")


def _fetched(
    question: Question, key: tuple[str, Period], found: tuple[Decimal, str], row: Mapping[str, Any], published: date | None
) -> FetchedValue:
    reporter, period = key
    word = str(row.get("obs_status") or "").strip().upper()
    return FetchedValue(
        key=SeriesKey(question.entry.indicator, reporter, frequency=period.frequency),
        period=period,
        value=found[0],
        unit=question.entry.unit,
        status=_STATUS.get(word, Status.FINAL),
        evidence=Evidence.FORECAST if word == _FORECAST else Evidence.REPORTED,
        published_on=published,
        printed=found[1],
    )
