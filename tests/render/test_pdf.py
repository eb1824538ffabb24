import gc
import io
from datetime import date

import pikepdf
import pytest

from bilan.errors import RenderError, Severity
from bilan.render.bundle import Bundle
from bilan.render.job import FontFiles
from bilan.render.pdf import Metadata, Rendered, pdf

SAID = Metadata("A title", "en", date(2024, 12, 2), "7f3a91c2", "An office")


def laid_out(body: str, fonts: FontFiles, **files: str) -> Rendered:
    page = f'<html lang="en"><head><title>t</title></head><body style="font-family:IBM Plex Sans">{body}</body></html>'
    return pdf(page, Bundle({name.replace("_", "."): text for name, text in files.items()}), fonts, SAID)


def test_a_page_becomes_a_tagged_pdf_that_says_what_it_is(fonts: FontFiles) -> None:
    made = laid_out("<h2>Trade</h2><p>It grew.</p>", fonts)

    with pikepdf.open(io.BytesIO(made.pdf)) as file:
        assert file.docinfo["/Title"] == "A title"
        assert file.docinfo["/Author"] == "An office"
        assert file.docinfo["/CreationDate"] == "D:20241202000000Z"
        assert file.Root.Lang == "en"
        assert file.Root.MarkInfo.Marked
        assert b"pdfuaid" in file.Root.Metadata.read_bytes()
        assert bytes(file.trailer.ID[0]) == b"7f3a91c2"
        assert file.Root.Outlines.First.Title == "Trade"
    assert (made.pages, made.problems) == (1, ())


def test_table_heads_are_heads_of_columns_for_a_screen_reader(fonts: FontFiles) -> None:
    made = laid_out("<table><tr><th>Year</th></tr><tr><td>2023</td></tr></table>", fonts)

    with pikepdf.open(io.BytesIO(made.pdf)) as file:
        heads = [one for one in file.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/TH"]
        assert [head.A.Scope for head in heads] == ["/Column"]


def test_the_same_page_gives_the_same_bytes_and_no_path_of_this_machine(fonts: FontFiles) -> None:
    first, second = laid_out("<p>Some text</p>", fonts), laid_out("<p>Some text</p>", fonts)

    assert first.pdf == second.pdf
    assert all(str(path.parent).encode() not in first.pdf for path in fonts.values())


@pytest.mark.parametrize(
    "body",
    [
        '<img src="http://example.org/a.png" alt="a">',
        '<img src="file:///etc/passwd" alt="a">',
        '<p style="background:url(file:///etc/passwd)">a</p>',
        '<style>@import url("https://example.org/a.css");</style><p>a</p>',
        '<style>@font-face{font-family:x;src:url(file:///etc/passwd)}</style><p style="font-family:x">a</p>',
        '<object data="file:///etc/passwd"></object>',
        '<embed src="http://example.org/a.svg">',
        '<svg width="9" height="9"><title>a</title><image href="file:///etc/passwd" width="9" height="9"/></svg>',
        '<link rel="attachment" href="file:///etc/passwd">',
        '<a href="javascript:alert(1)">a</a>',
        '<a href="file:///etc/passwd">a</a>',
        '<img src="a.svg" alt="a">',
    ],
)
def test_what_is_not_of_the_edition_is_refused_and_holds_it(fonts: FontFiles, body: str) -> None:
    nested = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="http://example.org/b.png" width="9" height="9"/></svg>'
    )

    made = laid_out(body, fonts, a_svg=nested)

    assert made.refused
    assert b"root:" not in made.pdf
    assert made.problems[0].severity is Severity.HOLD
    assert "was asked for and refused" in made.problems[0].message


def test_links_to_the_web_and_by_mail_stay(fonts: FontFiles) -> None:
    body = '<a href="https://example.org">a</a> <a href="mailto:a@example.org">b</a> <a href="#c">c</a> <p id="c">d</p>'

    assert laid_out(body, fonts).refused == ()


def test_whatever_weasyprint_complains_of_holds_the_edition(fonts: FontFiles) -> None:
    made = laid_out('<p style="colour:red">a</p>', fonts)

    assert "unknown property" in made.log[0]
    assert [problem.rule for problem in made.problems] == ["render.layout"]


def test_a_sign_none_of_our_faces_has_holds_the_edition(fonts: FontFiles) -> None:
    made = laid_out("<p>som ⃀ and ▲</p>", fonts)

    assert made.strange
    assert "render.glyph" in {problem.rule for problem in made.problems}


def test_elements_nested_without_end_are_told_not_crashed_on(fonts: FontFiles) -> None:
    with pytest.raises(RenderError, match="nested too deeply"):
        laid_out("<div>" * 3000, fonts)


@pytest.mark.parametrize("on", [True, False])
def test_garbage_collection_is_left_as_it_was(fonts: FontFiles, *, on: bool) -> None:
    before = gc.isenabled()
    (gc.enable if on else gc.disable)()
    try:
        laid_out("<p>a</p>", fonts)

        assert gc.isenabled() is on
    finally:
        (gc.enable if before else gc.disable)()
