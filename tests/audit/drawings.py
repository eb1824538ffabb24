"""Small drawings with known geometry: what a chart would draw, written by hand so that nothing of it is trusted."""

from decimal import Decimal

from bilan.charts.marks import Point, Target, Tick, Track, Year
from bilan.charts.specs import TradeBars
from bilan.document import Printed, Text

BASE, UNIT = 100.0, 40.0
"""Where zero lies, and how high a billion is."""
BILLION = Decimal(10**9)


def svg(*elements: str) -> str:
    return '<svg xmlns="http://www.w3.org/2000/svg" width="80mm" height="40mm" viewBox="0 0 200 120">' + "".join(elements) + "</svg>"


def label(text: str, ref: str) -> Printed:
    return Printed(text, "reading", ref, text, str(Decimal(text) * BILLION), text, "1000000000")


def point(year: int, value: str, code: str = "KAZ") -> Point:
    reading = f"trade.total:{code}:{year}"
    return Point(year, Decimal(value) * BILLION, label(value, reading), reading=reading)


def column(x: float, value: str, year: int, *, code: str = "KAZ", lift: float = 0.0, height: float | None = None) -> str:
    """A column ten wide; `lift` moves it up, `height` makes it wrong."""
    tall = float(value) * UNIT if height is None else height
    low, high = BASE - lift, BASE - lift - tall
    return (
        f'<path d="M {x} {low} L {x + 10} {low} L {x + 10} {high} L {x} {high} z" style="fill: #123456" data-mark="column" '
        f'data-value="{Decimal(value) * BILLION:f}" data-axis="y" data-scale="1" data-reading="trade.total:{code}:{year}"/>'
    )


def text(x: float, y: float, words: str, reading: str = "") -> str:
    said = f' data-reading="{reading}"' if reading else ""
    return f'<text x="{x}" y="{y}"{said}>{words}</text>'


def level(y: float) -> str:
    return f'<path d="M 0 {y} L 150 {y}" style="fill: none"/>'


def spec(target: str = "2") -> TradeBars:
    """Two years of one country, a tick, an aim."""
    track = Track((point(2022, "1"), point(2023, "1.5")), "a", "Kazakh statistics")
    years = tuple(Year(year, Printed(str(year), "period", str(year))) for year in (2022, 2023))
    ticks = tuple(Tick(Decimal(one) * BILLION, Printed(one, "axis", one, one, shown=one)) for one in ("0.5", "1"))
    return TradeBars((track,), years, ticks, Target(Decimal(target) * BILLION, Text.of("Aim"), left="to go"))


PARTS = {
    "axis": level(BASE),
    "first": column(40, "1", 2022),
    "second": column(70, "1.5", 2023),
    "aim": level(20),
    "aim label": text(5, 18, "Aim"),
    "left": text(160, 30, "to go"),
    "bracket": '<path d="M 150 40 L 152 40 L 152 20 L 150 20"/>',
    "leader": '<path d="M 80 40 L 154 41" data-leader="1"/>',
    "low tick": text(0, 79, "0.5"),
    "first label": text(42, 58, "1", "trade.total:KAZ:2022"),
    "second label": text(155, 42, "1.5", "trade.total:KAZ:2023"),
    "name": text(155, 52, "Kazakh statistics"),
    "2022": text(43, 112, "2022"),
    "2023": text(73, 112, "2023"),
}


def drawing(**changes: str) -> str:
    """The columns of `spec`, with some parts drawn otherwise; an empty part is left out."""
    return svg(*(PARTS | {name.replace("_", " ").removeprefix("y"): part for name, part in changes.items()}).values())
