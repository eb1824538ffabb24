import pytest
from tests.web.jobs.conftest import Ask

from bilan.ledger.book import Ledger
from bilan.ledger.job_records import JobState
from bilan.project import Project
from bilan.web.jobs.bench import folder_of
from bilan.web.jobs.worker import Worker


@pytest.mark.parametrize("sample", ["empty"])
def test_the_pages_of_a_view_are_made_and_issued_to_nobody(project: Project, ledger: Ledger, ask: Ask, worker: Worker, sample: str) -> None:
    ask("preview", audience="minister", language="en", sample=sample)

    worker.run()
    (job,) = ledger.jobs.rows()
    assert (job.state, job.result["pages"]) == (JobState.DONE, 1), job.reason
    assert (folder_of(project, "j1") / "preview.pdf").read_bytes().startswith(b"%PDF")
    assert ledger.editions() == []
