from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.pipeline import small

from bilan.archive.archive import Archive
from bilan.errors import ArchiveError, AwaitingError, CancelledError, ExitCode, TakenOverError
from bilan.ledger.acts import Act
from bilan.ledger.book import Ledger
from bilan.ledger.records import Receiver, State
from bilan.pipeline.publish import Desk, complete, publish
from bilan.pipeline.waiting import Waiting
from bilan.project import Project

ANNA = Receiver("smtp", "anna@example.org")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return small.project(tmp_path)


@pytest.fixture
def ledger(project: Project) -> Iterator[Ledger]:
    with Ledger.open(project.config.ledger, project.root) as opened:
        yield opened


@pytest.fixture
def desk(project: Project, ledger: Ledger) -> Desk:
    return small.desk(project, ledger)


def crash(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def seen(project: Project) -> list[str]:
    """What people see of the archive."""
    found = (path.relative_to(project.reports).as_posix() for path in project.reports.rglob("*") if path.is_file())
    return sorted(name for name in found if not name.startswith(("blob/", ".")) and "/." not in name)


FILES = ["kz-kg/2026-10/minister.en.data.csv", "kz-kg/2026-10/minister.en.manifest.json", "kz-kg/2026-10/minister.en.pdf"]


def test_what_is_published_is_recorded_and_seen_and_waits_for_its_receivers(project: Project, ledger: Ledger, desk: Desk) -> None:
    desk = Desk(project, ledger, desk.archive, small.NOW, lambda _: [ANNA])

    outcome = publish(desk, small.content(), small.claimed(ledger))

    (row,) = ledger.editions()
    assert outcome.edition is not None
    assert (outcome.error, outcome.edition.path, outcome.edition.sha256) == (None, row.path, row.sha256)
    assert set(FILES) < set(seen(project))
    assert [one.receiver for one in ledger.outbox.rows(row.id)] == [ANNA]
    assert ledger.occurrences()[0].state is State.ISSUED


def test_a_crash_before_the_ledger_decided_leaves_nothing_to_be_seen(
    project: Project, ledger: Ledger, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = small.claimed(ledger)
    with monkeypatch.context() as patch:
        patch.setattr(Ledger, "record_edition", crash)
        with pytest.raises(KeyboardInterrupt):
            publish(desk, small.content(), claim)

    complete(desk)

    assert [name for name in seen(project) if name.startswith("kz-kg")] == []
    assert (ledger.editions(), ledger.occurrences()[0].state) == ([], State.RUNNING)


def test_a_crash_after_the_ledger_decided_is_completed_at_the_next_start(
    project: Project, ledger: Ledger, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Archive, "reveal", crash)
        with pytest.raises(KeyboardInterrupt):
            publish(desk, small.content(), small.claimed(ledger))
    assert [name for name in seen(project) if name.startswith("kz-kg")] == []

    complete(desk)

    assert set(FILES) < set(seen(project))
    assert (project.reports / "kz-kg" / "latest" / "minister.en.pdf").read_bytes() == small.content().pdf
    assert len(ledger.editions()) == 1


def test_an_archive_that_cannot_show_it_takes_nothing_back(
    ledger: Ledger, desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ArchiveError("reports", "is full", "make room")

    monkeypatch.setattr(Archive, "reveal", refuse)

    outcome = publish(desk, small.content(), small.claimed(ledger))

    assert outcome.edition is not None
    assert isinstance(outcome.error, ArchiveError)
    assert [row.state for row in ledger.editions()] == [State.ISSUED]
    assert caplog.messages == [
        "edition kz-kg/2026-10/minister.en: is issued, but cannot be shown before the next start: reports: is full",
    ]


def test_what_can_never_be_shown_is_told_at_each_start(
    project: Project, ledger: Ledger, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    publish(desk, small.content(), small.claimed(ledger))
    for path in (*project.reports.glob("kz-kg/2026-10/*"), *project.reports.glob("blob/*")):
        path.unlink()

    complete(desk)

    assert len(caplog.messages) == 1
    assert "is missing" in caplog.messages[0]


def test_an_edition_only_the_archive_knows_is_adopted(project: Project, ledger: Ledger, desk: Desk) -> None:
    publish(desk, small.content(), small.claimed(ledger))
    (project.machine / "ledger.sqlite3").rename(project.machine / "lost")

    with Ledger.open("sqlite:///.bilan/other.sqlite3", project.root) as other:
        complete(small.desk(project, other))
        assert [str(row.identity) for row in other.editions()] == ["kz-kg/2026-10/minister.en"]


@pytest.mark.parametrize("why", ["taken over", "called off"])
def test_who_lost_the_claim_publishes_nothing(project: Project, ledger: Ledger, desk: Desk, why: str) -> None:
    claim = small.claimed(ledger)
    if why == "called off":
        ledger.act(Act.CANCEL, claim.occurrence, ("anna", "not this month"), small.NOW)
    else:
        ledger.put_off(claim, small.NOW, "as the test has it", 0.0)

    with pytest.raises((TakenOverError, CancelledError)):
        publish(desk, small.content(), claim)

    assert ledger.editions() == []
    assert not (project.reports / "kz-kg").exists()


@pytest.fixture
def guarded(tmp_path: Path) -> Iterator[Callable[[int], Desk]]:
    opened: list[Ledger] = []

    def make(persons: int) -> Desk:
        project = small.project(tmp_path / "guarded", f"[approval]\nminister = {persons}\n")
        opened.append(Ledger.open(project.config.ledger, project.root))
        return small.desk(project, opened[0])

    yield make
    for one in opened:
        one.close()


@pytest.mark.parametrize(("persons", "said"), [(1, "1 person"), (2, "2 persons")])
def test_what_must_be_approved_waits_and_is_seen_by_no_reader(guarded: Callable[[int], Desk], persons: int, said: str) -> None:
    desk = guarded(persons)

    with pytest.raises(AwaitingError) as caught:
        publish(desk, small.content(), small.claimed(desk.ledger))

    (row,) = desk.ledger.occurrences()
    assert row.sha256 is not None
    assert str(caught.value) == f"kz-kg/2026-10/minister.en: is built and awaits approval by {said} of {row.sha256[:16]}"
    assert caught.value.hint == f"look at .bilan/waiting, then `bilan approve kz-kg/2026-10/minister.en --hash {row.sha256[:16]}`"
    assert caught.value.exit_code is ExitCode.HELD
    assert (row.state, row.approvals, desk.ledger.editions()) == (State.AWAITING, persons, [])
    assert not desk.project.reports.exists()
    assert Waiting(desk.project).shown(small.MINISTER, row.sha256).read_bytes() == small.content().pdf
    assert desk.ledger.claim(small.NOW + timedelta(hours=1), "two", timedelta(minutes=5)) is None
