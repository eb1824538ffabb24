"""What do the tables of a partnership observe? Every row as an Observation with the day it became known."""

import logging
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from bilan.errors import Problem, Severity, SourceError
from bilan.model import Attribution, Evidence, Observation, Precision, SeriesKey, Source, Status
from bilan.period import Frequency, Period, known_from
from bilan.sources.cells import Cells
from bilan.sources.kinds import file_of, open_table, without_meta
from bilan.sources.meta import SUFFIX, TableMeta, read_meta
from bilan.sources.places_fs import Reach
from bilan.sources.table import Row, Table

_HINT = "mend the cells named above, then run again; nothing of this table was taken in"
_NO_PERIOD = Period(1, Frequency.ANNUAL)  # stands in a row whose mistake is told
_log = logging.getLogger(__name__)


def read_observations(folder: Path, sources: Mapping[str, Source], reach: Reach | None = None) -> tuple[list[Observation], list[Problem]]:
    """All observations of a partnership's folder, sorted; raises SourceError listing all mistakes of a table.

    `reach` lets tables be read that lie elsewhere; without it such a table is a mistake.
    """
    observations: list[Observation] = []
    problems = [_without_meta(path) for path in without_meta(folder)]
    for side, meta in _tables(folder, "observations"):
        table, told = open_table(side, meta, reach)
        found = table_observations(table, meta, sources)
        observations += found
        problems += [*told, *_undated(table.name, meta, found)]
    _log.info("sources: %d observations", len(observations))
    return sorted(observations, key=_order), problems


def product_tables(folder: Path) -> list[tuple[Path, TableMeta]]:
    """Files of large product-level tables with their side files, for the store to read; raises SourceError for one elsewhere."""
    found = []
    for side, meta in _tables(folder, "products"):
        if meta.sql or meta.location:
            raise SourceError(side.name, ("a table of products is a file of the folder",), "bring it there as Parquet or CSV")
        found.append((file_of(side, meta)[0], meta))
    return found


def outside_tables(folder: Path) -> list[tuple[Path, TableMeta]]:
    """Side files whose table lies elsewhere: what they say can change while no file of the folder does."""
    metas = [(side, read_meta(side)) for side in sorted(folder.glob(f"*{SUFFIX}"))]
    return [(side, meta) for side, meta in metas if meta.location or meta.sql]


def table_observations(table: Table, meta: TableMeta, sources: Mapping[str, Source]) -> list[Observation]:
    """The observations of one table in its order; raises SourceError listing all its mistakes with their places."""
    cells = Cells(table, meta, sources)
    observations = [_observation(row, table, cells) for row in table.rows] if cells.usable else []
    if cells.usable:
        cells.mistakes += _twice(table, meta.id_column)
    if cells.mistakes:
        raise SourceError(table.name, tuple(table.place.say(one) for one in cells.mistakes), _HINT)
    return observations


def _tables(folder: Path, kind: str) -> list[tuple[Path, TableMeta]]:
    metas = [(side, read_meta(side)) for side in sorted(folder.glob(f"*{SUFFIX}"))]
    return [(side, meta) for side, meta in metas if meta.kind == kind]


def _observation(row: Row, table: Table, cells: Cells) -> Observation:
    period = cells.period(row)
    status = cells.word(row, "status", Status.FINAL)
    evidence = cells.word(row, "evidence", Evidence.REPORTED)
    ids = cells.source_ids(row)
    published, known = _published(row, cells, ids, evidence)
    value = cells.number(row)
    if value is not None and status is Status.WITHDRAWN:
        cells.fault(row, "value", f"'{value}' stands in a withdrawn row; leave it blank, or give another status")
    if not cells.text(row, "value") and status is not Status.WITHDRAWN:
        cells.fault(row, "value", "'' is blank; write the number, or withdraw the row with status 'withdrawn'")
    return Observation(
        key=SeriesKey(
            indicator=cells.present(row, "indicator"),
            reporter=cells.present(row, "reporter"),
            partner=cells.text(row, "partner"),
            flow=cells.text(row, "flow"),
            product=cells.text(row, "product"),
            frequency=cells.frequency(period),
        ),
        period=period or _NO_PERIOD,
        value=value,
        unit=cells.present(row, "unit"),
        published_on=known,
        source_ids=ids,
        row=f"{table.name}#{row.cells[cells.meta.id_column]}",
        precision=cells.word(row, "precision", Precision.EXACT),
        evidence=evidence,
        status=status,
        attribution=cells.word(row, "attribution", Attribution.STATED),
        published=published,
        printed=cells.text(row, "printed"),
        derivation=cells.text(row, "derivation"),
        note=cells.text(row, "note"),
    )


def _published(row: Row, cells: Cells, ids: tuple[str, ...], evidence: Evidence) -> tuple[str, date]:
    """The date as written and the day from which the row counts as known.

    A derived value cannot be known before its last ingredient; any other is known from its own date, or
    from the first of its sources that has one.
    """
    own = cells.own_date(row)
    dated = [cells.sources[name].published for name in ids if name in cells.sources and cells.sources[name].published]
    stated = [own] if own else []
    if evidence is Evidence.DERIVED and stated + dated:
        text = max(stated + dated, key=known_from)
    elif stated + dated:
        text = own or min(dated, key=known_from)
    elif cells.meta.undated_from:
        return "", known_from(cells.meta.undated_from)
    else:
        text = ""
        if not cells.text(row, "published_on"):
            cells.fault(row, "published_on", "'' is blank and no source has a date; write it, or set undated-from in the meta file")
    return text, known_from(text) if text else date.max


def _twice(table: Table, id_column: str) -> list[str]:
    first: dict[str, int] = {}
    mistakes = []
    for row in table.rows:
        name = row.cells[id_column]
        if not name.strip():
            mistakes.append(f"line {row.line}: {id_column}: is missing: '{name}' is no row id; give the row one of its own")
        elif name in first:
            there = table.place.name(first[name])
            mistakes.append(f"line {row.line}: {id_column}: '{name}' stands on {there} already; give each row its own id")
        first.setdefault(name, row.line)
    return mistakes


def _undated(name: str, meta: TableMeta, found: Sequence[Observation]) -> list[Problem]:
    rows = tuple(one.row for one in found if not one.published)
    message = f"{len(rows)} rows carry no publication date and count from {meta.undated_from}, the day they were retrieved"
    return [Problem(name, message, "write published_on where it is known", Severity.NOTE, "sources.undated", rows)] if rows else []


def _without_meta(path: Path) -> Problem:
    message = f"has no {path.stem}{SUFFIX} beside it and is not read"
    return Problem(path.name, message, "write one to say what the table is", Severity.NOTE, "sources.meta")


def _order(one: Observation) -> tuple[SeriesKey, Period, date, str]:
    return one.key, one.period, one.published_on, one.row
