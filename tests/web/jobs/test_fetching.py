import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.sources.project import TRADE, entry, gdp, two_sources, written
from tests.sources.server import Asked as Request
from tests.sources.server import Reply, Server
from tests.web.jobs.conftest import NOW, Ask

from bilan.cli.fetch_command import command
from bilan.errors import CancelledError, GoneError, StoppedError, TakenOverError
from bilan.ledger.book import Ledger
from bilan.ledger.job_records import JobRow, JobState
from bilan.pipeline.fetch import answers_of
from bilan.pipeline.turn import turn
from bilan.project import Project
from bilan.stop import Stop
from bilan.web.jobs import fetching as module
from bilan.web.jobs.bench import Bench, Ended
from bilan.web.jobs.work import work
from bilan.web.jobs.worker import Worker

Do = Callable[..., Ended]
Told = list[tuple[str, str, float]]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with two_sources(monkeypatch) as told:
        yield told


@pytest.fixture
def project(tmp_path: Path, checkout: Path, server: Server) -> Project:
    return written(tmp_path / "fetching", checkout, entry(server, "wb-gdp"), entry(server, "un-trade", "comtrade", TRADE))


@pytest.fixture
def told() -> Told:
    return []


@pytest.fixture
def do(project: Project, ledger: Ledger, ask: Ask, told: Told, monkeypatch: pytest.MonkeyPatch) -> Do:
    """Work one fetch off; `stop` and `heard` may call it off."""
    monkeypatch.setattr(module, "PAUSE_SECONDS", 0.001)

    def done(stop: Stop | None = None, heard: Callable[[str], None] = lambda _: None, **request: object) -> Ended:
        job: JobRow = ask("fetch", **request)

        def tell(stage: str, subject: str, share: float) -> None:
            told.append((stage, subject, share))
            heard(subject)

        executor: Any = None  # a fetch lays no pages out
        return work(Bench(project, ledger, executor, project.root, lambda: NOW), job, tell, stop or Stop())

    return done


def by_command(project: Project, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any]:
    code = command.main([*arguments, "--json", "--project", str(project.root)], prog_name="bilan fetch", standalone_mode=False)
    return code, json.loads(capsys.readouterr().out)


def bare(told: Any) -> Any:  # noqa: ANN401  JSON
    """The result of a job without what only a job tells."""
    for one in told["sources"]:
        for news in one.get("partnerships", {}).values():
            assert news.pop("more") == {"new": 0, "revised": 0, "withdrawn": 0}
    return told


