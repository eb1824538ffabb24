import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.sources.project import TRADE, entry, two_sources, written
from tests.sources.server import Server, sample

from bilan.cli.fetch_command import command, counted
from bilan.errors import BusyError
from bilan.pipeline.turn import turn
from bilan.project import Project

Said = tuple[int, str, str]
Fetch = Callable[..., Said]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with two_sources(monkeypatch) as told:
        yield told


@pytest.fixture
def folder(tmp_path: Path, checkout: Path, server: Server) -> Path:
    return written(tmp_path / "fetching", checkout, entry(server, "wb-gdp"), entry(server, "un-trade", "comtrade", TRADE)).root


@pytest.fixture
def fetch(folder: Path, capsys: pytest.CaptureFixture[str]) -> Fetch:
    def call(*arguments: str) -> Said:
        code = command.main([*arguments, "--project", str(folder)], prog_name="bilan fetch", standalone_mode=False)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def test_says_what_came_and_what_did_not(fetch: Fetch) -> None:
    code, out, err = fetch()

    assert code == 5
    assert out.splitlines() == [
        "source  partnership  release     values  new  revised  withdrawn  unchanged",
        "wb-gdp  kz-kg        2024-10-21  10      10   0        0          0",
    ]
    assert "un-trade: not taken in: 127.0.0.1:" in err
    assert "does not accept the key (status 401)" in err
    assert "hint: check the key named in data/sources.toml" in err
    assert err.endswith("1 of 2 sources answered\n")


def test_names_a_source_once(fetch: Fetch, server: Server) -> None:
    server.route = lambda _: sample("error_page_200_maintenance.html")

    assert "un-trade: not taken in: answered with an HTML page" in fetch("un-trade")[2]


def test_exit_code_tells_all_some_or_none(fetch: Fetch) -> None:
    assert fetch("wb-gdp")[0] == 0
    assert fetch("un-trade")[0] == 1
    assert fetch("un-trade", "wb-gdp")[0] == 5


def test_a_dry_run_says_so_and_keeps_nothing(fetch: Fetch, folder: Path) -> None:
    code, out, err = fetch("wb-gdp", "--dry-run")

    assert (code, out.split()[-5:]) == (0, ["10", "10", "0", "0", "0"])
    assert err == "1 of 1 sources answered; nothing was kept (dry run)\n"
    assert not (folder / "data" / "raw").exists()


def test_offline_asks_nobody(fetch: Fetch, server: Server) -> None:
    fetch("wb-gdp")
    server.asked.clear()

    code, out, _ = fetch("wb-gdp", "--offline")

    assert (code, out.split()[-1], server.asked) == (0, "10", [])


def test_speaks_json_to_machines(fetch: Fetch) -> None:
    code, out, err = fetch("--json")
    told = json.loads(out)

    assert (code, err, told["schema"], told["dry_run"]) == (5, "", 1, False)
    failed, came = told["sources"]
    assert failed["error"]["error"] == "FetchError"
    assert (came["at"], came["release"], came["values"]) == ("2026-11-25T00:00:00+00:00", "2024-10-21", 10)
    assert len(came["partnerships"]["kz-kg"]["new"]) == 10


def test_quiet_says_only_what_went_wrong(fetch: Fetch) -> None:
    assert fetch("wb-gdp", "--quiet") == (0, "", "")
    assert "not taken in" in fetch("un-trade", "-q")[2]


def test_an_answer_without_a_release_is_shown_by_the_day_it_was_asked(fetch: Fetch, server: Server) -> None:
    server.route = lambda _: sample("comtrade_preview_kaz_reporter_2023.json")

    assert "asked 2026-11-25" in fetch("un-trade")[1]


def test_no_sources_are_told(fetch: Fetch, folder: Path) -> None:
    (folder / "data" / "sources.toml").unlink()

    assert fetch() == (0, "no sources: data/sources.toml names none\n", "")


def test_progress_is_shown_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with counted(shown=True) as told:
        told("wb-gdp", "page 1")
    assert capsys.readouterr() == ("", "")

    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    with counted(shown=True) as told:
        told("wb-gdp", "page 1")
        told("wb-gdp", "page 2")

    out, err = capsys.readouterr()
    assert out == ""
    assert "wb-gdp" in err


def test_while_another_fetch_is_at_work_it_says_so_and_a_dry_run_goes_on(fetch: Fetch, folder: Path) -> None:
    with turn(Project(folder)):
        with pytest.raises(BusyError, match="another fetch of this project is at work"):
            fetch("wb-gdp")
        assert fetch("wb-gdp", "--dry-run")[0] == 0
