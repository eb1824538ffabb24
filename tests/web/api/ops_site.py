"""A site whose ledger is filled by hand, people of every role in it, and what they ask."""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import httpx
import pytest

from bilan.document import Edition, Identity
from bilan.ledger.book import Ledger
from bilan.ledger.people_records import Role
from bilan.ledger.records import Due, Receiver
from bilan.period import Period
from bilan.project import Project
from bilan.secret import digest
from bilan.web.api.app import api
from bilan.web.application import application
from bilan.web.site import Site

NOW = datetime(2026, 11, 2, 2, tzinfo=UTC)
MINISTER = Identity("kz-kg", Period.parse("2026-10"), "minister", "en")
NAME = "kz-kg/2026-10/minister.en"
SETTINGS = """\
partnerships = ["kz-kg"]
audiences = ["minister"]
languages = ["en"]

[schedule.monthly]
rule = "first-working-day"
at = "07:00"
timezone = "Asia/Bishkek"

[schedule.weekly]
cron = "0 8 * * mon"
after-downtime = "all"
"""
PEOPLE = {"vera": Role.VIEW, "rita": Role.RUN, "anna": Role.APPROVE, "boss": Role.ADMIN}


_described: dict[str, Any] = {}


def declared(site: Site, method: str, path: str) -> list[str]:
    """The answers that the description has for a request."""
    if not _described:
        _described.update(api(site).openapi()["paths"])
    wanted = unquote(path.partition("?")[0])
    found = [one for one in _described if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", one), wanted) and method.lower() in _described[one]]
    return list(_described[min(found, key=lambda one: one.count("{"))][method.lower()]["responses"])


@dataclass
class Ops:
    """A site and its visitors: `as_` one of the people, by session, or nobody at all."""

    site: Site

    @property
    def ledger(self) -> Ledger:
        return self.site.ledger

    def ask(self, method: str, path: str, as_: str = "", told: object = None, **headers: str) -> httpx.Response:
        transport = httpx.ASGITransport(application(self.site))
        cookies = {"bilan": f"session of {as_}"} if as_ else {}
        extra: dict[str, Any] = {"content": told} if isinstance(told, bytes) else {} if told is None else {"json": told}

        async def asked() -> httpx.Response:
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1", cookies=cookies) as client:
                return await client.request(method, f"/api/v1{path}", headers={k.replace("_", "-"): v for k, v in headers.items()}, **extra)

        answer = asyncio.run(asked())
        assert str(answer.status_code) in declared(self.site, method, path), f"{method} {path}: {answer.status_code} is not declared"
        return answer

    def get(self, path: str, as_: str = "vera") -> Any:  # noqa: ANN401  whatever JSON says
        answer = self.ask("GET", path, as_)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def post(self, path: str, told: object = None, as_: str = "anna", status: int = 200) -> Any:  # noqa: ANN401  same
        answer = self.ask("POST", path, as_, told if told is not None else {})
        assert answer.status_code == status, answer.text
        return answer.json()

    def due(self, *audiences: str) -> None:
        """Let editions fall due."""
        period = Period.parse("2026-10")
        self.ledger.plan([Due("monthly", "kz-kg", one, "en", period, NOW) for one in audiences or ("minister",)], NOW)

    def issued(self, *addresses: str, issue: int = 1) -> int:
        """An edition in the ledger that waits to be sent to addresses."""
        day = date(2026, 11, 2)
        path = f"{NAME}.pdf" if issue == 1 else f"{NAME}.issue-{issue}.pdf"
        edition = Edition(MINISTER, 1, issue, day, day, f"k{issue}", path, "a" * 64, pages=1, findings=0)
        return self.ledger.record_edition(edition, "b" * 64, None, NOW, receivers=[Receiver("smtp", one) for one in addresses])

    def token(self, name: str, role: Role | None = None) -> str:
        """A token of one of the people."""
        account = self.ledger.people.find(name)
        secret = f"bilan_token of {name}"
        self.ledger.people.make_token(account, "test", digest(secret), role or account.role, NOW, NOW + timedelta(days=9))
        return secret


@pytest.fixture(scope="session", name="prepared_ledger")
def prepared_ledger_made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A ledger with all the people logged in, to copy: migrations run once."""
    folder = tmp_path_factory.mktemp("people")
    with Ledger.open("sqlite:///ledger.sqlite3", folder) as ledger:
        for name, role in PEOPLE.items():
            account = ledger.people.add(name, role, NOW, "no hash", by="setup")
            ledger.people.open_session(account, digest(f"session of {name}"), NOW, timedelta(hours=8), timedelta(days=7))
    return (folder / "ledger.sqlite3").read_bytes()


@pytest.fixture(name="ops_project")
def ops_project_made(tmp_path: Path, checkout: Path) -> Project:
    (tmp_path / "bilan.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "templates").symlink_to(checkout / "templates")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "kz-kg").symlink_to(checkout / "data" / "kz-kg")
    return Project(tmp_path)


@pytest.fixture(name="ops")
def ops_made(ops_project: Project, prepared_ledger: bytes) -> Iterator[Ops]:
    path = ops_project.root / ".bilan" / "ledger.sqlite3"
    path.parent.mkdir()
    path.write_bytes(prepared_ledger)
    with Ledger.open(ops_project.config.ledger, ops_project.root) as ledger:
        yield Ops(Site(ops_project, ledger, lambda: NOW, origin="http://127.0.0.1"))


ODD = ("0", "-1", "2147483648", "9223372036854775808", "1e9", "%F0%9F%98%80", "x")


def guarded(ops: Ops, method: str, path: str, may: Role, told: object = None) -> None:
    """Who has no role gets 401, who may not 403, and a page of somebody else 403 whoever asks."""
    nobody = ops.ask(method, path, "", told)
    assert (nobody.status_code, nobody.headers["WWW-Authenticate"]) == (401, 'Bearer realm="bilan"'), nobody.text
    for name, role in PEOPLE.items():
        if not role.at_least(may):
            assert ops.ask(method, path, name, told).status_code == 403, (name, path)
    if method != "GET":
        assert ops.ask(method, path, "boss", told, Origin="http://evil.example").status_code == 403
        assert ops.ask(method, path, "boss", told, Sec_Fetch_Site="cross-site").status_code == 403
