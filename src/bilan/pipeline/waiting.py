"""Where does an edition wait that somebody must approve? Under `.bilan/waiting`, kept by its hash, with a name to look at."""

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from bilan.archive.archive import Archive
from bilan.archive.folder import Folder
from bilan.archive.names import named, stem_of
from bilan.archive.records import Stored
from bilan.archive.shelf import BLOBS
from bilan.document import Identity
from bilan.errors import ArchiveError
from bilan.ledger.records import OccurrenceRow
from bilan.project import Project

_SHOWN = 16
_AFRESH = "`bilan release` has it built again"


class Waiting:
    """Built editions nobody has issued yet; not a byte of them changes until they are."""

    def __init__(self, project: Project) -> None:
        self._root = project.machine / "waiting"
        self._archive = Archive(Folder(self._root))

    def keep(self, identity: Identity, issue: int, pdf: bytes, manifest: Mapping[str, Any], files: Mapping[str, bytes]) -> Stored:
        """Keep an edition whole; its PDF can be looked at where `shown` says."""
        stored = self._archive.store(identity, issue, pdf, manifest, files)
        view = self.shown(identity, stored.sha256)
        with suppress(FileExistsError):
            os.link(self._root / BLOBS / stored.sha256, view)
        return stored

    def shown(self, identity: Identity, sha256: str) -> Path:
        """Where a PDF that waits can be looked at."""
        return self._root / f"{str(identity).replace('/', '-')}.{sha256[:_SHOWN]}.pdf"

    def move(self, identity: Identity, approved: tuple[str, str], archive: Archive) -> tuple[str, dict[str, Any]]:
        """Store in the archive just what was kept here; the PDF's name there, and the manifest.

        `approved` are the hashes of PDF and manifest. ArchiveError where a byte is missing, or is not what it was.
        """
        pdf, manifest_sha256 = approved
        try:
            manifest: dict[str, Any] = json.loads(self._archive.blob(manifest_sha256))
            name = f"{stem_of(identity, manifest['edition']['issue'])}.pdf"
            digests = named(manifest, manifest_sha256, name)
        except (ValueError, KeyError, TypeError) as error:
            raise ArchiveError(f"edition {identity}", f"what waits cannot be used: {error}", _AFRESH) from None
        if digests[name] != pdf:
            raise ArchiveError(f"edition {identity}", "what waits is not what was approved", _AFRESH)
        archive.shelf.store({digest: self._archive.blob(digest) for digest in digests.values()})
        return name, manifest

    def holds_anything(self) -> bool:
        """Is a single file kept?"""
        return next((self._root / BLOBS).glob("*"), None) is not None

    def clear(self, rows: Iterable[OccurrenceRow]) -> int:
        """Remove what none of these occurrences waits with any more; how many files went."""
        kept = {digest for row in rows for digest in self._of(row)}
        gone = [path for path in (self._root / BLOBS).glob("*") if path.name not in kept]
        gone += [path for path in self._root.glob("*.pdf") if not any(path.name.endswith(f".{one[:_SHOWN]}.pdf") for one in kept)]
        for path in gone:
            path.unlink(missing_ok=True)
        return len(gone)

    def _of(self, row: OccurrenceRow) -> list[str]:
        with suppress(ArchiveError, ValueError, KeyError, TypeError):  # what cannot be read is not worth keeping
            manifest = json.loads(self._archive.blob(str(row.manifest_sha256)))
            return [str(row.manifest_sha256), manifest["pdf"]["sha256"], *manifest["files"].values()]
        return []
