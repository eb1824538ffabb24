from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.pipeline import small

from bilan.archive.archive import Archive
from bilan.document import Identity
from bilan.errors import AwaitingError, CancelledError, DiskError, TakenOverError
from bilan.ledger.acts import Act
from bilan.ledger.book import Ledger
from bilan.ledger.records import OccurrenceRow, State
from bilan.pipeline.approved import issue_approved
from bilan.pipeline.outcome import Outcome
from bilan.pipeline.publish import Desk, publish
from bilan.pipeline.waiting import Waiting
from bilan.project import Project

LEASE = timedelta(minutes=5)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return small.project(tmp_path, "[approval]\nminister = 2\n")


@pytest.fixture
def desk(project: Project) -> Iterator[Desk]:
    """A desk with one edition that waits."""
    with Ledger.open(project.config.ledger, project.root) as ledger:
        desk = small.desk(project, ledger)
        with pytest.raises(AwaitingError):
            publish(desk, small.content(), small.claimed(ledger))
        yield desk


def row(desk: Desk) -> OccurrenceRow:
    return desk.ledger.occurrences()[0]


def approve(desk: Desk, *persons: str) -> None:
    for person in persons:
        desk.ledger.approvals.approve(row(desk).id, str(row(desk).sha256), person, small.NOW)


def issue(desk: Desk) -> list[Outcome]:
    return [outcome for _, outcome in issue_approved(desk, "two", LEASE)]


def test_nothing_is_issued_before_enough_persons_approved(desk: Desk) -> None:
    assert issue(desk) == []
    approve(desk, "anna", "anna")
    assert issue(desk) == []

    assert row(desk).state is State.AWAITING
    assert not (desk.project.reports / "kz-kg").exists()


def test_the_approved_bytes_are_the_issued_bytes(desk: Desk) -> None:
    approved = str(row(desk).sha256)
    approve(desk, "anna", "boris")

    (outcome,) = issue(desk)

    (edition,) = desk.ledger.editions()
    assert outcome.edition is not None
    assert (edition.sha256, edition.manifest_sha256) == (approved, row(desk).manifest_sha256)
    assert (desk.project.reports / edition.path).read_bytes() == small.content().pdf
    assert row(desk).state is State.ISSUED
    assert issue(desk) == []


def test_nothing_waits_any_more_once_it_is_issued(desk: Desk) -> None:
    approve(desk, "anna", "boris")
    issue(desk)

    assert [path for path in (desk.project.machine / "waiting").rglob("*") if path.is_file()] == []


def test_what_was_called_off_is_cleared_away_once_nobody_builds(desk: Desk) -> None:
    def kept() -> list[Path]:
        return [path for path in (desk.project.machine / "waiting").rglob("*") if path.is_file()]

    building = small.claimed(desk.ledger)
    desk.ledger.act(Act.CANCEL, 1, ("anna", "not this month"), small.NOW)

    issue(desk)
    assert len(kept()) == 4
    desk.ledger.finish(building, State.FAILED, small.NOW)
    issue(desk)
    assert kept() == []


def test_bytes_changed_after_approval_are_held_and_not_issued(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    approve(desk, "anna", "boris")
    blob = desk.project.machine / "waiting" / "blob" / str(row(desk).sha256)
    blob.chmod(0o644)
    blob.write_bytes(b"something else")

    (outcome,) = issue(desk)

    assert outcome.edition is None
    assert row(desk).state is State.HELD
    assert row(desk).reason.startswith("approved, but not issued: ")
    assert "is damaged" in caplog.text
    assert desk.ledger.editions() == []


def test_a_full_disk_puts_it_off_and_asks_nobody_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    approve(desk, "anna", "boris")

    def full(*_: object, **__: object) -> None:
        raise DiskError("reports", "the disk is full", "free some space")

    with monkeypatch.context() as patch:
        patch.setattr(Waiting, "move", full)
        issue(desk)
    assert row(desk).state is State.DUE
    assert issue(desk) == []
    later = Desk(desk.project, desk.ledger, desk.archive, small.NOW + timedelta(minutes=1))

    assert [one.error for one in issue(later)] == [None]
    assert row(desk).state is State.ISSUED


def test_an_issue_that_is_out_meanwhile_holds_what_was_approved(desk: Desk) -> None:
    approve(desk, "anna", "boris")
    other = Desk(small.project(desk.project.root), desk.ledger, desk.archive, small.NOW)
    publish(other, small.content(says="something else"), small.claimed(desk.ledger))

    (outcome,) = issue(desk)

    assert "issue 1 or its key is recorded already" in str(outcome.error)
    assert row(desk).state is State.HELD
    assert len(desk.ledger.editions()) == 1


def test_what_was_approved_and_called_off_is_not_issued(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    approve(desk, "anna", "boris")
    move = Waiting.move

    def called_off(waiting: Waiting, identity: Identity, approved: tuple[str, str], archive: Archive) -> object:
        desk.ledger.act(Act.CANCEL, row(desk).id, ("anna", "not this month"), small.NOW)
        return move(waiting, identity, approved, archive)

    monkeypatch.setattr(Waiting, "move", called_off)

    (outcome,) = issue(desk)

    assert isinstance(outcome.error, CancelledError)
    assert row(desk).state is State.CANCELLED
    assert desk.ledger.editions() == []


def test_a_worker_that_slept_leaves_it_to_the_next(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    approve(desk, "anna", "boris")
    move = Waiting.move

    def slow(waiting: Waiting, identity: Identity, approved: tuple[str, str], archive: Archive) -> object:
        desk.ledger.approvals.claim(small.NOW + LEASE, "three", LEASE)
        return move(waiting, identity, approved, archive)

    monkeypatch.setattr(Waiting, "move", slow)

    (outcome,) = issue(desk)

    assert isinstance(outcome.error, TakenOverError)
    assert (row(desk).state, row(desk).owner) == (State.RUNNING, "three")
