"""Kyrgyzstan and Uzbekistan: a partnership made of files alone, most of whose numbers are missing."""

import csv
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bilan.compose.briefing import Draft, Numbering, compose
from bilan.compose.material import Material
from bilan.document import Identity
from bilan.errors import Severity
from bilan.period import Period
from bilan.pipeline.knowledge import Knowledge, learn
from bilan.project import Project
from bilan.wording.printer import printer

SLUG = "kg-uz"
AS_OF = date(2026, 10, 31)
NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)
Compose = Callable[..., Draft]


@pytest.fixture(scope="session")
def second(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Project:
    """A project with nothing but the second partnership."""
    root = tmp_path_factory.mktemp("second")
    shutil.copytree(checkout / "data" / SLUG, root / "data" / SLUG)
    shutil.copytree(checkout / "templates", root / "templates")
    (root / "bilan.toml").write_text(f'partnerships = ["{SLUG}"]\n', encoding="utf-8")
    return Project(root)


@pytest.fixture(scope="session")
def known(second: Project) -> Knowledge:
    return learn(second, SLUG, AS_OF, NOW)


@pytest.fixture(scope="session")
def draft(second: Project, known: Knowledge) -> Compose:
    """The briefing of an audience and language."""

    def made(audience: str, language: str) -> Draft:
        material = Material(
            Identity(SLUG, Period.parse("2026-10"), audience, language), known.facts, known.findings,
            printer(language, known.facts.partnership, second.folder(SLUG)), known.sources, known.observations,
            second.audience(audience), second.config.office, date(2026, 11, 24),
        )  # fmt: skip
        return compose(material, Numbering(1, 1, "abcdef0123456789"), second.folder(SLUG))

    return made


def test_nothing_holds_it_and_the_age_of_its_trade_is_noticed(known: Knowledge) -> None:
    assert known.holds == ()
    warned = {one.where for one in known.problems if one.severity is Severity.WARNING}
    assert {"trade/KGZ/UZB/total/TOTAL/A", "trade/UZB/KGZ/total/TOTAL/A"} <= warned


def test_both_statistics_of_2018_and_the_gap_between_them_are_told(known: Knowledge, draft: Compose) -> None:
    assert [str(one.value) for one in known.facts.totals()] == ["336500000.0", "481000000"]
    assert str(draft("analyst", "en").briefing.words["lead"]) == (
        "In 2018, trade came to $337\u00a0million on Kyrgyz statistics and $481\u00a0million on Uzbek statistics."
    ).replace("\u00a0", " ")
    assert "totals-differ" in {one.rule for one in known.findings}


@pytest.mark.parametrize("audience", ["minister", "analyst"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_edition_names_its_own_two_countries_and_no_third(draft: Compose, audience: str, language: str) -> None:
    briefing = draft(audience, language).briefing
    said = repr(replace(briefing, sources=(), observations=()))

    assert {"en": "Uzbek", "fr": "ouzbèkes"}[language] in said
    assert not any(word in said for word in ("Kazakh", "kazakh", "KAZ"))


def test_what_is_missing_is_said_to_be_missing(draft: Compose) -> None:
    briefing = draft("analyst", "en").briefing

    assert {name: section.notes for name in ("projects", "agreements", "targets") if (section := briefing.section(name))} == {
        "projects": ("No data",), "agreements": ("No data",), "targets": ("None declared",),
    }  # fmt: skip
    notes = briefing.section("notes")
    assert notes is not None
    assert sum(str(one.lead) == "Missing." for one in notes.items) >= 2


def test_its_rows_are_those_of_the_first_partnership_and_of_its_own_sources(checkout: Path) -> None:
    def rows(slug: str, table: str) -> list[dict[str, str]]:
        with (checkout / "data" / slug / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    first = {row["row_id"]: row for row in rows("kz-kg", "macro") if row["country"] == "KGZ"}
    assert {row["row_id"]: row for row in rows(SLUG, "macro")} == first
    cited = {row["source_id"] for table in ("macro", "trade", "movement") for row in rows(SLUG, table)}
    assert {row["source_id"] for row in rows(SLUG, "sources")} == cited
