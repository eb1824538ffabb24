from collections.abc import Callable

import pytest

from bilan.compose.briefing import Draft
from bilan.compose.material import Material
from bilan.compose.series import awaited_in_words, awaited_problems, series_in_words
from bilan.document import Briefing
from bilan.errors import Severity

MakeMaterial = Callable[..., Material]
LANGUAGES = ("fr", "en", "ru", "kk", "ky")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("trade/KAZ/KGZ/export/TOTAL/YTD", "trade, Kazakhstan, exports, year to date"),
        ("trade/KGZ", "trade, Kyrgyzstan"),
        ("trade/KGZ/", "trade, Kyrgyzstan"),
        ("trade/*/*/import", "trade, imports"),
        ("population", "population"),
        ("population/UZB////A", "population, UZB"),
        ("trade/KAZ/KGZ/export/AGRIFOOD", "trade, Kazakhstan, exports, AGRIFOOD"),
        ("gross_*/KAZ", "gross_*/KAZ"),
        ("a/b/c/d/e/f/g", "a/b/c/d/e/f/g"),
    ],
)
def test_calls_a_series_by_words_as_far_as_there_are_any(material: MakeMaterial, name: str, words: str) -> None:
    assert str(series_in_words(material().printer, name)) == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_says_in_every_language_what_an_edition_lacks(material: MakeMaterial, composed: Callable[[Material], Draft], language: str) -> None:
    written = material(language, "minister", awaited=("trade/KGZ", "population/KAZ"))

    said = composed(written).briefing.words["awaited"]

    assert str(said) == str(awaited_in_words(written))
    assert {
        "fr": "Des données attendues ne sont pas arrivées à temps (échanges, Kirghizstan\N{NARROW NO-BREAK SPACE}; population, Kazakhstan)",
        "en": "Data that were awaited had not come in time (trade, Kyrgyzstan; population, Kazakhstan); this edition rests on",
        "ru": "Ожидавшиеся данные не поступили к сроку",
        "kk": "Күтілген деректер мерзімінде келіп түспеді",
        "ky": "Күтүлгөн маалымат мөөнөтүндө келип түшкөн жок",
    }[language] in str(said)


def test_an_edition_that_lacks_nothing_says_nothing(material: MakeMaterial, composed: Callable[[Material], Draft]) -> None:
    assert "awaited" not in composed(material("en", "minister")).briefing.words


def test_what_is_lacking_is_a_warning_in_the_manifest(material: MakeMaterial, composed: Callable[[Material], Draft]) -> None:
    briefing: Briefing = composed(material("en", "minister", awaited=("trade/KGZ",))).briefing

    (problem,) = (one for one in briefing.problems if one.rule == "awaited")
    assert (problem,) == awaited_problems(["trade/KGZ"])
    assert (problem.where, problem.severity) == ("trade/KGZ", Severity.WARNING)
