"""How does a chart stand in a page on screen? As an inline drawing whose colours follow the page, day and night."""

import html
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree import ElementTree as ET

from bilan.document import Figure
from bilan.render.night import TEXTS, named

Names = tuple[Mapping[str, str], Mapping[str, str]]
"""The page's name of each colour by its value, for shapes and for words."""

WIDE_MM = 90.0
"""A drawing wider than this is not made smaller than it can be read; a narrow screen scrolls it sideways."""
ENLARGED = 1.25
"""Paper is read nearer than a screen."""
PX_PER_MM = 96 / 25.4
_SVG = "{http://www.w3.org/2000/svg}"
_DRAWN = ("path", "text", "tspan", "g", "rect", "circle", "line", "polyline", "polygon")
WORDS = ("text", "tspan")
_OF_PAGE = ("font-family", "font")
"""What the page decides for all its drawings."""


def drawing(figure: Figure, colour: Mapping[str, Any]) -> str:
    """A figure as an inline drawing with its alternative text; what has a `colour` of the brand follows the page's."""
    names = named(colour), named(colour, TEXTS)
    root = ET.fromstring(figure.svg)  # noqa: S314  drawn by our own charts
    size = [round(length * PX_PER_MM * ENLARGED) for length in (figure.width_mm, figure.height_mm)]
    said = str(figure.alt)
    role = f'role="img" aria-label="{html.escape(said)}"' if said else 'aria-hidden="true"'
    kind = "wide" if figure.width_mm > WIDE_MM else "narrow"
    before, after = ('<div class="chart" tabindex="0">', "</div>") if kind == "wide" else ("", "")
    head = f'{before}<svg xmlns="http://www.w3.org/2000/svg" class="drawing {kind}" data-figure="{html.escape(figure.id)}" {role}'
    inner = "".join(_written(one, names) for one in root)
    box = html.escape(root.get("viewBox", ""))
    return f'{head} width="{size[0]}" height="{size[1]}" viewBox="{box}" stroke-linejoin="round">{inner}</svg>{after}'


def _written(one: ET.Element, names: Names) -> str:
    tag = one.tag.removeprefix(_SVG)
    if tag not in _DRAWN:
        return ""
    told = "".join(f' {name}="{html.escape(value)}"' for name, value in _attributes(one, names[tag in WORDS]))
    inner = html.escape(one.text or "", quote=False) if tag in WORDS else ""
    inner += "".join(_written(part, names) + html.escape(part.tail or "", quote=False) for part in one)
    return f"<{tag}{told}>{inner}</{tag}>" if inner else f"<{tag}{told}/>"


def _attributes(one: ET.Element, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Attributes alone, no style: a strict page allows none; a colour of the brand by its name."""
    for name, value in one.attrib.items():
        if name == "style":
            for part in value.split(";"):
                key, _, said = (piece.strip() for piece in part.partition(":"))
                if key and key not in _OF_PAGE:
                    yield key, _colour(said, names)
        elif name not in _OF_PAGE:
            yield name, _colour(value, names)


def _colour(value: str, names: Mapping[str, str]) -> str:
    name = names.get(value.lower())
    return f"var(--{name})" if name else value
