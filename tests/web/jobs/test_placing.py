from datetime import timedelta
from pathlib import Path

import pytest
from tests.web.jobs.conftest import NOW

from bilan.errors import ConflictError, UsageError
from bilan.ledger.book import Ledger
from bilan.ledger.job_records import FullError, JobState
from bilan.ledger.people_records import Role
from bilan.project import Project
from bilan.web.jobs.bench import folder_of
from bilan.web.jobs.placing import Outlook, Wish, file_path, job_of, outlook, placed
from bilan.web.jobs.requests import Asked, BuildAsked, CorrectAsked, FetchAsked, GalleryAsked, PreviewAsked, ReplayAsked, VerifyAsked
from bilan.web.principal import Principal
from bilan.web.site import Site

RITA, VERA, ANNA = (
    Principal("rita", Role.RUN, "session"),
    Principal("vera", Role.RUN, "session"),
    Principal("anna", Role.APPROVE, "session"),
)
OCTOBER = BuildAsked(partnership="kz-kg", period="2026-10", draft=True)


def replayed(first: str, last: str) -> ReplayAsked:
    return ReplayAsked.model_validate({"partnership": "kz-kg", "from": first, "to": last})


@pytest.fixture
def site(project: Project, ledger: Ledger) -> Site:
    return Site(project, ledger, lambda: NOW)


@pytest.fixture
def woken(site: Site) -> list[int]:
    calls: list[int] = []
    site.wake = lambda: calls.append(1)
    return calls


def test_a_wish_is_a_job_once_and_wakes_who_works(site: Site, woken: list[int]) -> None:
    first = placed(site, Wish(RITA, "build", OCTOBER), "click", "a" * 20)
    again = placed(site, Wish(RITA, "build", OCTOBER), "click", "b" * 20)

    assert (first[1], again) == (True, (first[0], False))
    assert woken == [1]
    with pytest.raises(ConflictError):
        placed(site, Wish(RITA, "build", BuildAsked(partnership="kz-kg")), "click", "c" * 20)


@pytest.mark.parametrize(
    ("kind", "asked", "said"),
    [
        ("build", BuildAsked(partnership="kz-uz"), "is not in bilan.toml"),
        ("build", BuildAsked(partnership="kz-kg", audiences=("nobody",)), "has no templates/nobody"),
        ("build", BuildAsked(partnership="kz-kg", languages=("xx",)), "has no messages"),
        ("preview", PreviewAsked.of("nobody", "en", "real"), "has no templates/nobody"),
        ("preview", PreviewAsked.of("minister", "xx", "real"), "has no messages"),
        ("gallery", GalleryAsked(language="xx"), "has no messages"),
        ("fetch", FetchAsked(sources=("wb-gdp",)), "is not in data/sources.toml"),
        ("replay", replayed("2026-11", "2026-12"), "2026-11 is not over yet"),
        ("replay", replayed("2026-02", "2026-01"), "lies after"),
        ("build", BuildAsked(partnership="kz-kg", period="2027-01"), "has not begun"),
        ("correct", CorrectAsked(edition="kz-kg/2026-10/minister.en", reason="\u2028"), "has 0 characters, from 1 to 300 are wanted"),
        ("correct", CorrectAsked(edition="kz-kg/2026-10/minister.en", reason="Wrong\u200b"), r"cannot be printed: U\+200B"),
        ("verify", VerifyAsked(edition="kz-kg/2026-10/minister.en"), "is not in the archive"),
    ],
)
def test_what_can_be_known_to_be_wrong_is_refused_before_it_waits(site: Site, kind: str, asked: Asked, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        placed(site, Wish(RITA, kind, asked), "", "a" * 20)
    assert site.ledger.jobs.rows() == []


def test_more_than_the_settings_allow_is_refused(project: Project, ledger: Ledger) -> None:
    path = project.root / "bilan.toml"
    path.write_text(path.read_text(encoding="utf-8") + "[serve]\njobs-each = 1\n", encoding="utf-8")
    site = Site(Project(project.root), ledger, lambda: NOW)
    placed(site, Wish(RITA, "build", OCTOBER), "", "a" * 20)

    with pytest.raises(FullError):
        placed(site, Wish(RITA, "build", OCTOBER), "", "b" * 20)
    placed(site, Wish(VERA, "build", OCTOBER), "", "c" * 20)


def test_another_persons_job_is_as_if_it_were_not_there_unless_one_may_approve(site: Site) -> None:
    job, _ = placed(site, Wish(RITA, "build", OCTOBER), "", "a" * 20)

    assert job_of(site, RITA, job.name) == job_of(site, ANNA, job.name) == job
    with pytest.raises(UsageError, match="is not there"):
        job_of(site, VERA, job.name)


def test_how_long_it_takes_yet_is_told_by_those_before(site: Site, ledger: Ledger) -> None:
    placed(site, Wish(RITA, "build", OCTOBER), "", "a" * 20)
    job = ledger.jobs.take(NOW, "w")
    assert job is not None
    assert outlook(site, job) == Outlook(0.0, 0, None)
    ledger.jobs.finish(job, JobState.DONE, NOW + timedelta(seconds=10))
    placed(site, Wish(RITA, "build", OCTOBER), "", "b" * 20)
    waiting, _ = placed(site, Wish(RITA, "build", OCTOBER), "", "c" * 20)
    assert outlook(site, waiting) == Outlook(0.0, 1, 20.0)
    running = ledger.jobs.take(NOW, "w")
    assert running is not None
    ledger.jobs.tell(running, "render", "", 0.4, NOW)
    site.now = lambda: NOW + timedelta(seconds=5)
    assert outlook(site, ledger.jobs.find(running.name)) == Outlook(0.5, 0, 5.0)
    assert outlook(site, ledger.jobs.find("a" * 20)) == Outlook(1.0, 0, 0.0)


def test_only_files_a_job_left_are_given(site: Site, tmp_path: Path) -> None:
    job, _ = placed(site, Wish(RITA, "build", OCTOBER), "", "a" * 20)
    folder = folder_of(site.project, job.name)
    with pytest.raises(UsageError, match="is not there"):
        file_path(site, job, "x.pdf")
    folder.mkdir(parents=True)
    (folder / "x.pdf").write_bytes(b"%PDF")
    (folder / "link.pdf").symlink_to(tmp_path / "bilan.toml")

    assert file_path(site, job, "x.pdf") == folder / "x.pdf"
    for name in ("../../ledger.sqlite3", "..", "", "link.pdf"):
        with pytest.raises(UsageError):
            file_path(site, job, name)


def test_a_replay_is_measured_by_its_own_pace_whatever_others_took(site: Site, ledger: Ledger) -> None:
    for name in ("a" * 20, "b" * 20):
        placed(site, Wish(ANNA, "replay", replayed("2026-01", "2026-04")), "", name)
    first = ledger.jobs.take(NOW, "w")
    assert first is not None
    ledger.jobs.finish(first, JobState.DONE, NOW + timedelta(hours=3))
    second = ledger.jobs.take(NOW, "w")
    assert second is not None
    ledger.jobs.tell(second, "render", "2026-02", 0.25, NOW)
    site.now = lambda: NOW + timedelta(seconds=10)

    assert outlook(site, ledger.jobs.find(second.name)) == Outlook(0.25, 0, 30.0)
