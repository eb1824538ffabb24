"""What do visitors of `web.py` read, and how long do they wait? A mix of pages, files and lists, each answer timed by its kind."""

import asyncio
import random
import re
import ssl
import statistics
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import httpx

MIX = {
    "archive page": 4, "edition page": 4, "screen page": 4, "trace": 3, "PDF": 2, "picture": 2, "manifest": 1, "manifest, ETag": 3,
    "data page": 1, "series page": 2, "list of editions": 3, "list of jobs": 2,
}  # fmt: skip
"""How often each kind is asked for."""
PAGES = ("en", "fr", "ru")
TIMEOUT_SECONDS = 60.0
SERVERS_FAULT = 500
LAG_SECONDS = 0.05
_UNUSED = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""No TLS is spoken; one for all clients, as each would take a tenth of a second to make its own."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: the kind of what was asked for, seconds, and its status; 0 where none came."""

    kind: str
    seconds: float
    status: int
    what: str = ""


@dataclass
class Answers:
    """All answers of a phase, how long it took, and how late this process itself was."""

    rows: list[Answer] = field(default_factory=list)
    seconds: float = 0.0
    lags: list[float] = field(default_factory=list)

    def wrong(self) -> list[str]:
        """Answers that must never be: 5xx, none at all, or a refusal nobody provoked."""
        bad = [one for one in self.rows if one.status not in (200, 202, 304, 429)]
        return [f"{one.status or 'no answer'}: {one.what}" for one in sorted(bad, key=lambda one: -one.status)]

    def table(self) -> Iterable[str]:
        """A line a kind and one for all: how many, p50, p95, p99 and max in ms."""
        yield f"  {'':<18} {'n':>6} {'p50':>7} {'p95':>7} {'p99':>7} {'max':>7}   ms"
        by_kind: dict[str, list[float]] = {}
        for one in self.rows:
            by_kind.setdefault(one.kind, []).append(one.seconds)
        for kind, took in sorted(by_kind.items()):
            yield _line(kind, took)
        yield _line("all", [one.seconds for one in self.rows])
        statuses = ", ".join(
            f"{count} x {status or 'no answer'}" for status, count in sorted(Counter(one.status for one in self.rows).items())
        )
        late = 1000 * at(self.lags, 0.99)
        yield f"  {len(self.rows) / self.seconds:.1f} requests a second for {self.seconds:.0f} s; {statuses}; this process late by {late:.0f} ms at p99"

    def p(self, share: float) -> float:
        """The seconds within which a share of the answers came."""
        return at([one.seconds for one in self.rows], share)


def at(values: list[float], share: float) -> float:
    """The value below which a share of the values lies."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))] if ranked else 0.0


def _line(kind: str, took: list[float]) -> str:
    shown = " ".join(f"{1000 * one:7.0f}" for one in (at(took, 0.5), at(took, 0.95), at(took, 0.99), max(took, default=0.0)))
    return f"  {kind:<18} {len(took):>6} {shown}"


def client(url: str, token: str) -> httpx.AsyncClient:
    """A visitor's own connections, kept open as a browser does."""
    return httpx.AsyncClient(
        base_url=url, headers={"Authorization": f"Bearer {token}"}, timeout=TIMEOUT_SECONDS, trust_env=False, verify=_UNUSED
    )


async def timed(asked: Awaitable[httpx.Response], kind: str, into: Answers, what: str) -> httpx.Response | None:
    """The response, timed from asking to its last byte; None where none came."""
    began = time.perf_counter()
    try:
        response = await asked
    except httpx.HTTPError as error:
        into.rows.append(Answer(kind, time.perf_counter() - began, 0, f"{what} {type(error).__name__}"))
        return None
    said = response.text[:200] if response.status_code >= SERVERS_FAULT else ""
    into.rows.append(Answer(kind, time.perf_counter() - began, response.status_code, f"{what} {said}".strip()))
    return response


