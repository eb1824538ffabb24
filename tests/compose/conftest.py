"""What is composed here: the real partnership as of any date, a partnership of names only, and readings changed at will."""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest

from bilan.cli.app import run
from bilan.compose.briefing import Draft, Numbering, compose
from bilan.compose.material import Material
from bilan.document import Identity
from bilan.indicators.engine import Readings
from bilan.model import Reading
from bilan.period import Period
from bilan.pipeline.knowledge import Knowledge, learn
from bilan.project import Project, find
from bilan.wording.printer import printer

NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)
NUMBERING = Numbering(1, 1, "abcdef0123456789")
MakeMaterial = Callable[..., Material]


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Project:
    """A copy of the checkout's data, so that its store stays as it is."""
    root = tmp_path_factory.mktemp("project")
    shutil.copytree(checkout / "data" / "kz-kg", root / "data" / "kz-kg")
    shutil.copytree(checkout / "templates", root / "templates")
    shutil.copy(checkout / "bilan.toml", root / "bilan.toml")
    return Project(root)


@pytest.fixture(scope="session")
def learned(project: Project) -> Callable[[str], Knowledge]:
    """What is known of Kazakhstan and Kyrgyzstan as of a day; each day is learned once."""

    @cache
    def as_of(day: str) -> Knowledge:
        return learn(project, "kz-kg", date.fromisoformat(day), NOW)

    return as_of


@pytest.fixture(scope="session")
def names_only(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project as `bilan init` begins it for a pair without tables."""
    root = tmp_path_factory.mktemp("begun") / "project"
    assert run(["init", str(root), "--pair", "DEU-FRA"]) == 0
    return find(root)


@pytest.fixture(scope="session")
def material(project: Project, learned: Callable[[str], Knowledge]) -> MakeMaterial:
    """The material of an edition of the real partnership; anything else is replaced by name."""

    def make(language: str = "en", audience: str = "analyst", as_of: str = "2026-10-31", **changes: object) -> Material:
        return replace(written_from(project, "kz-kg", learned(as_of), f"{audience}.{language}"), **changes)  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def unwritten(names_only: Project) -> MakeMaterial:
    """The material of a partnership of which only the names are known."""
    knowledge = learn(names_only, "de-fr", date(2026, 10, 31), NOW)

    def make(language: str = "en", audience: str = "analyst") -> Material:
        return written_from(names_only, "de-fr", knowledge, f"{audience}.{language}")

    return make


@pytest.fixture(scope="session")
def composed(project: Project) -> Callable[[Material], Draft]:
    """The edition composed from a material."""
    return lambda material: compose(material, NUMBERING, project.root / "data" / material.identity.partnership)


@pytest.fixture
def with_readings() -> Callable[..., Material]:
    """A material in which readings are put in place of those with their id, and others are left out by id or by indicator."""

    def make(material: Material, *instead: Reading, without: Iterable[str] = ()) -> Material:
        known = {one.id: one for one in material.facts.readings} | {one.id: one for one in instead}
        dropped = set(without)
        kept = [one for one in known.values() if one.id not in dropped and one.indicator not in dropped]
        return replace(material, facts=replace(material.facts, readings=in_order(kept)))

    return make


def in_order(readings: Iterable[Reading]) -> Readings:
    table: dict[str, dict[tuple[str, Period], Reading]] = {}
    for one in readings:
        parts = one.id.removeprefix(f"{one.indicator}:").rsplit(":", 1)
        table.setdefault(one.indicator, {})[(parts[0] if len(parts) > 1 else "", one.period)] = one
    return Readings(table)


def written_from(project: Project, slug: str, knowledge: Knowledge, edition: str) -> Material:
    audience, language = edition.split(".")
    door = printer(language, knowledge.facts.partnership, project.folder(slug))
    return Material(
        Identity(slug, Period.parse("2026-10"), audience, language),
        knowledge.facts,
        knowledge.findings,
        door,
        knowledge.sources,
        knowledge.observations,
        project.audience(audience),
        project.config.office,
        date(2026, 11, 24),
        gate=knowledge.gate,
        folder=project.folder(slug),
    )
