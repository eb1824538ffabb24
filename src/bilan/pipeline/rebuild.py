"""How is an issued edition made again? From the project's data as of its day, in a place of its own that is thrown away."""

import json
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from bilan.archive.archive import Archive
from bilan.compose.briefing import Numbering
from bilan.compose.erratum import Erratum
from bilan.document import Identity
from bilan.errors import UsageError
from bilan.executor.pool import Pool
from bilan.fonts.cut import font_files
from bilan.period import Period
from bilan.pipeline.edition import Finished, Workshop, edition_key, finish, inputs_key, lay_out
from bilan.pipeline.knowledge import Knowledge, learn, take_in
from bilan.pipeline.request import Order, local_day
from bilan.program import program
from bilan.project import Project
from bilan.store.files import connect, names
from bilan.store.parquet import Store
from bilan.store.view import View

Json = Mapping[str, Any]
Told = Callable[[str, str], None]
HEX = re.compile(r"[0-9a-f]{64}")
ELSEWHERE = ("data", ".bilan", "reports")
INDEX = "index.jsonl"
TRIED = 32


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The edition made again, the hashes of what it is made from today, and the edition before where it is missing."""

    finished: Finished
    parts: Json
    missing: str = ""


def order_of(project: Project, manifest: Json) -> Order:
    """Which edition a manifest speaks of, and its dates; raises UsageError for one this project cannot make."""
    where = "manifest"
    try:
        about = manifest["edition"]
        identity = Identity(str(about["partnership"]), Period.parse(about["period"]), str(about["audience"]), str(about["language"]))
        awaited = tuple(str(one) for one in manifest["made_from"].get("awaited", ()))
        erratum = Erratum.of(manifest["made_from"])
        order = Order(identity, date.fromisoformat(about["as_of"]), date.fromisoformat(about["issued_on"]), awaited, erratum)
        whole = HEX.fullmatch(about["key"]) and about["number"] >= 1 and about["issue"] >= 1 and isinstance(manifest["made_from"], dict)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UsageError(where, f"is not one of an edition ({type(error).__name__}: {error})", "get a fresh copy") from None
    project.folder(identity.partnership)
    if identity.audience not in project.audiences() or not whole:
        raise UsageError(where, f"speaks of '{identity}', which this project cannot make", "verify it in the project it was issued from")
    return order


def consistent(manifest: Json) -> bool:
    """Whether the key of an edition is the hash of what its manifest says it was made from."""
    about, made = manifest["edition"], dict(manifest["made_from"])
    said = made.pop("key", "")
    identity = f"{about['partnership']}/{about['period']}/{about['audience']}.{about['language']}"
    return bool(edition_key(said, about["issue"]) == about["key"] and inputs_hash(made, identity, about["as_of"]) == said)


def inputs_hash(parts: Json, identity: str, as_of: str) -> str:
    """The hash an edition's inputs have, from the parts its manifest names."""
    import hashlib  # noqa: PLC0415  one use

    content = {**parts, "edition": identity, "as_of": as_of}
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def rebuild(project: Project, manifest: Json, fonts_cache: Path, told: Told) -> Rebuilt:
    """Make an edition again with the number, issue, dates and key of its manifest; nothing of the project is written."""
    order = order_of(project, manifest)
    about, made_from = manifest["edition"], dict(manifest["made_from"])
    previous = _before(project, order, str(made_from.get("previous", "")))
    with aside(project, order) as place, Pool() as pool:
        pool.start()
        told("fonts", "")
        brand = place.brand.fonts
        workshop = Workshop(place, font_files((brand.sans, brand.serif), fonts_cache), pool)
        told("data", order.identity.partnership)
        knowledge = _known(place, order, str(made_from.get("data", "")))
        _, parts = inputs_key(workshop, order, knowledge, program(), previous)
        told("compose", str(order.identity))
        numbering = Numbering(about["number"], about["issue"], about["key"])
        laid = lay_out(workshop, order, knowledge, numbering, made_from, previous)
        told("render", str(order.identity))
        finished = finish(laid, knowledge)
    missing = str(made_from.get("previous", "")) if previous is None else ""
    return Rebuilt(finished, parts, missing)


