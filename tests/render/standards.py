"""An independent look at a finished PDF: what PDF/UA-1 and PDF/A-3a ask for and a program can see; written against the file, not our code."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pikepdf
from pikepdf import Array, Dictionary, Stream

PDFUA, PDFA = "{http://www.aiim.org/pdfua/ns/id/}part", "{http://www.aiim.org/pdfa/ns/id/}"
STANDARD = {
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "P",
    "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody",
    "TFoot", "Span", "Quote", "Note", "Reference", "Link", "Annot", "Figure", "Formula", "Form",
}  # fmt: skip
WITHIN = {  # child: its only parents
    "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"}, "THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"},
    "LI": {"L"}, "Lbl": {"LI", "Note"}, "LBody": {"LI"},
}  # fmt: skip
HOLDS = {  # parent: its only children
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"}, "THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"}, "TR": {"TH", "TD"},
    "L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"},
}  # fmt: skip
FORBIDDEN = ("/JavaScript", "/JS", "/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/Movie", "/Sound", "/Rendition", "/XFA")
PAINTS = ("Tj", "TJ", "'", '"', "f", "f*", "B", "B*", "S", "s", "b", "b*", "Do", "sh", "INLINE IMAGE")
ACTIONS = ("/OpenAction", "/AA")
Node = Any  # pikepdf is untyped
Element = tuple[Node, str, str]


def universal(file: Node) -> list[str]:
    """What speaks against PDF/UA-1."""
    return [*_document(file), *_structure(file), *_tables(file), *_content(file), *_safe(file)]


def archival(file: Node, names: set[str]) -> list[str]:
    """What speaks against PDF/A-3a, with exactly these files attached."""
    return [*_marks(file), *_intents(file), *_colours(file), *_attached(file, names)]


def _document(file: Node) -> Iterator[str]:
    root = file.Root
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "not marked as tagged"
    if not re.fullmatch(r"[a-z]{2}", str(root.get("/Lang", ""))):
        yield "no language"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") or not str(file.docinfo.get("/Title", "")):
        yield "no title shown"
    if _xmp(file).get(PDFUA) != "1":
        yield "no PDF/UA mark"
    if "/Suspects" in root.get("/MarkInfo", {}):
        yield "suspects"
    for number, page in enumerate(file.pages, start=1):
        if page.get("/Tabs") != "/S":
            yield f"page {number}: tab order is not that of the structure"


def _structure(file: Node) -> Iterator[str]:
    levels = [(int(role[1]), element) for element, role, _ in elements(file) if re.fullmatch(r"H[1-6]", role)]
    for element, role, parent in elements(file):
        if role not in STANDARD:
            yield f"{role} is no standard type"
        if parent not in WITHIN.get(role, {parent}) or role not in HOLDS.get(parent, {role}):
            yield f"{role} within {parent}"
        if role == "Figure":
            yield from _figure(element)
    yield from (f"an empty H{level}" for level, element in levels if not _has_content(element))
    if levels and levels[0][0] != 1:
        yield "the first heading is not H1"
    yield from (f"H{low} after H{high}" for (high, _), (low, _) in pairwise(levels) if low > high + 1)


def _figure(figure: Node) -> Iterator[str]:
    if not str(figure.get("/Alt", "")).strip():
        yield "a figure without alternative text"
    left, low, right, high = (float(side) for side in figure.A.BBox)
    _, _, width, height = (float(side) for side in figure.Pg.MediaBox)
    if not (0 <= left < right <= width and 0 <= low < high <= height):
        yield f"a figure whose box is off its page: {[left, low, right, high]}"


def _tables(file: Node) -> Iterator[str]:
    tree = file.Root.StructTreeRoot.get("/IDTree", {}).get("/Names", Array())
    ids = [str(tree[place]) for place in range(0, len(tree), 2)]
    if ids != sorted(set(ids)):
        yield "the index of ids is out of order"
    known = {str(element.ID) for element, _, _ in elements(file) if "/ID" in element}
    if known != set(ids):
        yield "the index of ids is not that of the elements"
    for table, _, _ in (one for one in elements(file) if one[1] == "Table"):
        cells = [(cell, role) for cell, role, _ in _below(table, "Table") if role in ("TH", "TD")]
        heads = [cell for cell, role in cells if role == "TH"]
        if not heads:
            yield "a table without heads"
        if any(str(head.get("/A", {}).get("/Scope")) not in ("/Row", "/Column", "/Both") for head in heads):
            yield "a head that does not say what it heads"
        for cell, _ in cells:
            yield from (f"no head '{name}'" for name in cell.get("/A", {}).get("/Headers", []) if str(name) not in ids)


def _content(file: Node) -> Iterator[str]:
    """Everything on a page is tagged once or is an artifact."""
    told: dict[int, Counter[int]] = {}
    for element, _, _ in elements(file):
        told.setdefault(element.Pg.objgen[0] if "/Pg" in element else 0, Counter()).update(_marks_of(element))
    for number, page in enumerate(file.pages, start=1):
        found, loose = _tagged(page)
        yield from (f"page {number}: {operator} outside tagged content and artifacts" for operator in loose)
        if found != told.get(page.obj.objgen[0], Counter()):
            yield f"page {number}: content and structure do not name each other"


def _tagged(page: Node) -> tuple[Counter[int], list[str]]:
    """The marks of a page, and what it paints outside of them and of artifacts."""
    found: Counter[int] = Counter()
    loose, open_marks = [], []
    for operands, operator in drawn(page):
        if operator in ("BDC", "BMC"):
            mark = operands[1].get("/MCID") if operator == "BDC" and isinstance(operands[1], Dictionary) else None
            found.update([int(mark)] if mark is not None else [])
            open_marks.append(mark is not None or operands[0] == "/Artifact")
        elif operator == "EMC":
            open_marks.pop()
        elif operator in PAINTS and not any(open_marks):
            loose.append(operator)
    return found, loose


def _safe(file: Node) -> Iterator[str]:
    if file.is_encrypted:
        yield "encrypted"
    yield from (f"{name} in the catalog" for name in ACTIONS if name in file.Root)
    for one in everything(file):
        yield from (f"{name} in an object" for name in FORBIDDEN if name in one or one.get("/S") == name)
        if "/AA" in one:
            yield "an action that runs by itself"
        if isinstance(one, Stream) and "/F" in one.stream_dict:
            yield "a stream outside the file"
        if one.get("/S") == "/URI" and not str(one.URI).startswith(("https:", "http:", "mailto:")):
            yield f"a link to {one.URI}"


def _marks(file: Node) -> Iterator[str]:
    said, packet = _xmp(file), file.Root.Metadata.read_bytes()
    wrong = {
        "no PDF/A-3a mark": (said.get(f"{PDFA}part"), said.get(f"{PDFA}conformance")) != ("3", "A"),
        "the metadata are compressed": "/Filter" in file.Root.Metadata,
        "the PDF/UA mark is not described for PDF/A": b"http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>" not in packet,
        "no file identifier": "/ID" not in file.trailer,
    }
    yield from (complaint for complaint, holds in wrong.items() if holds)
    told = "".join(ET.fromstring(packet.decode()).itertext()) + " ".join(said.values())  # noqa: S314  our own file
    for name in ("/Title", "/Author", "/Producer", "/Creator"):
        if str(file.docinfo.get(name, "absent")) not in told:
            yield f"{name} is not in the metadata"
    for name, other in (("/CreationDate", "CreateDate"), ("/ModDate", "ModifyDate")):
        digits = re.sub(r"\D", "", said.get(f"{{http://ns.adobe.com/xap/1.0/}}{other}", ""))
        if digits != re.sub(r"\D", "", str(file.docinfo[name])):
            yield f"{name} is another one in the metadata"


def _intents(file: Node) -> Iterator[str]:
    intents = [one for one in file.Root.get("/OutputIntents", []) if one.S == "/GTS_PDFA1"]
    if len(intents) != 1 or intents[0].DestOutputProfile.read_bytes()[36:40] != b"acsp" or intents[0].DestOutputProfile.N != 3:
        yield "no colour profile"


def _colours(file: Node) -> Iterator[str]:
    """No colour the profile does not describe, no blending or image setting PDF/A refuses, nothing optional."""
    if "/OCProperties" in file.Root:
        yield "optional content"
    for one in everything(file):
        if isinstance(one, Stream) and one.get("/Subtype") == "/Image" and one.get("/Interpolate", False):
            yield "an interpolated image"
        yield from (f"{name} in an object" for name in ("/TR", "/HTP", "/OPI", "/Alternates", "/PS") if name in one)
        if "/DeviceCMYK" in (one.get("/CS"), one.get("/ColorSpace")):
            yield "a colour in CMYK"
    if {operator for _, stream in streams(file) for _, operator in drawn(stream)} & {"k", "K", "ri"}:
        yield "a colour in CMYK, or a rendering intent"
    notes = [note for page in file.pages for note in page.get("/Annots", [])]
    if any(int(note.get("/F", 0)) & 0b100111 != 0b100 for note in notes):
        yield "a note that is hidden or not printed"


def _attached(file: Node, names: set[str]) -> Iterator[str]:
    tree = file.Root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", Array())
    pairs = [(str(tree[place]), tree[place + 1]) for place in range(0, len(tree), 2)]
    if [name for name, _ in pairs] != sorted(names):
        yield f"attached are {[name for name, _ in pairs]}"
    associated = Counter(one.objgen for one in file.Root.get("/AF", []))
    if associated != Counter(entry.objgen for _, entry in pairs):
        yield "associated files are not the embedded ones, each once"
    for name, entry in pairs:
        if str(entry.get("/AFRelationship")) not in ("/Data", "/Source", "/Alternative", "/Supplement"):
            yield f"{name}: no relation"
        if not str(entry.get("/F")) == str(entry.get("/UF")) == name or not str(entry.get("/Desc", "")):
            yield f"{name}: no name or description"
        stream = entry.EF.F
        if (
            "/" not in str(stream.get("/Subtype", ""))[1:]
            or int(stream.Params.Size) != len(stream.read_bytes())
            or "/ModDate" not in stream.Params
        ):
            yield f"{name}: kind, size or date is missing"


def elements(file: Node) -> Iterator[Element]:
    """Every structure element in reading order: itself, its type, its parent's type."""
    for kid in file.Root.StructTreeRoot.K:
        yield kid, str(kid.S)[1:], "StructTreeRoot"
        yield from _below(kid, str(kid.S)[1:])


