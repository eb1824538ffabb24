from collections.abc import Callable
from dataclasses import replace

import pytest

from bilan.compose.material import Material
from bilan.compose.sections.map import places

MakeMaterial = Callable[..., Material]


@pytest.mark.parametrize("language", ["en", "fr", "ru", "kk", "ky"])
def test_the_map_names_places_that_have_coordinates(language: str, material: MakeMaterial) -> None:
    section = places(material(language))
    assert section is not None
    (figure,) = section.figures
    assert figure.id == "places"
    assert material(language).printer.word("heading-map") == section.heading


def test_without_outlines_there_is_no_such_section(material: MakeMaterial, unwritten: MakeMaterial) -> None:
    assert places(replace(material("en"), folder=None)) is None
    assert places(unwritten("en")) is None
