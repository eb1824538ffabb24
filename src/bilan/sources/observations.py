"""What do the tables of a partnership observe? Every row as an Observation with the day it became known."""

import logging
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from bilan.errors import Problem, Severity, SourceError
from bilan.model import Attribution, Evidence, Observation, Precision, SeriesKey, Source, Status
from bilan.period import Frequency, Period, known_from
from bilan.sources.cells import Cells
from bilan.sources.kinds import KINDS
from bilan.sources.meta import SUFFIX, TableMeta, read_meta
from bilan.sources.table import Row, Table

_HINT = "mend the cells named above, then run again; nothing of this table was taken in"
_NO_PERIOD = Period(1, Frequency.ANNUAL)  # stands in a row whose mistake is told
_log = logging.getLogger(__name__)


def read_observations(folder: Path, sources: Mapping[str, Source]) -> tuple[list[Observation], list[Problem]]:
    """All observations of a partnership's folder, sorted; raises SourceError listing all mistakes of a table."""
    observations: list[Observation] = []
    problems = [_without_meta(path) for path in _files(folder) if not _meta_of(path).exists()]
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        meta = read_meta(path)
        if meta.kind == "observations":
            found, told = read_table_observations(_file_of(path), meta, sources)
            observations += found
            problems += told
    _log.info("sources: %d observations", len(observations))
    return sorted(observations, key=_order), problems


def read_table_observations(path: Path, meta: TableMeta, sources: Mapping[str, Source]) -> tuple[list[Observation], list[Problem]]:
    """The observations of one table, and what a reader must know of it."""
    table = KINDS.get(path.suffix.removeprefix("."))(path)
    cells = Cells(table, meta, sources)
    observations = [_observation(row, table, cells) for row in table.rows] if cells.usable else []
    if cells.usable:
        cells.mistakes += _twice(table, meta.id_column)
    if cells.mistakes:
        raise SourceError(path.name, tuple(cells.mistakes), _HINT)
    undated = tuple(one.row for one in observations if not one.published)
    return observations, [_undated(path.name, meta, undated)] if undated else []


def _files(folder: Path) -> list[Path]:
    return sorted(path for kind in KINDS.names() for path in folder.glob(f"*.{kind}"))


def _meta_of(path: Path) -> Path:
    return path.with_name(path.stem + SUFFIX)


def _file_of(meta: Path) -> Path:
    """The data file a side file speaks of, of whichever kind there is."""
    name = meta.name.removesuffix(SUFFIX)
    files = [meta.with_name(f"{name}.{kind}") for kind in KINDS.names()]
    there = [path for path in files if path.exists()]
    if len(there) > 1:
        raise SourceError(meta.name, (f"speaks of {' and '.join(path.name for path in there)}",), "keep one of the two files")
    return there[0] if there else meta.with_name(f"{name}.csv")


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
            mistakes.append(f"line {row.line}: {id_column}: '{name}' stands on line {first[name]} already; give each row its own id")
        first.setdefault(name, row.line)
    return mistakes


def _undated(name: str, meta: TableMeta, rows: tuple[str, ...]) -> Problem:
    message = f"{len(rows)} rows carry no publication date and count from {meta.undated_from}, the day they were retrieved"
    return Problem(name, message, "write published_on where it is known", Severity.NOTE, "sources.undated", rows)


def _without_meta(path: Path) -> Problem:
    message = f"has no {_meta_of(path).name} beside it and is not read"
    return Problem(path.name, message, "write one to say what the table is", Severity.NOTE, "sources.meta")


def _order(one: Observation) -> tuple[SeriesKey, Period, date, str]:
    return one.key, one.period, one.published_on, one.row
