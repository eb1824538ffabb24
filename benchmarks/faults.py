"""Is each edition issued once, and each recipient served once, whatever kills or stops the work? A campaign with counts.

    python -m benchmarks.faults                                # everything, on SQLite and PostgreSQL
    python -m benchmarks.faults --each 10 --random 50 --stops 10 --pairs 10 --ledger sqlite
    python -m benchmarks.faults --plant twice --each 3         # a planted mistake, which must be found; see faults_planted.py

Real processes are sent real signals: SIGKILL at every marked step and at random instants, SIGSTOP for longer than a lease,
and two of everything at once. After each, the work is begun again until nothing is left to do; then the laws are checked
against what the archive holds and what a real mail server was given. Exit code 0 where every law held; with a planted
mistake the other way round.
"""

import argparse
import logging
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from benchmarks.faults_planted import PLANTED, planted
from benchmarks.faults_world import LATER, NOW, World, Worlds, begun, broken, run, seen_now, settled
from tests.delivery.smtp_server import MailServer, Rules
from tests.postgres import running

ROOT = Path(__file__).parent.parent
MARKS = ("planned", "claimed", "content kept", "stored", "recorded", "named", "projected", "revealed", "begun", "handed over", "settled")
OUTSIDE_LOCKS = ("planned", "claimed", "stored", "recorded", "revealed", "begun", "handed over", "settled")
"""Where a process may be stopped without keeping others from the archive: a lock that is held is waited for."""
OCCURRENCES = 4
Trial = Callable[[World, random.Random], bool]


def killed(world: World, fault: str) -> bool:
    """SIGKILL at a mark, then again until quiet; False where the mark was not reached."""
    _, status = os.waitpid(begun(lambda: run(world, NOW), fault), 0)
    world.lost += seen_now(world)
    settled(world, NOW + LATER)
    return os.WIFSIGNALED(status)


def killed_at_random(world: World, chance: random.Random, whole: float) -> bool:
    """SIGKILL some time within a pass."""
    child = begun(lambda: run(world, NOW))
    time.sleep(chance.uniform(0, whole))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    world.lost += seen_now(world)
    settled(world, NOW + LATER)
    return os.WIFSIGNALED(status)


def stopped(world: World, fault: str) -> bool:
    """SIGSTOP at a mark for longer than every lease, while another takes over; then the stopped one wakes and goes on."""
    child = begun(lambda: run(world, NOW), fault)
    _, status = os.waitpid(child, os.WUNTRACED)
    if not os.WIFSTOPPED(status):
        settled(world, NOW + LATER)
        return False
    last = settled(world, NOW + LATER, patient=False)
    os.kill(child, signal.SIGCONT)
    os.waitpid(child, 0)
    settled(world, last + LATER)
    return True


def together(world: World, chance: random.Random, whole: float) -> bool:
    """Two schedulers and two workers at once on one ledger, and one of them killed some time."""
    children = [begun(lambda: run(world, NOW)) for _ in range(4)]
    time.sleep(chance.uniform(0, whole))
    os.kill(children[0], signal.SIGKILL)
    ends = [os.waitpid(child, 0)[1] for child in children]
    world.lost += seen_now(world)
    settled(world, NOW + LATER)
    return os.WIFSIGNALED(ends[0])


def without_database(world: World, chance: random.Random, whole: float) -> bool:
    """The database server killed within a pass, with all that hangs on it, and started again while the pass goes on."""
    server = world.postgres
    if server is None:
        raise ValueError("only a server can be killed")
    child = begun(lambda: run(world, NOW))
    time.sleep(chance.uniform(0, whole))
    server.kill()
    server.start()
    status = os.waitpid(child, 0)[1]
    world.lost += seen_now(world)
    settled(world, NOW + LATER)
    return os.WIFEXITED(status)


