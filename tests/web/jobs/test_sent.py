import io
from pathlib import Path

import pytest
from tests.web.jobs.conftest import NOW, Ask

from bilan.errors import DiskError, UsageError
from bilan.ledger.book import Ledger
from bilan.project import Project
from bilan.web.jobs.placing import file_path
from bilan.web.jobs.sent import Sent, cleared, found, kept, let_go, plain, sent_folder
from bilan.web.site import Site

EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def sent(name: str = "x.pdf", manifest: bytes | None = None) -> Sent:
    return Sent(name, io.BytesIO(b""), None if manifest is None else io.BytesIO(manifest))


def test_what_is_sent_lies_under_names_of_ours_and_is_given_to_nobody(project: Project, ledger: Ledger, ask: Ask) -> None:
    job = ask("audit")
    asked = kept(project, job.name, sent("../../etc/passwd", b""))

    assert asked.told == {"file": "passwd", "sha256": EMPTY, "manifest_sha256": EMPTY}
    assert sorted(path.name for path in sent_folder(project, job.name).iterdir()) == ["document", "manifest"]
    assert found(project, job.name, asked) == (
        sent_folder(project, job.name) / "document",
        sent_folder(project, job.name) / "manifest",
    )
    site = Site(project, ledger, lambda: NOW)
    for name in ("document", "sent", "sent/document"):
        with pytest.raises(UsageError, match="is not there"):
            file_path(site, job, name)


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("minister.en.pdf", "minister.en.pdf"), ("C:\\Users\\a\\b.html", "b.html"), ("a/", "file"), ("", "file"), ("a\n\x00b\u202e", "a__b_"),
        ("министр.pdf", "министр.pdf"), ("\udcff.pdf", "?.pdf"), ("x" * 999, "x" * 200), (" ", "file"),
    ],
)  # fmt: skip
def test_a_name_somebody_gave_becomes_one_line(given: str, name: str) -> None:
    assert plain(given) == name


def test_what_was_changed_or_is_gone_is_not_looked_at(project: Project) -> None:
    asked = kept(project, "j1", sent(manifest=b"{}"))

    (sent_folder(project, "j1") / "manifest").write_bytes(b"{ }")
    with pytest.raises(UsageError, match="is not what was sent"):
        found(project, "j1", asked)
    let_go(project, "j1")
    with pytest.raises(UsageError, match="lies here no more"):
        found(project, "j1", asked)
    let_go(project, "j1")


def test_what_was_sent_for_jobs_that_ended_is_cleared_away(project: Project, ledger: Ledger, ask: Ask) -> None:
    for name in (ask("audit").name, ask("audit").name, "not-placed-yet"):
        kept(project, name, sent())
    ledger.jobs.cancel("j1", "aliya", NOW)

    cleared(project, ledger)
    left = {path.parent.name for path in Path(project.machine / "drafts").glob("*/sent")}
    assert left == {"j2", "not-placed-yet"}


def test_where_there_is_no_room_it_is_told(project: Project) -> None:
    project.machine.mkdir(exist_ok=True)
    (project.machine / "drafts").write_text("no folder", encoding="utf-8")

    with pytest.raises(DiskError, match=r"x\.pdf: cannot be kept"):
        kept(project, "j1", sent())
