"""How do many files of observations become one? Sorted by series, period and publication, every vintage kept and its interval closed."""

from collections.abc import Sequence
from pathlib import Path

from bilan.errors import StoreError
from bilan.store.done import Compaction
from bilan.store.files import load, names, publish, quoted
from bilan.store.schema import COLUMNS

_SERIES = ("indicator", "reporter", "partner", "flow", "product", "frequency", "period", "published_on", "seen_at", "row", "digest")
# A version of a row stands from its publication until the first publication among the versions seen after it.
_CLOSED = f"""
SELECT {", ".join(COLUMNS)}, CASE WHEN gone THEN published_on ELSE coalesce(
  min(published_on) OVER (PARTITION BY row ORDER BY seen_at, digest ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING),
  DATE '9999-12-31') END AS valid_to
FROM (SELECT DISTINCT * FROM observation)
ORDER BY {", ".join(_SERIES)}
"""  # noqa: S608  column names are constants of ours


def compact(folder: Path) -> Compaction:
    """Merge the files of a store into one; the old ones go once the new one is on the disk, so a crash loses nothing.

    Raises StoreError where a file is damaged or the disk does not take the new one; nothing is removed then.
    """
    before = names(folder)
    if not before:
        return Compaction()
    with load(folder, before) as connection:
        rows = connection.execute("SELECT count(*) FROM (SELECT DISTINCT * FROM observation)").fetchone()[0]
        if len(before) == 1:
            return Compaction(1, 1, rows)
        try:
            kept = publish(folder, lambda part: connection.execute(f"COPY ({_CLOSED}) TO {quoted(part)} (FORMAT parquet)"))
            _remove(folder, [name for name in before if name != kept.name])
        except OSError as error:
            raise StoreError(folder.name, f"cannot be written: {error.strerror}", "check space and permissions; no row was lost") from error
    return Compaction(len(before), 1, rows)


def _remove(folder: Path, replaced: Sequence[str]) -> None:
    for name in replaced:
        (folder / name).unlink(missing_ok=True)
