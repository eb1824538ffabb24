import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from bilan.archive.archive import Archive
from bilan.document import Edition
from bilan.errors import ArchiveError, ConflictError, HeldError, StoppedError
from bilan.ledger.book import Ledger
from bilan.ledger.records import State
from bilan.period import Period
from bilan.pipeline.build import Session, build
from bilan.pipeline.request import Request
from bilan.project import Project
from bilan.stop import Stop

Sessions = Callable[[Project], Session]
Revise = Callable[[Project, str, str], None]
WAS, IS = ",2024,1340,", ",2024,1360,"


def issue(session: Session, request: Request | None = None) -> Edition:
    (outcome,) = build(session, request or Request())
    assert outcome.edition is not None, outcome.error
    return outcome.edition


def text(project: Project, edition: Edition) -> str:
    manifest = Archive(project.reports).manifest(edition.path)
    return json.dumps(manifest, ensure_ascii=False)


def ledger(project: Project) -> Ledger:
    return Ledger.open(project.config.ledger, project.root)


def test_archive_and_ledger_tell_the_same(issued: Project) -> None:
    entry = Archive(issued.reports).editions()[0]
    with ledger(issued) as book:
        (row,) = book.editions()

    assert (row.path, row.sha256, row.manifest_sha256, row.key) == (entry.pdf, entry.sha256, entry.manifest_sha256, entry.key)
    assert (row.number, row.issue) == (1, 1)


def test_an_unchanged_edition_is_found_without_a_heavy_library(finished: Project, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(finished.root, tmp_path / "copy", symlinks=True))
    code = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from bilan.fonts.cut import cache_folder