def campaign(asked: argparse.Namespace, whole: float, *, database: bool) -> Iterator[tuple[str, int, Trial]]:
    """Every kind of trial, with how often it is made."""
    for mark in asked.marks or MARKS:

        def at_mark(world: World, chance: random.Random, mark: str = mark) -> bool:
            return killed(world, f"{mark}#{chance.randint(1, OCCURRENCES if mark != 'planned' else 1)}=SIGKILL")

        yield f"kill -9 at “{mark}”", asked.each, at_mark
    yield "kill -9 at a random instant", asked.random, lambda world, chance: killed_at_random(world, chance, whole)
    for mark in OUTSIDE_LOCKS:

        def at_stop(world: World, chance: random.Random, mark: str = mark) -> bool:
            return stopped(world, f"{mark}#{chance.randint(1, OCCURRENCES if mark != 'planned' else 1)}=SIGSTOP")

        yield f"SIGSTOP past the lease at “{mark}”", -(-asked.stops // len(OUTSIDE_LOCKS)), at_stop
    if database:
        yield "database server killed and started again", asked.outages, lambda world, chance: without_database(world, chance, whole)
    yield "two schedulers, two workers, one killed", asked.pairs, lambda world, chance: together(world, chance, whole)


@contextmanager
def one_world(worlds: Worlds, faults: tuple[str, ...] = ()) -> Iterator[World]:
    """A world for one trial."""
    yield from worlds.trial(faults)


def measured(worlds: Worlds) -> float:
    """Seconds a pass takes that nobody disturbs; RuntimeError where even that breaks a law."""
    with one_world(worlds) as world:
        start = time.perf_counter()
        os.waitpid(begun(lambda: run(world, NOW)), 0)
        took = time.perf_counter() - start
        settled(world, NOW + LATER)
        if wrong := broken(world):
            raise RuntimeError(f"an undisturbed pass breaks a law: {wrong}")
        return took


def tried(worlds: Worlds, name: str, count: int, trial: Trial, seed: int) -> Counter[str]:
    """So many trials of a kind: how many reached their fault, and how many broke a law."""
    tally: Counter[str] = Counter()
    for number in range(count):
        with one_world(worlds) as world:
            reached = trial(world, random.Random(f"{seed} {name} {number}"))  # noqa: S311  a seed, no secret
            wrong = world.lost + broken(world)
        tally.update({"trials": 1, "reached": int(reached), "broken": int(bool(wrong))})
        if wrong and tally["broken"] <= 3:  # noqa: PLR2004  a few are enough to see why
            print(f"  {name}, trial {number}: {'; '.join(wrong[:4])}", file=sys.stderr, flush=True)
    return tally


def main() -> int:
    """Run what was asked for and print a line for each kind of fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=100, help="kills at each marked step")
    parser.add_argument("--marks", choices=MARKS, action="append", help="only these steps")
    parser.add_argument("--random", type=int, default=500, help="kills at random instants")
    parser.add_argument("--stops", type=int, default=50, help="processes stopped past their lease")
    parser.add_argument("--pairs", type=int, default=50, help="trials with four processes at once")
    parser.add_argument("--outages", type=int, default=20, help="times the database server is killed within a pass (PostgreSQL)")
    parser.add_argument("--ledger", choices=("sqlite", "postgresql"), action="append", default=[])
    parser.add_argument("--plant", choices=PLANTED, default="", help="a mistake to plant, which must be found")
    parser.add_argument("--seed", type=int, default=6)
    asked = parser.parse_args()
    logging.disable(logging.CRITICAL)
    tempfile.tempdir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108  mkdtemp makes it safe
    bad = 0
    for ledger in asked.ledger or ["sqlite", "postgresql"]:
        bad += _on(ledger, asked)
    if asked.plant:
        print(f"planted “{asked.plant}”: {'found' if bad else 'NOT FOUND'}")
        return 0 if bad else 1
    return 1 if bad else 0


def _on(ledger: str, asked: argparse.Namespace) -> int:
    server = MailServer(Rules())
    with tempfile.TemporaryDirectory() as folder, running() if ledger == "postgresql" else nullcontext() as database:
        worlds = Worlds(Path(folder), server, ROOT / "templates", database)
        whole = measured(worlds)
        print(f"{ledger}: a pass takes {1000 * whole:.0f} ms", flush=True)
        total: Counter[str] = Counter()
        with planted(asked.plant):
            fault = PLANTED[asked.plant][1] if asked.plant else ""
            act: Trial = (lambda world, _: stopped(world, fault)) if fault.endswith("STOP") else (lambda world, _: killed(world, fault))
            kinds = (
                [(f"planted “{asked.plant}”", asked.each, act)] if asked.plant else campaign(asked, whole, database=database is not None)
            )
            for name, count, trial in kinds:
                tally = tried(worlds, name, count, trial, asked.seed)
                total += tally
                print(f"{ledger:<10} {name:<44} {tally['trials']:>5} {tally['reached']:>6} reached {tally['broken']:>4} broken", flush=True)
    server.close()
    print(f"{ledger:<10} {'in all':<44} {total['trials']:>5} {total['reached']:>6} reached {total['broken']:>4} broken")
    return total["broken"]


if __name__ == "__main__":
    sys.exit(main())
