import io
import json
import shutil
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.audit.test_finished import PAGE, manifest
from tests.web.jobs.conftest import NOW

from bilan.cli.audit_command import command
from bilan.ledger.book import Ledger
from bilan.ledger.job_records import Asked, JobRow, JobState
from bilan.project import Project
from bilan.stop import Stop
from bilan.web.jobs import auditing as module
from bilan.web.jobs.bench import Bench, Ended, folder_of
from bilan.web.jobs.sent import Sent, kept, sent_folder
from bilan.web.jobs.work import work
from bilan.web.jobs.worker import Worker

EDITION = Path("reports/kz-kg/2026-10/minister.en.pdf")
MANIFEST = json.dumps(manifest()).encode()
Place = Callable[..., JobRow]


@pytest.fixture
def project(finished: Path, tmp_path: Path) -> Project:
    return Project(Path(shutil.copytree(finished, tmp_path / "project", symlinks=True)))


@pytest.fixture
def place(project: Project, ledger: Ledger) -> Place:
    """A job with the file that was sent for it."""

    def placed(name: str, content: bytes, manifest: bytes | None = None, job: str = "j1") -> JobRow:
        asked = kept(project, job, Sent(name, io.BytesIO(content), None if manifest is None else io.BytesIO(manifest)))
        return ledger.jobs.place(Asked(job, "audit", asked.told, "rita"), NOW)[0]

    return placed


@pytest.fixture
def do(project: Project, ledger: Ledger) -> Callable[..., Ended]:
    executor: Any = None  # the audit has a process of its own
    bench = Bench(project, ledger, executor, project.root, lambda: NOW)

    def done(job: JobRow, stop: Stop | None = None) -> Ended:
        return work(bench, job, lambda *_: None, stop or Stop())

    return done


def test_a_job_tells_what_the_command_tells_and_lets_go_of_the_file(
    project: Project, ledger: Ledger, place: Place, worker: Worker, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf = (project.root / EDITION).read_bytes()
    given = json.loads((project.root / EDITION).with_suffix(".manifest.json").read_text(encoding="utf-8"))
    given["printed"] = [one for one in given["printed"] if one["text"] != "$1.34 billion"]
    changed = tmp_path / "changed.json"
    changed.write_text(json.dumps(given), encoding="utf-8")
    code = command.main([str(project.root / EDITION), "--manifest", str(changed), "--json"], standalone_mode=False)
    wanted = json.loads(capsys.readouterr().out)
    place(EDITION.name, pdf, changed.read_bytes())

    worker.run()
    job = ledger.jobs.find("j1")
    assert (code, job.state) == (4, JobState.DONE)
    assert job.result == wanted | {"more": 0}
    assert job.reason == f"{len(wanted['problems'])} numeral{'s' if len(wanted['problems']) > 1 else ''} unresolved"
    assert job.result["as_issued"] is True
    assert not sent_folder(project, "j1").exists()


def test_a_page_is_audited_with_its_manifest_and_refused_without(place: Place, do: Callable[..., Ended]) -> None:
    found = do(place("page.html", PAGE.encode(), MANIFEST))
    assert (found.state, found.reason, found.result["problems"]) == (JobState.DONE, "", [])

    bare = do(place("page.html", PAGE.encode(), job="j2"))
    assert (bare.state, bare.reason) == (JobState.FAILED, "manifest: is not there, and the file carries no manifest")


def test_a_broken_pdf_fails_its_job(place: Place, do: Callable[..., Ended]) -> None:
    ended = do(place("x.pdf", b"%PDF-1.7\nbroken", MANIFEST))

    assert (ended.state, ended.reason) == (JobState.FAILED, "x.pdf: cannot be read as a PDF")


def test_a_pdf_that_unpacks_into_more_than_there_is_costs_its_job_and_not_the_worker(
    ledger: Ledger, place: Place, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BOUNDS", replace(module.BOUNDS, cpu_seconds=1))
    place("bomb.pdf", bomb(), MANIFEST, job="bomb")
    place("page.html", PAGE.encode(), MANIFEST, job="after")

    assert worker.run() == 2
    job = ledger.jobs.find("bomb")
    assert job.state is JobState.FAILED
    assert "bomb.pdf: " in job.reason
    assert job.result["problem"]["error"] == "BoundsError"
    assert ledger.jobs.find("after").state is JobState.DONE


def bomb() -> bytes:
    """A page whose text is short to send and endless to read: a stream packed twice."""
    text = b"BT /F 9 Tf " + b"(77777777) Tj 0 1 Td " * 3_000_000
    packed = zlib.compress(zlib.compress(text, 9), 9)
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream" % (len(packed), packed),
    )  # fmt: skip
    body, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % at for at in places)
    return body + b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (table, len(body))


def test_called_off_it_is_given_up_at_once(place: Place, do: Callable[..., Ended]) -> None:
    stop = Stop()
    stop.at_once.set()

    assert do(place("page.html", PAGE.encode(), MANIFEST), stop).state is JobState.WAITING


def test_a_file_that_was_swept_away_is_told(project: Project, place: Place, do: Callable[..., Ended]) -> None:
    job = place("page.html", PAGE.encode(), MANIFEST)
    shutil.rmtree(folder_of(project, job.name))

    assert do(job).reason == "page.html: is not what was sent, or lies here no more"
