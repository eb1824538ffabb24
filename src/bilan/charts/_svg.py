"""How does matplotlib's SVG become one for the page? Flat, small, in millimetres, without any id that could clash."""

import html
import re
from xml.etree import ElementTree as ET

_SVG = "http://www.w3.org/2000/svg"
_NUMBER = re.compile(r"-?\d+\.\d+")
_DRAWN = {f"{{{_SVG}}}path": ("d", "style"), f"{{{_SVG}}}text": ("x", "y", "style")}


def clean(svg: str, width: float, height: float) -> str:
    """Paths and texts alone, in their order, with coordinates to a hundredth of a point."""
    root = ET.fromstring(svg)  # noqa: S314  written by matplotlib a moment ago
    box = root.attrib["viewBox"]
    elements = [_element(one) for one in root.iter() if one.tag in _DRAWN]
    head = f'<svg xmlns="{_SVG}" width="{_short(width)}mm" height="{_short(height)}mm" viewBox="{box}" stroke-linejoin="round">'
    return "\n".join([head, *elements, "</svg>", ""])


def _element(one: ET.Element) -> str:
    name = one.tag.rpartition("}")[2]
    pairs = " ".join(f'{key}="{html.escape(_rounded(one.attrib[key]))}"' for key in _DRAWN[one.tag] if key in one.attrib)
    return f"<{name} {pairs}>{html.escape(one.text or '', quote=False)}</{name}>" if name == "text" else f"<{name} {pairs}/>"


def _rounded(value: str) -> str:
    one_line = " ".join(value.split())
    return _NUMBER.sub(lambda match: _short(float(match[0])), one_line)


def _short(number: float) -> str:
    short = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if short in ("-0", "") else short
