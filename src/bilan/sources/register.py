"""Which sources are there? The register `sources.csv` that every row points to."""

from pathlib import Path

from bilan.errors import SourceError, closest
from bilan.model import Source
from bilan.period import known_from
from bilan.sources.table import Row, read_table

_COLUMNS = ("source_id", "title", "publisher", "kind", "url", "published_on", "date_quality", "language", "licence", "note")


def read_sources(path: Path) -> dict[str, Source]:
    """Sources by id; raises SourceError listing every mistake at once."""
    table = read_table(path)
    mistakes = [f"line 1: column '{name}' is missing" for name in _COLUMNS if name not in table.columns]
    mistakes += [f"line 1: unknown column '{name}'{closest(name, _COLUMNS)}" for name in table.columns if name not in _COLUMNS]
    if mistakes:
        raise SourceError(path.name, tuple(mistakes), f"columns: {', '.join(_COLUMNS)}")
    sources: dict[str, Source] = {}
    for row in table.rows:
        mistakes += _faults(row, sources)
        sources[row.cells["source_id"]] = _source(row.cells)
    if mistakes:
        raise SourceError(path.name, tuple(mistakes), "each source needs an id of its own; a date is 2024-04-19, 2024-04, 2024 or nothing")
    return sources


def _faults(row: Row, sources: dict[str, Source]) -> list[str]:
    name, day, at = row.cells["source_id"], row.cells["published_on"], f"line {row.line}: "
    faults = []
    if not name or ";" in name or name != name.strip():
        faults.append(f"{at}source_id '{name}' is no id")
    if name in sources:
        faults.append(f"{at}source_id '{name}' stands twice")
    if day:
        try:
            known_from(day)
        except ValueError as error:
            faults.append(f"{at}published_on: {error}")
    return faults


def _source(cells: dict[str, str]) -> Source:
    return Source(
        id=cells["source_id"],
        title=cells["title"],
        publisher=cells["publisher"],
        url=cells["url"],
        published=cells["published_on"],
        language=cells["language"],
        licence=cells["licence"],
        note=cells["note"],
    )
