from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.pipeline import small

from bilan.archive.archive import Archive
from bilan.document import Identity
from bilan.errors import ArchiveError, AwaitingError
from bilan.ledger.book import Ledger
from bilan.ledger.records import OccurrenceRow
from bilan.pipeline.publish import publish
from bilan.pipeline.waiting import Waiting
from bilan.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return small.project(tmp_path, "[approval]\nminister = 1\n")


@pytest.fixture
def row(project: Project) -> Iterator[OccurrenceRow]:
    """Something that waits."""
    with Ledger.open(project.config.ledger, project.root) as ledger:
        with pytest.raises(AwaitingError):
            publish(small.desk(project, ledger), small.content(), small.claimed(ledger))
        yield ledger.occurrences()[0]


def hashes(row: OccurrenceRow) -> tuple[str, str]:
    return str(row.sha256), str(row.manifest_sha256)


def test_moves_just_what_was_kept(project: Project, row: OccurrenceRow) -> None:
    archive = Archive.of(project)

    name, manifest = Waiting(project).move(small.MINISTER, hashes(row), archive)

    assert (name, manifest["says"]) == ("kz-kg/2026-10/minister.en.pdf", "once")
    assert archive.blob(hashes(row)[0]) == small.content().pdf
    assert not (project.reports / "kz-kg").exists()


def test_a_changed_byte_is_noticed(project: Project, row: OccurrenceRow) -> None:
    blob = project.machine / "waiting" / "blob" / hashes(row)[0]
    blob.chmod(0o644)
    blob.write_bytes(blob.read_bytes() + b" ")

    with pytest.raises(ArchiveError, match="is damaged: its content is not what its name says"):
        Waiting(project).move(small.MINISTER, hashes(row), Archive.of(project))


def test_another_pdf_than_the_one_approved_is_refused(project: Project, row: OccurrenceRow) -> None:
    with pytest.raises(ArchiveError, match="what waits is not what was approved") as caught:
        Waiting(project).move(small.MINISTER, ("a" * 64, hashes(row)[1]), Archive.of(project))
    assert caught.value.hint == "`bilan release` has it built again"


def test_a_manifest_of_another_edition_is_refused(project: Project, row: OccurrenceRow) -> None:
    with pytest.raises(ArchiveError, match="what waits cannot be used: it tells of"):
        Waiting(project).move(Identity("kz-kg", small.MINISTER.period, "analyst", "en"), hashes(row), Archive.of(project))


def test_what_nobody_waits_for_any_more_is_removed(project: Project, row: OccurrenceRow) -> None:
    waiting = Waiting(project)
    assert waiting.clear([row]) == 0
    assert waiting.shown(small.MINISTER, hashes(row)[0]).is_file()

    assert waiting.clear([]) == 4

    assert not waiting.shown(small.MINISTER, hashes(row)[0]).exists()
    assert waiting.clear([row]) == 0
