"""How do those who ask for builds fare in `web.py`? Each job is followed to its end; turns, refusals and losses are counted."""

import asyncio
import json
import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx
from benchmarks.web_place import AUDIENCES, JOBS_EACH, LANGUAGES
from benchmarks.web_readers import TIMEOUT_SECONDS, Answers, at, client, timed

MONTHS = ("2026-07", "2026-08", "2026-09", "2026-10")
ENDS = ("done", "held", "awaiting", "failed", "cancelled")
LOOK_SECONDS = 0.5
PATIENCE_SECONDS = 600.0
"""A job that was accepted and has not ended after so long is lost."""
AT_ONCE = 2
"""How many jobs each of those who build wants to have open."""
TWICE = 3
"""Every so many jobs the same is asked for again under the same key."""
ACCEPTED, AGAIN, REFUSED = 202, 200, 429


@dataclass
class Asked:
    """What was asked for, and what came of each job that was accepted."""

    answers: Answers
    posts: int = 0
    open: dict[str, float] = field(default_factory=dict)
    ended: dict[str, dict[str, Any]] = field(default_factory=dict)
    took: list[float] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def end(self, job: dict[str, Any]) -> None:
        """A job came to its end."""
        self.took.append(time.monotonic() - self.open.pop(job["name"]))
        self.ended[job["name"]] = job

    def lost(self) -> list[str]:
        """Jobs that never ended, or failed and do not say why."""
        mute = [name for name, job in self.ended.items() if job["state"] == "failed" and not job["reason"]]
        return [f"job {name}: accepted and never ended" for name in self.open] + [f"job {name}: failed without reason" for name in mute]

    def told(self) -> str:
        """One line."""
        states = ", ".join(f"{count} {state}" for state, count in sorted(Counter(one["state"] for one in self.ended.values()).items()))
        refused = sum(self.refused.values())
        times = f"; asked to end in s: p50 {at(self.took, 0.5):.1f}, max {max(self.took, default=0):.1f}" if self.took else ""
        accepted = len(self.ended) + len(self.open)
        return f"  builds: {self.posts} asked, {accepted} accepted, {states}; {refused} refused with 429; {len(self.lost())} lost{times}"


class Builder:
    """One who builds: asks, follows to the end by events or by asking, respects a refusal, asks again."""

    def __init__(self, web: httpx.AsyncClient, asked: Asked, number: int, *, events: bool) -> None:
        self.web, self.asked, self.events = web, asked, events
        self.chance = random.Random(number)  # noqa: S311  the same wishes in every run
        self.number, self.count = number, 0

    def wish(self) -> dict[str, Any]:
        """Some draft of an audience, language and month."""
        pick = self.chance.choice
        chosen = {"audiences": [pick(AUDIENCES)], "languages": [pick(LANGUAGES)], "period": pick(MONTHS)}
        return {"partnership": "kz-kg", **chosen, "draft": True}

    async def place(self, wish: dict[str, Any], key: str) -> httpx.Response | None:
        """Ask for a build; a refusal must say when to ask again."""
        self.asked.posts += 1
        sent = self.web.post("/api/v1/builds", json=wish, headers={"Idempotency-Key": key})
        response = await timed(sent, "ask for a build", self.asked.answers, "POST /api/v1/builds")
        if response is None:
            return None
        if response.status_code == REFUSED:
            self.asked.refused[_why(response)] += 1
            if not response.headers.get("retry-after", "").isdigit():
                self.asked.wrong.append(f"429 without Retry-After: {response.text[:120]}")
        elif response.status_code == ACCEPTED:
            self.asked.open[response.json()["name"]] = time.monotonic()
        elif response.status_code != AGAIN:
            self.asked.wrong.append(f"a build asked for: {response.status_code} {response.text[:120]}")
        return response

    async def build(self, more: Callable[[], bool]) -> None:
        """Ask for builds, one after the other, while there is `more` to ask for."""
        while more():
            self.count += 1
            key, wish = f"{self.number}-{self.count}-{id(self)}", self.wish()
            response = await self.place(wish, key)
            if response is None or response.status_code != ACCEPTED:
                wait = float(response.headers.get("retry-after", "1")) if response is not None else 1.0
                await _paused(wait, more)
                continue
            name = response.json()["name"]
            if self.count % TWICE == 0:
                await self._again(wish, key, name)
            await self.follow(name)

    async def _again(self, wish: dict[str, Any], key: str, name: str) -> None:
        """The same under the same key is the same job."""
        again = await self.place(wish, key)
        if again is None or again.status_code != AGAIN or again.json()["name"] != name:
            self.asked.wrong.append(f"the same key again: {again.status_code if again is not None else 'no answer'}, not job {name}")

    async def follow(self, name: str) -> None:
        """Wait for the end of a job."""
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            if self.events:
                job = await self._heard(name)
            else:
                response = await timed(self.web.get(f"/api/v1/jobs/{name}"), "ask for a job", self.asked.answers, "GET a job")
                job = response.json() if response is not None and response.is_success else None
            if job and job["state"] in ENDS:
                self.asked.end(job)
                return
            await asyncio.sleep(LOOK_SECONDS)

    async def _heard(self, name: str) -> dict[str, Any] | None:
        """The last event of a job."""
        last: dict[str, Any] | None = None
        try:
            async with self.web.stream("GET", f"/api/v1/jobs/{name}/events", timeout=TIMEOUT_SECONDS) as stream:
                if not stream.is_success:
                    self.asked.wrong.append(f"events of job {name}: {stream.status_code}")
                    return None
                async for line in stream.aiter_lines():
                    if line.startswith("data: "):
                        last = json.loads(line[6:])
        except httpx.HTTPError as error:
            self.asked.wrong.append(f"events of job {name}: {type(error).__name__}")
        return last


