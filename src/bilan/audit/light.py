"""Does the page for screens say what the printed page says, no more and no less, and do its drawings show the same?"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bilan.audit.evidence import Evidence
from bilan.audit.markup import Span, read
from bilan.audit.numerals import squeezed
from bilan.audit.pages import LAYERS, audit
from bilan.document import Printed
from bilan.errors import Problem

WHERE = "light page"
_DRAWING = re.compile(r'<svg\b[^>]*\bdata-figure="([^"]*)"[^>]*>.*?</svg>', re.DOTALL)
_LAYERS = ("marks", "composition", "charts")
"""All but the layer of the paper: a screen has none."""


def audit_light(light: str, printed: Evidence, foot: Sequence[Printed] = ()) -> list[Problem]:
    """What keeps a light page from leaving, given the evidence of the printed page it was made of.

    Its drawings are measured where they stand in it. It has the numerals of the printed page, and those of the running
    `foot`, which paper has in its margin.
    """
    drawings = {match[1]: match[0] for match in _DRAWING.finditer(light)}
    figures = [replace(one, svg=drawings[one.id]) for one in printed.figures if one.id in drawings]
    evidence = Evidence(light, figures, (), printed.ledger, printed.lang, composed=printed.composed)
    found = audit(evidence, [layer for name in _LAYERS for layer in LAYERS[name]])
    found += [*_other(evidence, printed, foot), *_undrawn(drawings, printed), *_reworded(drawings, printed)]
    return [one if one.where.startswith("figure") else replace(one, where=WHERE) for one in found]


def _other(evidence: Evidence, printed: Evidence, foot: Sequence[Printed]) -> Iterator[Problem]:
    """Marked numerals that only one of the two pages has."""
    here, there = set(evidence.markup.spans), set(printed.markup.spans)
    margin = {Span(one.text, one.kind, one.ref, one.value if one.kind == "reading" else "") for one in foot}
    for one in sorted(here - there - margin, key=_by_text):
        yield evidence.problem(one.text, f"({one.ref}) stands on the light page and not on the printed one")
    for one in sorted(there - here, key=_by_text):
        yield evidence.problem(one.text, f"({one.ref}) stands on the printed page and not on the light one")


def _undrawn(drawings: dict[str, str], printed: Evidence) -> Iterator[Problem]:
    """Figures that only one of the two pages shows."""
    for one in printed.figures:
        if one.title and (f"figures/{one.id}.svg" in printed.html) is not (one.id in drawings):
            yield printed.problem(one.id, "is a figure that only one of the light and the printed page shows")


def _reworded(drawings: dict[str, str], printed: Evidence) -> Iterator[Problem]:
    """Words that a drawing has on only one of the two pages: a name may have taken another's place."""
    for one in printed.figures:
        if one.id in drawings:
            here, there = (Counter(squeezed(text) for text in read(svg).drawn) for svg in (drawings[one.id], one.svg))
            for text in sorted((here - there) + (there - here)):
                yield printed.problem(text, f"is drawn otherwise in figure '{one.id}' of the light and the printed page")


def _by_text(one: Span) -> tuple[str, str]:
    return one.text, one.ref
