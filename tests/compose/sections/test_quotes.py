from collections.abc import Callable
from dataclasses import replace

import pytest

from bilan.compose.material import Material
from bilan.compose.sections.quotes import QUOTABLE, quotes
from bilan.document import Section

MakeMaterial = Callable[..., Material]


def section(material: Material) -> Section:
    found = quotes(material)
    assert found is not None
    return found


def told(material: Material) -> list[str]:
    return [str(one.lead).replace("\u00a0", " ").replace("\u202f", " ") for one in section(material).items]


def test_quotes_the_heaviest_findings_fit_for_the_public_as_whole_sentences(material: MakeMaterial) -> None:
    assert told(material("en", "press")) == [
        (
            "To reach the declared aim of $3 billion by 2030, trade between Kazakhstan and Kyrgyzstan must grow by about 10% a year on Kazakh "
            "statistics, or by about 14% on Kyrgyz statistics."
        ),
        "Trade between Kazakhstan and Kyrgyzstan in 2024 is put at $1.7 billion by Kazakh statistics and at $1.34 billion by Kyrgyz statistics.",
        (
            "The aim of $2 billion for 2024 was not reached: trade between Kazakhstan and Kyrgyzstan came to $1.7 billion on Kazakh statistics and "
            "to $1.34 billion on Kyrgyz statistics."
        ),
        "Trade in goods between Kazakhstan and Kyrgyzstan reached $1.7 billion in 2024 on Kazakh statistics, up about 8% on the year before.",
    ]


def test_quotes_in_french_with_articles(material: MakeMaterial) -> None:
    assert told(material("fr", "press"))[1] == (
        "Les échanges de 2024 entre le Kazakhstan et le Kirghizstan sont chiffrés à 1,7 milliard de dollars par les statistiques kazakhes et à "
        "1,34 milliard de dollars par les statistiques kirghizes."
    )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_quotable_rule_has_its_sentence(material: MakeMaterial, language: str) -> None:
    given = material(language, "press")

    assert [rule for rule in QUOTABLE if not given.printer.has(f"quote-{rule}")] == []


def test_a_quotation_names_its_source_and_date(material: MakeMaterial) -> None:
    (first, *_) = section(material("en", "press")).items

    assert str(first.body).startswith("Sources: ")
    assert str(first.body).endswith("data as of 31 October 2026.")


def test_doubts_of_our_own_are_not_for_quotation(material: MakeMaterial) -> None:
    given = material("en", "press")
    assert {"announced-total", "target-verdict"} <= {one.rule for one in given.findings}
    every = replace(given, audience=given.audience.model_copy(update={"findings": 50}))

    assert not any("announcement" in one or "on track" in one for one in told(every))


def test_nobody_is_quoted_with_a_gap(material: MakeMaterial) -> None:
    given = material("en", "press")
    heaviest = next(one for one in given.findings if one.rule == "target-pace")
    gap = replace(heaviest, args=tuple((name, replace(value, value=None) if name == "pace" else value) for name, value in heaviest.args))  # type: ignore[type-var]

    assert told(replace(given, findings=(gap, *(one for one in given.findings if one is not heaviest))))[0].startswith("Trade between")


def test_without_anything_to_quote_there_is_no_section(unwritten: MakeMaterial) -> None:
    assert quotes(unwritten("en")) is None
