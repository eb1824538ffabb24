"""How does a chart look? Every colour, size and stroke in one place, taken from the brand."""

from dataclasses import dataclass, replace

from bilan.charts.marks import Form, Who
from bilan.config.models import BrandConfig, ColourConfig
from bilan.fonts.cut import Face, Fonts

PT = 25.4 / 72
"""Millimetres in a point."""
LABEL, AXIS, VALUE = 7.0, 6.5, 9.0
REGULAR, STRONG = 400, 600
LINE, THIN_LINE, SPARK_LINE, BAR_EDGE, HAIR, RULE, BRACKET = 1.8, 1.4, 1.3, 0.8, 0.5, 0.8, 1.2
HATCH, HATCH_PITCH = 0.6, 1.15
COLUMN = 0.64
"""Share of its pitch that a column takes."""
DASH_TARGET, DASH_SOFT, DASH_FORECAST = (4.0, 2.4), (2.2, 1.6), (1.0, 1.2)
OTHER_LINE = 0.45
"""Share of its width that a line keeps where another reporter's values stand in."""
GUTTER = 8.0
"""Width at the left edge kept for the numbers of the value axis."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a piece of text looks: colour, size in points, weight."""

    colour: str
    size: float = LABEL
    weight: int = REGULAR

    def strong(self) -> "Look":
        """The same in bold."""
        return replace(self, weight=STRONG)

    @property
    def leading(self) -> float:
        """From baseline to baseline, in millimetres."""
        return self.size * 1.2 * PT

    @property
    def middle(self) -> float:
        """Half the height of a numeral, in millimetres."""
        return self.size * 0.35 * PT


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line looks: colour, width in points, dashes in widths, round or straight ends."""

    colour: str
    width: float = HAIR
    dashes: tuple[float, ...] = ()
    round: bool = False

    def of(self, form: Form) -> "Stroke":
        """The stroke for values that firm: dashed if not yet sure, dotted if forecast, thin if another reporter's."""
        match form:
            case "firm":
                return self
            case "other":
                return replace(self, width=self.width * OTHER_LINE)
            case "forecast":
                return replace(self, dashes=DASH_FORECAST, round=False)
            case _:
                return replace(self, dashes=DASH_SOFT, round=False)


@dataclass(frozen=True, slots=True)
class Style:
    """The brand as charts need it."""

    colour: ColourConfig
    family: str
    fonts: Fonts
    size: float = 1.0
    cover: str = "band"

    def mark(self, who: Who) -> str:
        """The colour of lines and columns of a partner, of both, or of context."""
        match who:
            case "a":
                return self.colour.partner.a.mark
            case "b":
                return self.colour.partner.b.mark
            case "joint":
                return self.colour.joint
            case _:
                return self.colour.context

    def ink(self, who: Who) -> str:
        """The colour of text that speaks of a partner."""
        match who:
            case "a":
                return self.colour.partner.a.text
            case "b":
                return self.colour.partner.b.text
            case _:
                return self.colour.ink

    def label(self, colour: str = "") -> Look:
        """A name or remark."""
        return Look(colour or self.colour.ink_2, LABEL * self.size)

    def axis(self) -> Look:
        """A number of an axis."""
        return Look(self.colour.ink_3, AXIS * self.size)

    def value(self, colour: str = "") -> Look:
        """The value at the end of a series."""
        return Look(colour or self.colour.ink, VALUE * self.size, STRONG)

    def face(self, weight: int) -> Face:
        """The font face of a weight."""
        return Face(self.family, weight)


def style_of(brand: BrandConfig, fonts: Fonts) -> Style:
    """What charts take from a brand."""
    return Style(brand.colour, brand.fonts.sans, fonts, brand.fonts.scale, brand.cover)
