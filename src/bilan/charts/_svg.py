"""How does matplotlib's SVG become one for the page? Flat, small, in millimetres, each element saying which datum it shows."""

import html
import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

_SVG = "http://www.w3.org/2000/svg"
_NUMBER = re.compile(r"-?\d+\.\d+")
_DRAWN = {f"{{{_SVG}}}path": ("d", "style"), f"{{{_SVG}}}text": ("x", "y", "style")}


def clean(svg: str, width: float, height: float, data: Sequence[Sequence[tuple[str, str]]]) -> str:
    """Paths and texts alone, in their order, with coordinates to a hundredth of a point; `data` has an entry for each."""
    root = ET.fromstring(svg)  # noqa: S314  written by matplotlib a moment ago
    box = root.attrib["viewBox"]
    drawn = [one for one in root.iter() if one.tag in _DRAWN]
    elements = [_element(one, said) for one, said in zip(drawn, data, strict=True)]
    head = f'<svg xmlns="{_SVG}" width="{short(width)}mm" height="{short(height)}mm" viewBox="{box}" stroke-linejoin="round">'
    return "\n".join([head, *elements, "</svg>", ""])


def short(number: float) -> str:
    """A number to two decimals, without needless zeros."""
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _element(one: ET.Element, said: Sequence[tuple[str, str]]) -> str:
    name = one.tag.rpartition("}")[2]
    attributes = [(key, _rounded(one.attrib[key])) for key in _DRAWN[one.tag] if key in one.attrib]
    attributes += [(f"data-{key}", value) for key, value in said if value]
    pairs = " ".join(f'{key}="{html.escape(value)}"' for key, value in attributes)
    return f"<{name} {pairs}>{html.escape(one.text or '', quote=False)}</{name}>" if name == "text" else f"<{name} {pairs}/>"


def _rounded(value: str) -> str:
    one_line = " ".join(value.split())
    return _NUMBER.sub(lambda match: short(float(match[0])), one_line)
