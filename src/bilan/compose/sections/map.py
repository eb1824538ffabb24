"""Where the partners meet: outlines, capitals, towns and crossings whose coordinates a source gives."""

from bilan.compose.figures.places import places_map
from bilan.compose.material import Material, writers
from bilan.document import Section


@writers.register("map")
def places(material: Material) -> Section | None:
    """Nothing without outlines and coordinates; a place nobody gave coordinates of is not drawn."""
    figure = places_map(material, material.folder) if material.folder else None
    return Section("map", material.printer.word("heading-map"), figures=(figure,)) if figure else None
