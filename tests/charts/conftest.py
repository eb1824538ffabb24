"""Sample charts, typical and worst, and a reader of what was drawn."""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bilan.charts._canvas import Box
from bilan.charts._letters import advance
from bilan.charts.draw import draw
from bilan.charts.marks import Bar, Point, Target, Tick, Track, Who, Year
from bilan.charts.specs import Contribution, Event, Mirror, MirrorPair, Multiples, Panel, Sparkline, Spec, Timeline, TradeBars
from bilan.charts.specs_places import Motif
from bilan.compose.figures.samples import samples as gallery_samples
from bilan.config.decode import load
from bilan.config.models import BrandConfig, PartnershipConfig
from bilan.document import Printed, Text, Words
from bilan.fonts.cut import Face, Fonts, cache_folder, font_files
from bilan.model import Precision, Status
from bilan.wording.printer import printer

MILLIMETRES = 25.4 / 72
APPROXIMATE = Precision.APPROXIMATE


@dataclass(frozen=True, slots=True)
class Written:
    """A text on the page with its look and the room its letters take, in millimetres from the top left."""

    text: str
    box: Box
    size: float
    weight: int
    colour: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a drawing shows."""

    svg: str
    width: float
    height: float
    texts: tuple[Written, ...]
    paths: tuple[dict[str, str], ...]
    labels: tuple[Printed, ...]

    def text(self, words: str) -> Written:
        return next(one for one in self.texts if one.text == words)

    def said(self) -> list[str]:
        return [one.text for one in self.texts]

    def bounds(self, outline: str) -> Box:
        """The room of an outline."""
        return _bounds(outline)

    def filled(self, colour: str) -> list[Box]:
        """Bounding boxes of the areas of a colour."""
        return [_bounds(path["d"]) for path in self.paths if f"fill: {colour.lower()}" in path["style"]]

    def stroked(self, colour: str) -> list[dict[str, str]]:
        return [path for path in self.paths if f"stroke: {colour.lower()}" in path["style"]]

    def marks(self, *, floating: bool = False) -> dict[tuple[str, str], list[tuple[float, float | None, float]]]:
        """Value, beginning and end in millimetres, up or to the right, of all that is drawn on one scale and axis.

        A line begins nowhere; a column or bar begins at the zero line. Of floating ones the lengths alone count.
        """
        found: dict[tuple[str, str], list[tuple[float, float | None, float]]] = {}
        for path in self.paths:
            if not path.get("data-value"):
                continue
            axis, values = path["data-axis"], [float(value) for value in path["data-value"].split()]
            group = found.setdefault((path["data-scale"], axis), [])
            if floating:
                box = _bounds(path["d"])
                group.append((abs(values[0]), 0.0, box.right - box.left))
            elif path["data-mark"] in ("column", "bar"):
                box = _bounds(path["d"])
                low, high = (box.left, box.right) if axis == "x" else (self.height - box.top, self.height - box.bottom)
                group.append((values[0], low, high) if values[0] >= 0 else (values[0], high, low))
            elif path["data-mark"] == "point":
                box = _bounds(path["d"])
                middle = (box.left + box.right) / 2 if axis == "x" else self.height - (box.bottom + box.top) / 2
                group.append((values[0], None, middle))
            else:
                corners = _corners(path["d"])[: len(values)]
                group += [(value, None, x if axis == "x" else self.height - y) for value, (x, y) in zip(values, corners, strict=True)]
        return found

    def collisions(self) -> list[tuple[str, str]]:
        texts = self.texts
        return [(a.text, b.text) for index, a in enumerate(texts) for b in texts[:index] if a.box.meets(b.box, -0.02)]

    def outside(self) -> list[str]:
        sheet = Box(-0.05, -0.05, self.width + 0.05, self.height + 0.05)
        return [one.text for one in self.texts if not one.box.inside(sheet)]


def _corners(path: str) -> list[tuple[float, float]]:
    numbers = [float(number) * MILLIMETRES for number in re.findall(r"-?\d+(?:\.\d+)?", path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _bounds(path: str) -> Box:
    numbers = [float(number) * MILLIMETRES for number in re.findall(r"-?\d+(?:\.\d+)?", path)]
    return Box(min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2]))


def _written(one: ET.Element, family: str, fonts: Fonts) -> Written:
    style = dict(pair.split(": ", 1) for pair in one.attrib["style"].split("; "))
    size, weight = float(style["font-size"].removesuffix("px")), int(style.get("font-weight", "400"))
    em, text = size * MILLIMETRES, one.text or ""
    width = advance(fonts.files[Face(family, weight)], text) * em
    x, y = float(one.attrib["x"]) * MILLIMETRES, float(one.attrib["y"]) * MILLIMETRES
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[style["text-anchor"]]
    return Written(text, Box(left, y - 0.74 * em, left + width, y + 0.21 * em), size, weight, style["fill"])


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    return font_files(("IBM Plex Sans", "IBM Plex Serif"), cache_folder(os.environ))


@pytest.fixture(scope="session")
def sheet(fonts: Fonts) -> Callable[..., Sheet]:
    def read(spec: Spec, brand: BrandConfig | None = None, others: Fonts | None = None) -> Sheet:
        brand = brand or BrandConfig()
        drawing = draw(spec, brand, others or fonts)
        elements = list(ET.fromstring(drawing.svg))  # noqa: S314  drawn a moment ago
        texts = tuple(_written(one, brand.fonts.sans, others or fonts) for one in elements if one.tag.endswith("text"))
        paths = tuple(dict(one.attrib) for one in elements if one.tag.endswith("path"))
        return Sheet(drawing.svg, drawing.width_mm, drawing.height_mm, texts, paths, drawing.labels)

    return read


def number(text: str) -> Printed:
    return Printed(text, "reading", "id")


def track(values: dict[int, str | None], who: Who = "joint", name: Words = "", soft: tuple[int, ...] = ()) -> Track:
    """A series whose labels are its values as written."""
    return Track(tuple(_point(year, value, year in soft) for year, value in values.items()), who, name)


def _point(year: int, value: str | None, soft: bool) -> Point:  # noqa: FBT001  private
    if value is None:
        return Point(year, None)
    return Point(year, Decimal(value), number(value), APPROXIMATE if soft else Precision.EXACT, Status.FINAL)


def years(*all_of_them: int) -> tuple[Year, ...]:
    return tuple(Year(year, Printed(str(year), "period", str(year))) for year in all_of_them)


def ticks(*values: str) -> tuple[Tick, ...]:
    return tuple(Tick(Decimal(value), Printed(value, "axis", value)) for value in values)


KYRGYZ: dict[int, str | None] = {2000: "0.09", 2001: "0.12", 2002: "0.16", 2019: "0.95", 2021: "1.0", 2022: "1.18", 2023: "1.32"}
KYRGYZ |= {2024: "1.34", 2025: "2.0"}
KAZAKH: dict[int, str | None] = {2013: "1.0", 2015: "0.69", 2018: "0.9", 2019: "0.94", 2022: "1.25", 2023: "1.57", 2024: "1.7"}
TARGET = Target(Decimal(3), Text.of("Ambition ", number("3.0"), " by ", Printed("2030", "date", "2030")), Decimal("1.7"))
LEFT = Text.of("reste ", number("1,3"), "\u202fmilliard de dollars")


def trade(
    kazakh: dict[int, str | None],
    kyrgyz: dict[int, str | None],
    target: Target | None = None,
    height: float = 62.0,
    names: str = "statistics",
) -> TradeBars:
    tracks = (track(kazakh, "a", f"Kazakh {names}", (2013, 2015, 2019)), track(kyrgyz, "b", f"Kyrgyz {names}", (2019, 2025)))
    return TradeBars(tracks, years(*range(2000, 2026)), ticks("0", "1.0", "2.0"), target, "n. d.", 174.0, height)


def _event(day: str, when: str, label: str, state: str = "earlier") -> Event:
    return Event(date.fromisoformat(day), Printed(when, "date", day), label, state)  # type: ignore[arg-type]


CROWDED = (
    _event("1992-10-15", "15 octobre 1992", "Relations diplomatiques établies"),
    _event("1997-04-08", "8 avril 1997", "Traité d’amitié éternelle"),
    _event("2003-12-25", "25 décembre 2003", "Traité sur les relations d’alliance"),
    _event("2024-04-17", "17 avril 2024", "Forum d’affaires, un long intitulé de plusieurs lignes"),
    _event("2024-04-19", "19 avril 2024", "Traité d’alliance approfondie signé à Astana"),
    _event("2024-10-30", "30 octobre 2024", "Ратификацияланды, Қырғызстан парламенті әңғүұқөһі", "recent"),
    _event("2025-08-22", "22 août 2025", "Protocole sur les points de passage", "recent"),
    _event("2025-08-23", "attendu", "Échange des instruments", "expected"),
)
TEXTS = Text.of("gap ", number("0.21"))
MIRROR = Mirror(
    Text.of("Kazakh exports to Kyrgyzstan, ", Printed("2023", "period", "2023")),
    Bar("exports, reported by Kazakhstan", Decimal("1.0768"), number("1.08"), "a", APPROXIMATE),
    Bar("imports, reported by Kyrgyzstan", Decimal("0.862"), number("0.86"), "b"),
    TEXTS,
    Text.of(number("20%"), " of exports"),
)
FRENCH = Mirror(
    Text.of("Exportations du Kirghizstan vers le Kazakhstan, ", Printed("2023", "period", "2023")),
    Bar("exportations, selon les statistiques kirghizes", Decimal("0.4557"), number("0,456 Md $"), "b"),
    Bar("importations, selon les statistiques kazakhes", Decimal("0.4952"), number("0,495 Md $"), "a"),
    Text.of("écart ", number("−0,04 Md $")),
    Text.of(number("8,7\u202f%"), " des exportations déclarées"),
)
GAPPED: dict[int, str | None] = {2014: "1", 2015: None, 2016: "3", 2019: "5", 2020: "6", 2022: "4"}
INFLATION = Panel(
    "Inflation",
    "percent",
    (
        track({2020: "7.5", 2021: "8.4", 2022: "20.3"}, "a", "Kazakhstan"),
        track({2020: "-9.7", 2021: "11.2", 2022: "20.1"}, "b", "Kyrgyzstan"),
    ),
    years(2020, 2021, 2022, 2023),
)
LONG_PANEL = Panel(
    "Produit intérieur brut par habitant en parité de pouvoir d’achat, en dollars constants",
    "milliers de dollars",
    (
        track({2023: "25.1", 2024: "26"}, "a", "République du Kazakhstan"),
        track({2023: "25.0", 2024: "25.9"}, "b", "République kirghize", (2024,)),
    ),
    years(2023, 2024),
)
SAMPLES: dict[str, Spec] = {
    "trade": trade(KAZAKH, KYRGYZ, TARGET),
    "trade-minister": trade(
        KAZAKH, KYRGYZ, Target(Decimal(3), TARGET.label, Decimal("1.7"), LEFT), 50.0, "statistics of customs and state revenue"
    ),
    "trade-above-target": trade(
        {2023: "3.4", 2024: "2.1"}, {2023: "0.4", 2024: "2.12"}, Target(Decimal(3), "$2bn of $3bn", Decimal("2.1"), LEFT)
    ),
    "trade-many": trade({y: f"{0.3 + 0.06 * (y - 2000):.2f}" for y in range(2000, 2026)}, dict.fromkeys(range(2000, 2026), "1"), TARGET),
    "trade-negative": trade({2022: "-0.4", 2023: "1.0", 2024: "1.1"}, {2022: "0.3"}),
    "trade-one-point": trade({}, {2024: "1.34"}),
    "trade-nothing": trade({2024: None}, {}),
    "mirror": MirrorPair((MIRROR, FRENCH)),
    "mirror-missing": MirrorPair(
        (Mirror("Échanges", Bar("a", Decimal(1), number("1"), "a"), Bar("b", None, "", "b")), FRENCH, MIRROR), "n. d.", 114.67, 59
    ),
    "mirror-nothing": MirrorPair(()),
    "contribution": Contribution(
        (Bar("Kyrgyz exports", Decimal("3.8"), number("+3.8"), "b"), Bar("Kyrgyz imports", Decimal("7.8"), number("+7.8"), "a")),
        Bar("Growth of trade, percentage points", Decimal("11.6"), number("+11.6")),
    ),
    "contribution-negative": Contribution(
        (
            Bar("Exportations kirghizes vers le Kazakhstan, en points de croissance", Decimal("3.8"), number("+3,8"), "b"),
            Bar("Importations", Decimal("-7.8"), number("−7,8"), "a", APPROXIMATE),
            Bar("Réexportations", None, "", "context"),
        ),
        Bar("Croissance des échanges, points", Decimal(-4), number("−4,0")),
        "n. d.",
        55.33,
        46,
    ),
    "contribution-nothing": Contribution((), Bar("Sum", None)),
    "multiples": Multiples((INFLATION, Panel("Gaps", "", (track(GAPPED, "b"),), years(2014, 2018, 2022)), INFLATION)),
    "multiples-worst": Multiples(
        (LONG_PANEL, Panel("Rien", "percent", (track({2014: None}),)), INFLATION, LONG_PANEL), 3, "n. d.", 174.0, 80.0
    ),
    "multiples-nothing": Multiples(()),
    "sparkline": Sparkline(track(GAPPED, "a", soft=(2022,))),
    "sparkline-bars": Sparkline(track({2022: "1", 2023: "-2", 2024: "3"}, soft=(2024,)), "bars", Decimal(4)),
    "sparkline-nothing": Sparkline(track({2022: None})),
    "timeline": Timeline(CROWDED[1:3] + CROWDED[4:6], years(1995, 2000, 2005, 2010, 2024), date(2024, 1, 1)),
    "timeline-crowded": Timeline(CROWDED, years(1995, 2000, 2005, 2010, 2015, 2020, 2024, 2025, 2026), date(2024, 1, 1)),
    "timeline-many": Timeline(
        tuple(_event(f"{2000 + i}-04-19", f"19 April {2000 + i}", "Agreement") for i in range(12)), years(2005, 2010)
    ),
    "timeline-one-event": Timeline(CROWDED[4:5], years(2024, 2025)),
    "timeline-nothing": Timeline(()),
    "motif": Motif((((50, 42), (87, 45), (70, 55)),), (((69, 39), (80, 42), (73, 43)),)),
    "motif-nothing": Motif((), ()),
}


def gallery(lang: str) -> dict[str, Spec]:
    """What the gallery shows in a language."""
    folder = Path(__file__).parents[2] / "data" / "kz-kg"
    door = printer(lang, load(folder / "partnership.toml", PartnershipConfig), folder)
    shown = gallery_samples(door, ("KAZ", "KGZ"), date(2026, 11, 25))
    return {f"gallery-{lang}-{number:02d}-{one.id}": one.spec for number, one in enumerate(shown)}


SAMPLES |= gallery("en") | gallery("fr")


@pytest.fixture(scope="session")
def shown() -> Callable[[str], dict[str, Spec]]:
    """The gallery of a language."""
    return gallery


@pytest.fixture(scope="session")
def samples() -> dict[str, Spec]:
    return SAMPLES


@pytest.fixture(params=sorted(SAMPLES))
def sample(request: pytest.FixtureRequest) -> Spec:
    return SAMPLES[request.param]
