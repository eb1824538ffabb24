import asyncio
import json

import pytest
from tests.web.jobs.conftest import NOW, Ask

from bilan.errors import GoneError, UsageError
from bilan.ledger.book import Ledger
from bilan.ledger.job_records import JobRow, JobState
from bilan.ledger.people_records import Role
from bilan.project import Project
from bilan.web.jobs import following as module
from bilan.web.jobs.following import followed
from bilan.web.principal import Principal
from bilan.web.problems import RefusedError
from bilan.web.site import Site

ALIYA, BEK = Principal("aliya", Role.RUN, "session"), Principal("bek", Role.RUN, "session")


@pytest.fixture
def site(project: Project, ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.setattr(module, "LOOK_SECONDS", 0.0)
    monkeypatch.setattr(module, "HEARTBEAT_SECONDS", 0.0)
    return Site(project, ledger, lambda: NOW)


def told(row: JobRow) -> str:
    return json.dumps([row.state, row.done])


async def never() -> bool:
    return False


def test_each_change_is_told_once_and_the_end_last(site: Site, ledger: Ledger, ask: Ask) -> None:
    ask("build", partnership="kz-kg")
    steps = iter(("take", "tell", "tell", "finish"))

    async def lines() -> list[str]:
        found: list[str] = []
        async for line in await followed(site, ALIYA, "j1", told, never):
            if line.startswith(":"):
                continue
            found.append(line)
            match next(steps, ""):
                case "take":
                    ledger.jobs.take(NOW, "w")
                case "tell":
                    ledger.jobs.tell(ledger.jobs.find("j1"), "render", "", 0.2 * len(found), NOW)
                case "finish":
                    ledger.jobs.finish(ledger.jobs.find("j1"), JobState.DONE, NOW)
        return found

    events = [json.loads(line.partition("data: ")[2]) for line in asyncio.run(lines())]
    assert events == [["waiting", 0.0], ["running", 0.0], ["running", 0.4], ["running", 0.6], ["done", 1.0]] or events[-1] == ["done", 1.0]
    assert events[0] == ["waiting", 0.0]
    assert len(events) == len({json.dumps(one) for one in events}), "nothing is told twice"


def test_another_persons_job_cannot_be_followed(site: Site, ask: Ask) -> None:
    ask("build", partnership="kz-kg")

    with pytest.raises(UsageError, match="is not there"):
        asyncio.run(followed(site, BEK, "j1", told, never))


def test_who_goes_away_is_no_longer_told(site: Site, ask: Ask) -> None:
    ask("build", partnership="kz-kg")
    answers = iter((False, False, True))

    async def gone() -> bool:
        return next(answers)

    async def count() -> int:
        return len([line async for line in await followed(site, ALIYA, "j1", told, gone)])

    assert asyncio.run(count()) >= 1
    assert module._followers == set()


def test_too_many_followers_are_asked_to_come_back(site: Site, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    ask("build", partnership="kz-kg")
    monkeypatch.setattr(module, "MOST_FOLLOWERS", 0)

    with pytest.raises(RefusedError) as met:
        asyncio.run(followed(site, ALIYA, "j1", told, never))
    assert met.value.status == 429


def test_a_ledger_that_is_away_ends_no_stream(site: Site, ledger: Ledger, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    ask("build", partnership="kz-kg")
    find = ledger.jobs.find

    async def lines() -> list[str]:
        stream = await followed(site, ALIYA, "j1", told, never)
        found: list[str] = []

        def away(_name: str) -> JobRow:
            raise GoneError("ledger", "cannot be reached")

        ledger.jobs.cancel("j1", "aliya", NOW)
        monkeypatch.setattr(ledger.jobs, "find", away)
        async for line in stream:
            found.append(line)
            monkeypatch.setattr(ledger.jobs, "find", find)
        return found

    first, *rest = asyncio.run(lines())
    assert first.startswith(": the ledger cannot be asked now")
    assert "cancelled" in rest[-1]
