"""What does a finished PDF or HTML say that its manifest does not? And are its bytes those that were issued?"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bilan.audit.against import audit_html, audit_pages, rows_of
from bilan.audit.paper import attached, page_texts
from bilan.errors import Problem, UsageError

ATTACHED = "manifest.json"
PDF = b"%PDF"
_WORDS = ("text", "kind", "ref", "number", "value", "shown", "scale")


@dataclass(frozen=True, slots=True)
class Audited:
    """A file that was looked at: how many pages, how many numerals its manifest lists, and those that resolve to none.

    `as_issued` is None where the manifest names no bytes of this file.
    """

    file: str
    pages: int
    printed: int
    as_issued: bool | None
    problems: tuple[Problem, ...]


def audited(name: str, content: bytes, manifest: Mapping[str, Any]) -> Audited:
    """Every numeral of a file against its manifest; UsageError for a PDF that cannot be read."""
    if content.startswith(PDF):
        pages = _pages(name, content)
        found = audit_pages(pages, manifest)
    else:
        pages = [content.decode("utf-8", "replace")]
        found = audit_html(pages[0], rows_of(manifest), manifest["edition"]["language"])
    return Audited(name, len(pages), len(manifest["printed"]), _as_issued(name, content, manifest), tuple(found))


def read_manifest(name: str, text: bytes | None, hint: str) -> dict[str, Any]:
    """The manifest in a text; UsageError where there is none, or it is no manifest of an edition, with what to do as `hint`."""
    if text is None:
        raise UsageError(name, "is not there, and the file carries no manifest", hint)
    try:
        manifest = json.loads(text)
    except (ValueError, RecursionError):
        manifest = None
    if not isinstance(manifest, dict) or not _is_whole(manifest):
        raise UsageError(name, "is no manifest of an edition", hint)
    return manifest


def attached_manifest(name: str, content: bytes) -> bytes | None:
    """The manifest a PDF carries, None for a file without one; UsageError for a PDF that cannot be read."""
    if not content.startswith(PDF):
        return None
    from pypdfium2 import PdfiumError  # noqa: PLC0415  only a PDF needs it

    try:
        return attached(content, ATTACHED)
    except PdfiumError:
        raise _unreadable(name) from None


def _pages(name: str, content: bytes) -> list[str]:
    from pypdfium2 import PdfiumError  # noqa: PLC0415  as above

    try:
        return page_texts(content)
    except PdfiumError:
        raise _unreadable(name) from None


def _unreadable(name: str) -> UsageError:
    return UsageError(name, "cannot be read as a PDF", "give a PDF that opens, without a password")


def _as_issued(name: str, content: bytes, manifest: Mapping[str, Any]) -> bool | None:
    """Are the bytes those the manifest names?"""
    issued = manifest.get("pdf", {}).get("sha256") if content.startswith(PDF) else manifest.get("files", {}).get(name)
    return None if issued is None else hashlib.sha256(content).hexdigest() == issued


def _is_whole(manifest: Mapping[str, Any]) -> bool:
    """Does it say what an audit needs, in the shape it has in every manifest?"""
    edition, printed = manifest.get("edition"), manifest.get("printed")
    maps = all(isinstance(manifest.get(name, {}), dict) for name in ("pdf", "files"))
    if not maps or not isinstance(edition, dict) or not isinstance(printed, list):
        return False
    if not all(isinstance(edition.get(name), str) for name in ("language", "key")):
        return False
    return all(isinstance(one, dict) and all(isinstance(one.get(name), str) for name in _WORDS) for one in printed)
