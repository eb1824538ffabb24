"""Laws of the look of charts."""

import pytest

from bilan.charts._style import Style, style_of
from bilan.config.models import BrandConfig, FontConfig
from bilan.fonts.cut import Face, Fonts


@pytest.fixture
def style(fonts: Fonts) -> Style:
    return style_of(BrandConfig(), fonts)


def test_a_partner_has_one_colour_for_marks_and_one_for_text(style: Style) -> None:
    assert (style.mark("a"), style.ink("a")) == ("#0B4F75", "#0B4F75")
    assert (style.mark("b"), style.ink("b")) == ("#D96C2B", "#A84B12")


def test_what_is_nobodys_speaks_in_ink(style: Style) -> None:
    assert (style.mark("joint"), style.mark("context")) == ("#34434F", "#A9B4BD")
    assert style.ink("joint") == style.ink("context") == "#14212B"


def test_large_print_enlarges_every_text(fonts: Fonts) -> None:
    style = style_of(BrandConfig(fonts=FontConfig(scale=1.25)), fonts)

    assert (style.label().size, style.axis().size, style.value().size) == (8.75, 8.125, 11.25)


def test_names_the_face_of_a_weight(style: Style) -> None:
    assert style.face(600) == Face("IBM Plex Sans", 600)
