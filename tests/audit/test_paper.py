from collections.abc import Callable

import pytest

from bilan.audit.paper import attached, bare, blocks, compared, in_lines, page_texts, repeated
from bilan.audit.shapes import Letter


def test_reads_each_page(laid_out: Callable[[str], bytes]) -> None:
    pdf = laid_out('<html lang="en"><title>x</title><p>One 1</p><p style="break-before: page">Two 2</p></html>')

    assert [text.split() for text in page_texts(pdf)] == [["One", "1"], ["Two", "2"]]


def test_a_pdf_without_attachments_carries_none(laid_out: Callable[[str], bytes]) -> None:
    assert attached(laid_out('<html lang="en"><title>x</title><p>One</p></html>'), "manifest.json") is None


def test_breaks_hyphens_and_capitals_do_not_matter_but_a_minus_does() -> None:
    assert bare("Com-\r\nPARED\u00a0to\u202f\u22125") == "comparedto\u22125"


def test_rows_runs_and_drawings_stand_together() -> None:
    html = '<p>A <b>b</b></p><table><tr><td>x</td><td>1</td></tr></table><img src="figures/f.svg">'

    assert blocks(html, {"figures/f.svg": [Letter("2", 9, 5), Letter("1", 1, 5)]}) == [("x1",), ("a",), ("b",), ("12",)]


def test_texts_on_one_line_are_read_from_left_to_right() -> None:
    letters = [Letter("c", 9, 5), Letter("b", 1, 5.5), Letter("a", 1, 20)]

    assert [[one.text for one in line] for line in in_lines(letters)] == [["b", "c"], ["a"]]


def test_heads_of_tables_and_the_title_may_stand_again() -> None:
    assert repeated("<h1>Title</h1><table><thead><tr><th>Year</th></tr></thead></table>") == ["year", "title"]


@pytest.mark.parametrize(
    ("pages", "lost", "besides"),
    [
        (["first row 1", "second row 2 head"], [], ["head"]),
        (["first row 2", "second row 1"], ["secondrow2", "firstrow1"], ["first row 2", "second row 1"]),
        (["first row 1", "second fell row 2"], ["secondrow2"], ["second fell row 2"]),
        (["first row 1 and more"], ["secondrow2"], ["and more"]),
    ],
)
def test_finds_what_is_not_on_paper_and_what_is_there_besides(pages: list[str], lost: list[str], besides: list[str]) -> None:
    assert compared(pages, [("firstrow1",), ("secondrow2",)], []) == (lost, besides)


def test_a_block_may_run_on_to_the_next_page_and_a_head_stand_again_there() -> None:
    block = "along sentence that runs on to the next page of it"

    assert compared(["head a long sentence that runs", "head on to the next page of it"], [(bare(block),), ("head",)], ["head"]) == ([], [])


def test_every_copy_of_a_block_is_wanted() -> None:
    assert compared(["one two"], [("one",), ("one",), ("two",)], []) == (["one"], [])


def test_the_lines_of_a_drawing_may_stand_one_by_one() -> None:
    assert compared(["almaty bishkek 500 km"], [("bishkek", "almaty", "500km")], []) == ([], [])
    assert compared(["almaty 500 km"], [("bishkek", "almaty", "500km")], []) == ([], [])
    assert compared(["almaty bishkek"], [("bishkek", "almaty", "500km")], []) == (["500km"], [])
