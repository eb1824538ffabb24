"""Which word-sized charts stand beside a number?"""

from collections.abc import Sequence

from bilan.charts.specs import Sparkline
from bilan.compose.figures.axes import sides, track
from bilan.compose.material import Caption, Material
from bilan.document import Figure
from bilan.model import Reading


def spark(material: Material, figure_id: str, series: Sequence[Reading], code: str) -> Figure:
    """Columns of a reporter's yearly series, in its colour."""
    who = dict(sides(material))[code]
    last = series[-1]
    alt = material.printer.say("spark-alt", last=material.printer.amount(last, form="short"), period=last.period)
    return material.figure(Sparkline(track(material.printer, series, who), form="bars"), figure_id, Caption("", "", alt), series)
