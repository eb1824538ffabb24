from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from tests.sources.project import entry, gdp, written
from tests.sources.server import Reply, Server, serving

from bilan.errors import Severity
from bilan.model import Source
from bilan.pipeline.fetch import Fetching, run
from bilan.pipeline.stored import notes, stored_sources
from bilan.project import Project
from bilan.sources.http import Means

NOW = datetime(2026, 11, 25, 12, 0, 0, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as told:
        told.route = gdp
        yield told


@pytest.fixture
def project(tmp_path: Path, checkout: Path, server: Server) -> Project:
    return written(tmp_path / "project", checkout, entry(server, "wb-gdp", more='note = "WDI"\nfresh-days = 30'))


def fetched(project: Project, days: int = 0) -> None:
    means = Means(now=lambda: NOW + timedelta(days=days), clock=lambda: 0, sleep=lambda _: None)
    run(Fetching(project, means, {}, trust_env=False))


def test_a_source_that_never_answered_is_cited_without_a_date(project: Project, server: Server) -> None:
    server.route = lambda _: Reply(b"no", 500)
    fetched(project)

    assert stored_sources(project) == {
        "wb-gdp": Source("wb-gdp", "Title of wb-gdp", "Publisher", "https://data.example/wb-gdp", "", "en", "CC BY 4.0", "WDI")
    }


def test_a_stored_source_is_cited_with_release_and_day_of_retrieval(project: Project) -> None:
    fetched(project)

    one = stored_sources(project)["wb-gdp"]

    assert (one.published, one.note, one.licence) == ("2024-10-21", "WDI; retrieved 2026-11-25", "CC BY 4.0")


def test_a_source_no_longer_in_the_file_is_cited_as_it_was(project: Project) -> None:
    fetched(project)
    before = stored_sources(project)
    (project.root / "data" / "sources.toml").unlink()
    (project.root / "data" / "raw" / "stray.txt").write_text("no folder of answers", encoding="utf-8")

    assert stored_sources(project) == before


def test_says_when_a_source_was_last_asked(project: Project) -> None:
    fetched(project)

    (one,) = notes(project, "kz-kg", TODAY + timedelta(days=30))

    assert str(one) == "wb-gdp: last asked successfully on 2026-11-25"
    assert (one.severity, one.rule, one.rows) == (Severity.NOTE, "sources.age", ("fetch/wb-gdp",))


def test_warns_when_that_is_longer_ago_than_the_entry_allows(project: Project) -> None:
    fetched(project)

    (one,) = notes(project, "kz-kg", date(2026, 12, 26))

    assert str(one) == "wb-gdp: last asked successfully on 2026-11-25, 31 days before this edition (run `bilan fetch wb-gdp`)"
    assert one.severity is Severity.WARNING


def test_says_that_it_was_asked_in_vain_since(project: Project, server: Server) -> None:
    fetched(project)
    server.route = lambda _: Reply(b"no", 500)
    fetched(project, days=3)

    (one,) = notes(project, "kz-kg", TODAY + timedelta(days=4))

    assert one.message == "last asked successfully on 2026-11-25; asked again in vain on 2026-11-28"


def test_a_source_never_asked_and_one_of_another_partnership_are_not_told(project: Project) -> None:
    assert notes(project, "kz-kg", TODAY) == []

    fetched(project)

    assert notes(project, "kz-uz", TODAY) == []
