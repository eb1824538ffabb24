from collections.abc import Callable
from dataclasses import replace

import pytest

from bilan.compose.briefing import Draft, Numbering, compose
from bilan.compose.material import Material
from bilan.compose.summary import SUBJECT
from bilan.config.models import EmbargoConfig
from bilan.document import Finding, Summary
from bilan.project import Project

MakeMaterial = Callable[..., Material]
AUDIENCES, LANGUAGES = ("minister", "analyst", "investor", "press"), ("fr", "en", "ru", "kk", "ky")


@pytest.fixture
def summary(composed: Callable[[Material], Draft]) -> Callable[[Material], Summary]:
    def make(material: Material) -> Summary:
        found = composed(material).briefing.summary
        assert found is not None
        return found

    return make


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_subject_fits_its_line_and_names_both_partners(
    material: MakeMaterial, summary: Callable[[Material], Summary], audience: str, language: str
) -> None:
    made = material(language, audience)
    first, second = (made.printer.country(code) for code in made.facts.countries)

    subjects = {kind: str(text) for kind, text in summary(made).subjects.items()}

    assert set(subjects) == {"edition", "correction", "withdrawal"}
    assert [text for text in subjects.values() if len(text) > SUBJECT or first not in text or second not in text] == []


def test_the_subject_states_the_heaviest_finding(material: MakeMaterial, summary: Callable[[Material], Summary]) -> None:
    subjects = summary(material("en", "minister")).subjects

    assert str(subjects["edition"]) == "Kazakhstan – Kyrgyzstan, October 2026 · The statistics disagree"
    assert str(subjects["correction"]) == "Correction: Kazakhstan – Kyrgyzstan, October 2026 · The statistics disagree"
    assert str(subjects["withdrawal"]) == "Withdrawn: Kazakhstan – Kyrgyzstan, October 2026"


def test_a_subject_that_would_not_fit_leaves_the_finding_out(material: MakeMaterial, summary: Callable[[Material], Summary]) -> None:
    assert str(summary(material("fr", "minister")).subjects["correction"]) == "Correction\u00a0: Kazakhstan – Kirghizstan, octobre 2026"


def test_without_a_finding_the_subject_names_partners_and_month(material: MakeMaterial, summary: Callable[[Material], Summary]) -> None:
    quiet: tuple[Finding, ...] = ()

    assert str(summary(material("en", "minister", findings=quiet)).subjects["edition"]) == "Kazakhstan – Kyrgyzstan, October 2026"


def test_a_mail_says_what_page_one_says_and_draws_nothing(material: MakeMaterial, composed: Callable[[Material], Draft]) -> None:
    briefing = composed(material("en", "analyst")).briefing
    glance = briefing.section("glance")
    assert briefing.summary is not None
    assert glance is not None

    assert briefing.summary.words["lead"] == briefing.words["lead"]
    assert [one.value for one in briefing.summary.headlines] == [one.value for one in glance.headlines]
    assert [one.lead for one in briefing.summary.findings] == [one.lead for one in glance.items]
    assert [one.figure for one in briefing.summary.headlines] == [None] * 4
    assert str(briefing.summary.headlines[0].note) == "2024"


def test_a_mail_adds_no_chart_to_an_audience_without_the_glance(material: MakeMaterial, composed: Callable[[Material], Draft]) -> None:
    made = material("en", "analyst")
    without = made.audience.model_copy(update={"sections": ("changes",)})

    draft = composed(replace(made, audience=without, specs={}))

    assert set(draft.specs) == {"motif"}
    assert draft.briefing.summary is not None
    assert draft.briefing.summary.headlines


def test_an_embargo_stands_before_the_first_figure(material: MakeMaterial, summary: Callable[[Material], Summary]) -> None:
    made = material("en", "press")
    held = made.audience.model_copy(update={"embargo": EmbargoConfig(days=1, at="07:00", zone={"en": "Bishkek time"})})

    (note,) = summary(replace(made, audience=held)).notes

    assert str(note).startswith("Under embargo until 07:00 (Bishkek time)")


def test_a_partnership_of_which_nothing_is_known_has_a_mail_too(unwritten: MakeMaterial, names_only: Project) -> None:
    material = unwritten("en", "minister")
    found = compose(material, Numbering(1, 1, "a" * 16), names_only.root / "data" / "de-fr").briefing.summary

    assert found is not None
    assert (found.headlines, str(found.subjects["edition"])) == ((), "Germany – France, October 2026")
