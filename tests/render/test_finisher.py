import io
from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.standards import drawn, elements, universal

from bilan.render.bundle import Bundle
from bilan.render.finisher import HEADINGS, _headings
from bilan.render.job import FontFiles
from bilan.render.pdf import Metadata, pdf

SAID = Metadata("A title", "en", date(2024, 12, 2), "7f3a91c2", "An office")
Opened = Callable[[str], pikepdf.Pdf]


@pytest.fixture
def opened(fonts: FontFiles) -> Opened:
    """A page laid out and opened."""

    def made(body: str) -> pikepdf.Pdf:
        page = f'<html lang="en"><head><title>t</title></head><body style="font-family:IBM Plex Sans">{body}</body></html>'
        return pikepdf.open(io.BytesIO(pdf(page, Bundle({}), fonts, SAID).pdf))

    return made


def roles(file: pikepdf.Pdf, *wanted: str) -> list[str]:
    return [role for _, role, _ in elements(file) if role in wanted]


def scopes(file: pikepdf.Pdf) -> list[str]:
    return [str(one.A.Scope)[1:] for one, role, _ in elements(file) if role == "TH"]


def test_a_head_of_the_table_heads_its_column_and_one_in_a_row_its_row(opened: Opened) -> None:
    file = opened(
        "<table><thead><tr><th>Year</th><th>Value</th></tr></thead>"
        '<tbody><tr><th scope="row">2023</th><td>1.2</td></tr><tr><td>2024</td><td>1.3</td></tr></tbody></table>'
    )

    assert scopes(file) == ["Column", "Column", "Row"]
    assert universal(file) == []


def test_a_row_of_heads_without_a_group_heads_columns(opened: Opened) -> None:
    assert scopes(opened("<table><tr><th>Year</th><th>Value</th></tr><tr><td>2023</td><td>1.2</td></tr></table>")) == ["Column", "Column"]


def test_in_a_table_without_heads_the_first_cell_heads_its_row(opened: Opened) -> None:
    file = opened("<table><tr><td>Road</td><td>opened</td></tr><tr><td>Bridge</td><td>late</td></tr></table>")

    assert scopes(file) == ["Row", "Row"]
    assert roles(file, "TD") == ["TD", "TD"]
    assert all("/Headers" not in one.A for one, role, _ in elements(file) if role in ("TH", "TD"))


def test_every_head_a_cell_names_is_found_by_its_id(opened: Opened) -> None:
    file = opened("<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>")
    tree = file.Root.StructTreeRoot.IDTree.Names
    named = [str(name) for one, role, _ in elements(file) if role == "TD" for name in one.A.Headers]

    assert len(named) == 2
    assert set(named) == {str(tree[place]) for place in range(0, len(tree), 2)}


def test_a_document_without_a_table_has_no_index_of_ids(opened: Opened) -> None:
    assert "/IDTree" not in opened("<p>Text</p>").Root.StructTreeRoot


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("h1 h3 h3 h2 h3", "H1 H2 H2 H2 H3"),
        ("h1 h2 h3 h2", "H1 H2 H3 H2"),
        ("h2 h3 h1", "H1 H2 H1"),
        ("h1 h6 h4 h2", "H1 H2 H2 H2"),
    ],
)
def test_no_level_of_heading_is_skipped_and_equals_stay_equal(opened: Opened, written: str, read: str) -> None:
    file = opened("".join(f"<{level}>Text</{level}>" for level in written.split()))

    assert roles(file, "H1", "H2", "H3", "H4", "H5", "H6") == read.split()


class Line:
    """A document that is nothing but headings."""

    def __init__(self, levels: list[int]) -> None:
        self.top = None
        self.headings = [{"S": HEADINGS[level]} for level in levels]

    def walk(self, _top: None) -> list[dict[str, str]]:
        return self.headings


@given(st.lists(st.integers(0, 5), min_size=1))
def test_whatever_levels_are_written_each_is_at_most_one_below_the_one_before(levels: list[int]) -> None:
    line = Line(levels)

    _headings(line)  # type: ignore[arg-type]  # as much of a tree as it needs

    found = [HEADINGS.index(one["S"]) for one in line.headings]
    assert found[0] == 0
    assert all(low <= high + 1 for high, low in pairwise(found))
    assert all((low > high) == (then > before) for (high, low), (before, then) in zip(pairwise(found), pairwise(levels), strict=True))


def test_a_description_list_is_entries_of_a_label_and_a_body(opened: Opened) -> None:
    file = opened("<dl><div><dt>Edition</dt><dd>8</dd></div><div><dt>Issued</dt><dd>today</dd></div></dl>")

    assert roles(file, "L", "LI", "Lbl", "LBody") == ["L", "LI", "Lbl", "LBody", "LI", "Lbl", "LBody"]
    assert universal(file) == []


def test_an_ordinary_list_stays_as_it_is(opened: Opened) -> None:
    file = opened("<ul><li>One</li><li>Two</li></ul>")

    assert roles(file, "L", "LI", "LBody") == ["L", "LI", "LBody", "LI", "LBody"]
    assert universal(file) == []


def test_the_box_of_a_figure_is_where_the_figure_is(opened: Opened) -> None:
    svg = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='96' height='96'/>"
    file = opened(f'<style>@page{{size:4in 10in;margin:1in}}body{{margin:0}}</style><img src="{svg}" alt="A square" style="display:block">')

    (figure,) = [one for one, role, _ in elements(file) if role == "Figure"]
    assert [round(float(side)) for side in figure.A.BBox] == [72, 576, 144, 648]


def test_running_lines_are_artifacts_and_no_part_of_the_text(opened: Opened) -> None:
    rule = '<style>@page{@bottom-left{content:"Edition " counter(page);font-family:IBM Plex Sans}}</style>'
    file = opened(f'{rule}<p>First</p><p style="break-before:page">Second</p>')

    for page in file.pages:
        marks = [operands for operands, operator in drawn(page) if operator == "BDC"]
        assert [str(tag) for tag, _ in marks] == ["/Span", "/Artifact"]
        assert marks[1][1].Type == "/Pagination"
    assert universal(file) == []