async def building(url: str, people: dict[str, str], asked: Asked, more: Callable[[], bool], at_once: int = AT_ONCE) -> None:
    """All these people ask for builds, each for a few at once; ends when the last job has ended."""

    async def person(number: int, token: str) -> None:
        async with client(url, token) as web:
            hands = [Builder(web, asked, at_once * number + hand, events=bool(hand)) for hand in range(at_once)]
            await asyncio.gather(*(one.build(more) for one in hands))

    await asyncio.gather(*(person(number, token) for number, token in enumerate(people.values())))


@dataclass
class Turn:
    """When the one job of the second person came: its place among all, and seconds."""

    place: int
    waited: float
    took: float
    most: float


async def fairness(url: str, greedy: str, modest: str, asked: Asked) -> Turn:
    """One person asks for all they may at once, another for one build a moment later; then the rest is called off."""
    async with client(url, greedy) as first, client(url, modest) as second:
        many, one = Builder(first, asked, 901, events=False), Builder(second, asked, 902, events=False)
        began = time.monotonic()
        await asyncio.gather(*(many.place(many.wish(), f"greedy-{number}") for number in range(JOBS_EACH)))
        theirs = list(asked.open)
        await asyncio.sleep(LOOK_SECONDS)
        response = await one.place(one.wish(), "modest")
        assert response is not None  # noqa: S101  else nothing can be told
        mine = response.json()["name"]
        await one.follow(mine)
        took, job = time.monotonic() - began, asked.ended[mine]
        jobs = [(await first.get(f"/api/v1/jobs/{name}")).json() for name in theirs]
        await asyncio.gather(*(first.post(f"/api/v1/jobs/{name}/cancel") for name in theirs))
        await asyncio.gather(*(many.follow(name) for name in theirs))
    before = sum(1 for other in jobs if other["started_at"] and other["started_at"] < job["started_at"])
    waited, most = took - _seconds(job), took + sum(map(_seconds, asked.ended.values())) / len(asked.ended) * JOBS_EACH
    return Turn(before + 1, waited, took, most)


async def pressed(url: str, people: dict[str, str], asked: Asked, each: int) -> None:
    """Each of these people asks for far more than they may, all at the same time."""

    async def person(number: int, token: str) -> None:
        async with client(url, token) as web:
            one = Builder(web, asked, 950 + number, events=False)
            await asyncio.gather(*(one.place(one.wish(), f"pressed-{time.monotonic_ns()}-{count}") for count in range(each)))

    await asyncio.gather(*(person(number, token) for number, token in enumerate(people.values())))


async def called_off(url: str, token: str, asked: Asked) -> None:
    """Somebody who may approve calls off whatever is open, and sees it end."""
    async with client(url, token) as web:
        one = Builder(web, asked, 990, events=False)
        await asyncio.gather(*(web.post(f"/api/v1/jobs/{name}/cancel") for name in asked.open))
        await asyncio.gather(*(one.follow(name) for name in list(asked.open)))


async def flooded(url: str, token: str, count: int, into: Answers) -> list[str]:
    """One visitor asks for pages as fast as they can; refusals that do not say when to ask again."""
    mute: list[str] = []
    async with client(url, token) as web:

        async def once() -> None:
            response = await timed(web.get("/api/v1/jobs?limit=1"), "flood", into, "GET /api/v1/jobs")
            if response is not None and response.status_code == REFUSED and not response.headers.get("retry-after", "").isdigit():
                mute.append("429 without Retry-After")

        for _ in range(0, count, 10):
            await asyncio.gather(*(once() for _ in range(10)))
    return mute


async def _paused(seconds: float, more: Callable[[], bool]) -> None:
    """Wait as one was told to, unless there is nothing more to ask for."""
    for _ in range(int(seconds / LOOK_SECONDS)):
        if not more():
            return
        await asyncio.sleep(LOOK_SECONDS)


def _why(response: httpx.Response) -> str:
    detail = str(response.json().get("detail", ""))
    return "too many of one" if "jobs of" in detail else "too many of all" if "queue" in detail else "too many requests"


def _seconds(job: dict[str, Any]) -> float:
    """How long a job was worked on, as far as its states tell."""
    from datetime import datetime  # noqa: PLC0415  only here

    if not job["started_at"] or not job["ended_at"]:
        return 0.0
    return (datetime.fromisoformat(job["ended_at"]) - datetime.fromisoformat(job["started_at"])).total_seconds()