@contextmanager
def aside(project: Project, order: Order) -> Iterator[Project]:
    """The project as a temporary folder: settings, tables and templates by link, its store as a copy, sources as asked by that day."""
    with tempfile.TemporaryDirectory(prefix="bilan-verify-") as name:
        root = Path(name).resolve()
        for path in project.root.iterdir():
            if path.name not in ELSEWHERE:
                (root / path.name).symlink_to(path.resolve())
        (root / "data").mkdir()
        for path in (project.root / "data").iterdir():
            if path.name not in ("store", "raw"):
                (root / "data" / path.name).symlink_to(path.resolve())
        slug = order.identity.partnership
        _copy(project.store / slug, root / "data" / "store" / slug)
        _copy(project.machine / "copies", root / ".bilan" / "copies")
        for index in (project.root / "data" / "raw").glob(f"*/{INDEX}"):
            _until(index, root / "data" / "raw" / index.parent.name, end_of_day(project, order.issued_on))
        yield Project(root)


def end_of_day(project: Project, day: date) -> datetime:
    """The last whole hour at which it is still, or just no longer, that day where the first schedule runs (UTC otherwise)."""
    midnight = datetime.combine(day, time(), UTC)
    hours = [midnight + timedelta(hours=hour) for hour in range(-14, 39)]
    return max(hour for hour in hours if local_day(project, hour - timedelta(microseconds=1)) == day)


def _before(project: Project, order: Order, key: str) -> dict[str, Any] | None:
    """The manifest of the edition compared with, by its key; None where there was none, or this archive has not got it."""
    if not key:
        return None
    archive = Archive.of(project)
    found = next((one for one, _ in archive.records(order.identity.partnership) if one.key == key), None)
    return archive.manifest(found.path) if found else None


def _known(place: Project, order: Order, version: str) -> Knowledge:
    """What was known when the edition was made: the latest state of the store up to that day that is the data it names.

    Where there is none, as in a store filled later, it is all that was published by the as-of date.
    """
    slug = order.identity.partnership
    end, noon = end_of_day(place, order.issued_on), datetime.combine(order.issued_on, time(12), UTC)
    moments = _moments(place.store / slug, end) or [end]
    store, sources, told = take_in(place, slug, noon)
    seen = _Seen(store)
    chosen = next((seen for moment in moments if seen.up_to(moment).as_of(order.as_of).version == version), store)
    return learn(place, slug, order.as_of, noon, (chosen, sources, told))


def _moments(folder: Path, end: datetime) -> list[datetime]:
    """When the store had taken something in, by a moment, the latest first."""
    if not names(folder):
        return []
    rows = connect(folder, names(folder)).execute("SELECT DISTINCT seen_at FROM observation ORDER BY seen_at DESC").fetchall()
    return [moment for moment in (row[0].replace(tzinfo=UTC) for row in rows) if moment <= end][:TRIED]


class _Seen(Store):
    """A store that shows only what it had seen by a moment."""

    def __init__(self, store: Store) -> None:
        super().__init__(store.folder, store.limits)
        self.until: datetime | None = None

    def up_to(self, until: datetime) -> "_Seen":
        """The store as it was at a moment."""
        self.until = until
        return self

    def as_of(self, as_of: date, seen_by: datetime | None = None) -> View:
        """What was published by a date and seen by the moment."""
        return super().as_of(as_of, seen_by or self.until)


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, copy_function=_linked)


def _linked(source: str, target: str) -> None:
    """Files written once and named by their content need no second copy."""
    try:
        if source.endswith(".parquet"):
            os.link(source, target)
            return
    except OSError:  # another disk
        pass
    shutil.copy2(source, target)


def _until(index: Path, folder: Path, moment: datetime) -> None:
    """What is known of a source by a moment: the lines of its index up to then."""
    folder.mkdir(parents=True)
    kept = [line for line in index.read_text(encoding="utf-8").splitlines() if _noted(line) <= moment]
    (folder / INDEX).write_text("".join(f"{line}\n" for line in kept), encoding="utf-8")


def _noted(line: str) -> datetime:
    try:
        return datetime.fromisoformat(json.loads(line)["at"])
    except (ValueError, KeyError, TypeError):
        return datetime.max.replace(tzinfo=UTC)
