import os
from pathlib import Path

import pytest

from bilan.fonts.cut import Fonts, cache_folder, font_files
from bilan.wording.check import files
from bilan.wording.glyphs import printed, undrawable
from bilan.wording.languages import MESSAGES

SANS, SERIF = "IBM Plex Sans", "IBM Plex Serif"
LANGUAGES = ("en", "fr", "ru", "kk", "ky")


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    return font_files((SANS, SERIF), cache_folder(os.environ))


def test_the_brands_fonts_draw_all_that_five_languages_print(fonts: Fonts, checkout: Path) -> None:
    assert undrawable(fonts, [SERIF, SANS], LANGUAGES, checkout / "data" / "kz-kg") == []


def test_names_language_and_sign_where_a_text_holds_one_that_no_font_has(fonts: Fonts, tmp_path: Path) -> None:
    (tmp_path / "texts.ky.ftl").write_text("a = жол ▲\n", encoding="utf-8")

    (problem,) = undrawable(fonts, [SERIF, SANS], LANGUAGES, tmp_path)

    assert str(problem) == (
        "language 'ky': prints signs the fonts lack: ▲ (U+25B2) (choose another family in brand.toml, or leave the sign out of the text)"
    )


def test_a_family_without_the_narrow_space_cannot_print_russian_numbers(fonts: Fonts) -> None:
    (problem,) = undrawable(fonts, [SERIF], ["ru"])

    assert "U+202F" in problem.message


@pytest.mark.parametrize(("lang", "letters"), [("kk", "әғқңөұүі"), ("ky", "ңөү")])
def test_the_messages_hold_the_letters_of_their_own_alphabet(lang: str, letters: str) -> None:
    assert set(letters + letters.upper()) <= set(printed(files(MESSAGES)[lang], lang))
