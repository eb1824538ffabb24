"""How does an edition enter the archive, and how is it found again?"""

import contextlib
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bilan.archive import index, place
from bilan.archive.index import FACTS, MANIFEST, MONTH, SLUG, Entry
from bilan.document import Edition, Identity
from bilan.errors import ArchiveError, UsageError, closest
from bilan.period import Period

_EXTRA = re.compile(r"[a-z0-9]+([-.][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Published:
    """What came of a publication: `name` is the PDF's path within the archive, as index and ledger give it."""

    name: str
    path: Path
    manifest: Path
    sha256: str
    manifest_sha256: str


class Archive:
    """`reports/`: issued editions by partnership and month, their manifests, and the index over them."""

    def __init__(self, root: Path, *, patience: float = 30.0) -> None:
        self.root = root
        self._patience = patience

    def publish(
        self, identity: Identity, issue: int, pdf: bytes, manifest: Mapping[str, Any], extra: Mapping[str, bytes] | None = None
    ) -> Published:
        """Place PDF, extra files and manifest, then the index; all of it or, with an ArchiveError, nothing.

        `manifest["edition"]` gives number, key, as_of, issued_on and pages; identity, issue and hashes are added here.
        The same edition again is no error; other content under the same name is.
        """
        pdf_path = self._path(identity, issue)
        stem = pdf_path.name.removesuffix(".pdf")
        files = {f"{stem}.{_checked_extra(name)}": content for name, content in (extra or {}).items()}
        described = index.text_of(_described(identity, issue, manifest, {pdf_path.name: pdf} | files))
        contents = {pdf_path.name: pdf} | dict(sorted(files.items())) | {f"{stem}{MANIFEST}": described}
        with self._telling(str(pdf_path)), place.workshop(self.root, self._patience) as workshop:
            place.refuse_links(self.root, pdf_path.parent)
            place.make_folder(pdf_path.parent)
            self._place(pdf_path.parent, contents, workshop)
        name = pdf_path.relative_to(self.root).as_posix()
        return Published(name, pdf_path, pdf_path.parent / f"{stem}{MANIFEST}", _sha(pdf), _sha(described))

    def refresh(self) -> None:
        """Rebuild index and `latest` from the manifests alone."""
        with self._telling(str(self.root)), place.workshop(self.root, self._patience) as workshop:
            index.project(self.root, index.entries(self.root, {}), workshop)

    def editions(self) -> list[Entry]:
        """One entry an edition, read from the manifests, in the order of the index."""
        return index.entries(self.root, {})

    def records(self, partnership: str | None = None) -> list[tuple[Edition, str]]:
        """Every edition with its manifest's SHA-256, ready for a ledger to adopt."""
        found = index.entries(self.root, index.known(self.root))
        return [(_edition(entry), entry["manifest_sha256"]) for entry in found if partnership in (None, entry["partnership"])]

    def locate(self, name: str | Path) -> Path:
        """The manifest of an edition: by the path of its PDF or manifest, or named `kz-kg/2026-10/analyst.fr` for the latest issue."""
        latest = next((entry for entry in reversed(self.editions()) if str(name) == _name(entry)), None)
        wanted = latest["manifest"] if latest else f"{str(name).removesuffix(MANIFEST).removesuffix('.pdf')}{MANIFEST}"
        inside = self.root.resolve()
        for candidate in (self.root / wanted, Path(wanted)):
            with contextlib.suppress(OSError, ValueError):  # no such name can exist
                real = candidate.resolve()
                if real.is_relative_to(inside) and real.is_file():
                    return real
        names = [entry["pdf"].removesuffix(".pdf") for entry in self.editions()]
        known = ", ".join(names[-3:]) or "none yet"
        raise UsageError(f"edition '{name}'", f"is not in the archive{closest(str(name), names)}", f"there are: {known}")

    def manifest(self, name: str | Path) -> dict[str, Any]:
        """The manifest of an edition; UsageError with the closest name for one that is not there."""
        path = self.locate(name)
        try:
            content: dict[str, Any] = json.loads(path.read_bytes())
        except (OSError, ValueError) as error:
            raise ArchiveError(str(path), f"cannot be read as a manifest: {error}", "restore it from a copy") from error
        return content

    def intact(self, manifest: Path) -> bool:
        """Is the PDF beside a manifest the one it was written for?"""
        try:
            pdf = json.loads(manifest.read_bytes())["pdf"]
            return bool(_sha((manifest.parent / pdf["file"]).read_bytes()) == pdf["sha256"])
        except (OSError, ValueError, KeyError, TypeError):
            return False

    def _path(self, identity: Identity, issue: int) -> Path:
        who = (identity.partnership, identity.audience, identity.language)
        month = str(identity.period)
        if not all(SLUG.fullmatch(part) for part in who) or not MONTH.fullmatch(month) or issue < 1:
            raise ArchiveError(
                f"edition {identity}", "cannot be a file name", "names are lower-case letters, digits and hyphens; the period is a month"
            )
        suffix = "" if issue == 1 else f".issue-{issue}"
        return self.root / identity.partnership / month / f"{identity.audience}.{identity.language}{suffix}.pdf"

    def _place(self, folder: Path, contents: Mapping[str, bytes], workshop: Path) -> None:
        """PDF first, manifest last: no manifest ever speaks of a PDF that is not there."""
        *files, manifest = contents
        staged = {name: place.write(workshop / name, content) for name, content in contents.items()}
        issued = (folder / manifest).exists()
        if issued and (folder / manifest).read_bytes() != contents[manifest]:
            raise ArchiveError(str(folder / manifest), "this issue is out with other content", "publish it as the next issue")
        placed: list[Path] = []
        try:
            for batch in (files, [manifest]):
                placed += (folder / name for name in batch if place.put(staged[name], folder / name, replaceable=not issued))
                place.sync(folder)
            mine = (folder / manifest).relative_to(self.root).as_posix()
            known = {name: entry for name, entry in index.known(self.root).items() if name != mine}  # an old index may tell of another
            index.project(self.root, index.entries(self.root, known), workshop)
        except BaseException:
            self._undo(placed, workshop)
            raise

    def _undo(self, placed: list[Path], workshop: Path) -> None:
        for path in reversed(placed):
            path.unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # the index heals with the next publication
            fresh = workshop / "undo"
            fresh.mkdir()
            index.project(self.root, index.entries(self.root, {}), fresh)

    @contextlib.contextmanager
    def _telling(self, where: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise place.told(where, error) from error


def _described(identity: Identity, issue: int, manifest: Mapping[str, Any], files: Mapping[str, bytes]) -> dict[str, Any]:
    facts = dict(manifest.get("edition", {}))
    missing = [name for name in FACTS if name not in facts]
    if missing:
        raise ArchiveError(f"edition {identity}", f"its manifest does not tell {', '.join(missing)}", "fill manifest['edition']")
    who = {"partnership": identity.partnership, "audience": identity.audience, "language": identity.language}
    (pdf, content), *others = files.items()
    return dict(manifest) | {
        "edition": facts | who | {"period": str(identity.period), "issue": issue},
        "pdf": {"file": pdf, "sha256": _sha(content), "bytes": len(content)},
        "files": {name: _sha(other) for name, other in others},
    }


def _checked_extra(name: str) -> str:
    if not _EXTRA.fullmatch(name) or name in ("pdf", MANIFEST[1:]) or name.startswith("issue-"):
        raise ArchiveError(f"file '{name}'", "cannot stand beside an edition", "name it like data.csv")
    return name


def _name(entry: Entry) -> str:
    """What all issues of an edition are called."""
    return f"{entry['partnership']}/{entry['period']}/{entry['audience']}.{entry['language']}"


def _edition(entry: Entry) -> Edition:
    identity = Identity(entry["partnership"], Period.parse(entry["period"]), entry["audience"], entry["language"])
    same = {name: entry[name] for name in ("number", "issue", "key", "sha256", "pages")}
    as_of, issued_on = date.fromisoformat(entry["as_of"]), date.fromisoformat(entry["issued_on"])
    return Edition(identity=identity, as_of=as_of, issued_on=issued_on, path=entry["pdf"], findings=0, **same)


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
