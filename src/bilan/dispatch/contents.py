"""What is there to deliver of an edition? Its files as they were issued, or nothing: a damaged one never leaves."""

import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bilan.archive.archive import Archive
from bilan.delivery.records import MANIFEST
from bilan.errors import ArchiveError
from bilan.ledger.records import EditionRow

KEPT = 8


@dataclass(frozen=True, slots=True)
class Content:
    """An edition's path without its ending, its manifest, its PDF, and the files beside it by their ending."""

    name: str
    manifest: Mapping[str, Any]
    pdf: bytes
    files: Mapping[str, bytes]


class Contents:
    """Reads editions from the archive, each checked against the hashes the ledger holds; keeps the last few at hand."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._kept: dict[int, Content] = {}
        self._one = threading.Lock()

    def of(self, edition: EditionRow) -> Content:
        """The content of an edition; ArchiveError where a file is missing or not what was issued."""
        with self._one:
            if edition.id not in self._kept:
                self._kept[edition.id] = self._read(edition)
                for oldest in list(self._kept)[:-KEPT]:
                    del self._kept[oldest]
            return self._kept[edition.id]

    def _read(self, edition: EditionRow) -> Content:
        name, written = edition.path.removesuffix(".pdf"), self._archive.blob(edition.manifest_sha256)
        try:
            manifest = json.loads(written)
            beside = {str(file): str(digest) for file, digest in manifest["files"].items()}
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ArchiveError(f"edition {edition.path}", f"its manifest cannot be read: {error}", "restore it from a copy") from None
        stem = f"{name.rpartition('/')[2]}."
        files = {file.removeprefix(stem): self._archive.blob(digest) for file, digest in beside.items()}
        return Content(name, manifest, self._archive.blob(edition.sha256), files | {MANIFEST: written})
