from dataclasses import replace
from datetime import date

from bilan.document import Figure, Text
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


def test_labels_over_each_other_hold_the_edition(fonts: FontFiles) -> None:
    over = '<div style="position:relative;height:10mm"><b style="position:absolute;left:0">2023</b><i style="position:absolute;left:1mm">1.57</i></div>'

    found = check(page(TEXT + over, fonts), 1)

    assert [(problem.rule, problem.message) for problem in found] == [("layout.collision", "'2023' and '1.57' lie over each other")]


def test_a_heading_left_alone_at_the_foot_holds_the_edition(fonts: FontFiles) -> None:
    body = f'<h1>Head</h1><div style="height:235mm">{TEXT}</div><h2>Targets</h2><p style="break-before:page">{TEXT}'

    found = check(page(body, fonts), 2)

    assert ("layout.orphan-heading", "the heading 'Targets' stands alone at the foot") in [(one.rule, one.message) for one in found]


def test_a_colour_that_is_none_of_the_brands_is_told(fonts: FontFiles) -> None:
    brand = {"name": "Office", "colour": {"ink": "#000000", "partner": {"a": {"text": "#0B4F75"}}}}
    body = TEXT + '<p style="color:#0b4f75">ours</p><p style="color:#ff0000">loud</p><p style="color:#fff">on the band</p>'

    (problem,) = check(page(body, fonts), 1, brand=brand)

    assert (problem.severity, problem.rule) == (Severity.WARNING, "layout.colour")
    assert problem.message == "'loud' is set in #FF0000, which is no colour of brand.toml"
    assert check(page(body, fonts), 1) == []


def test_a_picture_without_a_text_instead_holds_the_edition(fonts: FontFiles) -> None:
    found = check(page(TEXT, fonts), 1, '<img src="figures/a.svg" alt="A chart"><img src="b.svg"><img src="c.svg" alt="">')

    assert [problem.message for problem in found] == ["the picture 'b.svg' has no alternative text"]


def test_a_figure_without_source_or_words_holds_the_edition_where_it_is_printed(fonts: FontFiles) -> None:
    bare = Figure("a", "bars", "<svg/>", 174, 50, Text.of("Trade grew"), Text(), Text(), Text(), ())

    found = check(page(TEXT, fonts), 1, '<img src="figures/a.svg" alt="">', [bare])

    assert [problem.message for problem in found] == ["'a' has no alternative text and no source"]
    assert check(page(TEXT, fonts), 1, "", [bare]) == []
    assert check(page(TEXT, fonts), 1, '<img src="figures/a.svg" alt="">', [replace(bare, title=Text())]) == []
