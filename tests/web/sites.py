"""A site as a visitor meets it: accounts of every role, a clock that only moves when told, and requests byte for byte."""

import asyncio
import json
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from http.cookies import SimpleCookie
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlencode

from bilan.ledger.book import Ledger
from bilan.ledger.job_records import Asked
from bilan.ledger.people_records import AccountRow, Role
from bilan.project import Project
from bilan.secret import digest
from bilan.web.application import application
from bilan.web.entry import opened
from bilan.web.jobs.bench import folder_of
from bilan.web.passwords import hashed
from bilan.web.principal import cookie_name
from bilan.web.site import Site

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message

NOW = datetime(2026, 11, 25, tzinfo=UTC)
SETTINGS = 'partnerships = ["kz-kg"]\naudiences = ["minister"]\nlanguages = ["en"]\n'
ORIGIN, HOST = "http://127.0.0.1:8765", "127.0.0.1:8765"
PEOPLE = {Role.VIEW: "vera", Role.RUN: "rita", Role.APPROVE: "apo", Role.ADMIN: "ada"}
EDITION = "kz-kg/2026-10/minister.en"
JOB = "0123456789abcdef0123"
PLACED = {"partnership": "kz-kg", "draft": True}
_MARK = re.compile(r'name="mark" value="([0-9a-f]+)"')


@dataclass
class Clock:
    """The time it is: it stands still until it is moved."""

    at: datetime = NOW
    seconds: float = 1000.0

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return self.seconds

    def forward(self, **span: float) -> None:
        self.at += timedelta(**span)
        self.seconds += timedelta(**span).total_seconds()


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        return ", ".join(value for one, value in self.headers if one == name)

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def told(self) -> Any:  # noqa: ANN401  whatever JSON says
        return json.loads(self.body)

    @property
    def mark(self) -> str:
        found = _MARK.search(self.text)
        return found[1] if found else ""


@dataclass
class Visitor:
    """Somebody with a browser or a program: keeps cookies, and sends just what it is told."""

    app: "ASGIApp"
    address: str = "10.0.0.7"
    host: str = HOST
    cookies: dict[str, str] = field(default_factory=dict)
    always: dict[str, str] = field(default_factory=dict)

    def get(self, target: str, **headers: str) -> Answer:
        return self.send("GET", target, headers)

    def post(self, target: str, form: Mapping[str, Any] | None = None, **headers: str) -> Answer:
        body = urlencode(form or {}, doseq=True).encode()
        return self.send("POST", target, {"content_type": "application/x-www-form-urlencoded", **headers}, [body])

    def say(self, target: str, told: object, **headers: str) -> Answer:
        body = told if isinstance(told, bytes) else json.dumps(told).encode()
        return self.send("POST", target, {"content_type": "application/json", **headers}, [body])

    def fill(self, page: str, form: Mapping[str, Any], target: str = "") -> Answer:
        """Send a form of a page, with the mark the page gave it."""
        return self.post(target or page, {"mark": self.get(page).mark, **form})

    def send(self, method: str, target: str, headers: Mapping[str, str] | None = None, chunks: Iterable[bytes] = (b"",)) -> Answer:
        """One request as a server hands it on; header names with `_` for `-`, `content_length` only where it is given."""
        given = {"host": self.host, **self.always, **(headers or {})}
        if self.cookies:
            given.setdefault("cookie", "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
        pairs = [(name.replace("_", "-").encode(), value.encode("latin-1")) for name, value in given.items() if value]
        answer = asyncio.run(exchanged(self.app, self._scope(method, target, pairs), list(chunks)))
        for name, value in answer.headers:
            if name == "set-cookie":
                self._keep(value)
        return answer

    def _scope(self, method: str, target: str, headers: list[tuple[bytes, bytes]]) -> dict[str, Any]:
        path, _, query = target.partition("?")
        return {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http", "path": unquote(path),
            "raw_path": path.encode(), "query_string": query.encode(), "root_path": "", "headers": headers,
            "client": (self.address, 50000), "server": ("127.0.0.1", 8765),
        }  # fmt: skip

    def _keep(self, told: str) -> None:
        for name, one in SimpleCookie(told).items():
            if one["max-age"] == "0":
                self.cookies.pop(name, None)
            else:
                self.cookies[name] = one.value


async def exchanged(app: "ASGIApp", scope: dict[str, Any], chunks: list[bytes]) -> Answer:
    """One request and its answer; what the application throws is what a server would make of it: 500."""
    messages: list[Message] = [{"type": "http.request", "body": one, "more_body": True} for one in chunks[:-1]]
    messages.append({"type": "http.request", "body": chunks[-1], "more_body": False})
    sent: list[Message] = []

    async def receive() -> "Message":
        if not messages:
            await asyncio.Event().wait()  # the visitor stays
        return messages.pop(0)

    async def send(message: "Message") -> None:
        sent.append(dict(message))

    try:
        async with asyncio.timeout(60):
            await app(scope, receive, send)
    except Exception as error:  # noqa: BLE001  as a server does
        return Answer(500, (), repr(error).encode())
    starts = [one for one in sent if one["type"] == "http.response.start"]
    assert len(starts) == 1, "a request has one answer"
    headers = tuple((name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in starts[0]["headers"])
    return Answer(starts[0]["status"], headers, b"".join(one.get("body", b"") for one in sent if one["type"] == "http.response.body"))


@dataclass
class Place:
    """A served project with its people."""

    site: Site
    clock: Clock

    @cached_property
    def app(self) -> "ASGIApp":
        return application(self.site)

    def stranger(self, address: str = "10.0.0.7") -> Visitor:
        return Visitor(self.app, address)

    def account(self, role: Role) -> AccountRow:
        people, name = self.site.ledger.people, PEOPLE[role]
        return people.account(name) or people.add(name, role, self.clock.now(), hashed(password(name)))

    def visitor(self, role: Role = Role.VIEW) -> Visitor:
        """Somebody of a role who logged in."""
        return Visitor(self.app, cookies={cookie_name(self.site): opened(self.site, self.account(role))})

    def program(self, role: Role, may: Role | None = None, days: int = 30) -> Visitor:
        """A program with a token of somebody."""
        owner, now = self.account(role), self.clock.now()
        secret = f"bilan_{owner.name}_{len(self.site.ledger.people.tokens(owner))}"
        self.site.ledger.people.make_token(owner, "script", digest(secret), may or role, now, now + timedelta(days=days))
        return Visitor(self.app, always={"authorization": f"Bearer {secret}"})


def password(name: str) -> str:
    return f"a long walk of {name}"


def write_project(folder: Path, checkout: Path, more: str = "") -> Path:
    """The real partnership, with one audience and one language, and a ledger."""
    folder.mkdir(parents=True)
    shutil.copytree(checkout / "data" / "kz-kg", folder / "data" / "kz-kg")
    shutil.copytree(checkout / "templates", folder / "templates")
    (folder / "bilan.toml").write_text(SETTINGS + more, encoding="utf-8")
    with Ledger.open(Project(folder).config.ledger, folder):
        return folder


def job_of(place: Place, actor: str, name: str = JOB, kind: str = "build", **request: object) -> str:
    """A job of somebody, with a draft it left."""
    place.site.ledger.jobs.place(Asked(name, kind, request or PLACED, actor), NOW)
    folder = folder_of(place.site.project, name)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "draft.html").write_text("<p>the draft</p>", encoding="utf-8")
    return name
