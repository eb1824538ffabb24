from collections.abc import Callable
from dataclasses import replace

import pytest

from bilan.compose.material import Material
from bilan.compose.sections.embargo import embargo
from bilan.config.models import EmbargoConfig
from bilan.errors import ConfigError

MakeMaterial = Callable[..., Material]
SET = EmbargoConfig(days=1, at="07:00", zone={"en": "Bishkek time", "fr": "heure de Bichkek"})


def under(material: Material, embargoed: EmbargoConfig | None) -> Material:
    sections = (*material.audience.sections, "embargo") if embargoed else material.audience.sections
    return replace(material, audience=material.audience.model_copy(update={"embargo": embargoed, "sections": sections}))


def test_counts_from_the_day_of_issue_and_says_whose_hour_it_is(material: MakeMaterial) -> None:
    section = embargo(under(material("en", "press"), SET))

    assert section is not None
    assert str(section.standing) == (
        "Under embargo until 07:00 (Bishkek time) on 25 November 2026: not to be published, quoted or passed on before."
    )


def test_every_numeral_in_the_line_is_declared(material: MakeMaterial) -> None:
    given = under(material("fr", "press"), SET)
    section = embargo(given)

    assert section is not None
    assert {one.kind for one in section.standing.printed} == {"date"}  # type: ignore[union-attr]  # a text
    assert "2026-11-25T07:00" in {one.ref for one in given.printer.made}


def test_an_hour_without_a_name_in_the_language_is_a_mistake(material: MakeMaterial) -> None:
    given = under(material("en", "press"), EmbargoConfig(at="07:00", zone={"fr": "heure de Bichkek"}))

    with pytest.raises(ConfigError) as caught:
        embargo(given)

    assert caught.value.mistakes == ("embargo: zone has no name in 'en'",)


def test_without_an_embargo_there_is_no_line(material: MakeMaterial) -> None:
    assert embargo(material("en", "press")) is None
