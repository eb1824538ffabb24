"""What was lost and can be given back? A name whose content is kept, a kept content whose file is still there."""

import json
from collections.abc import Callable, Iterable

from bilan.archive.archive import Archive
from bilan.archive.check import unheard
from bilan.archive.entry import Entry
from bilan.archive.names import named, sha
from bilan.archive.records import Issued
from bilan.archive.shelf import Naming, Projection
from bilan.errors import ArchiveError


def restore(archive: Archive, recorded: Iterable[Issued] = (), told: Callable[[str], None] = unheard) -> list[str]:
    """Give back lost names and contents, show what the ledger issued, make index, pages and feeds anew; what could not be, in sentences.

    Damaged files are left as they are: only a copy can bring back what they were. `told` hears of each edition before it is
    looked after; what it raises ends the work, which does no harm and may be begun again.
    """
    lost = archive.project(recorded)
    kept = set(archive.shelf.kept())
    for entry in archive.editions():
        told(entry.pdf)
        try:
            naming = _naming(archive, entry)
            archive.shelf.store(_unkept(archive, naming, kept))
            archive.shelf.arrange([naming], Projection)
        except ArchiveError as error:
            lost.append(str(error))
    archive.refresh()
    return lost


def _naming(archive: Archive, entry: Entry) -> Naming:
    content = archive.shelf.read(entry.manifest)
    return named(json.loads(content), sha(content), entry.manifest)


def _unkept(archive: Archive, naming: Naming, kept: set[str]) -> dict[str, bytes]:
    """Files that are as they were issued and not kept by their hash, as in an archive of an earlier version."""
    found = {}
    for name, digest in naming.items():
        if digest not in kept and archive.shelf.inside(name) is not None:
            content = archive.shelf.read(name)
            if sha(content) == digest:
                found[digest] = content
    return found