from bilan.pipeline.build import Session, build
from bilan.pipeline.request import Request
from bilan.project import Project
(one,) = build(Session(Project(Path(sys.argv[1])), datetime(2026, 11, 24, tzinfo=UTC), cache_folder(os.environ)), Request())
heavy = {"weasyprint", "matplotlib", "duckdb", "sqlalchemy", "jinja2", "babel"} & set(sys.modules)
print(one.edition.reused, sorted(heavy))
"""
    done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True)

    assert done.stdout == "True []\n"


def test_a_comment_in_a_settings_file_is_no_new_content(issued: Project, session: Sessions) -> None:
    meta = issued.root / "data" / "kz-kg" / "trade.meta.toml"
    meta.write_text(meta.read_text(encoding="utf-8") + "# seen\n", encoding="utf-8")

    assert issue(session(issued)).reused


def test_a_revised_number_is_a_new_issue_beside_the_old_one(issued: Project, session: Sessions, revise: Revise) -> None:
    first = issued.reports / "kz-kg" / "2026-10" / "minister.en.pdf"
    before = first.read_bytes()
    revise(issued, WAS, IS)

    edition = issue(session(issued))

    assert (edition.number, edition.issue, edition.path) == (1, 2, "kz-kg/2026-10/minister.en.issue-2.pdf")
    assert first.read_bytes() == before
    assert "trade.total:KGZ:2024@before" in text(issued, edition)
    assert "1360000000" in text(issued, edition)


def test_what_was_changed_and_changed_back_is_issued_again(issued: Project, session: Sessions, revise: Revise) -> None:
    revise(issued, WAS, IS)
    issue(session(issued))
    revise(issued, IS, WAS)

    edition = issue(session(issued))

    assert (edition.issue, edition.reused) == (3, False)
    assert issue(session(issued)).reused


def test_the_next_month_is_the_next_number(issued: Project, session: Sessions) -> None:
    later = replace(session(issued), now=datetime(2026, 12, 2, tzinfo=UTC))

    edition = issue(later)

    assert (str(edition.identity.period), edition.number, edition.issue) == ("2026-11", 2, 1)
    assert (issued.reports / "kz-kg" / "latest" / "minister.en.pdf").resolve().parent.name == "2026-11"


@pytest.mark.parametrize("lost", [".bilan", ".bilan/ledger.sqlite3"])
def test_a_lost_ledger_learns_from_the_archive(issued: Project, session: Sessions, revise: Revise, lost: str) -> None:
    path = issued.root / lost
    shutil.rmtree(path) if path.is_dir() else path.unlink()

    if lost == ".bilan":
        assert issue(session(issued)).reused
    revise(issued, WAS, IS)
    assert issue(session(issued)).issue == 2
    with ledger(issued) as book:
        assert [row.issue for row in book.editions()] == [1, 2]


@pytest.mark.parametrize(("room", "step", "found"), [(Ledger, "record_edition", False), (Archive, "reveal", True)])
def test_a_crash_on_the_way_out_is_healed_by_the_next_build(
    fresh: Project, session: Sessions, monkeypatch: pytest.MonkeyPatch, room: type, step: str, *, found: bool
) -> None:
    def crash(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(room, step, crash)
        with pytest.raises(KeyboardInterrupt):
            build(session(fresh), Request())

    assert issue(session(fresh)).reused == found
    with ledger(fresh) as book:
        assert [row.issue for row in book.editions()] == [1]
        first, last = book.occurrences()
        assert (first.state, last.state) == (State.ISSUED if found else State.CANCELLED, State.ISSUED)


def test_an_order_under_a_key_is_made_once_and_answered_ever_after(fresh: Project, session: Sessions) -> None:
    mine = replace(session(fresh), key="for-the-visit")

    first, again = issue(mine), issue(mine)

    assert (first.reused, again.reused, again.path) == (False, True, first.path)
    with pytest.raises(ConflictError, match="key 'for-the-visit': stands for another order"):
        build(mine, Request(period=Period.parse("2026-09")))
    with ledger(fresh) as book:
        assert [(row.state, row.idem_key, row.request) for row in book.occurrences()] == [(State.ISSUED, "for-the-visit#1", "{}")]


def test_the_same_inputs_give_the_same_bytes_in_any_surroundings(fresh: Project, tmp_path: Path) -> None:
    other = Path(shutil.copytree(fresh.root, tmp_path / "an other place"))
    for folder, zone, seed in ((fresh.root, "Asia/Tokyo", "1"), (other, "America/New_York", "77")):
        surroundings = os.environ | {"TZ": zone, "PYTHONHASHSEED": seed, "LANG": "C", "SOURCE_DATE_EPOCH": "1795564800"}
        subprocess.run([sys.executable, "-m", "bilan", "build", "-q", "-C", str(folder)], env=surroundings, cwd=folder, check=True)

    names = ("minister.en.pdf", "minister.en.manifest.json", "minister.en.html")
    assert [(fresh.root / "reports/kz-kg/2026-10" / name).read_bytes() for name in names] == [
        (other / "reports/kz-kg/2026-10" / name).read_bytes() for name in names
    ]


def test_a_numeral_that_was_never_printed_holds_the_edition(fresh: Project, session: Sessions) -> None:
    path = fresh.root / "templates" / "minister" / "briefing.html"
    path.write_text(path.read_text(encoding="utf-8").replace("{% block body %}", "{% block body %}<p>77 per cent</p>"), encoding="utf-8")

    (outcome,) = build(session(fresh), Request())

    assert isinstance(outcome.error, HeldError)
    assert "'77'" in str(outcome.error)
    assert "is not declared" in str(outcome.error)
    assert not list(fresh.reports.rglob("*.pdf"))


def test_a_page_for_screens_that_says_more_than_paper_holds_the_edition(fresh: Project, session: Sessions) -> None:
    frame = '{% extends "base/light.html" %}{% block foot %}<p>{{ word.month }}</p>{% endblock %}'
    (fresh.root / "templates" / "minister" / "light.html").write_text(frame, encoding="utf-8")

    (outcome,) = build(session(fresh), Request())

    assert isinstance(outcome.error, HeldError)
    assert "light page: 'October 2026' (2026-10) stands on the light page and not on the printed one" in str(outcome.error)
    assert not list(fresh.reports.rglob("*.html"))


def test_warnings_hold_a_strict_build(fresh: Project, session: Sessions) -> None:
    (outcome,) = build(session(fresh), Request(strict=True))

    assert isinstance(outcome.error, HeldError)
    assert "days before 2026-10-31" in str(outcome.error)


def test_a_page_over_the_budget_holds_the_edition(fresh: Project, session: Sessions) -> None:
    path = fresh.root / "templates" / "minister" / "audience.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"changes"]', '"changes", "claims", "sources"]'), encoding="utf-8")

    (outcome,) = build(session(fresh), Request())

    assert isinstance(outcome.error, HeldError)
    assert "page" in str(outcome.error)


def test_an_archive_that_refuses_fails_the_edition_alone(fresh: Project, session: Sessions, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ArchiveError("reports", "is full", "make room")

    monkeypatch.setattr(Archive, "store", refuse)

    (outcome,) = build(session(fresh), Request())

    assert isinstance(outcome.error, ArchiveError)


def test_a_damaged_pdf_is_not_taken_for_the_edition(issued: Project, session: Sessions) -> None:
    pdf = issued.reports / "kz-kg" / "2026-10" / "minister.en.pdf"
    pdf.chmod(0o644)
    pdf.write_bytes(pdf.read_bytes()[:-1])

    (outcome,) = build(session(issued), Request())

    assert isinstance(outcome.error, ArchiveError)
    assert "is not the PDF its manifest names" in str(outcome.error)


def test_a_draft_says_so_on_its_page(fresh: Project, session: Sessions) -> None:
    edition = issue(session(fresh), Request(draft=True))

    with PdfDocument(edition.path) as pdf:
        assert "Draft: not issued" in pdf[0].get_textpage().get_text_bounded()
    assert not fresh.reports.exists()


def test_asked_to_stop_it_begins_nothing_and_finishes_what_it_began(fresh: Project, session: Sessions) -> None:
    path, stop = fresh.root / "bilan.toml", Stop()
    path.write_text(path.read_text(encoding="utf-8").replace('languages = ["en"]', 'languages = ["en", "fr"]'), encoding="utf-8")

    def told(stage: str, _: str) -> None:
        if stage == "compose":
            stop.ask()

    first, second = build(replace(session(Project(fresh.root)), stop=stop, told=told), Request())

    assert first.edition is not None
    assert str(second.error) == "kz-kg/2026-10/minister.fr: was given back: the program was asked to stop"
    with ledger(fresh) as book:
        assert [row.state for row in book.occurrences()] == [State.ISSUED, State.DUE]


def test_told_to_give_up_it_publishes_nothing_more(fresh: Project, session: Sessions) -> None:
    stop = Stop()

    def told(stage: str, _: str) -> None:
        if stage == "compose":
            stop.ask()
            stop.ask()

    (outcome,) = build(replace(session(fresh), stop=stop, told=told), Request())

    assert isinstance(outcome.error, StoppedError)
    assert not list(fresh.reports.rglob("*.pdf"))
