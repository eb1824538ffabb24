from dataclasses import replace

from bilan.audit.shapes import measured
from bilan.config.models import BrandConfig
from bilan.document import Figure, Text
from bilan.render.screen import drawing

COLOUR = BrandConfig().colour.model_dump()
SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="34mm" height="8mm" viewBox="0 0 96 22" stroke-linejoin="round"><metadata>x</metadata>
<path d="M 1 2 L 9 2" style="fill: none; stroke: #dde3e7; stroke-width: 0.5" data-mark="column" data-value="5" data-axis="y" data-reading="r:1"/>
<text x="3" y="4" style="font-weight: 600; font-size: 9px; font-family: &#x27;IBM Plex Sans&#x27;; fill: #123456" data-reading="r:1">1 &lt; 2<tspan>&amp;</tspan></text>
</svg>"""


def figure(width: float = 34.0, alt: str = 'A "small" chart') -> Figure:
    words = Text.of("Trade")
    return Figure("trade", "bars", SVG, width, 8.0, words, words, Text.of(alt) if alt else Text(), words, ())


def test_a_drawing_shows_what_it_shows_on_paper() -> None:
    assert measured(drawing(figure(), COLOUR)) == measured(SVG)


def test_its_colours_are_those_of_the_page_and_a_foreign_one_stays() -> None:
    made = drawing(figure(), COLOUR)

    assert 'stroke="var(--grid)"' in made
    assert 'fill="#123456"' in made
    assert 'style="' not in made
    assert (
        drawing(replace(figure(), svg=SVG.replace("#dde3e7", "#0b4f75").replace("#123456", "#0b4f75")), COLOUR).count("partner-a-mark") == 1
    )
    assert "font-family" not in made


def test_it_says_in_words_what_it_shows_and_one_without_words_is_not_spoken_of() -> None:
    assert 'role="img" aria-label="A &quot;small&quot; chart"' in drawing(figure(), COLOUR)
    assert 'aria-hidden="true"' in drawing(figure(alt=""), COLOUR)
    assert "role=" not in drawing(figure(alt=""), COLOUR)


def test_what_is_neither_shape_nor_text_is_left_out() -> None:
    assert "metadata" not in drawing(figure(), COLOUR)


def test_a_wide_one_may_be_scrolled_with_the_keyboard() -> None:
    wide, narrow = drawing(figure(174.0), COLOUR), drawing(figure(), COLOUR)

    assert wide.startswith('<div class="chart" tabindex="0"><svg')
    assert wide.endswith("</svg></div>")
    assert narrow.startswith("<svg")
