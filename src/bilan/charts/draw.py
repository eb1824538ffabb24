"""What does a spec look like? Its drawing: SVG at its printed size, and the numerals that stand in it."""

import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass

from bilan.charts.specs import Spec
from bilan.config.models import BrandConfig
from bilan.document import Printed
from bilan.fonts.cut import Fonts

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as it stands on the page, and every numeral printed in it."""

    svg: str
    labels: tuple[Printed, ...]
    width_mm: float
    height_mm: float


def draw(spec: Spec, brand: BrandConfig, fonts: Fonts) -> Drawing:
    """Draw one chart; the same input gives the same bytes in any process."""
    from bilan.charts._canvas import Canvas  # noqa: PLC0415  matplotlib is heavy, and an unchanged edition draws nothing
    from bilan.charts._style import style_of  # noqa: PLC0415  same
    from bilan.charts.registry import load  # noqa: PLC0415  same

    canvas = Canvas(spec.width_mm, spec.height_mm, style_of(brand, fonts))
    load().get(spec.kind)(spec, canvas)
    return Drawing(canvas.svg(), tuple(canvas.labels), spec.width_mm, spec.height_mm)


def draw_all(specs: Mapping[str, Spec], brand: BrandConfig, fonts: Fonts) -> dict[str, Drawing]:
    """Draw all charts of an edition; runs as a whole in another process."""
    started = time.perf_counter()
    drawings = {name: draw(spec, brand, fonts) for name, spec in specs.items()}
    _log.info("figures: %d drawn in %d ms", len(drawings), (time.perf_counter() - started) * 1000)
    return drawings
