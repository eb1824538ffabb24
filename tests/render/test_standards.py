"""Does the independent look see what is wrong? Each mistake is made in a good file by hand."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pikepdf
import pytest
from tests.render.standards import archival, elements, universal
from tests.render.standards_fonts import fonts as fonts_of

from bilan.render.attachments import Attachment
from bilan.render.bundle import Bundle
from bilan.render.job import FontFiles
from bilan.render.pdf import Metadata, pdf
from bilan.render.variants import ARCHIVAL, completed

SVG = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='96' height='96'/>"
BODY = f"""<style>@page{{@bottom-left{{content:"Edition"}}}}html{{font-family:IBM Plex Sans}}</style>
<h1>Trade</h1><h2>Both ways</h2><p>It grew, <a href="https://example.org">they say</a>.</p><img src="{SVG}" alt="A square">
<table><thead><tr><th>Year</th><th>Value</th></tr></thead><tbody><tr><td>2023</td><td>1.2</td></tr></tbody></table><ul><li>One</li></ul>"""
NAMES = {"data.csv"}
Node = Any  # pikepdf is untyped
Change = Callable[[pikepdf.Pdf], object]


@pytest.fixture(scope="module")
def good(fonts: FontFiles) -> bytes:
    page = f'<html lang="en"><head><title>t</title></head><body>{BODY}</body></html>'
    made = pdf(page, Bundle({}), fonts, Metadata("A title", "en", date(2024, 12, 2), "7f3a91c2", "An office")).pdf
    return completed(made, ARCHIVAL, [Attachment("data.csv", b"a\n", "text/csv", "Data")])


def complaints(content: bytes, change: Change) -> list[str]:
    with pikepdf.open(io.BytesIO(content)) as file:
        change(file)
        return [*universal(file), *archival(file, NAMES), *fonts_of(file)]


def first(file: pikepdf.Pdf, role: str) -> Node:
    return next(one for one, own, _ in elements(file) if own == role)


def font(file: pikepdf.Pdf) -> Node:
    return next(one for one in file.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Subtype") == "/Type0")


def content(file: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    stream = file.pages[0].Contents
    before = stream.read_bytes()
    assert old in before
    stream.write(before.replace(old, new, 1))


def packet(file: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    before = file.Root.Metadata.read_bytes()
    assert old in before
    file.Root.Metadata.write(before.replace(old, new, 1))


def put(target: Node, name: str, value: Node) -> None:
    target[name] = value


def without(target: Node, name: str) -> None:
    del target[name]


def script(file: pikepdf.Pdf) -> None:
    file.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def untrue_width(file: pikepdf.Pdf) -> None:
    font(file).DescendantFonts[0].W = pikepdf.Array([0, 65535, 17])


def twice(file: pikepdf.Pdf) -> None:
    file.Root.AF.append(file.Root.AF[0])


MISTAKES: list[tuple[Change, str]] = [
    (lambda file: put(file.Root.MarkInfo, "/Marked", False), "not marked as tagged"),  # noqa: FBT003  a value of a PDF
    (lambda file: without(file.Root, "/Lang"), "no language"),
    (lambda file: without(file.docinfo, "/Title"), "no title shown"),
    (lambda file: without(file.Root.ViewerPreferences, "/DisplayDocTitle"), "no title shown"),
    (lambda file: packet(file, b'pdfuaid:part="1"', b'pdfuaid:part="9"'), "no PDF/UA mark"),
    (lambda file: without(file.pages[0].obj, "/Tabs"), "tab order"),
    (lambda file: put(first(file, "P"), "/S", pikepdf.Name.Paragraph), "is no standard type"),
    (lambda file: put(first(file, "TR"), "/S", pikepdf.Name.Div), "TH within Div"),
    (lambda file: put(first(file, "LI"), "/S", pikepdf.Name.P), "P within L"),
    (lambda file: without(first(file, "Figure"), "/Alt"), "without alternative text"),
    (lambda file: put(first(file, "Figure").A, "/BBox", pikepdf.Array([0, 0, 9999, 1])), "off its page"),
    (lambda file: put(first(file, "H2"), "/S", pikepdf.Name.H3), "H3 after H1"),
    (lambda file: put(first(file, "H1"), "/S", pikepdf.Name.P), "the first heading is not H1"),
    (lambda file: put(first(file, "H1"), "/K", pikepdf.Array()), "an empty H1"),
    (lambda file: without(first(file, "TH").A, "/Scope"), "does not say what it heads"),
    (lambda file: put(first(file, "TD").A, "/Headers", pikepdf.Array(["none"])), "no head 'none'"),
    (lambda file: without(file.Root.StructTreeRoot, "/IDTree"), "the index of ids"),
    (lambda file: content(file, b"/Artifact\n<</Type /Pagination>>\nBDC", b"/Span <</MCID 900>> BDC"), "do not name each other"),
    (lambda file: content(file, b"/Artifact\n<</Type /Pagination>>\nBDC", b"/Loose BMC"), "outside tagged content"),
    (script, "in the catalog"),
    (script, "/JavaScript in an object"),
    (lambda file: put(file.pages[0].Annots[0].A, "/URI", "file:///etc/passwd"), "a link to file"),
    (lambda file: packet(file, b'conformance="A"', b'conformance="B"'), "no PDF/A-3a mark"),
    (lambda file: packet(file, b"An office", b"Another"), "/Author is not in the metadata"),
    (lambda file: packet(file, b"2024-12-02", b"2024-12-03"), "is another one in the metadata"),
    (lambda file: without(file.Root, "/OutputIntents"), "no colour profile"),
    (lambda file: put(file.Root, "/OCProperties", pikepdf.Dictionary()), "optional content"),
    (lambda file: content(file, b"BT", b"0 0 0 1 k BT"), "a colour in CMYK"),
    (lambda file: put(file.pages[0].Annots[0], "/F", 2), "hidden or not printed"),
    (twice, "each once"),
    (lambda file: without(file.Root.Names, "/EmbeddedFiles"), "attached are []"),
    (lambda file: without(file.Root.AF[0], "/AFRelationship"), "no relation"),
    (lambda file: put(file.Root.AF[0], "/F", "other.csv"), "no name or description"),
    (lambda file: without(file.Root.AF[0].EF.F, "/Subtype"), "kind, size or date"),
    (lambda file: without(font(file).DescendantFonts[0].FontDescriptor, "/FontFile2"), "not embedded"),
    (lambda file: without(font(file), "/ToUnicode"), "reads as"),
    (untrue_width, "another width"),
]


def test_a_good_file_has_nothing_said_against_it(good: bytes) -> None:
    assert complaints(good, lambda _: None) == []


@pytest.mark.parametrize(("change", "said"), MISTAKES, ids=[f"{number} {said}" for number, (_, said) in enumerate(MISTAKES)])
def test_a_mistake_made_by_hand_is_seen(good: bytes, change: Change, said: str) -> None:
    assert any(said in complaint for complaint in complaints(good, change))
