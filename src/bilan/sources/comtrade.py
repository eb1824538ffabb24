"""What does UN Comtrade say? Trade in goods by reporter and partner: the open preview, or with a key the whole."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from bilan.config.base import Iso3, Model
from bilan.errors import DefinitionError
from bilan.model import SeriesKey
from bilan.period import Frequency, Period
from bilan.sources.answers import Answer
from bilan.sources.comtrade_areas import AREAS
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

PREVIEW_ROWS = 500
KEYED_ROWS = 250_000
WORLD, WORLD_CODE = "WLD", "0"
_HEADER = "Ocp-Apim-Subscription-Key"
_PERIODS_AT_ONCE = 12
_FLOWS = {"export": "X", "import": "M"}
_SPLIT = ("period", "reporterCode", "flowCode", "partnerCode", "cmdCode")
_WHOLE = {"partner2Code": "0", "customsCode": "C00", "motCode": "0"}
_RELEASED = ("lastReleased", "publicationDate", "firstReleased")


class Query(Model):
    """Years `since` to `until` (by default the last full year); `world` adds each country's trade with all others.

    `products` are HS codes, TOTAL, or AG2 for all chapters; `codes` gives a country another number than ours.
    """

    frequency: Literal["A", "M"] = "A"
    flows: tuple[Literal["export", "import"], ...] = Field(default=("export", "import"), min_length=1)
    products: tuple[Annotated[str, StringConstraints(pattern=r"^(TOTAL|AG[246]|\d{2,6})$")], ...] = Field(default=("TOTAL",), min_length=1)
    since: int = Field(default=2015, ge=1962, le=2100)
    until: int | None = Field(default=None, ge=1962, le=2100)
    world: bool = False
    codes: dict[Iso3, int] = Field(default_factory=dict)


@source("comtrade")
class Comtrade:
    """`https://comtradeapi.un.org`."""

    query = Query

    def requests(self, question: Question) -> tuple[Request, ...]:
        """One request for each dozen of periods; a key, where there is one, opens the whole."""
        query = query_of(question, Query)
        codes = _codes(question, query)
        kind = "data/v1/get" if question.key else "public/v1/preview"
        url = f"{question.entry.address.rstrip('/')}/{kind}/C/{query.frequency}/HS"
        areas = ",".join(str(codes[one]) for one in question.countries)
        periods = list(_periods(query, question.today.year))
        return tuple(
            Request(
                url,
                query=(
                    ("reporterCode", areas),
                    ("period", ",".join(periods[start : start + _PERIODS_AT_ONCE])),
                    ("partnerCode", f"{areas},{WORLD_CODE}" if query.world else areas),
                    *_WHOLE.items(),
                    ("cmdCode", ",".join(query.products)),
                    ("flowCode", ",".join(_FLOWS[one] for one in query.flows)),
                    ("maxRecords", str(_limit(question))),
                    ("includeDesc", "true"),
                    ("format", "JSON"),
                ),
                secret_headers=((_HEADER, question.key),) if question.key else (),
            )
            for start in range(0, len(periods), _PERIODS_AT_ONCE)
        )

    def read(self, question: Question, request: Request, answer: Answer) -> Page:
        """The rows of an answer; one that reaches the limit is cut off and asked for in halves."""
        query = query_of(question, Query)
        told = table_of(question, json_of(question, answer), "the answer")
        said = str(told.get("error") or (told.get("message") if "data" not in told else "") or "").strip()
        if said:
            raise question.fault(Reason.REFUSED, f"UN Comtrade refuses: {said[:200]}", "check its query, or ask again later")
        rows = list_of(question, told.get("data") or [], "data")
        count = told.get("count", len(rows))
        if len(rows) >= _limit(question) or (isinstance(count, int) and count > len(rows)):
            return Page(more=_halves(question, request, len(rows)))
        if count != len(rows):
            raise question.fault(Reason.INVALID, f"announces {count} rows and sends {len(rows)}")
        names = {str(code): name for name, code in _codes(question, query).items()} | ({WORLD_CODE: WORLD} if query.world else {})
        found = (_value(question, names, table_of(question, row, "a row")) for row in rows)
        return Page(tuple(one for one in found if one))


def _limit(question: Question) -> int:
    return KEYED_ROWS if question.key else PREVIEW_ROWS


def _codes(question: Question, query: Query) -> dict[str, int]:
    codes = {one: query.codes.get(one) or AREAS.get(one) for one in question.countries}
    unknown = [one for one, code in codes.items() if code is None]
    if unknown:
        mistake = f"UN Comtrade has no number we know for {', '.join(unknown)}"
        raise DefinitionError(f"data/sources.toml: source.{question.name}", (mistake,), "give it in query.codes")
    return {one: code for one, code in codes.items() if code is not None}


def _periods(query: Query, this_year: int) -> Iterator[str]:
    for year in range(query.since, (query.until or this_year - 1) + 1):
        yield from [str(year)] if query.frequency == "A" else [f"{year}{month:02d}" for month in range(1, 13)]


def _halves(question: Question, request: Request, rows: int) -> tuple[Request, ...]:
    """The same question in two parts."""
    asked = dict(request.query)
    for name in _SPLIT:
        parts = asked[name].split(",")
        if len(parts) > 1:
            middle = len(parts) // 2
            return tuple(
                replace(request, query=tuple({**asked, name: ",".join(half)}.items())) for half in (parts[:middle], parts[middle:])
            )
    hint = "ask for single products" if question.key else "set a key (see key in data/sources.toml), or ask for single products"
    raise question.fault(Reason.INCOMPLETE, f"the answer is cut off at {rows} rows and cannot be asked for in smaller parts", hint)


def _value(question: Question, names: Mapping[str, str], row: Mapping[str, Any]) -> FetchedValue | None:
    if any(str(row.get(name, whole)) != whole for name, whole in _WHOLE.items()):
        return None
    reporter, partner = names.get(str(row.get("reporterCode"))), names.get(str(row.get("partnerCode")))
    flow = next((ours for ours, theirs in _FLOWS.items() if theirs == row.get("flowCode")), None)
    if reporter is None or partner is None or flow is None:
        said = "/".join(str(row.get(name)) for name in ("reporterCode", "partnerCode", "flowCode"))
        raise question.fault(Reason.INVALID, f"answers something else: {said}")
    period = _period(question, str(row.get("period", "")))
    found = number_of(question, row.get("primaryValue"), f"{reporter} {partner} {flow} {period}")
    if found is None or reporter == partner:
        return None
    days = [day for name in _RELEASED if (day := day_of(row.get(name)))]
    return FetchedValue(
        key=SeriesKey(question.entry.indicator, reporter, partner, flow, str(row.get("cmdCode", "")), period.frequency),
        period=period,
        value=found[0],
        unit=question.entry.unit,
        published_on=max(days, default=None),
        printed=found[1],
        note=" ".join(
            (str(row.get("classificationCode", "HS")), *(name for name in ("fob", "cif") if row.get(f"{name}value") is not None))
        ),
    )


def _period(question: Question, text: str) -> Period:
    period = period_of(question, f"{text[:4]}-{text[4:]}" if len(text) == 6 else text, "period")  # noqa: PLR2004  202307
    if period.frequency not in (Frequency.ANNUAL, Frequency.MONTHLY):
        raise question.fault(Reason.INVALID, f"period: '{text}' is neither a year nor a month")
    return period
