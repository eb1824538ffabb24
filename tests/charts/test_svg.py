"""Laws of cleaning matplotlib's SVG."""

import pytest

from bilan.charts._svg import clean

RAW = """<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" width="10pt" height="20pt" viewBox="0 0 10 20">
 <metadata>when</metadata><defs><style>*{}</style></defs>
 <g id="figure_1"><g id="patch_1"><path id="p" d="M 1.23456 2
L -0.0001 3.999999 z" style="fill: #ffffff"/></g>
 <g><text style="font-family: 'IBM Plex Sans'" x="1.0001" y="2.5" transform="rotate(-0 1 2)">$1 &lt; &amp;"2"</text></g></g></svg>"""


def test_keeps_paths_and_texts_without_ids_and_turns() -> None:
    assert clean(RAW, 3.5, 7.06, [(("mark", "column"), ("reading", "")), ()]).splitlines() == [
        '<svg xmlns="http://www.w3.org/2000/svg" width="3.5mm" height="7.06mm" viewBox="0 0 10 20" stroke-linejoin="round">',
        '<path d="M 1.23 2 L 0 4 z" style="fill: #ffffff" data-mark="column"/>',
        '<text x="1" y="2.5" style="font-family: &#x27;IBM Plex Sans&#x27;">$1 &lt; &amp;"2"</text>',
        "</svg>",
    ]


def test_an_element_too_many_is_no_drawing_of_ours() -> None:
    with pytest.raises(ValueError, match="zip"):
        clean(RAW, 3.5, 7.06, [()])
