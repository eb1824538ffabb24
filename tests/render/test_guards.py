from datetime import date

from bilan.errors import Severity
from bilan.render.bundle import Bundle
from bilan.render.guards import check
from bilan.render.job import FontFiles
from bilan.render.pdf import Metadata, pdf

TEXT = "<p>Trade in goods grew in both directions, and the gap between the two statistics grew with it, as it did before.</p>"
FULL = f'<div style="height:250mm">{TEXT}</div><p>The end.</p>'


def page(body: str, fonts: FontFiles) -> bytes:
    css = "<style>@page{size:A4;margin:20mm 18mm}body{margin:0;font:9pt IBM Plex Sans}p{margin:0}</style>"
    return pdf(f'<html lang="en"><title>t</title>{css}{body}</html>', Bundle({}), fonts, Metadata("t", "en", date(2024, 12, 2), "k")).pdf


def test_a_plain_page_passes(fonts: FontFiles) -> None:
    assert check(page(TEXT, fonts), 1) == []


def test_a_page_too_many_holds_the_edition(fonts: FontFiles) -> None:
    found = check(page(FULL + '<p style="break-before:page">' + TEXT, fonts), 1)

    assert [(problem.message, problem.severity) for problem in found] == [("2 pages where the audience has 1 page", Severity.HOLD)]


def test_a_budget_of_several_pages_is_told_as_such(fonts: FontFiles) -> None:
    found = check(page(FULL + f'<div style="break-before:page">{FULL}</div>' + f'<div style="break-before:page">{TEXT}</div>', fonts), 2)

    assert found[0].message == "3 pages where the audience has 2 pages"


def test_an_empty_page_holds_the_edition(fonts: FontFiles) -> None:
    found = check(page(FULL + '<div style="break-before:page">8</div>', fonts), 2)

    assert [(problem.where, problem.message) for problem in found] == [("page 2", "is empty")]


def test_type_too_small_to_read_holds_the_edition(fonts: FontFiles) -> None:
    found = check(page(TEXT + '<p style="font-size:5pt">a footnote</p>', fonts), 1)

    assert [problem.message for problem in found] == ["'afootnote' is set in 5.0 pt, under 6.5 pt"]


def test_text_beside_the_page_block_holds_the_edition(fonts: FontFiles) -> None:
    found = check(page(TEXT + '<p style="margin-left:170mm;white-space:nowrap">outside</p>', fonts), 1)

    assert found[0].message.endswith("stands outside the page block")
    assert found[0].rule == "layout.overflow"


def test_a_large_blank_at_the_foot_is_noted_but_not_on_the_last_page(fonts: FontFiles) -> None:
    found = check(page(TEXT + f'<div style="break-before:page">{TEXT}</div>', fonts), 2)

    assert [(problem.where, problem.severity) for problem in found] == [("page 1", Severity.NOTE)]
    assert "mm blank at its foot" in found[0].message
