"""The fonts of this machine, cut once."""

import os

import pytest

from bilan.fonts.cut import Fonts, cache_folder, font_files


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    return font_files(("IBM Plex Sans", "IBM Plex Serif"), cache_folder(os.environ))
