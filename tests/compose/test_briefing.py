import json
import pickle
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from bilan.compose.briefing import Draft, Numbering, compose, illustrate, language_problem, words
from bilan.compose.material import Material
from bilan.document import Briefing, Column, Figure, Headline, Item, Mark, Printed, Section, Table, Text
from bilan.errors import ConfigError
from bilan.model import Reading
from bilan.wording.numberwords import constants_in

MakeMaterial = Callable[..., Material]
Compose = Callable[[Material], Draft]
NUMBERING = Numbering(1, 1, "abcdef0123456789")
EDITIONS = [(audience, language) for audience in ("minister", "analyst") for language in ("fr", "en")]
EVERY = [(audience, language) for audience in ("minister", "analyst", "investor", "press") for language in ("fr", "en", "ru", "kk", "ky")]
DAYS = ("2012-12-31", "2022-06-30", "2024-05-01", "2024-12-04", "2026-10-31")
NOT_PRINTED = {"id", "kind", "svg", "state", "align", "reading_ids", "labels"}
LONGEST_ALT = 320


SHOWN: dict[type, tuple[str, ...]] = {
    Mark: ("state", "word"),
    Item: ("lead", "body", "mark"),
    Headline: ("label", "value", "change", "note", "figure"),
    Figure: ("id", "title", "subtitle", "alt", "source", "reading_ids"),
    Column: ("head",),
    Table: ("id", "title", "columns", "rows", "source"),
    Section: ("id", "heading", "standing", "headlines", "figures", "tables", "items", "notes"),
}


def plain(value: object) -> object:
    """The same as JSON, without what belongs to the layout."""
    if isinstance(value, Text | Printed):
        return str(value)
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if type(value) in SHOWN:
        return {name: plain(getattr(value, name)) for name in SHOWN[type(value)]}
    return value


