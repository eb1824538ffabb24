from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.pipeline import small

from bilan.errors import ArchiveError, AwaitingError, ConflictError
from bilan.ledger.book import Ledger
from bilan.pipeline.publish import publish
from bilan.project import Project
from bilan.schedule.approving import Approved, Word, approve


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return small.project(tmp_path, "[approval]\nminister = 2\n")


@pytest.fixture
def ledger(project: Project) -> Iterator[Ledger]:
    with Ledger.open(project.config.ledger, project.root) as opened:
        with pytest.raises(AwaitingError):
            publish(small.desk(project, opened), small.content(), small.claimed(opened))
        yield opened


def said(project: Project, ledger: Ledger, person: str, sha256: str = "") -> Approved:
    whole = str(ledger.occurrences()[0].sha256)
    return approve(project, ledger, Word(1, sha256 or whole, person, small.NOW), "here:1")


def test_the_last_approval_needed_issues_the_edition(project: Project, ledger: Ledger) -> None:
    first, again, second, late = (said(project, ledger, one) for one in ("anna", "anna", "boris", "clara"))

    assert [(one.given, one.path) for one in (first, again)] == [(1, None)] * 2
    assert [(one.given, one.path, one.error) for one in (second, late)] == [(2, "kz-kg/2026-10/minister.en.pdf", None)] * 2


def test_other_bytes_are_a_conflict(project: Project, ledger: Ledger) -> None:
    with pytest.raises(ConflictError, match="not of '00000000'"):
        said(project, ledger, "anna", "0" * 8)


def test_what_cannot_be_issued_is_told_and_the_approvals_count(project: Project, ledger: Ledger) -> None:
    for path in (project.machine / "waiting").rglob("*"):
        if path.is_file():
            path.unlink()

    said(project, ledger, "anna")
    done = said(project, ledger, "boris")

    assert (done.given, done.path) == (2, None)
    assert isinstance(done.error, ArchiveError)
    assert [one.person for one in ledger.approvals.given(1)] == ["anna", "boris"]
