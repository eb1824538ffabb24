"""How does a mail look? Tables and inline styles, which every mail program understands, in the office's colours, light and dark."""

import html
from collections.abc import Callable, Iterable

from bilan.config.models import BrandConfig
from bilan.delivery.body import Block
from bilan.document import Text

WIDTH = 600
_BLACK = "#000000"
Colours = dict[str, str]


def colours(brand: BrandConfig) -> tuple[Colours, Colours]:
    """The colours of a mail by what they are for, in the light and in the dark."""
    used = brand.colour
    light = {
        "ground": used.panel, "card": used.paper, "band": used.band, "over": used.paper, "over-soft": used.band_soft, "ink": used.ink,
        "soft": used.ink_2, "line": used.grid, "alert": used.status.late, "button": used.band, "button-ink": used.paper,
    }  # fmt: skip
    dark = {
        "ground": mixed(used.ink, _BLACK, 60), "card": mixed(used.ink, _BLACK, 25), "band": used.band, "over": used.paper,
        "over-soft": used.band_soft, "ink": mixed(used.paper, used.ink, 8), "soft": used.band_soft, "line": mixed(used.ink, used.paper, 25),
        "alert": mixed(used.status.late, used.paper, 55), "button": used.band_soft, "button-ink": used.ink,
    }  # fmt: skip
    return light, dark


def mixed(one: str, other: str, percent: int) -> str:
    """A colour with so many percent of another."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * percent / 100):02X}" for a, b in pairs)


def page(found: Iterable[Block], brand: BrandConfig, lang: str, title: str) -> str:
    """The whole HTML of a mail."""
    light, dark = colours(brand)
    rows = "".join(_shown(one, brand, light) for one in found)
    card = f"max-width:{WIDTH}px;width:100%;background:{light['card']}"
    return f"""<!DOCTYPE html>
