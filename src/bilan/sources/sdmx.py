"""What do SDMX services say? IMF, OECD, ECB, Eurostat and others of the standard: one GET, CSV or JSON, every series told apart."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from bilan.config.base import Iso3, Model
from bilan.errors import DefinitionError, closest
from bilan.model import SeriesKey
from bilan.sources.answers import Answer
from bilan.sources.connector import FetchedValue, Page, Question, day_of, json_of, number_of, query_of, source
from bilan.sources.http_request import FetchError, Reason, Request
from bilan.sources.sdmx_csv import read_sdmx_csv
from bilan.sources.sdmx_json import read_sdmx_json
from bilan.sources.sdmx_rows import VALUE, SdmxError, SdmxRow, judge, period_of, scaled
from bilan.sources.sdmx_services import SERVICES, Service

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_@$ -]+$")]
_NO_CONTENT, _NOT_FOUND = 204, 404
_NOTHING = re.compile(r'code="100"|no ?(results?|records?|data) ?(was |were )?found', re.IGNORECASE)
_DAY_FIRST = re.compile(r"(\d{2})/(\d{2})/(\d{2})\b")
_COUNTRIES = "{countries}"
_STRUCTURE = ("DATAFLOW", "STRUCTURE_ID")
_NARROW = "name every dimension in key, so that one series is left for each country, partner and flow"


def _service(name: str) -> str:
    if name not in SERVICES:
        raise ValueError(f"no such service{closest(name, SERVICES.names())}, known: {', '.join(SERVICES.names())}")
    return name


class Query(Model):
    """`dataflow` is AGENCY,ID or AGENCY,ID,VERSION; `{countries}` in `key` stands for the countries asked for.

    `reporter`, `partner` and `flow` name dimensions, `flows` says which of their codes is an export or import; `codes`
    is what they call a country (alpha-3 by default). `scale` multiplies by the scale attribute, or takes it as display.
    """

    service: Annotated[str, AfterValidator(_service)] = "standard"
    dataflow: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_@.$-]+(,[A-Za-z0-9_@.$+~-]*){0,2}$")]
    key: Annotated[str, StringConstraints(pattern=r"^([A-Za-z0-9_.+*@$-]|\{countries\})+$")]
    since: int = Field(default=2000, ge=1900, le=2100)
    format: Literal["csv", "json"] = "csv"
    reporter: Id | None = None
    partner: Id | None = None
    flow: Id | None = None
    flows: dict[str, str] = Field(default_factory=dict)
    product: str = ""
    codes: dict[Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")], str] = Field(default_factory=dict)
    scale: Literal["service", "multiply", "display"] = "service"


@source("sdmx")
class Sdmx:
    """Any address of `sdmx_services.SERVICES`, and others that keep to the standard."""

    query = Query

    def requests(self, question: Question) -> tuple[Request, ...]:
        """The one request."""
        query, service = _known(question)
        codes = "+".join(query.codes.get(one, one) for one in question.countries)
        name, value = service.since
        url = f"{question.entry.address.rstrip('/')}/{service.path_of(query.dataflow, query.key.replace(_COUNTRIES, codes))}"
        asked = ((name, value.format(year=query.since)), *service.query[query.format])
        return (Request(url, asked, (("Accept", service.accept[query.format]),), accepts=(_NOT_FOUND,)),)

    def read(self, question: Question, request: Request, answer: Answer) -> Page:  # noqa: ARG002  the protocol hands it over
        """The observations of an answer; "no results" with status 404 is an empty page."""
        query, service = _known(question)
        text = answer.body.decode("utf-8-sig", "replace").strip()
        if answer.status == _NOT_FOUND:
            return _nothing(question, service, text)
        if answer.status == _NO_CONTENT and not text:
            return Page()
        try:
            rows = _rows(question, query, answer, text)
            values = tuple(_values(question, query, service, rows))
        except SdmxError as error:
            raise question.fault(Reason.INVALID, str(error)) from None
        days = [day for row in rows if (day := _published(row, service))]
        release = next((row.first(_STRUCTURE) for row in rows), "")
        return Page(values, f"{release} {max(days)}".strip() if days else release)


def _known(question: Question) -> tuple[Query, Service]:
    query: Query = query_of(question, Query)
    service = SERVICES.get(query.service)
    if query.format not in service.accept:
        mistake = f"{query.service} does not answer in {query.format}"
        raise DefinitionError(f"data/sources.toml: source.{question.name}", (mistake,), f"write format = {' or '.join(service.accept)!r}")
    return query, service


def _nothing(question: Question, service: Service, text: str) -> Page:
    """No data is an answer; an address that is not known is none."""
    if _NOTHING.search(text) and "<html" not in text[:500].lower():
        return Page()
    hint = f"check address, dataflow and key; the service stands at {service.address}" if service.address else "check address and key"
    raise question.fault(Reason.NOT_FOUND, f"knows nothing under this address (status 404): {_words(text)}", hint)


def _rows(question: Question, query: Query, answer: Answer, text: str) -> list[SdmxRow]:
    if not text:
        raise question.fault(Reason.INVALID, f"sent an empty answer (status {answer.status})")
    if text.startswith("<") and "ErrorMessage" in text:
        raise question.fault(Reason.REFUSED, f"refuses: {_words(text)}", "check dataflow and key of its query")
    if text.startswith("<"):
        kind = "an HTML page" if "<html" in text[:1000].lower() else "XML"
        raise question.fault(
            Reason.INVALID, f"answered with {kind} instead of {query.format.upper()} (status {answer.status}): {_words(text)}"
        )
    if query.format == "json":
        return read_sdmx_json(json_of(question, answer))
    if text.startswith("{"):
        raise question.fault(Reason.INVALID, f"answered with JSON instead of CSV: '{text[:80]}'")
    if "\ufffd" in text:
        raise SdmxError("the answer is not UTF-8")
    return read_sdmx_csv(text + "\n")


def _values(question: Question, query: Query, service: Service, rows: Sequence[SdmxRow]) -> Iterator[FetchedValue]:
    """Each observation once; two for one series and period are a mistake of the query, not a choice to make here."""
    seen: dict[tuple[SeriesKey, object], str] = {}
    for row in rows:
        one = _value(question, query, service, row)
        if one is None:
            continue
        first = seen.setdefault((one.key, one.period), row.place)
        if first != row.place:
            said = f"{row.place} and {first} both speak of {one.key} {one.period}"
            raise question.fault(Reason.INVALID, said, _NARROW)
        yield one


def _value(question: Question, query: Query, service: Service, row: SdmxRow) -> FetchedValue | None:
    judged = judge(row, service.status)
    if judged.missing:
        return None
    period = period_of(row)
    reporter, partner = _country(question, query, row, query.reporter, service.reporter), _partner(question, query, service, row)
    scales = _scales(query, service)
    found = number_of(question, scaled(row, scales), row.place)
    if found is None or period.year < query.since or reporter == partner:
        return None
    return FetchedValue(
        key=SeriesKey(question.entry.indicator, reporter, partner, _flow(question, query, row), query.product, period.frequency),
        period=period,
        value=found[0],
        unit=question.entry.unit,
        status=judged.status,
        evidence=judged.evidence,
        published_on=_published(row, service),
        printed=row.cells[VALUE].strip(),
        note="; ".join(part for part in (judged.note, _times(row, scales)) if part),
    )


def _scales(query: Query, service: Service) -> tuple[str, ...]:
    """The columns to multiply by; the IMF's SCALE only says how it displays a number that is given in full."""
    display = query.scale == "display" or (query.scale == "service" and service.scale_is_display)
    return () if display else service.scale


