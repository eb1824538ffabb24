"""Laws of the gallery of charts."""

import os
import re
from collections.abc import Callable
from datetime import date

import pypdfium2 as pdfium
import pytest

from bilan.errors import UsageError
from bilan.fonts.cut import Fonts, cache_folder, font_files
from bilan.pipeline.gallery import Gallery, gallery
from bilan.project import Project

DAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return font_files(("IBM Plex Sans", "IBM Plex Serif"), cache_folder(os.environ))


@pytest.fixture(scope="module")
def made(finished: Project, fonts: Fonts) -> Callable[[str], Gallery]:
    kept: dict[str, Gallery] = {}

    def make(language: str) -> Gallery:
        if language not in kept:
            kept[language] = gallery(finished, language, fonts, DAY)
        return kept[language]

    return make


def words(pdf: bytes) -> str:
    document = pdfium.PdfDocument(pdf)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    finally:
        document.close()


@pytest.mark.parametrize(
    ("language", "synthetic", "missing"),
    [("en", "Invented figures", "nothing is known yet"), ("fr", "Chiffres inventés", "rien n’est encore connu")],
)
def test_says_in_words_that_its_figures_are_invented(language: str, synthetic: str, missing: str, made: Callable[[str], Gallery]) -> None:
    said = words(made(language).pdf)
    assert synthetic in said
    assert missing in said


def test_lays_out_without_a_complaint(made: Callable[[str], Gallery]) -> None:
    one = made("en")
    assert one.problems == ()
    assert one.pages > 5
    assert len(one.figures) > 40


def test_shows_every_label_as_text(made: Callable[[str], Gallery]) -> None:
    said = words(made("en").pdf)
    labels = {label.text for figure in made("en").figures for label in figure.labels}
    assert {label for label in labels if " ".join(label.split()) not in said} == set()


def test_the_same_day_gives_the_same_bytes(made: Callable[[str], Gallery], finished: Project, fonts: Fonts) -> None:
    assert gallery(finished, "en", fonts, DAY).pdf == made("en").pdf


def test_takes_the_colours_of_the_project(fresh: Project, fonts: Fonts) -> None:
    path = fresh.root / "templates" / "brand.toml"
    path.write_text(re.sub("(?i)#0B4F75", "#006633", path.read_text(encoding="utf-8")), encoding="utf-8")
    figures = gallery(Project(fresh.root), "en", fonts, DAY).figures
    assert any("#006633" in one.svg for one in figures)
    assert not any("#0b4f75" in one.svg for one in figures)


def test_a_language_without_messages_is_refused(finished: Project, fonts: Fonts) -> None:
    with pytest.raises(UsageError, match="language 'xx'"):
        gallery(finished, "xx", fonts, DAY)
