import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from starlette.requests import Request
from tests.web.jobs.conftest import NOW, Ask

from bilan.errors import GoneError, UsageError
from bilan.ledger.book import Ledger
from bilan.ledger.job_records import JobRow, JobState
from bilan.ledger.people_records import Role
from bilan.project import Project
from bilan.secret import digest
from bilan.web.jobs import following as module
from bilan.web.jobs.following import followed
from bilan.web.principal import IDLE, LONGEST, Principal
from bilan.web.problems import RefusedError
from bilan.web.site import Site

ALIYA, BEK = Principal("aliya", Role.RUN, "session"), Principal("bek", Role.RUN, "session")
SECRET = "a secret of aliya"  # noqa: S105  of a ledger that lives for a test


@pytest.fixture
def site(project: Project, ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A site where aliya is logged in."""
    monkeypatch.setattr(module, "LOOK_SECONDS", 0.0)
    monkeypatch.setattr(module, "HEARTBEAT_SECONDS", 0.0)
    ledger.people.open_session(ledger.people.add("aliya", Role.RUN, NOW), digest(SECRET), NOW, IDLE, LONGEST)
    return Site(project, ledger, lambda: NOW)


async def stays() -> dict[str, Any]:
    await asyncio.Event().wait()
    return {}


def request(receive: Callable[[], Awaitable[Any]] = stays, **headers: str) -> Request:
    """A request of aliya's, of hers in a browser where nothing else is said."""
    given = headers or {"cookie": f"bilan={SECRET}"}
    scope = {"type": "http", "headers": [(name.encode(), value.encode()) for name, value in given.items()]}
    return Request(scope, receive)


def told(row: JobRow) -> str:
    return json.dumps([row.state, row.done])


def test_each_change_is_told_once_and_the_end_last(site: Site, ledger: Ledger, ask: Ask) -> None:
    ask("build", partnership="kz-kg")
    steps = iter(("take", "tell", "tell", "finish"))

    async def lines() -> list[str]:
        found: list[str] = []
        async for line in await followed(site, ALIYA, request(), "j1", told):
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
        asyncio.run(followed(site, BEK, request(), "j1", told))


async def leaves() -> dict[str, Any]:
    return {"type": "http.disconnect"}


async def lines(site: Site, asked: Request, then: Callable[[], object] = lambda: None, who: Principal = ALIYA) -> list[str]:
    """What is told; something happens after the first of it."""
    found: list[str] = []
    async with asyncio.timeout(20):
        async for line in await followed(site, who, asked, "j1", told):
            if not found:
                then()
            found.append(line)
    return found


def test_who_goes_away_is_no_longer_told(site: Site, ask: Ask) -> None:
    ask("build", partnership="kz-kg")
    looks = iter((stays, stays))

    async def receive() -> dict[str, Any]:
        return await next(looks, leaves)()

    assert asyncio.run(lines(site, request(receive)))
    assert module._followers == set()


def test_too_many_followers_are_asked_to_come_back(site: Site, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    ask("build", partnership="kz-kg")
    monkeypatch.setattr(module, "MOST_FOLLOWERS", 0)

    with pytest.raises(RefusedError) as met:
        asyncio.run(followed(site, ALIYA, request(), "j1", told))
    assert met.value.status == 429


def test_a_ledger_that_is_away_ends_no_stream(site: Site, ledger: Ledger, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    ask("build", partnership="kz-kg")
    find = ledger.jobs.find

    async def lines() -> list[str]:
        stream = await followed(site, ALIYA, request(), "j1", told)
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


def logs_out(ledger: Ledger) -> None:
    assert ledger.people.close_session(digest(SECRET), NOW)


def is_disabled(ledger: Ledger) -> None:
    ledger.people.disable("aliya", NOW)


@pytest.mark.parametrize("ends", [logs_out, is_disabled])
def test_who_logs_out_is_told_no_more(site: Site, ledger: Ledger, ask: Ask, ends: Callable[[Ledger], None]) -> None:
    ask("build", partnership="kz-kg")

    found = asyncio.run(lines(site, request(), lambda: ends(ledger)))
    assert [line for line in found if line.startswith("event")] == found[:1]
    assert ledger.jobs.find("j1").open, "the job goes on"
    assert module._followers == set()


def test_whose_token_is_revoked_is_told_no_more(site: Site, ledger: Ledger, ask: Ask) -> None:
    ask("build", partnership="kz-kg")
    aliya = ledger.people.find("aliya")
    token = ledger.people.make_token(aliya, "script", digest("bilan_x"), Role.RUN, NOW, NOW + timedelta(days=1))

    found = asyncio.run(lines(site, request(authorization="Bearer bilan_x"), lambda: ledger.people.revoke_token(token.id, aliya, NOW)))
    assert [line for line in found if line.startswith("event")] == found[:1]


def test_who_loses_the_role_to_see_it_is_told_no_more(site: Site, ledger: Ledger, ask: Ask) -> None:
    ledger.people.set_role("aliya", Role.APPROVE, NOW)
    ask("build", "bek", partnership="kz-kg")
    boss = Principal("aliya", Role.APPROVE, "session")

    found = asyncio.run(lines(site, request(), lambda: ledger.people.set_role("aliya", Role.RUN, NOW), boss))
    assert [line for line in found if line.startswith("event")] == found[:1]


def test_watching_keeps_no_session_alive(site: Site, ask: Ask) -> None:
    ask("build", partnership="kz-kg")
    hours = count()
    site.now = lambda: NOW + timedelta(hours=next(hours))

    asyncio.run(lines(site, request()))
    assert timedelta(hours=next(hours) - 1) == IDLE, "it is looked at once an hour"
