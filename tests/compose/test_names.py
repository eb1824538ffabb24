import pytest

from bilan.compose.names import forms
from bilan.config.models import CountryConfig, PartnershipConfig
from bilan.wording.printer import printer


def said(name: str, of: str, language: str = "fr") -> list[str]:
    declared = {language: of} if of else {}
    country = CountryConfig.model_validate({"code": "AAA", "short": "aa", "name": {language: name}, "of": declared})
    other = CountryConfig.model_validate({"code": "BBB", "short": "bb", "name": {language: "B"}})
    partnership = PartnershipConfig.model_validate({"title": {language: "A – B"}, "country": (country, other)})
    found = forms(printer(language, partnership), country)
    return [str(found[form]) for form in ("the", "of", "to", "in")]


@pytest.mark.parametrize(
    ("name", "of", "expected"),
    [
        ("Kirghizstan", "du Kirghizstan", ["le Kirghizstan", "du Kirghizstan", "au Kirghizstan", "au Kirghizstan"]),
        ("Chine", "de la Chine", ["la Chine", "de la Chine", "à la Chine", "en Chine"]),
        ("Iran", "de l’Iran", ["l’Iran", "de l’Iran", "à l’Iran", "en Iran"]),
        ("Iran", "de l'Iran", ["l’Iran", "de l'Iran", "à l’Iran", "en Iran"]),
        ("Philippines", "des Philippines", ["les Philippines", "des Philippines", "aux Philippines", "aux Philippines"]),
        ("Cuba", "de Cuba", ["Cuba", "de Cuba", "à Cuba", "à Cuba"]),
        ("Cambodge", "du Cambodge", ["le Cambodge", "du Cambodge", "au Cambodge", "au Cambodge"]),
    ],
)
def test_reads_the_french_article_from_the_form_after_a_noun(name: str, of: str, expected: list[str]) -> None:
    assert said(name, of) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Allemagne", ["l’Allemagne", "de l’Allemagne", "à l’Allemagne", "en Allemagne"]),
        ("France", ["la France", "de la France", "à la France", "en France"]),
        ("Japon", ["le Japon", "du Japon", "au Japon", "au Japon"]),
        ("Pays-Bas", ["les Pays-Bas", "des Pays-Bas", "aux Pays-Bas", "aux Pays-Bas"]),
        (
            "Émirats arabes unis",
            ["les Émirats arabes unis", "des Émirats arabes unis", "aux Émirats arabes unis", "aux Émirats arabes unis"],
        ),
    ],
)
def test_takes_the_likely_french_article_where_none_is_declared(name: str, expected: list[str]) -> None:
    assert said(name, "") == expected


def test_says_the_netherlands_only_where_of_the_is_declared() -> None:
    with_article = ["the Netherlands", "of the Netherlands", "to the Netherlands", "in the Netherlands"]
    assert said("Netherlands", "of the Netherlands", "en") == with_article
    assert said("Germany", "", "en") == ["Germany", "of Germany", "to Germany", "in Germany"]
    assert said("Germany", "of Germany", "en") == ["Germany", "of Germany", "to Germany", "in Germany"]
