"""What does the first page of an edition look like from afar? A small picture, drawn once and kept."""

import os
import threading

from bilan.archive.entry import Entry
from bilan.web.site import Site

DPI = 40
_drawing = threading.Lock()


def first_page(site: Site, entry: Entry) -> bytes:
    """The first page as PNG; ArchiveError where the PDF is damaged."""
    kept = site.project.machine / "cache" / "pictures" / f"{entry.sha256}.{DPI}.png"
    try:
        return kept.read_bytes()
    except FileNotFoundError:
        pass
    from bilan.render.leaf import leaf  # noqa: PLC0415  loads PDFium

    with _drawing:  # PDFium takes one caller at a time
        made = leaf(site.archive.blob(entry.sha256), 1, DPI)
    kept.parent.mkdir(parents=True, exist_ok=True)
    fresh = kept.with_name(f"{kept.name}.{os.getpid()}.{threading.get_ident()}")
    fresh.write_bytes(made)
    fresh.replace(kept)
    return made
