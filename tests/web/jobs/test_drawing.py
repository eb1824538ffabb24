import importlib
import json

import pytest
from tests.web.jobs.conftest import Ask

from bilan.audit.paper import page_texts
from bilan.ledger.book import Ledger
from bilan.ledger.job_records import JobState
from bilan.project import Project
from bilan.web.jobs import auditing, drawing
from bilan.web.jobs.bench import folder_of
from bilan.web.jobs.worker import Worker


def test_a_gallery_is_drawn_told_as_the_command_tells_it_and_left_as_a_file(
    project: Project, ledger: Ledger, ask: Ask, worker: Worker
) -> None:
    ask("gallery", language="en")

    worker.run()
    (job,) = ledger.jobs.rows()
    assert (job.state, job.reason, job.subject) == (JobState.DONE, "", "gallery.en.pdf")
    pdf = (folder_of(project, "j1") / "gallery.en.pdf").read_bytes()
    (row,) = job.result["galleries"]
    about = {"file": "gallery.en.pdf", "language": "en", "pages": len(page_texts(pdf)), "figures": row["figures"], "pictures": []}
    assert job.result == {"galleries": [about], "problems": [], "files": ["gallery.en.pdf"]}
    assert row["figures"] > row["pages"] > 1


def test_a_template_that_cannot_be_used_fails_the_job_in_words(project: Project, ledger: Ledger, ask: Ask, worker: Worker) -> None:
    (project.root / "templates" / "base").mkdir(exist_ok=True)
    (project.root / "templates" / "base" / "gallery.html").write_text("{{ oh }}", encoding="utf-8")
    ask("gallery", language="fr")

    worker.run()
    (job,) = ledger.jobs.rows()
    assert job.state is JobState.FAILED
    assert "gallery.html" in job.reason
    assert str(project.root) not in json.dumps([job.reason, job.result])


@pytest.mark.parametrize("task", [auditing.TASK, drawing.TASK])
def test_what_is_named_for_a_process_of_its_own_is_there(task: str) -> None:
    module, _, name = task.partition(":")

    assert callable(getattr(importlib.import_module(module), name))
