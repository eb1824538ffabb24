"""What are the brand's colours on a screen, by day and on a dark ground?"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from functools import partial
from typing import Any

from bilan.render.contrast import APART, MARK, TEXT, contrast, lightness

BLACK, WHITE = "#000000", "#FFFFFF"
SHARES = tuple(step / 25 for step in range(26))
DARK = 15.0
"""Contrast of the dark ground to white: enough for every text, and not quite black."""
MOST_TEXT, MOST_MARK = 11.0, 5.0
"""More contrast than this tires on a dark ground."""
TINTED, STRONGEST = 0.72, 0.7
TEXTS = ("ink", "ink-2", "ink-3", "partner-a-text", "partner-b-text", "status-done", "status-on-track", "status-watch", "status-late", "status-unknown")  # fmt: skip
MARKS = ("partner-a-mark", "partner-b-mark", "joint", "band-accent")
FAINT = {"axis": 0.42, "context": 0.34, "grid": 0.16, "panel": 0.06}
"""How far towards white these lie from the dark paper."""
BAND = ("band", "band-soft")
"""They lie on each other, not on the paper, and stay."""


def day(colour: Mapping[str, Any]) -> dict[str, str]:
    """Every colour of `brand.toml` by a flat name: `ink-2`, `partner-a-mark`, `status-late`."""
    return dict(_flat("", colour))


def night(colour: Mapping[str, Any]) -> dict[str, str]:
    """The same on a dark ground: each text and mark as far from it as from the paper by day, the two partners apart in lightness."""
    light = day(colour)
    paper = next(ground for share in SHARES if contrast(ground := _mixed(light["ink"], BLACK, share), WHITE) >= DARK)
    dark = {"paper": paper} | {name: _mixed(paper, WHITE, share) for name, share in FAINT.items()}
    for names, least, most in ((TEXTS, TEXT, MOST_TEXT), (MARKS, MARK, MOST_MARK)):
        for name in names:
            needed = max(least, min(contrast(light[name], light["paper"]), most))
            dark[name] = _raised(light[name], partial(_apart, (paper, dark["panel"]), needed))
    dark |= {name: light[name] for name in BAND}
    low, high = sorted(("partner-a-mark", "partner-b-mark"), key=lambda name: lightness(dark[name]))
    dark[high] = _raised(dark[high], lambda one: lightness(one) - lightness(dark[low]) >= APART)
    dark |= {f"partner-{one}-tint": _mixed(dark[f"partner-{one}-mark"], paper, TINTED) for one in "ab"}
    return {name: dark[name] for name in light}


def named(colour: Mapping[str, Any], first: Iterable[str] = ()) -> dict[str, str]:
    """The name of each colour by its value in small letters; of several with one value, one of `first`, else the one that comes first."""
    light = day(colour)
    return {light[name].lower(): name for name in reversed([*first, *light])}


def _flat(before: str, colour: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in colour.items():
        whole = f"{before}{name}".replace("_", "-")
        if isinstance(value, Mapping):
            yield from _flat(f"{whole}-", value)
        else:
            yield whole, str(value)


def _apart(grounds: tuple[str, ...], needed: float, colour: str) -> bool:
    return min(contrast(colour, ground) for ground in grounds) >= needed


def _raised(colour: str, enough: Callable[[str], bool]) -> str:
    """A colour of the same hue, lighter by as little as is enough."""
    hue, light, strong = rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))
    steps = (hls_to_rgb(hue, light + (1 - light) * share, min(strong, STRONGEST)) for share in SHARES if share)
    lighter = ("#" + "".join(f"{round(part * 255):02X}" for part in parts) for parts in steps)
    return next((one for one in (colour, *lighter) if enough(one)), WHITE)


def _mixed(one: str, other: str, share: float) -> str:
    """`share` of the way from one colour to another."""
    pairs = [(int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(first + (second - first) * share):02X}" for first, second in pairs)