def everything(file: Node) -> Iterator[Node]:
    """Every dictionary and stream, those that stand inside others too."""
    for one in file.objects:
        yield from _nested(one)


def _nested(one: Node) -> Iterator[Node]:
    if isinstance(one, Dictionary | Stream):
        yield one
        values = [one[name] for name in one.keys()]  # noqa: SIM118  a stream is not iterable
    else:
        values = list(one) if isinstance(one, Array) else []
    for value in values:
        if isinstance(value, Dictionary | Array) and not value.is_indirect:
            yield from _nested(value)


def drawn(stream: Node) -> Iterator[tuple[Node, str]]:
    """The operations of a content stream: operands, operator."""
    for one in pikepdf.parse_content_stream(stream):
        yield one.operands, str(one.operator)


def streams(file: Node) -> Iterator[tuple[Node, Node]]:
    """Every content stream with the resources it draws from: pages, and the forms drawn on them."""
    for page in file.pages:
        yield page.obj.Resources, page
    for one in file.objects:
        if isinstance(one, Stream) and one.get("/Subtype") == "/Form":
            yield one.get("/Resources", Dictionary()), one


def _below(element: Node, role: str) -> Iterator[Element]:
    kids = element.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            own = str(kid.S)[1:]
            yield kid, own, role
            yield from _below(kid, own)


def _marks_of(element: Node) -> list[int]:
    kids = element.get("/K", Array())
    return [int(kid) for kid in (kids if isinstance(kids, Array) else [kids]) if isinstance(kid, int)]


def _has_content(element: Node) -> bool:
    return bool(_marks_of(element)) or any(_marks_of(one) for one, _, _ in _below(element, ""))


def _xmp(file: Node) -> dict[str, str]:
    """Simple properties of the metadata, written as attributes or as elements."""
    packet = ET.fromstring(file.Root.Metadata.read_bytes().decode())  # noqa: S314  our own file
    found = {name: value for one in packet.iter() for name, value in one.attrib.items()}
    return found | {one.tag: one.text.strip() for one in packet.iter() if one.text and one.text.strip() and not len(one)}
