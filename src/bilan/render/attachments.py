"""Which files does a PDF carry? Embedded once each, with name, kind and relation to the pages, and found again."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from bilan.errors import RenderError

MOST = 64
LARGEST = 64 * 1024**2


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file to embed; `relation` is Data, Source, Alternative, Supplement or Unspecified, `says` is shown to readers."""

    name: str
    content: bytes
    mime: str
    says: str
    relation: str = "Data"


def embed(file: Any, attachments: Sequence[Attachment], changed: str) -> None:  # noqa: ANN401  pikepdf is untyped
    """Put files into an open PDF, each once in the name tree and once in the list of associated files; `changed` is a PDF date."""
    from pikepdf import Array, Dictionary, Name, String  # noqa: PLC0415  0.3 s: only a file with attachments pays it

    names, associated = Array(), Array()
    for one in sorted(attachments, key=lambda one: one.name):
        stream = file.make_stream(one.content)
        stream.Type, stream.Subtype = Name.EmbeddedFile, Name(f"/{one.mime}")
        stream.Params = Dictionary(Size=len(one.content), ModDate=changed, CreationDate=changed)
        entry = Dictionary(Type=Name.Filespec, F=one.name, UF=one.name, Desc=one.says, AFRelationship=Name(f"/{one.relation}"))
        entry.EF = Dictionary(F=stream, UF=stream)
        entry = file.make_indirect(entry)
        names.extend([String(one.name), entry])
        associated.append(entry)
    if attachments:
        if "/Names" not in file.Root:
            file.Root.Names = Dictionary()
        file.Root.Names.EmbeddedFiles = file.make_indirect(Dictionary(Names=names))
        file.Root.AF = associated


def attached(pdf: bytes) -> dict[str, bytes]:
    """The files embedded in a PDF by name; raises RenderError for what is no PDF or carries more than it may."""
    with _opened(pdf) as file:
        try:
            tree = file.Root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", [])
            found = {str(tree[place].UF): tree[place].EF.F for place in range(1, min(len(tree), 2 * MOST + 2), 2)}
            if len(found) > MOST:
                raise RenderError("attachments", f"are more than {MOST} files", "this is no file of ours")
            return {name: _content(name, stream) for name, stream in found.items()}
        except (AttributeError, KeyError, IndexError, TypeError, ValueError) as error:
            raise RenderError("attachments", f"cannot be read ({type(error).__name__})", "get a fresh copy") from None


def _content(name: str, stream: Any) -> bytes:  # noqa: ANN401  pikepdf is untyped
    """What a stream holds, unpacked no further than an edition's files ever are."""
    raw, packed = stream.read_raw_bytes(), stream.get("/Filter")
    if packed is not None and packed != "/FlateDecode":
        raise RenderError(f"attachment '{name}'", f"is packed as {packed}", "this is no file of ours")
    unpacked = zlib.decompressobj().decompress(raw, LARGEST + 1) if packed is not None else raw
    if len(unpacked) > LARGEST:
        raise RenderError(f"attachment '{name}'", f"is larger than {LARGEST} bytes", "this is no file of ours")
    return unpacked


def identifier(pdf: bytes) -> str:
    """The first part of a PDF's /ID, which is the key of an edition of ours; empty where there is none."""
    with _opened(pdf) as file:
        return bytes(file.trailer.ID[0]).decode("ascii", "replace") if "/ID" in file.trailer else ""


def _opened(pdf: bytes) -> Any:  # noqa: ANN401  pikepdf is untyped
    import pikepdf  # noqa: PLC0415  same

    try:
        return pikepdf.open(BytesIO(pdf))
    except pikepdf.PdfError as error:
        raise RenderError("file", f"is no PDF that can be read ({type(error).__name__})", "get a fresh copy") from None