<html lang="{html.escape(lang)}" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>{html.escape(title)}</title><style>{_dark(dark)}</style></head>
<body class="ground" style="margin:0;padding:0;background:{light["ground"]}">
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" style="background:{light["ground"]}"><tr>
<td align="center" style="padding:16px 8px">
<table role="presentation" class="card" width="{WIDTH}" cellpadding="0" cellspacing="0" style="{card}">{rows}
<tr><td height="20" style="font-size:0">&nbsp;</td></tr></table></td></tr></table></body></html>
"""


def _dark(dark: Colours) -> str:
    grounds = [f".{name}{{background:{dark[name]}!important}}" for name in ("ground", "card", "band", "button")]
    inks = [f".{name},.{name} a{{color:{dark[name]}!important}}" for name in ("ink", "soft", "over", "over-soft", "alert", "button-ink")]
    lines = [f".rule{{border-color:{dark['line']}!important}}", f".mark{{border-color:{dark['alert']}!important}}"]
    return f"@media (prefers-color-scheme:dark){{{''.join((*grounds, *inks, *lines))}}}"


def _shown(one: Block, brand: BrandConfig, light: Colours) -> str:
    """A row of the card."""
    if one.role in _BAND:
        return _band(one, brand, light)
    show: dict[str, Callable[[Block, BrandConfig, Colours], str]] = {
        "figure": _figure, "item": _item, "button": _button, "alert": _alert, "quiet": _link,
    }  # fmt: skip
    return show.get(one.role, _words)(one, brand, light)


_BAND = {"office": (20, 0, 13, "over-soft"), "title": (4, 0, 24, "over"), "head": (4, 18, 14, "over-soft")}
_WORDS = {
    "note": (14, 14, 600, "ink"), "lead": (18, 18, 400, "ink"), "heading": (22, 15, 700, "ink"), "line": (22, 14, 400, "ink"),
    "foot": (10, 12, 400, "soft"),
}  # fmt: skip


def _band(one: Block, brand: BrandConfig, light: Colours) -> str:
    above, below, size, ink = _BAND[one.role]
    family = _serif(brand) if one.role == "title" else _sans(brand)
    style = f"padding:{above}px 24px {below}px;background:{light['band']};color:{light[ink]};font:{size}px/1.35 {family}"
    tag = "h1" if one.role == "title" else "div"
    inner = f'<{tag} class="{ink}" style="margin:0;font:inherit;color:{light[ink]}">{_said(one.texts[0])}</{tag}>'
    return f'<tr><td class="band" style="{style}">{inner}</td></tr>'


def _words(one: Block, brand: BrandConfig, light: Colours) -> str:
    above, size, weight, ink = _WORDS[one.role]
    family = _serif(brand) if one.role == "lead" else _sans(brand)
    tag = "h2" if one.role == "heading" else "p"
    style = f"margin:0;font:{weight} {size}px/1.45 {family};color:{light[ink]}"
    below = 8 if one.role == "lead" else 0
    return f'<tr><td style="padding:{above}px 24px {below}px"><{tag} class="{ink}" style="{style}">{_said(one.texts[0])}</{tag}></td></tr>'


def _figure(one: Block, brand: BrandConfig, light: Colours) -> str:
    """One headline figure: what it is on the left, how much on the right."""
    label, note, value, change = one.texts
    small = f"font:12px/1.4 {_sans(brand)};color:{light['soft']}"
    left = f'<div class="ink" style="font:14px/1.4 {_sans(brand)};color:{light["ink"]}">{_said(label)}</div>'
    left += f'<div class="soft" style="{small}">{_said(note)}</div>' if note else ""
    right = f'<div class="ink" style="font:600 19px/1.3 {_sans(brand)};color:{light["ink"]}">{_said(value)}</div>'
    right += f'<div class="soft" style="{small}">{_said(change)}</div>' if change else ""
    rule = f"border-bottom:1px solid {light['line']}"
    cells = f'<td class="rule" valign="top" style="padding:9px 12px 9px 0;{rule}">{left}</td>'
    cells += f'<td class="rule" valign="top" align="right" width="38%" style="padding:9px 0;{rule}">{right}</td>'
    return (
        '<tr><td style="padding:0 24px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0">'
        f"<tr>{cells}</tr></table></td></tr>"
    )


def _item(one: Block, brand: BrandConfig, light: Colours) -> str:
    lead, body = one.texts
    style = f"margin:0;font:14px/1.5 {_sans(brand)};color:{light['ink']}"
    return f'<tr><td style="padding:8px 24px 0"><p class="ink" style="{style}"><b>{_said(lead)}</b> {_said(body)}</p></td></tr>'


def _alert(one: Block, brand: BrandConfig, light: Colours) -> str:
    style = (
        f"margin:0;padding:2px 0 2px 12px;border-left:4px solid {light['alert']};font:600 16px/1.45 {_sans(brand)};color:{light['alert']}"
    )
    return f'<tr><td style="padding:18px 24px 0"><p class="alert mark" style="{style}">{_said(one.texts[0])}</p></td></tr>'


def _button(one: Block, brand: BrandConfig, light: Colours) -> str:
    style = f"display:inline-block;padding:11px 18px;font:600 14px/1.2 {_sans(brand)};color:{light['button-ink']};text-decoration:none"
    link = f'<a class="button-ink" href="{html.escape(one.link)}" style="{style}">{_said(one.texts[0])}</a>'
    return (
        '<tr><td style="padding:12px 24px 4px"><table role="presentation" cellpadding="0" cellspacing="0"><tr>'
        f'<td class="button button-ink" style="background:{light["button"]}">{link}</td></tr></table></td></tr>'
    )


def _link(one: Block, brand: BrandConfig, light: Colours) -> str:
    style = f"font:12px/1.45 {_sans(brand)};color:{light['soft']}"
    link = f'<a href="{html.escape(one.link)}" style="{style}">{_said(one.texts[0])}</a>'
    return f'<tr><td class="soft" style="padding:4px 24px 0">{link}</td></tr>'


def _said(text: Text) -> str:
    return text.__html__()


def _sans(brand: BrandConfig) -> str:
    return f"'{html.escape(brand.fonts.sans)}','Segoe UI',Helvetica,Arial,sans-serif"


def _serif(brand: BrandConfig) -> str:
    return f"'{html.escape(brand.fonts.serif)}',Georgia,'Times New Roman',serif"


def _parts(colour: str) -> list[int]:
    return [int(colour[index : index + 2], 16) for index in (1, 3, 5)]
