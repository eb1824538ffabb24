"""How does an observation lie in a table? Its columns, there and back without losing a digit."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Context, Decimal, DecimalException, Inexact, InvalidOperation

from bilan.errors import StoreError
from bilan.model import Attribution, Evidence, Observation, Precision, SeriesKey, Status
from bilan.period import Frequency, Period

COLUMNS = {
    "digest": "VARCHAR", "row": "VARCHAR", "seen_at": "TIMESTAMP", "gone": "BOOLEAN",
    "indicator": "VARCHAR", "reporter": "VARCHAR", "partner": "VARCHAR", "flow": "VARCHAR", "product": "VARCHAR",
    "frequency": "VARCHAR", "period": "VARCHAR", "value": "DECIMAL(38, 15)", "unit": "VARCHAR", "precision": "VARCHAR",
    "evidence": "VARCHAR", "status": "VARCHAR", "attribution": "VARCHAR", "published_on": "DATE", "published": "VARCHAR",
    "source_ids": "VARCHAR", "printed": "VARCHAR", "derivation": "VARCHAR", "note": "VARCHAR",
}  # fmt: skip
_STEP = Decimal(1).scaleb(-15)
_EXACT = Context(prec=38, traps=[Inexact, InvalidOperation])


@dataclass(frozen=True, slots=True)
class Entry:
    """An observation as the store saw it; `gone` says that its row was deleted from its table."""

    observation: Observation
    digest: str
    seen_at: datetime
    gone: bool = False


def entry(observation: Observation, seen_at: datetime, *, gone: bool = False) -> Entry:
    """An entry to append; raises StoreError where the value does not fit without losing a digit."""
    value = observation.value
    if value is not None:
        _fits(observation.row, value)
        if value.is_zero() and value.is_signed():
            observation = replace(observation, value=Decimal(0))
    return Entry(observation, observation.digest, utc(seen_at), gone)


def utc(moment: datetime) -> datetime:
    """A moment as the table keeps it: UTC, without a zone; raises StoreError for one without a zone."""
    if moment.tzinfo is None:
        raise StoreError("store", f"the moment {moment.isoformat()} has no time zone", "pass an aware datetime, in UTC")
    return moment.astimezone(UTC).replace(tzinfo=None)


def cells(one: Entry) -> tuple[str | None, ...]:
    """The entry as texts in the order of COLUMNS."""
    seen, key, fact = one.seen_at.isoformat(), one.observation.key, one.observation
    value = None if fact.value is None else format(fact.value, "f")
    return (
        one.digest, fact.row, seen, str(one.gone), key.indicator, key.reporter, key.partner, key.flow, key.product,
        key.frequency.value, str(fact.period), value, fact.unit, fact.precision.value, fact.evidence.value, fact.status.value,
        fact.attribution.value, fact.published_on.isoformat(), fact.published, ";".join(fact.source_ids), fact.printed,
        fact.derivation, fact.note,
    )  # fmt: skip


def observation(cell: Mapping[str, object], keys: dict[tuple[str, ...], SeriesKey], periods: dict[str, Period]) -> Observation:
    """The observation of a table row; `keys` and `periods` are shared, so equal ones are made once."""
    parts = tuple(str(cell[name]) for name in ("indicator", "reporter", "partner", "flow", "product", "frequency"))
    if parts not in keys:
        indicator, reporter, partner, flow, product, frequency = parts
        keys[parts] = SeriesKey(indicator, reporter, partner, flow, product, Frequency(frequency))
    period = str(cell["period"])
    if period not in periods:
        periods[period] = Period.parse(period)
    sources = str(cell["source_ids"])
    return Observation(
        key=keys[parts],
        period=periods[period],
        value=None if cell["value"] is None else _plain(str(cell["value"])),
        unit=str(cell["unit"]),
        published_on=date.fromisoformat(str(cell["published_on"])),
        source_ids=tuple(sources.split(";")) if sources else (),
        row=str(cell["row"]),
        precision=Precision(str(cell["precision"])),
        evidence=Evidence(str(cell["evidence"])),
        status=Status(str(cell["status"])),
        attribution=Attribution(str(cell["attribution"])),
        published=str(cell["published"]),
        printed=str(cell["printed"]),
        derivation=str(cell["derivation"]),
        note=str(cell["note"]),
    )


def _plain(text: str) -> Decimal:
    """The value without the zeros the column fills up with."""
    return Decimal(text.rstrip("0").rstrip("."))


def _fits(row: str, value: Decimal) -> None:
    try:
        fits = value.is_finite() and _EXACT.quantize(value, _STEP) == value
    except DecimalException:
        fits = False
    if not fits:
        raise StoreError(row, f"the value {value} does not fit", "at most 23 digits before the point and 15 after it")
