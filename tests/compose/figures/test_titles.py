"""Titles of figures: at most two lines in the column they stand in."""

import os
from collections.abc import Callable

import pytest

from bilan.charts._letters import advance
from bilan.charts._words import wrap
from bilan.compose.briefing import Draft
from bilan.compose.figures.outlook import fan
from bilan.compose.figures.places import places_map
from bilan.compose.material import Material
from bilan.document import Figure, Text
from bilan.fonts.cut import Face, cache_folder, font_files
from bilan.project import Project

SIZE_PT, MOST = 9.5, 2


@pytest.mark.parametrize("audience", ["analyst", "minister"])
@pytest.mark.parametrize("language", ["en", "fr", "ru", "kk", "ky"])
@pytest.mark.parametrize("as_of", ["2022-06-30", "2024-10-31", "2026-10-31"])
def test_every_title_fits_two_lines(
    audience: str, language: str, as_of: str, material: Callable[..., Material], composed: Callable[[Material], Draft], project: Project
) -> None:
    font = font_files(("IBM Plex Sans", "IBM Plex Serif"), cache_folder(os.environ)).files[Face("IBM Plex Sans", 600)]
    given = material(language, audience, as_of)
    shown: list[Figure | None] = [one for section in composed(given).briefing.sections for one in section.figures]
    shown += [fan(given), places_map(given, project.folder("kz-kg"))]

    def width(words: Text) -> float:
        return advance(font, str(words)) * SIZE_PT * 25.4 / 72

    too_long = [str(one.title) for one in shown if one and len(wrap(one.title, one.width_mm, width)) > MOST]
    assert too_long == []
    assert len(shown) > 2
