"""Does `bilan serve` stay quick, fair and small while fifty people read and ten build? A load, with laws that must hold.

    python -m benchmarks.web                                  # everything, about ten minutes
    python -m benchmarks.web --seconds 5 --busy 15 --hour 3 --requests 600     # a short look

Real processes: the server, its worker, and this one, which asks by HTTP. Everybody has an account and a token. The limit of
requests a minute stays as it is: nobody who reads meets it. Laws: no answer of 5xx, no job lost, each refusal says when to
ask again, a second person's turn comes at once, refusals cost no memory. Exit code 1 where one is broken, never for speed.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.web_jobs import Asked, Turn, building, called_off, fairness, flooded, pressed
from benchmarks.web_place import Server, Use, project_in, served, tokens
from benchmarks.web_readers import Answers, Library, reading, slope

from bilan.ledger.people_records import Role

READERS, BUILDERS, PRESSING = 50, 10, 5
PRESSED_EACH, FLOOD = 40, 400
FIRST_PLACES = 2
REFUSALS_MIB = 8.0
SAMPLE_SECONDS = 2.0
HOUR_AT_ONCE = 1
HOUR_BUILDERS = 2
SETTLE_SECONDS = 4.0
SHOWN = 20


@dataclass
class Report:
    """What was seen so far, and every law that was broken."""

    broken: list[str] = field(default_factory=list)
    uses: list[tuple[str, dict[str, Use]]] = field(default_factory=list)
    points: list[tuple[int, int, dict[str, Use]]] = field(default_factory=list)

    def note(self, name: str, server: Server) -> None:
        """Keep what the processes hold now."""
        self.uses.append((name, server.uses()))

    def hold(self, answers: Answers, asked: Asked | None = None) -> None:
        """Hold answers and jobs against the laws, and tell at once what is broken."""
        found = answers.wrong() + ([*asked.lost(), *asked.wrong] if asked else [])
        for line in found[:SHOWN]:
            print(f"  BROKEN {line}")
        self.broken += found


@dataclass(frozen=True)
class Load:
    """Who loads which server with what, and where it is told."""

    server: Server
    people: dict[str, str]
    library: Library
    report: Report
    think: float

    def some(self, kind: str) -> dict[str, str]:
        """The tokens of all people of a kind."""
        return {name: token for name, token in self.people.items() if name.startswith(kind)}


def for_seconds(seconds: float) -> Callable[[], bool]:
    """True for so long from now."""
    until = time.monotonic() + seconds
    return lambda: time.monotonic() < until


def everybody() -> list[tuple[str, Role]]:
    """All visitors of a run, with their roles."""
    kinds = (
        ("reader", READERS, Role.VIEW),
        ("builder", BUILDERS, Role.RUN),
        ("presser", PRESSING, Role.RUN),
        ("later", HOUR_BUILDERS, Role.RUN),
    )
    many = [(f"{kind}-{number}", role) for kind, count, role in kinds for number in range(count)]
    return [*many, ("greedy", Role.RUN), ("modest", Role.RUN), ("flooder", Role.VIEW), ("chief", Role.APPROVE)]


async def idle(load: Load, seconds: float) -> Answers:
    """Everybody reads, nobody builds."""
    answers = Answers()
    await reading(load.server.url, load.some("reader"), load.library, answers, load.think, for_seconds(seconds))
    return answers


async def busy(load: Load, seconds: float, quiet: Answers) -> None:
    """The same while others build all the time."""
    answers, asked, more = Answers(), Asked(Answers()), for_seconds(seconds)
    began = time.monotonic()
    builders = building(load.server.url, load.some("builder"), asked, more)
    await asyncio.gather(reading(load.server.url, load.some("reader"), load.library, answers, load.think, more), builders)
    print(f"\n2. the same while {BUILDERS} people build")
    show(answers)
    ratios = ", ".join(f"p{share:.0%}".rstrip("%") + f" {answers.p(share) / quiet.p(share):.2f}" for share in (0.5, 0.95, 0.99))
    print(f"  ratio to idle: {ratios}")
    print(f"{asked.told()}; the last ended after {time.monotonic() - began:.0f} s")
    print(f"  refusals: {dict(asked.refused)}; those who build, their own requests:")
    asked.answers.seconds = time.monotonic() - began
    show(asked.answers)
    load.report.hold(answers)
    load.report.hold(asked.answers, asked)


async def fair(load: Load) -> None:
    """A second person's turn."""
    asked = Asked(Answers())
    turn: Turn = await fairness(load.server.url, load.people["greedy"], load.people["modest"], asked)
    print("\n3. one asks for 12 builds at once, another for one a moment later")
    print(f"  the second's was number {turn.place} to begin, after {turn.waited:.1f} s, and ended after {turn.took:.1f} s")
    print(asked.told())
    load.report.hold(asked.answers, asked)
    if turn.place > FIRST_PLACES:
        load.report.broken.append(f"the second person's build came in place {turn.place}")


