"""How many single mistakes in a finished edition does the audit catch?

Lays out every edition of the project, then changes one thing at a time: in the page's HTML, in a chart's SVG, in the text
read from the finished PDF. A PDF is not laid out again for each mutant, so its text is changed after it was read.
Prints what was caught by kind, and what was not; exits with 1 below the aim or where a clean edition is held.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from benchmarks import audit_mutants, audit_mutants_svg
from benchmarks.audit_mutants import Kind, Maker, Mutant, Stale

from bilan.audit.evidence import Evidence
from bilan.audit.pages import LAYERS, audit, problems
from bilan.compose.briefing import Numbering
from bilan.errors import DefinitionError, Severity
from bilan.fonts.cut import cache_folder
from bilan.pipeline.build import Session
from bilan.pipeline.edition import evidence_of, lay_out
from bilan.pipeline.knowledge import Knowledge, learn, take_in
from bilan.pipeline.request import Order, Request, orders
from bilan.pipeline.workplace import workplace
from bilan.project import Project
from bilan.wording.printer import Printer, printer

ROOT = Path(__file__).parent.parent
NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)
BEFORE = date(2024, 12, 31)
"""The as-of date whose values are the stale ones."""
AIM = 0.995
PARTS = ("bilan.toml", "data", "templates")


@dataclass(slots=True)
class Score:
    """Mutants of one kind: made, caught, and what the survivors were."""

    made: int = 0
    caught: int = 0
    survivors: list[str] = field(default_factory=list)


def main() -> int:
    """Run every kind of mutation on every edition and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=60, help="mutants of a kind in an edition (default: 60)")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--project", type=Path, default=ROOT)
    arguments = parser.parse_args()
    scores: dict[str, Score] = {}
    clean, started = [], time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        for name, evidence, old in editions(copied(arguments.project, Path(folder))):
            found = audit(evidence)
            clean.append((name, [str(one) for one in found if one.severity is Severity.HOLD]))
            print(f"{name}: {len(clean[-1][1])} false holds", file=sys.stderr)
            for name_of, kind in (audit_mutants.kinds(old) | audit_mutants_svg.kinds()).items():
                dice = random.Random(f"{arguments.seed}{name}{name_of}")  # noqa: S311  a seed, no secret
                tell(scores.setdefault(name_of, Score()), sampled(kind.make, evidence, dice, arguments.most), kind)
    return told(scores, clean, time.perf_counter() - started)


def sampled(maker: Maker, evidence: Evidence, dice: random.Random, most: int) -> list[Mutant]:
    """Mutants of a kind, at most so many, spread over the edition."""
    made = list(maker(evidence, dice))
    return made if len(made) <= most else dice.sample(made, most)


def tell(score: Score, mutants: list[Mutant], kind: Kind) -> None:
    """Audit mutants of a kind and keep the score."""
    layers = [layer for name in kind.layers for layer in LAYERS[name]]
    for mutant in mutants:
        score.made += 1
        if any(one.severity is Severity.HOLD for one in problems(mutant.evidence, layers)):
            score.caught += 1
        else:
            score.survivors.append(mutant.what)


def told(scores: dict[str, Score], clean: list[tuple[str, list[str]]], seconds: float) -> int:
    """Print the table; 0 where the aim is met and no clean edition is held."""
    made, caught = sum(one.made for one in scores.values()), sum(one.caught for one in scores.values())
    print(f"{'kind':<32} {'made':>6} {'caught':>7} {'share':>8}")
    for kind, one in sorted(scores.items()):
        print(f"{kind:<32} {one.made:>6} {one.caught:>7} {one.caught / one.made:>8.2%}" if one.made else f"{kind:<32} {0:>6}")
    print(f"{'all':<32} {made:>6} {caught:>7} {caught / max(made, 1):>8.2%}   {seconds:.0f} s")
    for kind, one in sorted(scores.items()):
        for what in one.survivors[:5]:
            print(f"survivor, {kind}: {what}")
    held = [(name, found) for name, found in clean if found]
    print(f"clean editions: {len(clean)}, held: {len(held)}")
    for name, found in held:
        print(f"false hold, {name}: {found[0]}")
    return 0 if made and caught / made >= AIM and not held else 1


def copied(project: Path, folder: Path) -> Project:
    """A copy of a project without its store and archive."""
    for part in PARTS:
        source = project / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("store", "reports"))
        else:
            shutil.copy(source, folder / part)
    return Project(folder)


def editions(project: Project) -> Iterator[tuple[str, Evidence, Stale]]:
    """Every edition of the project, laid out, with the values its numerals had before."""
    session = Session(project, NOW, cache_folder(os.environ))
    known: dict[str, tuple[Knowledge, Knowledge]] = {}
    with workplace(session) as place:
        for order in orders(project, Request(draft=True), NOW):
            slug = order.identity.partnership
            if slug not in known:
                taken = take_in(project, slug, NOW)
                known[slug] = learn(project, slug, order.as_of, NOW, taken), learn(project, slug, BEFORE, NOW, taken)
            knowledge, before = known[slug]
            laid = lay_out(place.workshop, order, knowledge, Numbering(1, 1, "abcdef0123456789"), {}, None)
            yield str(order.identity), evidence_of(laid, laid.pages.result(), knowledge), outdated(project, order, knowledge, before)


def outdated(project: Project, order: Order, now: Knowledge, before: Knowledge) -> Stale:
    """What numerals of a reading whose value changed would have said before, by reading and text."""
    door = printer(order.identity.language, now.facts.partnership, project.folder(order.identity.partnership))
    found: dict[tuple[str, str], str] = {}
    for one in now.facts.readings:
        old = before.facts.readings.get(one.id)
        if old is not None and old.value is not None and one.value is not None and old.value != one.value:
            found |= {(one.id, text): said for text, said in zip(spoken(door, one), spoken(door, old), strict=True) if text != said}
    return found


def spoken(door: Printer, one: object) -> list[str]:
    """A reading in every form it may be printed in."""
    said = []
    for form in ("long", "short", "bare"):
        for signed in (False, True):
            try:
                said.append(str(door.amount(one, form=form, hedge=False, signed=signed)))  # type: ignore[arg-type]
            except DefinitionError:
                said.append("")
    return said


if __name__ == "__main__":
    sys.exit(main())
