"""How quick is one cold analyst edition, everything included, against the chain a user would write?

Runs both interleaved, each in a fresh process, and prints medians, ratios and the share of each stage.
"""

import argparse
import itertools
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2

from bilan.fonts.cut import Face, cache_folder, font_files
from bilan.pipeline.build import Session, build
from bilan.pipeline.request import Request
from bilan.project import Project

HERE = Path(__file__).parent
AIMS = {"CPU": 0.65, "wall": 0.5, "memory": 1.0}
UNCHANGED_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Run:
    """One process with its children: seconds of wall and CPU, and the largest process in MiB."""

    wall: float
    cpu: float
    memory: float


def measured(command: list[str], folder: Path) -> Run:
    """Run a command to its end; children are counted with their parent."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    code = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL); "
    code += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    done = subprocess.run([sys.executable, "-c", code, *command], cwd=folder, env=environment(), check=True, capture_output=True, text=True)  # noqa: S603  our own commands
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(time.perf_counter() - started, cpu, int(done.stdout.split()[-1]) / 1024)


def environment() -> dict[str, str]:
    """The same for both chains; compiled bytecode may be written."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def pages(pdf: Path) -> int:
    """Pages of a finished PDF."""
    return len(pypdfium2.PdfDocument(pdf))


def words(pdf: Path) -> int:
    """Words of a finished PDF."""
    document = pypdfium2.PdfDocument(pdf)
    return sum(len(document[number].get_textpage().get_text_bounded().split()) for number in range(len(document)))


def forget(folder: Path) -> None:
    """Back to a project nothing was built in."""
    for name in ("reports", ".bilan", "data/store"):
        shutil.rmtree(folder / name, ignore_errors=True)


def compared(folder: Path, rounds: int) -> None:
    """Print both chains side by side; the first round warms up and does not count."""
    ours_pdf, naive_pdf = folder / "reports/kz-kg/2026-10/analyst.en.pdf", folder / "naive.pdf"
    ours = [sys.executable, "-m", "bilan", "build", "-q", "-a", "analyst", "-l", "en", "--period", "2026-10"]
    faces = font_files(("IBM Plex Sans", "IBM Plex Serif"), cache_folder(os.environ)).files
    cut = faces[Face("IBM Plex Sans", 400)].parent
    naive = [sys.executable, str(HERE / "naive.py"), str(folder / "data" / "kz-kg"), "2026-10-31", str(cut), str(naive_pdf)]
    runs: dict[str, list[Run]] = {"ours": [], "naive": [], "unchanged": []}
    for number in range(rounds + 1):
        forget(folder)
        found = {"ours": measured(ours, folder), "unchanged": measured(ours, folder), "naive": measured(naive, folder)}
        if number:
            for name, run in found.items():
                runs[name].append(run)
    if abs(pages(ours_pdf) - pages(naive_pdf)) > 1:
        sys.exit(f"not comparable: {pages(ours_pdf)} pages and {pages(naive_pdf)}")
    print(f"load {os.getloadavg()[0]:.1f}, {rounds} rounds, medians; memory is that of the largest process")
    for name, many in runs.items():
        one = median(many)
        print(f"{name:10} wall {one.wall:5.2f} s   CPU {one.cpu:5.2f} s   memory {one.memory:4.0f} MiB")
    print(f"pages {pages(ours_pdf)} and {pages(naive_pdf)}, words {words(ours_pdf)} and {words(naive_pdf)}")
    a, b = median(runs["ours"]), median(runs["naive"])
    for name, ratio in (("CPU", a.cpu / b.cpu), ("wall", a.wall / b.wall), ("memory", a.memory / b.memory)):
        print(f"{name}: {ratio:.2f} of the naive chain; aim {AIMS[name]}: {'reached' if ratio <= AIMS[name] else 'not reached'}")
    quick = median(runs["unchanged"]).wall
    print(f"nothing changed: {quick:.2f} s; aim {UNCHANGED_SECONDS}: {'reached' if quick <= UNCHANGED_SECONDS else 'not reached'}")


def median(many: list[Run]) -> Run:
    """The median of each figure on its own."""
    return Run(*(statistics.median(getattr(one, name) for one in many) for name in ("wall", "cpu", "memory")))


def stages(folder: Path) -> None:
    """Print the share of each stage of one edition, with the CPU of this process; the layout runs in a second one."""
    forget(folder)
    marks: list[tuple[str, float, float]] = []

    def told(stage: str, _: str) -> None:
        marks.append((stage, time.perf_counter(), time.process_time()))

    session = Session(Project(folder), datetime(2026, 11, 24, tzinfo=UTC), cache_folder(os.environ), told)
    build(session, Request(audiences=("analyst",), languages=("en",)))
    marks.append(("end", time.perf_counter(), time.process_time()))
    whole = marks[-1][1] - marks[0][1]
    for (stage, wall, cpu), (_, until, spent) in itertools.pairwise(marks):
        print(
            f"{stage:8} {(until - wall) * 1000:6.0f} ms wall {(spent - cpu) * 1000:6.0f} ms CPU here {100 * (until - wall) / whole:4.0f} %"
        )
    child = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"layout process: {child.ru_utime + child.ru_stime:.2f} s CPU")


def main() -> None:
    """Measure in a temporary copy of the first partnership."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "project"
        subprocess.run([sys.executable, "-m", "bilan", "init", str(folder)], check=True, stdout=subprocess.DEVNULL, env=environment())  # noqa: S603  our own command
        stages(folder)
        compared(folder, rounds)


if __name__ == "__main__":
    main()