async def pressure(load: Load) -> None:
    """Far more is asked for than may be."""
    asked, flood, rss = Asked(Answers()), Answers(), [load.server.uses()["server"].rss]
    for _ in range(2):
        await pressed(load.server.url, load.some("presser"), asked, PRESSED_EACH)
        rss.append(load.server.uses()["server"].rss)
    began = time.monotonic()
    mute = await flooded(load.server.url, load.people["flooder"], FLOOD, flood)
    flood.seconds = time.monotonic() - began
    await called_off(load.server.url, load.people["chief"], asked)
    print(f"\n4. {PRESSING} people ask for {2 * PRESSED_EACH} builds each at once; one asks for {FLOOD} pages without a pause")
    print(asked.told())
    print(f"  refusals: {dict(asked.refused)}; memory of the server {', '.join(f'{one:.1f}' for one in rss)} MiB before, between, after")
    show(flood)
    load.report.hold(flood)
    load.report.hold(asked.answers, asked)
    load.report.broken += mute
    if not asked.refused:
        load.report.broken.append("nothing was refused, whatever was asked for")
    if rss[2] - rss[1] > REFUSALS_MIB:
        load.report.broken.append(f"refusals made the server grow by {rss[2] - rss[1]:.1f} MiB")


async def hour(load: Load, builds: int, requests: int) -> None:
    """What an hour at a usual rate would bring, without its pauses."""
    answers, asked = Answers(), Asked(Answers())

    def more_builds() -> bool:
        return len(asked.ended) + len(asked.open) < builds

    async def sampled() -> None:
        while True:
            load.report.points.append((len(answers.rows), len(asked.ended), load.server.uses()))
            await asyncio.sleep(SAMPLE_SECONDS)

    watching = asyncio.create_task(sampled())
    readers = reading(load.server.url, load.some("reader"), load.library, answers, load.think, lambda: len(answers.rows) < requests)
    await asyncio.gather(readers, building(load.server.url, load.some("later"), asked, more_builds, HOUR_AT_ONCE))
    watching.cancel()
    print(f"\n5. an hour's work: {builds} builds and {requests} requests")
    show(answers)
    print(asked.told())
    load.report.hold(answers)
    load.report.hold(asked.answers, asked)


def show(answers: Answers) -> None:
    """The table of a phase."""
    for line in answers.table():
        print(line)


def leaks(report: Report) -> None:
    """What the processes held at each point, and how that grew in the last phase."""
    print("\nwhat processes hold: how many they are, MiB, threads, open files")
    print(f"  {'':<22}" + "".join(f"{name:>26}" for name in ("server", "worker", "layout")))
    for name, uses in report.uses:
        cells = (f"{one.processes} {one.rss:7.1f} {one.threads:4} {one.files:4}" for one in uses.values())
        print(f"  {name:<22}" + "".join(f"{cell:>26}" for cell in cells))
    later = report.points[len(report.points) // 2 :]
    for told, points in (("whole", report.points), ("second half", later)):
        server = 1000 * slope([(requests, uses["server"].rss) for requests, _, uses in points])
        files = 1000 * slope([(requests, uses["server"].files) for requests, _, uses in points])
        worker, layout = (slope([(builds, uses[name].rss) for _, builds, uses in points]) for name in ("worker", "layout"))
        print(
            f"  slope, {told} of 5: server {server:+.2f} MiB and {files:+.2f} files in 1000 requests; "
            f"worker {worker:+.2f} MiB and layout {layout:+.2f} MiB a build"
        )


async def loaded(server: Server, people: dict[str, str], asked: argparse.Namespace) -> Report:
    """Every phase in turn."""
    report = Report()
    load = Load(server, people, await Library.of(server.url, people["reader-0"]), report, asked.think)
    print(
        f"{len(load.library.editions)} editions, {len(load.library.series)} series; {READERS} readers, {asked.think:g} s between requests"
    )
    report.note("at start", server)
    await idle(load, min(8.0, asked.seconds))  # what loads on first use has loaded then
    quiet = await idle(load, asked.seconds)
    print("1. idle: nobody builds")
    show(quiet)
    report.hold(quiet)
    report.note("after reading", server)
    await busy(load, asked.busy, quiet)
    report.note("after the load", server)
    await fair(load)
    await pressure(load)
    report.note("after the refusals", server)
    await hour(load, asked.hour, asked.requests)
    await asyncio.sleep(SETTLE_SECONDS)
    report.note("after an hour's work", server)
    return report


def main() -> int:
    """Load a server in a temporary folder and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=20, help="how long everybody reads while nobody builds")
    parser.add_argument("--busy", type=float, default=60, help="how long others build meanwhile")
    parser.add_argument("--think", type=float, default=2.0, help="seconds between two requests of a reader, on average")
    parser.add_argument("--hour", type=int, default=30, help="builds of an hour at a usual rate")
    parser.add_argument("--requests", type=int, default=6000, help="requests of an hour at a usual rate")
    asked, began = parser.parse_args(), time.monotonic()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "project"
        project_in(folder)
        people = tokens(folder, everybody())
        with served(folder) as server:
            report = asyncio.run(loaded(server, people, asked))
            report.broken[:0] = [f"the log tells: {one}" for one in server.told()]
    leaks(report)
    load = " ".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"\n{os.cpu_count()} cores, load {load}, {time.monotonic() - began:.0f} s; laws broken: {len(report.broken)}")
    for line in report.broken[:SHOWN]:
        print(f"  BROKEN {line}")
    return 1 if report.broken else 0


if __name__ == "__main__":
    sys.exit(main())
