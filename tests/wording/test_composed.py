"""Whole editions in Russian, Kazakh and Kyrgyz: what no single message shows."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest

from bilan.cli.app import run
from bilan.compose.briefing import Numbering, compose
from bilan.compose.material import Material
from bilan.document import Briefing, Identity, Printed, Text
from bilan.period import Period
from bilan.pipeline.knowledge import Knowledge, learn
from bilan.project import Project, find
from bilan.wording.printer import printer
from bilan.wording.suffixes import hanging

NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)
DAYS = ("2022-06-30", "2024-12-04", "2026-10-31")
NEW = ("ru", "kk", "ky")
LATIN = re.compile(r"\b[a-z]{4,}\b")
Composed = Callable[[str, str, str], Briefing]


@pytest.fixture(scope="module")
def composed(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Composed:
    """The edition of an audience in a language, of the real partnership as of a day."""
    root = tmp_path_factory.mktemp("five")
    shutil.copytree(checkout / "data" / "kz-kg", root / "data" / "kz-kg")
    shutil.copytree(checkout / "templates", root / "templates")
    shutil.copy(checkout / "bilan.toml", root / "bilan.toml")
    project = Project(root)
    learned = cache(lambda day: learn(project, "kz-kg", date.fromisoformat(day), NOW))
    return lambda audience, lang, day: briefing(project, "kz-kg", learned(day), (audience, lang))


def briefing(project: Project, slug: str, knowledge: Knowledge, edition: tuple[str, str]) -> Briefing:
    audience, lang = edition
    door = printer(lang, knowledge.facts.partnership, project.folder(slug))
    material = Material(
        Identity(slug, Period.parse("2026-10"), audience, lang), knowledge.facts, knowledge.findings, door, knowledge.sources,
        knowledge.observations, project.audience(audience), project.config.office, date(2026, 11, 2), gate=knowledge.gate,
    )  # fmt: skip
    return compose(material, Numbering(1, 1, "abcdef0123456789"), project.folder(slug)).briefing


def texts(value: object) -> Iterator[Text]:
    """Every sentence and label of a briefing."""
    if isinstance(value, Text | Printed | str):
        yield Text.of(value)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from texts(one)
    elif isinstance(value, dict):
        yield from texts(tuple(value.values()))
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in ("id", "kind", "svg", "state", "align", "reading_ids", "labels"):
                yield from texts(getattr(value, field.name))


def sentences(of: Briefing) -> list[Text]:
    return [*texts(of.words), *texts(of.sections)]


@pytest.mark.parametrize("lang", NEW)
@pytest.mark.parametrize("day", DAYS)
def test_no_edition_hangs_a_case_on_a_number_or_doubles_a_stop(composed: Composed, checkout: Path, day: str, lang: str) -> None:
    for audience in Project(checkout).config.audiences:
        said = [str(one) for one in sentences(composed(audience, lang, day))]

        assert [ending for one in said for ending in hanging(one, lang)] == []
        assert [one for one in said if ".." in one or "  " in one or " ," in one or "( " in one] == []


@pytest.mark.parametrize("lang", NEW)
def test_no_word_of_ours_is_left_in_another_alphabet(composed: Composed, lang: str) -> None:
    """Names, codes and sources are printed through the door; what is left are our own words."""
    names = {"via", "vvptoday", "trace", "bilan", "analyst", "prosud", "core", "datasets", "population", "numbers", "open", "turquoise"}

    said = [part for one in sentences(composed("analyst", lang, DAYS[-1])) for part in one.parts if isinstance(part, str)]

    assert {word for part in said for word in LATIN.findall(part)} - names == set()


@pytest.mark.parametrize("lang", NEW)
def test_a_partnership_with_names_alone_can_be_told(lang: str, tmp_path: Path) -> None:
    assert run(["init", str(tmp_path / "project"), "--pair", "KGZ-ARM"]) == 0
    project = find(tmp_path / "project")

    told = briefing(project, "kg-am", learn(project, "kg-am", date(2026, 10, 31), NOW), ("analyst", lang))

    assert str(told.words["partners"]).endswith("– Армения")
    assert [ending for one in sentences(told) for ending in hanging(str(one), lang)] == []
