"""Can a reader tell the brand's colours from the paper, and the two partners from each other?"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # the child process renders without loading pydantic
    from bilan.config.models import BrandConfig

TEXT, MARK = 4.5, 3.0
"""Contrast that WCAG asks of text and of marks."""
APART = 20.0
"""Points of lightness (CIE L*) by which the partners differ, so that they stay apart on a grey printer."""
WHITE = "#FFFFFF"


class Pair(NamedTuple):
    """Two colours one of which lies on the other, and the contrast they need."""

    name: str
    colour: str
    ground_name: str
    ground: str
    needs: float


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG measures it, from 1 (none) to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lightness(colour: str) -> float:
    """How light a colour is, from 0 (black) to 100 (white): CIE L*."""
    y = _luminance(colour)
    return 116 * y ** (1 / 3) - 16 if y > (6 / 29) ** 3 else y * (29 / 3) ** 3


def faults(brand: "BrandConfig") -> list[tuple[str, str]]:
    """What cannot be read: the colour at fault, and a sentence with both colours and the contrast measured."""
    found = [
        (
            one.colour,
            f"{one.name} {one.colour} on {one.ground_name} {one.ground} has contrast {_rounded(measured)}:1, needs {one.needs:g}:1",
        )
        for one in _pairs(brand)
        if (measured := contrast(one.colour, one.ground)) < one.needs
    ]
    a, b = brand.colour.partner.a.mark, brand.colour.partner.b.mark
    apart = abs(lightness(a) - lightness(b))
    if apart < APART:
        said = f"colour.partner.a.mark {a} and colour.partner.b.mark {b} are {apart:.0f} points of lightness apart, need {APART:.0f}"
        found.append((b, f"{said} to differ in grey"))
    return found


def _pairs(brand: "BrandConfig") -> Iterator[Pair]:
    colour, paper = brand.colour, brand.colour.paper
    texts = {"ink": colour.ink, "ink-2": colour.ink_2, "ink-3": colour.ink_3}
    texts |= {"partner.a.text": colour.partner.a.text, "partner.b.text": colour.partner.b.text}
    texts |= {f"status.{name.replace('_', '-')}": value for name, value in colour.status.model_dump().items()}
    marks = {"partner.a.mark": colour.partner.a.mark, "partner.b.mark": colour.partner.b.mark, "joint": colour.joint}
    for name, value in texts.items():
        yield Pair(f"colour.{name}", value, "paper", paper, TEXT)
    for name in ("ink", "ink-2"):
        yield Pair(f"colour.{name}", texts[name], "panel", colour.panel, TEXT)
    for name, value in marks.items():
        yield Pair(f"colour.{name}", value, "paper", paper, MARK)
    if brand.cover == "band":
        yield Pair("white", WHITE, "colour.band", colour.band, TEXT)
        yield Pair("colour.band-soft", colour.band_soft, "band", colour.band, TEXT)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  the sRGB curve


def _rounded(measured: float) -> str:
    """Cut, never rounded up: a contrast just too low must not be told as the one it needs."""
    return f"{int(measured * 100) / 100:g}"