def _times(row: SdmxRow, scales: Sequence[str]) -> str:
    power = row.first(scales)
    return f"printed times 10^{power}" if power not in ("", "0") else ""


def _country(question: Question, query: Query, row: SdmxRow, named: str | None, usual: str) -> Iso3:
    """A country in our code; raises FetchError for one that was not asked for."""
    name = (named or usual).upper()
    theirs = row.cells.get(name, "").strip()
    ours = {query.codes.get(one, one): one for one in (*query.codes, *question.countries)}
    if theirs not in ours:
        said = f"{row.place}: {name} = '{theirs}'" if name in row.cells else f"{row.place}: there is no {name}"
        raise question.fault(Reason.INVALID, f"answers something else: {said}", "check key, reporter, partner and codes of its query")
    return ours[theirs]


def _partner(question: Question, query: Query, service: Service, row: SdmxRow) -> str:
    """The partner; nothing where the series has none."""
    if query.partner is None and service.partner not in row.cells:
        return ""
    return _country(question, query, row, query.partner, service.partner)


def _flow(question: Question, query: Query, row: SdmxRow) -> str:
    if query.flow is None:
        return ""
    theirs = row.cells.get(query.flow.upper(), "").strip()
    if theirs not in query.flows:
        raise _unnamed(question, row, query.flow, theirs)
    return query.flows[theirs]


def _unnamed(question: Question, row: SdmxRow, name: str, theirs: str) -> FetchError:
    said = f"{row.place}: {name} = '{theirs}' has no name here"
    return question.fault(Reason.INVALID, said, "list it under flows, or leave it out of key")


def _published(row: SdmxRow, service: Service) -> date | None:
    """The day the answer gives as its own: `2026-04-15T13:00:00Z` or `22/05/26 11:00:00`."""
    written = row.first(service.published)
    match = _DAY_FIRST.match(written)
    return day_of(f"20{match[3]}-{match[2]}-{match[1]}" if match else written) if written else None


def _words(text: str) -> str:
    """The first words of a page, for the message."""
    return f"'{' '.join(re.sub('<[^>]*>', ' ', text[:2000]).split())[:80]}'"