def test_a_job_tells_what_the_command_tells_and_names_who_did_not_answer(
    project: Project, do: Do, told: Told, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    code, wanted = by_command(project, capsys, "--dry-run")
    tried = do(dry_run=True)

    assert (code, tried.state) == (5, JobState.DONE)
    assert bare(tried.result) == wanted
    assert tried.reason.startswith("1 of 2 sources answered; not taken in: un-trade: ")
    assert list(dict.fromkeys(told)) == [("fetch", "un-trade", 0.0), ("fetch", "wb-gdp", 0.5)]
    assert not (project.root / "data" / "raw").exists()
    ended = do()
    assert [len(one.get("partnerships", {}).get("kz-kg", {}).get("new", ())) for one in ended.result["sources"]] == [0, 10]
    assert answers_of(project, "wb-gdp").latest() is not None


def test_it_is_worked_off_by_a_worker(ledger: Ledger, ask: Ask, worker: Worker, server: Server) -> None:
    ask("fetch", sources=["wb-gdp"])
    ask("fetch", sources=["wb-gdp"], offline=True)

    assert worker.run() == 2
    offline, online = ledger.jobs.rows()
    assert (online.state, online.reason, online.done) == (JobState.DONE, "", 1.0)
    assert len(online.result["sources"][0]["partnerships"]["kz-kg"]["new"]) == 10
    assert offline.result["sources"][0]["partnerships"]["kz-kg"]["unchanged"] == 10
    assert len(server.asked) == 2, "the stored answers were read again, nobody was asked"


def test_where_no_source_answers_the_job_failed(do: Do) -> None:
    ended = do(sources=["un-trade"])

    assert ended.state is JobState.FAILED
    assert ended.reason.startswith("0 of 1 sources answered; not taken in: un-trade: ")
    assert ended.result["sources"][0]["error"]["error"] == "FetchError"


def test_a_source_that_went_from_the_settings_is_told(do: Do) -> None:
    ended = do(sources=["wb-gpd"])

    assert (ended.state, ended.reason) == (
        JobState.FAILED,
        "source 'wb-gpd': is not in data/sources.toml (did you mean 'wb-gdp'?)",
    )


def test_called_off_it_asks_no_further_source_and_blames_none(project: Project, do: Do, server: Server) -> None:
    def called_off(source: str) -> None:
        if source == "wb-gdp":
            raise CancelledError("job j1", "was cancelled")

    ended = do(heard=called_off)
    assert ended.state is JobState.CANCELLED
    assert all("wb-gdp" not in one.path for one in server.asked)
    assert answers_of(project, "wb-gdp").summary().failure == ""


def test_called_off_within_a_source_it_keeps_the_pages_that_came_and_goes_on_from_them(project: Project, do: Do, server: Server) -> None:
    stop = Stop()

    def first_page(asked: Request) -> Reply:
        stop.at_once.set()
        return gdp(asked)

    server.route = first_page
    ended = do(stop, sources=["wb-gdp"])
    assert (ended.state, len(server.asked)) == (JobState.WAITING, 1)
    assert answers_of(project, "wb-gdp").latest() is None
    again = do(sources=["wb-gdp"])
    assert (again.state, len(server.asked)) == (JobState.DONE, 2)


def test_called_off_between_two_pages_it_ends_at_the_next(do: Do, server: Server) -> None:
    heard: list[str] = []

    def called_off(source: str) -> None:
        heard.append(source)
        if len(server.asked) == 1:
            raise CancelledError("job j1", "was cancelled")

    assert do(heard=called_off, sources=["wb-gdp"]).state is JobState.CANCELLED
    assert heard == ["wb-gdp"] * 3, "when it begins, and before each of two pages"


def test_a_ledger_that_is_away_for_a_moment_is_no_fault_of_a_source(do: Do) -> None:
    def away(_: str) -> None:
        raise GoneError("ledger", "cannot be reached")

    def lost(_: str) -> None:
        raise TakenOverError("job j1", "was taken over")

    assert do(heard=away, sources=["wb-gdp"]).state is JobState.DONE
    assert "was taken over" in do(heard=lost, sources=["wb-gdp"]).reason


def test_asked_to_stop_it_begins_no_further_source(do: Do, server: Server) -> None:
    stop = Stop()
    stop.ask()

    assert do(stop).state is JobState.WAITING
    assert server.asked == []


def test_a_pause_between_attempts_ends_when_the_work_is_given_up() -> None:
    stop = Stop()
    stop.at_once.set()
    ways: Any = type("Ways", (), {"stop": stop})

    with pytest.raises(StoppedError):
        module._pause(ways, 3600)


def test_a_second_fetch_waits_until_the_first_has_ended(project: Project, do: Do, told: Told) -> None:
    first = turn(project)
    first.__enter__()

    def heard(subject: str) -> None:
        if subject == "another fetch is at work":
            threading.Timer(0.02, first.__exit__, (None, None, None)).start()

    assert do(heard=heard, sources=["wb-gdp"]).state is JobState.DONE
    assert list(dict.fromkeys(told)) == [("fetch", "another fetch is at work", 0.0), ("fetch", "wb-gdp", 0.0)]


def test_one_that_waits_for_another_may_be_called_off(project: Project, do: Do, server: Server) -> None:
    stop = Stop()
    with turn(project):
        assert do(stop, lambda _: stop.at_once.set()).state is JobState.WAITING
    assert server.asked == []
