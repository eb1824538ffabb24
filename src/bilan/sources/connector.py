"""How does a public source become values? One connector a file: it asks, judges and reads; the rest is shared."""

import importlib
import json
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_EVEN, Context, Decimal, DecimalException, localcontext
from functools import cache
from typing import Any, Protocol, TypeVar

import bilan.sources
from bilan.config.base import Model
from bilan.config.connectors import QUERIES, SourceEntry
from bilan.errors import DefinitionError
from bilan.model import Evidence, SeriesKey, Status
from bilan.period import Period
from bilan.registry import Registry
from bilan.secret import Secret
from bilan.sources.answers import Answer
from bilan.sources.http_request import FetchError, Reason, Request

DECIMALS = 15
_EXACT = Context(prec=60)
_LARGEST = 22
_DAMAGED = "ask again later; nothing of this answer was taken in"


@dataclass(frozen=True, slots=True)
class Question:
    """One entry of `data/sources.toml`, ready to be asked: countries in alpha-3, the day of asking, the key if one is set."""

    name: str
    entry: SourceEntry
    countries: tuple[str, ...]
    today: date
    key: Secret | None = None

    def fault(self, reason: Reason, message: str, hint: str = _DAMAGED) -> FetchError:
        """An error that names this source."""
        return FetchError(self.name, reason, message, hint)


@dataclass(frozen=True, slots=True)
class FetchedValue:
    """One value as the source gave it, in our unit; a value that is missing there (null, "NA") is not made at all.

    `published_on` is None where the answer has no date of publication; `printed` is the number as it was written.
    """

    key: SeriesKey
    period: Period
    value: Decimal
    unit: str
    status: Status = Status.FINAL
    evidence: Evidence = Evidence.REPORTED
    published_on: date | None = None
    printed: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What one answer says: its values, the release it is of, and what must be asked beside it before all is there.

    A page cut off by the server has no values and asks for its halves in `more`.
    """

    values: tuple[FetchedValue, ...] = ()
    release: str = ""
    more: tuple[Request, ...] = field(default=())


class Connector(Protocol):
    """What a source file brings: the model of its query, the first requests, and how an answer is read."""

    @property
    def query(self) -> type[Model]:
        """What the query of an entry may say."""
        ...

    def requests(self, question: Question) -> tuple[Request, ...]:
        """The first requests; they depend on the question alone."""
        ...

    def read(self, question: Question, request: Request, answer: Answer) -> Page:
        """What an answer says; raises FetchError for one that cannot be trusted. No data is an empty page."""
        ...


C = TypeVar("C", bound=Connector)
CONNECTORS: Registry[Connector] = Registry("connector")


def source(name: str) -> Callable[[type[C]], type[C]]:
    """Register a connector class under the name that `data/sources.toml` uses."""

    def register(made: type[C]) -> type[C]:
        connector = CONNECTORS.add(name, made())
        QUERIES.add(name, connector.query)
        return made

    return register


@cache
def load_connectors() -> Registry[Connector]:
    """All connectors; the files of this folder are read on first use."""
    for module in pkgutil.iter_modules(bilan.sources.__path__, "bilan.sources."):
        importlib.import_module(module.name)
    return CONNECTORS


def json_of(question: Question, answer: Answer) -> Any:  # noqa: ANN401  decoding
    """The JSON of an answer, numbers exact; raises FetchError for HTML, XML, something cut short, or no JSON at all."""
    try:
        text = answer.body.decode("utf-8-sig").strip()
    except UnicodeDecodeError as error:
        raise question.fault(Reason.INVALID, f"the answer is not UTF-8 (byte {error.start})") from None
    if text.startswith("<"):
        kind = "an HTML page" if "html" in text[:200].lower() else "XML"
        raise question.fault(Reason.INVALID, f"answered with {kind} instead of data (status {answer.status}): {_words(text)}")
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_no_number)
    except (json.JSONDecodeError, RecursionError, DecimalException, ValueError) as error:
        raise question.fault(Reason.INVALID, f"the answer is no whole JSON ({len(answer.body)} bytes): {error}") from None


def number_of(question: Question, raw: object, where: str) -> tuple[Decimal, str] | None:
    """A value in our unit and as it was written; None where it is missing. Raises FetchError for anything else.

    What does not fit the store's fifteen decimals is rounded half to even there: no statistic is that fine.
    """
    if raw is None or (isinstance(raw, str) and raw.strip().upper() in ("", "NA", "N/A", "NAN", "..")):
        return None
    try:
        value = Decimal("NaN") if isinstance(raw, bool) or "_" in str(raw) else Decimal(str(raw).strip())
        with localcontext(_EXACT):
            scaled = value * question.entry.times if value.is_finite() and value.adjusted() <= _LARGEST else Decimal("NaN")
            exponent = scaled.as_tuple().exponent
            if isinstance(exponent, int) and exponent < -DECIMALS:
                scaled = scaled.quantize(Decimal(1).scaleb(-DECIMALS), ROUND_HALF_EVEN)
    except DecimalException:
        scaled = Decimal("NaN")
    if not scaled.is_finite() or scaled.adjusted() > _LARGEST:
        raise question.fault(Reason.INVALID, f"{where}: {str(raw)[:40]!r} is no number")
    return scaled, str(raw).strip()


def table_of(question: Question, raw: object, where: str) -> Mapping[str, Any]:
    """A JSON object, or a FetchError that says what stands there instead."""
    if not isinstance(raw, dict):
        raise question.fault(Reason.INVALID, f"{where} should be an object, is {type(raw).__name__}")
    return raw


def list_of(question: Question, raw: object, where: str) -> list[Any]:
    """A JSON list, or a FetchError that says what stands there instead."""
    if not isinstance(raw, list):
        raise question.fault(Reason.INVALID, f"{where} should be a list, is {type(raw).__name__}")
    return raw


def period_of(question: Question, raw: object, where: str) -> Period:
    """A period, or a FetchError."""
    try:
        return Period.stated(str(raw))
    except ValueError as error:
        raise question.fault(Reason.INVALID, f"{where}: {error}") from None


def day_of(raw: object) -> date | None:
    """The day an answer gives as its own, from `2024-10-21` or `2025-10-01T00:00:00.000Z`; None where there is none."""
    try:
        return date.fromisoformat(str(raw)[:10])
    except ValueError:
        return None


def query_of(question: Question, model: type[Model]) -> Any:  # noqa: ANN401  the connector names its own model
    """The query as the connector's model; `data/sources.toml` was checked when it was read."""
    try:
        return model.model_validate(dict(question.entry.query))
    except ValueError as error:
        raise DefinitionError(f"data/sources.toml: source.{question.name}", (str(error),)) from None


def _no_number(word: str) -> Decimal:
    raise ValueError(f"{word} is no JSON")


def _words(text: str) -> str:
    """The first words of a page, for the message."""
    bare, inside = [], False
    for sign in text[:2000]:
        inside = sign == "<" or (inside and sign != ">")
        bare.append(" " if inside or sign == ">" else sign)
    return f"'{' '.join(''.join(bare).split())[:80]}'"
