from collections.abc import Iterator
from datetime import date

import pypdfium2 as pdfium
import pytest

from bilan.render.bundle import Bundle
from bilan.render.job import FontFiles
from bilan.render.pdf import Metadata, pdf
from bilan.render.signs import Sign, signs

BODY = """<style>@page{size:A4;margin:20mm}body{font:9pt IBM Plex Sans;color:#14212b}h2{font-size:15pt;color:#a84b12}</style>
<h2>Trade</h2><p>grew <b>much</b></p><table><thead><tr><th scope="col">Year</th></tr></thead><tr><td>2024</td></tr></table>"""


@pytest.fixture(scope="module")
def found(fonts: FontFiles) -> Iterator[list[Sign]]:
    made = pdf(
        f'<html lang="en"><title>t</title><h1>Head</h1>{BODY}</html>', Bundle({}), fonts, Metadata("t", "en", date(2024, 12, 2), "k")
    )
    document = pdfium.PdfDocument(made.pdf)
    yield list(signs(document[0]))
    document.close()


def word(found: list[Sign], text: str) -> list[Sign]:
    at = "".join(sign.text for sign in found).index(text)
    return found[at : at + len(text)]


def test_every_sign_but_blanks_in_reading_order(found: list[Sign]) -> None:
    assert "".join(sign.text for sign in found) == "HeadTradegrewmuchYear2024"


def test_a_sign_knows_its_size_colour_and_what_it_is_part_of(found: list[Sign]) -> None:
    (first, *_) = word(found, "Trade")

    assert (round(first.size, 1), first.colour, first.tag) == (15, "#A84B12", "H2")
    assert {sign.tag for sign in word(found, "Year")} == {"TH"}
    assert {sign.tag for sign in word(found, "grew")} == {""}


def test_signs_of_one_heading_belong_together_and_pieces_are_told_apart(found: list[Sign]) -> None:
    assert len({sign.block for sign in word(found, "Trade")}) == 1
    assert {sign.piece for sign in word(found, "grew")} != {sign.piece for sign in word(found, "much")}


def test_a_sign_has_a_box_on_the_page(found: list[Sign]) -> None:
    assert all(sign.right > sign.left and sign.top > sign.bottom and sign.area > 0 for sign in found)
    (first, *rest) = word(found, "grew")
    assert {round(sign.base, 3) for sign in rest} == {round(first.base, 3)}
