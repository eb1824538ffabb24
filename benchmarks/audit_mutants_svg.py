"""Which single mistakes can be put into a finished chart? Edits of its texts, swapped labels, moved and stretched marks."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace

from benchmarks.audit_mutants import EDITS, Kind, Maker, Mutant, altered, pairs

from bilan.audit.evidence import Evidence

TEXT = re.compile(r"(<text\b[^>]*>)([^<]*)(</text>)")
MARK = re.compile(r'<path d="([^"]*)"([^>]*data-mark="(\w+)"[^>]*data-axis="(\w)"[^>]*)/>')
DRAWN = ("charts",)
PIXEL = 0.75
"""A pixel in points."""


def in_drawings(kind: str) -> Maker:
    """An edit of a text drawn in a chart."""

    def make(one: Evidence, dice: random.Random) -> Iterator[Mutant]:
        for index, figure in enumerate(one.figures):
            for match in TEXT.finditer(figure.svg):
                if (new := EDITS[kind](match[2], dice)) != match[2]:
                    yield _svg(one, index, f"{figure.svg[: match.start(2)]}{new}{figure.svg[match.end(2) :]}", f"{match[2]} > {new}")

    return make


def swapped_labels(one: Evidence, dice: random.Random) -> Iterator[Mutant]:
    """The texts of two labels of a chart, each in the other's place."""
    for index, figure in enumerate(one.figures):
        for left, right in pairs(list(TEXT.finditer(figure.svg)), dice, 60):
            if left[2] != right[2]:
                svg = figure.svg
                new = f"{svg[: left.start(2)]}{right[2]}{svg[left.end(2) : right.start(2)]}{left[2]}{svg[right.end(2) :]}"
                yield _svg(one, index, new, f"{left[2]} <> {right[2]}")


def moved_labels(one: Evidence, dice: random.Random) -> Iterator[Mutant]:
    """Two labels of a chart with all their marks, each at the other's place."""
    at = re.compile(r' x="[^"]*" y="[^"]*"')
    for index, figure in enumerate(one.figures):
        for left, right in pairs(list(TEXT.finditer(figure.svg)), dice, 60):
            one_place, other = at.search(left[1]), at.search(right[1])
            if left[2] != right[2] and one_place and other:
                first, second = left[0].replace(one_place[0], other[0]), right[0].replace(other[0], one_place[0])
                svg = figure.svg
                new = f"{svg[: left.start()]}{first}{svg[left.end() : right.start()]}{second}{svg[right.end() :]}"
                yield _svg(one, index, new, f"{left[2]} <> {right[2]}")


def moved_mark(one: Evidence, dice: random.Random) -> Iterator[Mutant]:
    """A bar or point a pixel or more further along its axis."""
    yield from _marks(one, dice, whole=True)


def stretched_mark(one: Evidence, dice: random.Random) -> Iterator[Mutant]:
    """A bar a pixel or more longer, a line with one point off."""
    yield from _marks(one, dice, whole=False)


def _marks(one: Evidence, dice: random.Random, *, whole: bool) -> Iterator[Mutant]:
    for index, figure in enumerate(one.figures):
        for match in MARK.finditer(figure.svg):
            shift, numbers = dice.choice((-1, 1)) * dice.uniform(PIXEL, 10 * PIXEL), re.findall(r"-?\d+\.?\d*", match[1])
            axis = 0 if match[4] == "x" else 1
            far = max if dice.random() < 0.5 else min  # noqa: PLR2004  either end
            edge = far(float(number) for number in numbers[axis::2])
            count = iter(range(len(numbers)))

            def moved(
                found: re.Match[str], count: Iterator[int] = count, axis: int = axis, edge: float = edge, shift: float = shift
            ) -> str:
                own = next(count) % 2 == axis and (whole or float(found[0]) == edge)
                return f"{float(found[0]) + shift:.2f}" if own else found[0]

            if not whole and " C " in match[1]:
                continue
            new = re.sub(r"-?\d+\.?\d*", moved, match[1])
            svg = f"{figure.svg[: match.start(1)]}{new}{figure.svg[match.end(1) :]}"
            yield _svg(one, index, svg, f"{match[3]} by {shift:.2f}")


def _svg(one: Evidence, index: int, svg: str, what: str) -> Mutant:
    figures = [*one.figures[:index], replace(one.figures[index], svg=svg), *one.figures[index + 1 :]]
    return Mutant(f"{one.figures[index].id}: {what}", altered(one, figures=figures))


def kinds() -> dict[str, Kind]:
    """Every kind of mistake in a chart, by name."""
    found = {f"svg: {edit}": Kind(in_drawings(edit), DRAWN) for edit in EDITS}
    moved = {
        "labels swapped": swapped_labels, "labels moved": moved_labels, "bar or point moved": moved_mark,
        "bar stretched, line bent": stretched_mark,
    }  # fmt: skip
    return found | {f"svg: {name}": Kind(make, DRAWN) for name, make in moved.items()}
