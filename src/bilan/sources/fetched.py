"""When is a fetched value news? Values become observations; one that did not change keeps the day it was published first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from bilan.model import Evidence, Observation
from bilan.sources.connector import FetchedValue

PREFIX = "fetch/"


@dataclass(frozen=True, slots=True)
class News:
    """What an answer would change: ids of rows that are new, changed, and gone; how many are as they were."""

    added: tuple[str, ...] = ()
    revised: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    unchanged: int = 0


def table_name(source: str) -> str:
    """The table of a source's rows."""
    return f"{PREFIX}{source}"


def row_id(source: str, value: FetchedValue) -> str:
    """The id of a value's row: `fetch/wb-gdp#KAZ/2023`, with partner, flow and product where it has them."""
    key = value.key
    parts = (key.reporter, key.partner, key.flow, key.product, str(value.period))
    return f"{table_name(source)}#{'/'.join(part for part in parts if part)}"


def observations(source: str, values: Iterable[FetchedValue], received: date, known: Mapping[str, Observation]) -> list[Observation]:
    """The values as observations; `known` holds what stands in the store, by row.

    A value without a date of publication counts from the day it was received, a revision never from before what it
    revises. What was published before its period was over is a forecast.
    """
    return [_observation(source, one, received, known.get(row_id(source, one))) for one in values]


def news(source: str, given: Iterable[Observation], known: Mapping[str, Observation]) -> News:
    """What these observations would change; `known` may hold other tables too."""
    mine = {row: one for row, one in known.items() if row.partition("#")[0] == table_name(source)}
    rows = {one.row: one for one in given}
    return News(
        added=tuple(sorted(rows.keys() - mine.keys())),
        revised=tuple(sorted(row for row in rows.keys() & mine.keys() if rows[row] != mine[row])),
        withdrawn=tuple(sorted(mine.keys() - rows.keys())),
        unchanged=sum(rows[row] == mine[row] for row in rows.keys() & mine.keys()),
    )


def _observation(source: str, value: FetchedValue, received: date, known: Observation | None) -> Observation:
    day = value.published_on or received
    early = day < value.period.end and value.evidence is Evidence.REPORTED
    told = Observation(
        key=value.key,
        period=value.period,
        value=value.value,
        unit=value.unit,
        published_on=day,
        source_ids=(source,),
        row=row_id(source, value),
        evidence=Evidence.FORECAST if early else value.evidence,
        status=value.status,
        published=value.published_on.isoformat() if value.published_on else "",
        printed=value.printed,
        note=value.note,
    )
    if known is None:
        return told
    if _content(told) == _content(known):
        return known
    return told if day >= known.published_on else replace(told, published_on=known.published_on, published="")


def _content(one: Observation) -> tuple[object, ...]:
    return one.key, one.period, one.value, one.unit, one.status, one.evidence
