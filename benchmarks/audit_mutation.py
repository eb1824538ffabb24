"""How many single mistakes in a finished edition does the audit catch?

Lays out the editions of every audience and language, then changes one thing at a time: in the page's HTML, in the page for
screens, in a chart's SVG, in the text read from the finished PDF. A PDF is not laid out again for each mutant, so its text is
changed after it was read. Prints what was caught by kind, and what was not; exits with 1 below the aim or where a clean
edition is held. `--period 2024-04 --most 0` looks for false holds alone, with what was published by the end of that month.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from benchmarks import audit_mutants, audit_mutants_svg
from benchmarks.audit_mutants import Kind, Maker, Mutant, Stale

from bilan.audit.evidence import Evidence
from bilan.audit.light import audit_light
from bilan.audit.pages import LAYERS, audit, problems
from bilan.compose.briefing import Numbering
from bilan.document import Printed, Text
from bilan.errors import DefinitionError, Severity
from bilan.fonts.cut import cache_folder
from bilan.period import Period
from bilan.pipeline.build import Session
from bilan.pipeline.edition import evidence_of, lay_out
from bilan.pipeline.knowledge import Knowledge, learn, take_in
from bilan.pipeline.request import Order, Request, orders
from bilan.pipeline.workplace import workplace
from bilan.project import Project
from bilan.wording.languages import languages
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
    parser.add_argument("--audience", action="append", default=[], help="an audience; may be repeated (default: all)")
    parser.add_argument("--lang", action="append", default=[], help="a language; may be repeated (default: all)")
    parser.add_argument("--period", action="append", default=[], help="a month; may be repeated (default: the last one)")
    arguments = parser.parse_args()
    scores: dict[str, Score] = {}
    clean, started = [], time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        project = copied(arguments.project, Path(folder))
        asked = Request((), None, tuple(arguments.audience or project.audiences()), tuple(arguments.lang or languages()), draft=True)
        months: list[Period | None] = [Period.parse(one) for one in arguments.period] or [None]
        for one in editions(project, [replace(asked, period=month) for month in months]):
            found = [*audit(one.printed), *audit_light(one.light, one.printed, one.foot)]
            clean.append((one.name, [str(each) for each in found if each.severity is Severity.HOLD]))
            print(f"{one.name}: {len(clean[-1][1])} false holds", file=sys.stderr, flush=True)
            for name, kind in (audit_mutants.kinds(one.old) | audit_mutants_svg.kinds()).items():
                dice = random.Random(f"{arguments.seed}{one.name}{name}")  # noqa: S311  a seed, no secret
                base = replace(one.printed, html=one.light) if kind.light else one.printed
                tell(scores.setdefault(name, Score()), sampled(kind.make, base, dice, arguments.most), partial(caught, kind, one))
    return told(scores, clean, time.perf_counter() - started)


def sampled(maker: Maker, evidence: Evidence, dice: random.Random, most: int) -> list[Mutant]:
    """Mutants of a kind, at most so many, spread over the edition."""
    made = list(maker(evidence, dice))
    return made if len(made) <= most else dice.sample(made, most)


def tell(score: Score, mutants: list[Mutant], caught: Callable[[Mutant], bool]) -> None:
    """Audit mutants of a kind and keep the score."""
    for mutant in mutants:
        score.made += 1
        if caught(mutant):
            score.caught += 1
        else:
            score.survivors.append(mutant.what)


def caught(kind: Kind, one: "Made", mutant: Mutant) -> bool:
    """Whether a mutant of an edition would be held."""
    if kind.light:
        return any(each.severity is Severity.HOLD for each in audit_light(mutant.evidence.html, one.printed, one.foot))
    layers = [layer for name in kind.layers for layer in LAYERS[name]]
    return any(each.severity is Severity.HOLD for each in problems(mutant.evidence, layers))


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


@dataclass(frozen=True, slots=True)
class Made:
    """An edition laid out: its evidence, its page for screens, its running foot, and the values its numerals had before."""

    name: str
    printed: Evidence
    light: str
    foot: tuple[Printed, ...]
    old: Stale


def editions(project: Project, asked: list[Request]) -> Iterator[Made]:
    """Every edition asked for."""
    session = Session(project, NOW, cache_folder(os.environ))
    known: dict[tuple[str, str], tuple[Knowledge, Knowledge]] = {}
    with workplace(session) as place:
        for order in (one for request in asked for one in orders(project, request, NOW)):
            slug, month = order.identity.partnership, str(order.identity.period)
            if (slug, month) not in known:
                taken = take_in(project, slug, NOW)
                known[slug, month] = learn(project, slug, order.as_of, NOW, taken), learn(project, slug, BEFORE, NOW, taken)
            knowledge, before = known[slug, month]
            laid = lay_out(place.workshop, order, knowledge, Numbering(1, 1, "abcdef0123456789"), {}, None)
            pages, foot = laid.pages.result(), Text.of(laid.briefing.words["foot"]).printed
            evidence = evidence_of(laid, pages, knowledge)
            yield Made(str(order.identity), evidence, pages.light, foot, outdated(project, order, knowledge, before))


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
