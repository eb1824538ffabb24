"""The two economies around the trade."""

from bilan.compose.figures.macro import multiples
from bilan.compose.material import Material, writers
from bilan.document import Section


@writers.register("macro")
def macro(material: Material) -> Section:
    """GDP, population and prices of both countries."""
    figure, printer = multiples(material), material.printer
    return Section(
        "macro",
        printer.word("heading-macro"),
        printer.say("standing-macro") if figure else "",
        figures=(figure,) if figure else (),
        items=tuple(material.worded(one) for one in material.findings if one.section == "macro"),
        notes=() if figure else (printer.word("no-data"),),
    )
