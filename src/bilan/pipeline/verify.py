"""Is this file the edition it says it is? Its manifest is found, the edition made again, and the bytes compared."""

import hashlib
import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bilan.archive.archive import Archive
from bilan.errors import RenderError, UsageError
from bilan.pipeline.differences import Difference, causes, of_bytes, of_manifests, of_pages
from bilan.pipeline.files import MANIFEST
from bilan.pipeline.rebuild import Rebuilt, consistent, order_of, rebuild
from bilan.pipeline.sign import Signature, signature_of
from bilan.project import Project
from bilan.render.attachments import attached, identifier

Json = Mapping[str, Any]
LARGEST = 256 * 1024**2
SUFFIX = ".manifest.json"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a comparison: the same where `differences` is empty; the first of them is the one to look at.

    `notes` tell what would be otherwise today and changed no byte; `signature` is None where the file has none.
    """

    edition: str
    number: int
    issue: int
    size: int
    manifest: str
    differences: tuple[Difference, ...]
    notes: tuple[Difference, ...]
    signature: Signature | None

    @property
    def same(self) -> bool:
        """Whether the file is what the project makes of its data, byte for byte, and nothing speaks against its signature."""
        return not self.differences


@dataclass(frozen=True, slots=True)
class _Found:
    """A manifest, where it was, and the one beside the file, which alone knows hashes and neighbours."""

    manifest: Json
    where: str
    beside: Json | None = None
    folder: Path | None = None


def verify(project: Project, path: Path, fonts_cache: Path, told: Callable[[str, str], None] = lambda _stage, _what: None) -> Verdict:
    """Make the edition of a file again and compare; writes nothing into the project.

    A path where no file is may name an edition of the archive, wherever that lies. Raises UsageError for what is no PDF or has no
    manifest, and what a build raises where the edition cannot be made.
    """
    if not path.is_file() and (held := _held(project, path)) is not None:
        with tempfile.TemporaryDirectory(prefix="bilan-verify-") as folder:
            return verify(project, Archive.of(project).bring(held, Path(folder)), fonts_cache, told)
    content = _content(path)
    found = _found(project, path, content)
    order = order_of(project, found.manifest)
    signature = signature_of(content, project.root, project.config.pdf.trust)
    made = rebuild(project, found.manifest, fonts_cache, told)
    today = causes(found.manifest["made_from"], made.parts)
    unlike = [*_unlike(content, made, signature=signature), *_neighbours(found, made)]
    wrong = [*_inward(found, content), *_signed(signature)]
    about = found.manifest["edition"]
    return Verdict(
        edition=str(order.identity),
        number=about["number"],
        issue=about["issue"],
        size=len(content),
        manifest=found.where,
        differences=(*(today if unlike else ()), *unlike, *wrong),
        notes=() if unlike else tuple(today),
        signature=signature,
    )


def _held(project: Project, path: Path) -> str | None:
    """The edition of the archive that a path names, None where it names none."""
    try:
        return Archive.of(project).locate(path)
    except UsageError:
        return None


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise UsageError(str(path), f"is larger than {LARGEST} bytes", "this is no file of ours")
        content = path.read_bytes()
        identifier(content)
    except OSError as error:
        raise UsageError(str(path), f"cannot be read: {error.strerror}", "name a PDF") from None
    except RenderError as error:
        raise UsageError(str(path), error.message, error.hint) from None
    return content


def _found(project: Project, path: Path, content: bytes) -> _Found:
    """The manifest inside the file, else beside it, else in the archive under the key the file carries."""
    beside, folder = _beside(path), path.parent
    inside = attached(content).get(MANIFEST)
    if beside is None:
        key, archive = identifier(content), Archive.of(project)
        held = next((one for one, _ in archive.records() if one.key == key), None)
        if held is not None:
            beside, folder = archive.manifest(held.path), Path(archive.shelf.where(held.path)).parent
    if inside is not None:
        return _Found(_decoded(inside, "the attached manifest"), "attached", beside, folder)
    if beside is None:
        hint = "put its manifest beside it, or verify it in the project it was issued from"
        raise UsageError(str(path), "carries no manifest, has none beside it, and its key is that of no edition in the archive", hint)
    return _Found(beside, "beside" if folder == path.parent else "archive", beside, folder)


def _beside(path: Path) -> Json | None:
    candidate = path.with_name(path.name.removesuffix(".pdf") + SUFFIX)
    return _decoded(candidate.read_bytes(), candidate.name) if candidate.is_file() else None


def _decoded(content: bytes, where: str) -> Json:
    try:
        manifest = json.loads(content)
    except ValueError as error:
        raise UsageError(where, f"is no manifest: {error}", "get a fresh copy") from None
    if not isinstance(manifest, dict):
        raise UsageError(where, "is no manifest", "get a fresh copy")
    return manifest


def _unlike(content: bytes, made: Rebuilt, *, signature: Signature | None) -> Iterator[Difference]:
    """How the bytes differ; of a signed file those before its signature are compared."""
    ours = made.finished.pdf
    theirs = content[: len(ours)] if signature is not None else content
    if theirs == ours:
        return
    if made.missing:
        yield Difference("edition before", made.missing[:12], "is not in this archive", "")
    text, byte = of_pages(content, ours), of_bytes(theirs, ours)
    if text is not None:
        yield text
    if byte is not None:
        yield byte


def _neighbours(found: _Found, made: Rebuilt) -> Iterator[Difference]:
    """How manifest and data files beside the edition differ from those made again; what was not moved along is not missed."""
    for manifest in (found.manifest, found.beside):
        difference = of_manifests(manifest, made.finished.manifest) if manifest is not None else None
        if difference is not None:
            yield difference
            break
    named = found.beside.get("files", {}) if found.beside is not None else {}
    for name in sorted(named):
        path = (found.folder or Path()) / Path(name).name
        ours = next((body for ending, body in made.finished.files.items() if name.endswith(f".{ending}")), b"")
        if path.is_file() and path.read_bytes() != ours:
            yield Difference("file", path.name, _hash(path.read_bytes()), _hash(ours))


def _inward(found: _Found, content: bytes) -> Iterator[Difference]:
    """Where the manifest contradicts itself or the file."""
    if not consistent(found.manifest):
        yield Difference("manifest", "key", f"{str(found.manifest['edition']['key'])[:12]} is not the hash of what it was made from", "")
    said = (found.beside or {}).get("pdf", {}).get("sha256")
    if said and said != hashlib.sha256(content).hexdigest():
        yield Difference("file", "hash", f"{_hash(content)}, where the manifest names {said[:12]}", "")


def _signed(signature: Signature | None) -> Iterator[Difference]:
    if signature is None or signature.good:
        return
    what = "not what was signed" if not signature.intact else "more than a signature was added" if not signature.whole else "not trusted"
    yield Difference("signature", signature.signer, what, "")


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]
