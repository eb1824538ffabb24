import urllib.request
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bilan.ledger.book import Ledger
from bilan.project import Project
from bilan.schedule.serve import Vitals
from bilan.web import serving
from bilan.web.serving import answering, is_local, site_on

ANYWHERE = "0.0.0.0"  # noqa: S104  asked of, never bound to
NOW = datetime(2026, 11, 25, tzinfo=UTC)
SETTINGS = 'partnerships = ["kz-kg"]\n'


def project(folder: Path, more: str = "") -> Project:
    (folder / "bilan.toml").write_text(SETTINGS + more, encoding="utf-8")
    return Project(folder)


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        (ANYWHERE, False),
        ("10.0.0.1", False),
        ("host", False),
    ],
)
def test_only_this_machine_reaches_a_loopback(host: str, local: bool) -> None:  # noqa: FBT001  a case
    assert is_local(host) is local


@pytest.mark.parametrize(
    ("more", "where", "opened", "origin"),
    [
        ("", ("127.0.0.1", 8765), True, "http://127.0.0.1:8765"),
        ("", ("::1", 8765), True, "http://[::1]:8765"),
        ('[serve]\nlogin = "always"\n', ("127.0.0.1", 8765), False, "http://127.0.0.1:8765"),
        ('[serve]\nurl = "https://bilan.example.org"\n', (ANYWHERE, 80), False, "https://bilan.example.org"),
    ],
)
def test_who_may_come_in_follows_from_who_can(tmp_path: Path, more: str, where: tuple[str, int], opened: bool, origin: str) -> None:  # noqa: FBT001
    made = project(tmp_path, more)
    with Ledger.open(made.config.ledger, tmp_path) as ledger:
        site = site_on(made, ledger, where, lambda: NOW)

    assert (site.open, site.origin, site.secure) == (opened, origin, origin.startswith("https"))
    assert ("localhost" in site.hosts) is is_local(where[0])


def test_the_secret_of_the_provider_comes_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BILAN_OIDC_SECRET", "not-for-logs")
    made = project(tmp_path)
    with Ledger.open(made.config.ledger, tmp_path) as ledger:
        site = site_on(made, ledger, ("127.0.0.1", 1), lambda: NOW)

    assert site.secrets == {"oidc": "not-for-logs"}


def test_page_and_api_answer_while_the_block_lasts_and_workers_are_begun_for_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    crews: list[tuple[Path, int]] = []

    class Crew:
        def __init__(self, root: Path, count: int) -> None:
            crews.append((root, count))
            self.wake = lambda: None

        def __enter__(self) -> "Crew":  # noqa: PYI034  one of a kind
            return self

        def __exit__(self, *_: object) -> None:
            crews.append((Path("ended"), 0))

    monkeypatch.setattr(serving, "Crew", Crew)
    told: list[str] = []
    monkeypatch.setattr(serving._log, "info", lambda text, *args: told.append(text % args))
    from bilan.schedule.clock import Clock  # noqa: PLC0415  the real one

    with answering(project(tmp_path, "[serve]\nworkers = 2\n"), "127.0.0.1:0", Clock().now, Vitals):
        port = told[0].split("port ")[1].split(" ")[0]
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/v1/me", timeout=20) as answer:
            assert b'"local"' in answer.read()
    assert crews == [(tmp_path, 2), (Path("ended"), 0)]


def test_without_workers_nothing_is_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "Crew", lambda *_: pytest.fail("no worker was asked for"))
    from bilan.schedule.clock import Clock  # noqa: PLC0415  same

    with answering(project(tmp_path, "[serve]\nworkers = 0\n"), "127.0.0.1:0", Clock().now, Vitals):
        pass
