from pathlib import Path

import pytest
from fontTools import subset
from fontTools.ttLib import TTFont

from bilan.errors import Severity
from bilan.fonts.alphabets import EXTRA, LATIN, SIGNS, unprintable
from bilan.fonts.cut import Face, Fonts
from bilan.wording.countries import LANGUAGES

SANS, SERIF = "IBM Plex Sans", "IBM Plex Serif"


def only(fonts: Fonts, path: Path, signs: str) -> Path:
    """A font with these signs alone."""
    with TTFont(fonts.files[Face(SANS, 400)]) as font:
        kept = subset.Subsetter()
        kept.populate(text=signs)
        kept.subset(font)
        font.save(path)
    return path


def test_every_language_of_the_program_has_its_letters_listed() -> None:
    assert set(EXTRA) == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fonts_that_ship_print_every_language(fonts: Fonts, language: str) -> None:
    assert unprintable(fonts, SANS, SERIF, (language,)) == []


def test_missing_letters_of_the_text_family_hold_and_are_named(fonts: Fonts, tmp_path: Path) -> None:
    russian = EXTRA["ru"]
    path = only(fonts, tmp_path / "a.ttf", LATIN + LATIN.upper() + SIGNS + russian + russian.upper())
    small = Fonts({Face("Small", 400): path})

    assert unprintable(small, "Small", "Small", ("en", "ru")) == []
    (problem,) = unprintable(small, "Small", "Small", ("en", "ky"))
    assert (problem.severity, problem.rule) == (Severity.HOLD, "font.glyphs")
    assert problem.message == "the family 'Small' lacks 6 signs that 'ky' needs: Ң ң Ү ү Ө ө"


def test_missing_letters_of_the_title_family_warn_as_text_stands_in(fonts: Fonts, tmp_path: Path) -> None:
    path = only(fonts, tmp_path / "a.ttf", LATIN + LATIN.upper())
    mixed = Fonts({**fonts.files, Face("Titles", 400): path})

    assert unprintable(mixed, SANS, "Titles", ("en",)) == []
    assert [one.severity for one in unprintable(mixed, SANS, "Titles", ("en", "fr"))] == [Severity.WARNING]