def as_json(briefing: Briefing) -> str:
    said = {
        "title": briefing.title,
        "words": {name: plain(one) for name, one in briefing.words.items()},
        "sections": plain(briefing.sections),
        "claims": {one.id: one.verdict for one in briefing.claims},
        "problems": [str(one) for one in briefing.problems],
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def loose_words(value: object) -> Iterator[str]:
    """Every word that is no printed numeral, wherever it stands."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from loose_words(one)
    elif isinstance(value, dict):
        yield from loose_words(list(value.values()))
    elif is_dataclass(value) and not isinstance(value, Printed):
        for one in fields(value):
            if one.name not in NOT_PRINTED:
                yield from loose_words(getattr(value, one.name))


def figures(briefing: Briefing) -> list[Figure]:
    beside = [one.figure for section in briefing.sections for one in section.headlines if one.figure]
    return [*beside, *(one for section in briefing.sections for one in section.figures)]


@pytest.fixture(params=EDITIONS, ids=".".join)
def edition(request: pytest.FixtureRequest) -> tuple[str, str]:
    audience, language = request.param
    return audience, language


@pytest.fixture
def draft(edition: tuple[str, str], material: MakeMaterial, composed: Compose) -> Draft:
    audience, language = edition
    return composed(material(language, audience))


@pytest.mark.parametrize("edition", EVERY, ids=".".join)
def test_says_exactly_what_the_edition_of_october_2026_says(
    edition: tuple[str, str], material: MakeMaterial, composed: Compose, checkout: Path, pytestconfig: pytest.Config
) -> None:
    audience, language = edition
    golden = checkout / "tests" / "golden" / f"{'.'.join(edition)}.json"
    said = as_json(composed(material(language, audience)).briefing)
    if pytestconfig.getoption("--update-golden"):
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("day", DAYS)
def test_holds_no_numeral_that_the_door_did_not_print(
    day: str, edition: tuple[str, str], material: MakeMaterial, composed: Compose
) -> None:
    audience, language = edition
    briefing = composed(material(language, audience, day)).briefing
    loose = [one for part in (briefing.words, briefing.sections) for one in loose_words(part)]
    assert [one for one in loose if constants_in(one, language)] == []


@pytest.mark.parametrize("day", DAYS)
def test_shows_no_figure_and_no_finding_without_the_readings_it_rests_on(
    day: str, edition: tuple[str, str], material: MakeMaterial, composed: Compose
) -> None:
    audience, language = edition
    briefing = composed(material(language, audience, day)).briefing
    known = {one.id for one in briefing.readings}
    named = {name for one in figures(briefing) for name in one.reading_ids} | {
        name for one in briefing.findings for name in one.reading_ids
    }
    assert named <= known


@pytest.mark.parametrize("day", DAYS)
def test_captions_every_figure_and_keeps_its_alternative_text_short(
    day: str, edition: tuple[str, str], material: MakeMaterial, composed: Compose
) -> None:
    audience, language = edition
    for one in figures(composed(material(language, audience, day)).briefing):
        assert one.source, one.id
        assert 0 < len(str(one.alt)) <= LONGEST_ALT, one.id
        assert one.kind == "sparkline" or (one.title and one.subtitle), one.id


@pytest.mark.parametrize("day", DAYS)
def test_spaces_and_stops_every_sentence_as_its_language_does(
    day: str, edition: tuple[str, str], material: MakeMaterial, composed: Compose
) -> None:
    audience, language = edition
    briefing = composed(material(language, audience, day)).briefing
    texts = [str(one.body) for section in briefing.sections for one in section.items] + [str(briefing.words["lead"])]
    texts += [str(text) for one in figures(briefing) for text in (one.title, one.alt, one.source)]
    texts += [str(section.standing) for section in briefing.sections]
    for text in texts:
        assert "  " not in text
        assert ".." not in text
        assert not text.endswith(" ")
        if language == "fr":
            assert not any(wrong in text for wrong in (" :", " ;", "\u00a0;", " de environ ", " de plus de plus ", "de  ")), text
            assert ";" not in text.replace("\u202f;", ""), text


def test_tells_no_fact_in_two_titles_nor_in_a_title_and_the_lead(draft: Draft) -> None:
    titled = [one.title for one in figures(draft.briefing) if one.title]
    lead = draft.briefing.words["lead"]
    assert isinstance(lead, Text)
    told = [{one.ref for one in text.printed if one.kind == "reading"} for text in (lead, *titled)]
    assert len({str(one) for one in titled}) == len(titled)
    assert sum(len(one) for one in told) == len(set.union(*told))


def test_gives_every_figure_something_to_draw_that_can_be_sent_to_another_process(draft: Draft) -> None:
    assert set(draft.specs) == {one.id for one in figures(draft.briefing)} | {"motif"}
    for spec in draft.specs.values():
        assert hash(spec) == hash(pickle.loads(pickle.dumps(spec)))  # noqa: S301  our own bytes
        assert pickle.loads(pickle.dumps(spec)) == spec  # noqa: S301  our own bytes


def test_writes_the_sections_in_the_order_of_the_audience(draft: Draft, edition: tuple[str, str], material: MakeMaterial) -> None:
    wanted = material(edition[1], edition[0]).audience.sections
    assert tuple(one.id for one in draft.briefing.sections) == tuple(one for one in wanted if one != "revisions")  # a first edition


@pytest.mark.parametrize(
    ("language", "lead"),
    [
        (
            "en",
            (
                "In 2024, trade came to $1.7 billion on Kazakh statistics and $1.34 billion on Kyrgyz statistics. "
                "The aim of $3 billion by 2030 takes about 10% or about 14% growth a year."
            ),
        ),
        (
            "fr",
            (
                "Échanges de 2024\u00a0: 1,7\u00a0milliard de dollars selon les statistiques kazakhes, 1,34\u00a0milliard de dollars "
                "selon les statistiques kirghizes. Viser 3\u00a0milliards de dollars en 2030 exige environ 10\u202f% ou environ 14\u202f% "
                "de plus par an."
            ),
        ),
    ],
)
def test_leads_with_both_totals_and_what_the_aim_takes(language: str, lead: str, material: MakeMaterial, composed: Compose) -> None:
    assert str(composed(material(language)).briefing.words["lead"]) == lead


def test_leads_with_one_total_where_only_one_country_has_the_last_year(material: MakeMaterial, composed: Compose) -> None:
    english = composed(material("en", as_of="2022-06-30")).briefing.words["lead"]
    french = composed(material("fr", as_of="2022-06-30")).briefing.words["lead"]
    assert str(english) == "In 2021, trade came to $1 billion on Kyrgyz statistics."
    assert str(french) == "Échanges de 2021\u00a0: 1\u00a0milliard de dollars selon les statistiques kirghizes."


def test_leads_with_the_lack_of_figures_where_there_is_none(unwritten: MakeMaterial, composed: Compose) -> None:
    english, french = (composed(unwritten(language)).briefing.words["lead"] for language in ("en", "fr"))
    assert str(english) == "No figure of trade between the two countries is known as of this date."
    assert str(french) == "Aucun chiffre des échanges entre les deux pays n’est connu à cette date."


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("audience", ["minister", "analyst"])
def test_composes_a_partnership_of_names_only_and_invents_nothing(
    language: str, audience: str, unwritten: MakeMaterial, composed: Compose
) -> None:
    briefing = composed(unwritten(language, audience)).briefing
    nothing = {"en": "No data", "fr": "Pas de données"}[language]
    expected = {"glance", "trade", "macro", "mirror", "investment", "projects", "agreements", "sources"}
    assert {one.id for one in briefing.sections if nothing in one.notes} == expected & {one.id for one in briefing.sections}
    assert briefing.section("claims") is None
    assert figures(briefing) == []
    assert [one for section in briefing.sections for one in section.tables] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_says_no_data_of_what_was_not_known_in_2012(language: str, material: MakeMaterial, composed: Compose) -> None:
    briefing = composed(material(language, as_of="2012-12-31")).briefing
    nothing = {"en": "No data", "fr": "Pas de données"}[language]
    assert {one.id for one in briefing.sections if nothing in one.notes} == {"mirror", "investment", "projects"}
    assert briefing.section("claims") is None
    assert {one.id for one in figures(briefing)} - {"outlook.range", "places"} == {"macro"}


def test_names_an_unknown_section_and_the_nearest_known_one(material: MakeMaterial, composed: Compose) -> None:
    given = material()
    wrong = replace(given, audience=given.audience.model_copy(update={"sections": ("trad",)}))
    with pytest.raises(ConfigError, match=r"'trad' is not known.*trade"):
        composed(wrong)


def test_leaves_claims_unchecked_for_an_audience_that_reads_none(material: MakeMaterial, composed: Compose) -> None:
    briefing = composed(material(audience="minister")).briefing
    assert briefing.claims == ()
    assert briefing.section("trade") is None


def test_has_no_motif_without_outlines(unwritten: MakeMaterial, composed: Compose) -> None:
    assert composed(unwritten()).specs == {}


def test_names_the_issue_only_from_the_second_on(material: MakeMaterial) -> None:
    first, second = (words(material("fr"), Numbering(3, issue, "abcdef0123456789")) for issue in (1, 2))
    assert str(first["head"]) == "Édition 3 · octobre 2026 · Édition de l’analyste"
    assert str(first["number"]) == "3"
    assert str(second["head"]) == "Édition 3, tirage 2 · octobre 2026 · Édition de l’analyste"
    assert str(second["number"]) == "3/2"
    assert str(second["foot"]) == ("Édition 3, tirage 2, parue le 24 novembre 2026 · données au 31 octobre 2026 · manifeste abcd ef01 2345")


def test_titles_the_file_with_both_countries_the_edition_and_the_month(material: MakeMaterial, composed: Compose) -> None:
    assert composed(material("fr")).briefing.title == "Kazakhstan – Kirghizstan\u00a0: Édition 1, octobre 2026"


def test_lists_the_claimed_numbers_among_the_readings(material: MakeMaterial, composed: Compose) -> None:
    readings = composed(material()).briefing.readings
    claimed = [one for one in readings if isinstance(one, Reading) and one.id.startswith("claim:")]
    assert [one.id for one in claimed] == ["claim:c05", "claim:c06", "claim:c08", "claim:c09"]


def test_puts_every_drawn_figure_where_it_belongs(material: MakeMaterial, composed: Compose) -> None:
    draft = composed(material())
    label = Printed("2024", "period", "2024")
    briefing, extra = illustrate(draft, {name: (f"<svg>{name}</svg>", (label,)) for name in draft.specs})
    assert {one.svg for one in figures(briefing)} == {f"<svg>{one.id}</svg>" for one in figures(briefing)}
    assert all(one.labels == (label,) for one in figures(briefing))
    assert extra["motif"].svg == "<svg>motif</svg>"
    assert not extra["motif"].alt


def test_needs_no_motif_to_be_illustrated(unwritten: MakeMaterial, composed: Compose) -> None:
    draft = composed(unwritten())
    assert illustrate(draft, {}) == (draft.briefing, {})


def test_has_a_problem_with_an_audience_that_has_no_name_in_the_language(material: MakeMaterial) -> None:
    given = material("fr")
    assert language_problem(given) is None
    nameless = replace(given, audience=given.audience.model_copy(update={"name": {"en": "Analyst edition"}}))
    problem = language_problem(nameless)
    assert problem is not None
    assert (problem.where, problem.message) == ("templates/analyst/audience.toml", "has no name in 'fr'")


def test_composes_the_same_edition_twice(material: MakeMaterial, project_folder: Path) -> None:
    once, again = (compose(material("fr"), NUMBERING, project_folder) for _ in range(2))
    assert once.briefing == again.briefing


@pytest.fixture
def project_folder(checkout: Path) -> Path:
    return checkout / "data" / "kz-kg"
