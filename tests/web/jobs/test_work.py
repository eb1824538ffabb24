from pathlib import Path

from tests.web.jobs.conftest import Ask

from bilan.archive.archive import Archive
from bilan.ledger.book import Ledger
from bilan.ledger.job_records import JobState
from bilan.project import Project
from bilan.web.jobs.bench import folder_of
from bilan.web.jobs.worker import Worker


def test_a_draft_an_edition_its_check_and_its_correction(project: Project, ledger: Ledger, ask: Ask, worker: Worker) -> None:
    """One warm worker does all four: the pages are the slow part of each."""
    ask("build", partnership="kz-kg", period="2026-10", draft=True)
    ask("build", partnership="kz-kg", period="2026-10")
    ask("verify", edition="kz-kg/2026-10/minister.en")
    ask("correct", edition="kz-kg/2026-10/minister.en", reason="Trade of 2023 was counted twice.")
    ask("build", partnership="kz-kg", period="2026-10")

    assert worker.run() == 5
    draft, issued, verified, corrected, again = reversed(ledger.jobs.rows())
    assert {one.state for one in (draft, issued, verified, corrected, again)} == {JobState.DONE}
    (told,) = draft.result["editions"]
    assert (folder_of(project, "j1") / told["path"]).read_bytes().startswith(b"%PDF")
    assert Path(told["path"]).with_suffix(".html").name in {path.name for path in folder_of(project, "j1").iterdir()}
    assert issued.result["editions"][0]["path"] == "kz-kg/2026-10/minister.en.pdf"
    assert (verified.result["same"], verified.reason) == (True, "every byte is the same")
    assert corrected.result["editions"][0]["issue"] == 2
    assert again.result["editions"][0]["unchanged"], "what has not changed is found, not made"
    assert [entry.issue for entry in Archive.of(project).editions()] == [1, 2]
    assert {row.state.value for row in ledger.occurrences()} == {"issued"}


def test_what_cannot_be_done_is_told_in_words(ledger: Ledger, ask: Ask, worker: Worker) -> None:
    ask("build", partnership="kz-uz")
    ask("verify", edition="kz-kg/2026-10/minister.en")
    ask("dance")

    worker.run()
    reasons = {row.name: (row.state, row.reason) for row in ledger.jobs.rows()}
    assert reasons["j1"][0] is JobState.FAILED
    assert "partnership 'kz-uz': is not in bilan.toml" in reasons["j1"][1]
    assert "is not in the archive" in reasons["j2"][1]
    assert "job of kind 'dance': cannot be read" in reasons["j3"][1]


def test_what_is_held_tells_each_reason(project: Project, ledger: Ledger, ask: Ask, worker: Worker) -> None:
    table = project.root / "data" / "kz-kg" / "trade.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(",1700,", ",1700000,"), encoding="utf-8")
    ask("build", partnership="kz-kg", period="2026-10", strict=True)

    worker.run()
    (job,) = ledger.jobs.rows()
    assert job.state is JobState.HELD
    assert "held, not issued" in job.reason
    assert job.result["editions"][0]["problems"]