@dataclass
class Library:
    """What there is to read: editions with numbers that can be traced, and series."""

    editions: list[str]
    numbers: dict[str, list[str]]
    series: list[str]

    @classmethod
    async def of(cls, url: str, token: str) -> "Library":
        """As the server itself tells it."""
        async with client(url, token) as web:
            names = [one["name"] for one in (await web.get("/api/v1/editions")).json()["items"]]
            numbers = {}
            for name in names:
                manifest: dict[str, Any] = (await web.get(f"/api/v1/editions/{name}/manifest")).json()
                numbers[name] = [one["ref"] for one in manifest["printed"] if one["kind"] == "reading"]
            page = (await web.get("/en/data")).text
        series = sorted(set(re.findall(r'href="(/en/data/[^"?]+)', page)) - {"/en/data/revisions"})
        return cls(names, numbers, series)


class Reader:
    """One visitor: asks, reads for a while, asks again."""

    def __init__(self, web: httpx.AsyncClient, library: Library, into: Answers, chance: random.Random) -> None:
        self.web, self.library, self.into, self.chance = web, library, into, chance
        self.tags: dict[str, str] = {}

    async def read(self) -> None:
        """Ask for one thing of the mix."""
        (kind,) = self.chance.choices(list(MIX), list(MIX.values()))
        path = self._path(kind)
        headers = {"If-None-Match": self.tags[path]} if kind == "manifest, ETag" and path in self.tags else {}
        response = await timed(
            self.web.get(path, headers=headers), kind if headers or kind != "manifest, ETag" else "manifest", self.into, path
        )
        if response is not None and (tag := response.headers.get("etag")):
            self.tags[path] = tag

    def _path(self, kind: str) -> str:
        name = self.chance.choice(self.library.editions)
        language = self.chance.choice(PAGES)
        page = f"/{language}/editions/{name}"
        file = f"{name.rpartition('/')[2]}.pdf"
        paths: dict[str, Callable[[], str]] = {
            "archive page": lambda: f"/{language}/",
            "edition page": lambda: page,
            "screen page": lambda: f"{page}/read",
            "trace": lambda: f"{page}/trace?number={quote(self.chance.choice(self.library.numbers[name]))}",
            "PDF": lambda: f"/api/v1/editions/{name}/files/{file}",
            "picture": lambda: f"{page}/picture.png",
            "data page": lambda: f"/{language}/data",
            "series page": lambda: self.chance.choice(self.library.series),
            "list of editions": lambda: f"/api/v1/editions?language={language}",
            "list of jobs": lambda: "/api/v1/jobs?limit=20",
        }
        return paths.get(kind, lambda: f"/api/v1/editions/{name}/manifest")()


async def reading(url: str, people: dict[str, str], library: Library, into: Answers, think: float, more: Callable[[], bool]) -> None:
    """All these people read, each pausing for `think` seconds on average, while there is `more` to read."""

    async def visit(number: int, token: str) -> None:
        chance = random.Random(number)  # noqa: S311  who reads what, the same in every run
        async with client(url, token) as web:
            reader = Reader(web, library, into, chance)
            await asyncio.sleep(chance.uniform(0, think))
            while more():
                await reader.read()
                await asyncio.sleep(chance.uniform(think / 2, 3 * think / 2))

    late = asyncio.create_task(_lag(into))
    began = time.monotonic()
    await asyncio.gather(*(visit(number, token) for number, token in enumerate(people.values())))
    into.seconds = time.monotonic() - began
    late.cancel()


async def _lag(into: Answers) -> None:
    """How late this process comes to what it meant to do: so much of what is measured is its own."""
    while True:
        began = time.perf_counter()
        await asyncio.sleep(LAG_SECONDS)
        into.lags.append(time.perf_counter() - began - LAG_SECONDS)


def slope(points: list[tuple[float, float]]) -> float:
    """How much the second grows with the first, by least squares."""
    if len({x for x, _ in points}) < 2:  # noqa: PLR2004  a line needs two
        return 0.0
    return statistics.linear_regression([x for x, _ in points], [y for _, y in points]).slope
