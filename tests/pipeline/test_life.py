import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from pypdfium2 import PdfDocument
from sqlalchemy import update
from tests.pipeline.conftest import NOW

from bilan.archive.archive import Archive
from bilan.errors import HeldError, LedgerError, UsageError
from bilan.fonts.cut import cache_folder
from bilan.ledger.book import Ledger
from bilan.ledger.outbox import put
from bilan.ledger.records import MessageKind, ReceiptState, Receiver, State
from bilan.ledger.tables import outbox
from bilan.pipeline.build import Session, build
from bilan.pipeline.life import _had, correct, on_page, withdraw
from bilan.pipeline.publish import Desk
from bilan.pipeline.request import Request
from bilan.pipeline.verify import verify
from bilan.project import Project

Sessions = Callable[[Project], Session]
NAME = "kz-kg/2026-10/minister.en"
REASON = "Exports of 2025 doubled by mistake: 1.32 was 1.23."
ANNA = Receiver("smtp", "anna@example.org")


def opened(project: Project) -> Ledger:
    return Ledger.open(project.config.ledger, project.root)


def states(project: Project) -> list[tuple[int, State, str]]:
    with opened(project) as ledger:
        return [(row.issue, row.state, row.reason) for row in ledger.editions()]


@pytest.fixture(scope="module")
def corrected(finished: Project, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project whose one edition was corrected; copy it, never change it."""
    project = Project(Path(shutil.copytree(finished.root, tmp_path_factory.mktemp("life") / "corrected", symlinks=True)))
    outcome = correct(Session(project, NOW, cache_folder(os.environ), actor="anna"), NAME, REASON)
    assert outcome.edition is not None, outcome.error
    assert (outcome.edition.number, outcome.edition.issue, outcome.edition.reused) == (1, 2, False)
    return project


def test_a_correction_is_the_next_issue_and_says_on_its_first_page_what_was_wrong(corrected: Project) -> None:
    pdf = corrected.reports / f"{NAME}.issue-2.pdf"
    with PdfDocument(pdf) as document:
        text = " ".join(document[0].get_textpage().get_text_bounded().split())

    page = html.fromstring(pdf.with_suffix(".html").read_bytes().decode())
    note = f"Erratum. This issue 2 replaces issue 1 of 24 November 2026. What was wrong: {REASON}"
    assert note in text
    assert note in " ".join(page.text_content().split())


def test_the_former_issue_stays_where_it_is_superseded_in_ledger_index_feed_and_latest(corrected: Project) -> None:
    assert states(corrected) == [(1, State.SUPERSEDED, ""), (2, State.ISSUED, "")]
    first, second = Archive.of(corrected).editions()
    assert (first.state, first.reason, second.state, second.erratum, second.supersedes) == (
        "superseded",
        REASON,
        "issued",
        REASON,
        first.pdf,
    )
    assert (corrected.reports / "kz-kg/latest/minister.en.pdf").resolve().name == "minister.en.issue-2.pdf"
    assert "Superseded: " in (corrected.reports / "kz-kg/feed.minister.en.atom").read_text(encoding="utf-8")
    with opened(corrected) as ledger:
        assert [(one.from_state, one.to_state) for one in ledger.events(f"{NAME} issue 1")] == [("", "issued"), ("issued", "superseded")]


def test_the_same_correction_again_and_a_build_with_nothing_new_change_nothing(
    corrected: Project, tmp_path: Path, session: Sessions
) -> None:
    project = Project(Path(shutil.copytree(corrected.root, tmp_path / "again", symlinks=True)))

    for name in (NAME, f"{NAME}.pdf", f"{NAME}.issue-2.pdf"):
        outcome = correct(session(project), name, f"  {REASON}\n")
        assert outcome.edition is not None
        assert (outcome.edition.issue, outcome.edition.reused) == (2, True)
    (project.machine / "fresh.json").unlink()
    (built,) = build(session(project), Request())

    assert built.edition is not None, built.error
    assert (built.edition.issue, built.edition.reused) == (2, True)
    assert len(states(project)) == 2


def test_a_correction_is_proved_like_any_edition(corrected: Project) -> None:
    verdict = verify(corrected, corrected.reports / f"{NAME}.issue-2.pdf", cache_folder(os.environ))

    assert verdict.same, verdict.differences


def test_an_issue_that_was_replaced_is_not_corrected_again(corrected: Project, tmp_path: Path, session: Sessions) -> None:
    project = Project(Path(shutil.copytree(corrected.root, tmp_path / "replaced", symlinks=True)))

    with pytest.raises(UsageError, match="was replaced by issue 2") as caught:
        correct(session(project), f"{NAME}.pdf", "Another reason.")
    assert caught.value.hint == f"correct that one: {NAME}.issue-2.pdf"
    with pytest.raises(LedgerError, match="was superseded by a later issue"):
        withdraw(session(project), f"{NAME}.pdf", "Another reason.")


def test_a_crash_before_a_correction_is_seen_costs_no_issue_and_makes_no_second(
    issued: Project, session: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Archive, "reveal", crash)
        with pytest.raises(KeyboardInterrupt):
            correct(replace(session(issued), receivers=lambda _: [ANNA]), NAME, REASON)
    assert [entry.issue for entry in Archive.of(issued).editions()] == [1]

    outcome = correct(session(issued), NAME, REASON)

    assert outcome.edition is not None
    assert (outcome.edition.issue, outcome.edition.reused) == (2, True)
    assert [entry.issue for entry in Archive.of(issued).editions()] == [1, 2]
    with opened(issued) as ledger:
        second = ledger.editions()[-1]
        assert [(one.receiver, one.kind) for one in ledger.outbox.rows(second.id)] == [(ANNA, MessageKind.CORRECTION)]


def test_a_withdrawn_edition_keeps_its_files_and_its_reason_everywhere(issued: Project, session: Sessions) -> None:
    before = (issued.reports / f"{NAME}.pdf").read_bytes()

    edition = withdraw(replace(session(issued), actor="anna"), NAME, "Not cleared.")
    again = withdraw(session(issued), NAME, "Another reason.")

    assert (edition.state, edition.reason, again.reason) == ("withdrawn", "Not cleared.", "Not cleared.")
    assert states(issued) == [(1, State.WITHDRAWN, "Not cleared.")]
    assert (issued.reports / f"{NAME}.pdf").read_bytes() == before
    assert json.loads((issued.reports / "index.json").read_bytes())["latest"] == {"kz-kg": {}}
    assert not (issued.reports / "kz-kg/latest").exists()
    assert "Not cleared." in (issued.reports / "kz-kg/index.html").read_text(encoding="utf-8")
    assert "Not cleared." in (issued.reports / "kz-kg/feed.atom").read_text(encoding="utf-8")
    with opened(issued) as ledger:
        last = ledger.events(f"{NAME} issue 1")[-1]
    assert (last.to_state, last.actor, last.detail) == ("withdrawn", "anna", "Not cleared.")


@pytest.mark.parametrize("forgotten", [False, True])
def test_what_was_withdrawn_is_not_issued_again_from_the_same_data(issued: Project, session: Sessions, *, forgotten: bool) -> None:
    withdraw(session(issued), NAME, "Not cleared.")
    if forgotten:
        (issued.machine / "fresh.json").unlink()

    (outcome,) = build(session(issued), Request())

    assert isinstance(outcome.error, HeldError)
    assert "was withdrawn, and nothing has changed since: Not cleared." in str(outcome.error)
    assert len(states(issued)) == 1


def test_a_lost_ledger_learns_of_a_withdrawal_from_the_archive(issued: Project, session: Sessions) -> None:
    withdraw(session(issued), NAME, "Not cleared.")
    for path in issued.machine.glob("ledger.sqlite3*"):
        path.unlink()

    withdraw(session(issued), NAME, "Another reason.")

    assert states(issued) == [(1, State.WITHDRAWN, "Not cleared.")]


@pytest.fixture
def untouched(issued: Project) -> Iterator[Project]:
    before = states(issued)
    yield issued
    assert states(issued) == before


@pytest.mark.parametrize(("reason", "length"), [("", 0), ("   ", 0), ("x" * 301, 301)])
def test_a_reason_is_a_sentence(untouched: Project, session: Sessions, reason: str, length: int) -> None:
    for act in (correct, withdraw):
        with pytest.raises(UsageError, match=f"has {length} characters") as caught:
            act(session(untouched), NAME, reason)
        assert caught.value.hint == "say in a sentence what was wrong, in the language of the edition"


@pytest.mark.parametrize("reason", ["a\x00b", "Wrong\u200b"])
def test_a_reason_holds_nothing_that_a_page_cannot_print(reason: str) -> None:
    with pytest.raises(UsageError, match=r"reason: holds signs that cannot be printed: U\+(0000|200B)"):
        on_page(reason)


def test_an_edition_that_is_not_there_is_answered_with_the_closest(untouched: Project, session: Sessions) -> None:
    for act in (correct, withdraw):
        with pytest.raises(UsageError, match="did you mean"):
            act(session(untouched), "kz-kg/2026-10/minster.en", "Wrong.")


def test_whoever_had_the_edition_gets_its_correction(corrected: Project, tmp_path: Path) -> None:
    project = Project(Path(shutil.copytree(corrected.root, tmp_path / "had", symlinks=True)))
    with opened(project) as ledger:
        last = ledger.editions()[-1]
        with ledger._door.write() as connection:
            put(connection, (last.id, last.as_edition()), MessageKind.EDITION, [ANNA, Receiver("smtp", "refused@example.org")], NOW)
            refused = update(outbox).where(outbox.c.recipient == "refused@example.org").values(state=ReceiptState.REFUSED)
            connection.execute(refused)

        assert _had(Desk(project, ledger, Archive.of(project), NOW), last.path) == [ANNA]
