"""What would a table change? Read as the project would read it, in a copy that is thrown away: nothing is written."""

import csv
import io
import os
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bilan.errors import InvalidFileError, SourceError, StoreError, UsageError
from bilan.project import SETTINGS, Project
from bilan.sources.meta import SUFFIX, TableMeta, read_meta
from bilan.sources.places_fs import Reach
from bilan.web.known import slug_of
from bilan.web.site import Site

if TYPE_CHECKING:
    from bilan.findings.changes import Difference
    from bilan.gate.check import GateResult
    from bilan.model import Observation, Source
    from bilan.pipeline.knowledge import Knowledge

NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}\.csv")
MOST_COLUMNS, MOST_LINES = 500, 400_000
_BEYOND = "has figures that cannot be computed with: {}"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: its cells as written, and where the table holds observations what it observes."""

    cells: Mapping[str, str]
    observation: "Observation | None" = None


@dataclass(frozen=True, slots=True)
class Change:
    """A row that is `new`, `revised` or `withdrawn`; `columns` names the cells that are not the same."""

    row: str
    what: str
    before: Line | None
    after: Line | None
    columns: tuple[str, ...] = ()

    @property
    def place(self) -> tuple[str, str]:
        """Its series and period; blank where the table holds no observations."""
        line = self.after or self.before
        one = line.observation if line else None
        return (str(one.key), str(one.period)) if one else ("", "")


@dataclass(frozen=True, slots=True)
class Trial:
    """What a table would change: how many rows of each kind, which, what the gate would say anew or no more, and what would turn.

    Where the table that is there now cannot be read nothing was `compared`: every row is new.
    """

    kind: str
    compared: bool
    counts: Mapping[str, int]
    changes: tuple[Change, ...]
    gate_new: "tuple[GateResult, ...]"
    gate_gone: "tuple[GateResult, ...]"
    turned: "tuple[Difference, ...]"


def tried(site: Site, partnership: str, name: str, content: bytes) -> Trial:
    """Try a table as `name` of a partnership; UsageError where it would not be read, InvalidFileError with all mistakes in it."""
    from bilan.pipeline.vintages import turns  # noqa: PLC0415  loads the store

    slug = slug_of(site, partnership)
    meta = _meta(site.project, slug, name)
    _check_size(name, content)
    now = _now(site, slug)
    with _copied(site.project, slug, name, content) as copy:
        then = _learnt(site, copy, slug, name)
        after = _lines(copy.folder(slug) / name, meta, then.sources)
    before = _before(site.project.folder(slug) / name, meta, now)
    found = tuple(_changes(before or {}, after))
    counts = {"new": 0, "revised": 0, "withdrawn": 0, **Counter(one.what for one in found)}
    counts["unchanged"] = len(after) - counts["new"] - counts["revised"]
    failed, failing = _failing(now), _failing(then)
    return Trial(
        meta.kind, before is not None, counts, found,
        tuple(one for key, one in failing.items() if key not in failed), tuple(one for key, one in failed.items() if key not in failing),
        tuple(turns(now, then)) if now else (),
    )  # fmt: skip


def _meta(project: Project, slug: str, name: str) -> TableMeta:
    where = f"table '{name[:100]}'"
    if not NAME.fullmatch(name):
        raise UsageError(where, "is no name of a table", "write it as trade.csv: small letters, digits, - and _")
    side = project.folder(slug) / f"{name.removesuffix('.csv')}{SUFFIX}"
    if not side.is_file():
        raise UsageError(where, f"has no {side.name} beside it and would not be read", "write that file first")
    meta = read_meta(side)
    if meta.location or meta.sql:
        raise UsageError(where, "lies elsewhere: a file beside its side file would not be read", f"take the place out of {side.name}")
    if meta.kind == "products":
        raise UsageError(where, "is a table of products, which is too large to try", "bring it to the folder and run `bilan check`")
    return meta


def _check_size(name: str, content: bytes) -> None:
    """Refuse what no table looks like before anything looks at its cells."""
    lines = content.count(b"\n") + content.count(b"\r")
    try:
        widest = len(next(csv.reader(io.StringIO(content.decode(errors="replace"), newline="")), []))
    except csv.Error:
        widest = 0  # who reads the table says what is wrong
    if widest > MOST_COLUMNS or lines > MOST_LINES:
        mistake = f"has {lines} lines and {widest} columns; {MOST_LINES} and {MOST_COLUMNS} at most"
        raise SourceError(name, (mistake,), "keep only the rows and columns that are needed")


def _now(site: Site, slug: str) -> "Knowledge | None":
    """What is known now; None where a table that is there cannot be read, which the new one may mend."""
    try:
        return site.knowledge(slug, site.today)
    except InvalidFileError:
        return None


@contextmanager
def _copied(project: Project, slug: str, name: str, content: bytes) -> Iterator[Project]:
    """A project that is the same but for one table, gone at the end; what is only read there is linked, never written through."""
    with tempfile.TemporaryDirectory(prefix="bilan-upload-") as folder:
        root = Path(folder)
        data = root / "data"
        _link(project.folder(slug), data / slug, name)
        _link(project.store / slug, data / "store" / slug)
        for one in ("sources.toml", "raw"):
            if (project.root / "data" / one).exists():
                (data / one).symlink_to((project.root / "data" / one).resolve())
        shutil.copyfile(project.root / SETTINGS, root / SETTINGS)
        with (data / slug / name).open("xb") as file:
            file.write(content)
        yield Project(root)


def _link(source: Path, target: Path, left_out: str = "") -> None:
    """The folders of a folder made again, with links to its files; what a writer has not finished is left out."""
    target.mkdir(parents=True)
    if source.is_dir():
        ignore = shutil.ignore_patterns("*.part", *([left_out] if left_out else []))
        shutil.copytree(source.resolve(), target, ignore=ignore, copy_function=os.symlink, dirs_exist_ok=True)


def _learnt(site: Site, copy: Project, slug: str, name: str) -> "Knowledge":
    """What would be known with the table; InvalidFileError also where its figures are beyond what is computed with."""
    from bilan.pipeline.knowledge import learn, take_in  # noqa: PLC0415  loads the store

    now = site.now()
    reach = Reach(now, site.project.machine / "copies", os.environ, offline=True)
    try:
        return learn(copy, slug, site.today, now, take_in(copy, slug, now, reach))
    except (StoreError, ValueError, ArithmeticError) as error:
        told = " ".join(str(error).split())
        raise SourceError(name, (_BEYOND.format(told[:300]),), "check values and periods for slips of the pen") from None


def _lines(path: Path, meta: TableMeta, sources: "Mapping[str, Source]") -> dict[str, Line]:
    """The rows of a table by their ids; raises SourceError where it cannot be read."""
    from bilan.sources.observations import table_observations  # noqa: PLC0415  only here
    from bilan.sources.table import read_table  # noqa: PLC0415  same

    table = read_table(path)
    if meta.id_column not in table.columns:
        raise SourceError(path.name, (f"line 1: column '{meta.id_column}' is missing",), "every row needs an id of its own")
    observed: list[Any] = [None] * len(table.rows)
    if meta.kind == "observations":
        observed = list(table_observations(table, meta, sources))
    rows = zip(table.rows, observed, strict=True)
    return {row.cells[meta.id_column]: Line(row.cells, one) for row, one in rows}


def _before(path: Path, meta: TableMeta, now: "Knowledge | None") -> dict[str, Line] | None:
    """The rows that are there now: none where there is no such table, None where it cannot be read."""
    if not path.exists():
        return {}
    try:
        return _lines(path, meta, now.sources) if now else None
    except SourceError:
        return None


def _changes(before: Mapping[str, Line], after: Mapping[str, Line]) -> Iterator[Change]:
    """Every row that would not stay as it is, by series and period."""
    found = [Change(name, "withdrawn", one, None) for name, one in before.items() if name not in after]
    for name, one in after.items():
        old = before.get(name)
        if old is None:
            found.append(Change(name, "new", None, one))
        elif columns := _differing(old, one):
            found.append(Change(name, "revised", old, one, columns))
    yield from sorted(found, key=lambda one: (one.place, one.row))


def _differing(old: Line, new: Line) -> tuple[str, ...]:
    names = dict.fromkeys((*old.cells, *new.cells))
    return tuple(name for name in names if old.cells.get(name, "") != new.cells.get(name, ""))


def _failing(known: "Knowledge | None") -> "dict[tuple[str, ...], GateResult]":
    results = known.gate if known else ()
    return {(one.rule, one.series, one.action, one.message): one for one in results if one.action != "pass"}
