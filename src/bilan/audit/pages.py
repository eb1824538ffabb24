"""Is every numeral of a finished edition one that was printed through the formatting door, and where it belongs?"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from bilan.audit.charts import drawn, drawn_texts, spoken
from bilan.audit.composed import lines
from bilan.audit.data import asked
from bilan.audit.directions import directions_in, disagreeing
from bilan.audit.evidence import Evidence
from bilan.audit.geometry import misdrawn
from bilan.audit.maps import misplaced as misplaced_on_map
from bilan.audit.markup import Span
from bilan.audit.numerals import counted, pieces, squeezed
from bilan.audit.order import misplaced
from bilan.audit.paper import bare, blocks, compared, repeated
from bilan.audit.placing import crossed
from bilan.audit.records import astray
from bilan.audit.rows import misreadings
from bilan.audit.runs import runs
from bilan.audit.shapes import measured
from bilan.audit.times import off_place
from bilan.document import Figure
from bilan.errors import Problem, Severity
from bilan.wording.numberwords import number_words_in

Layer = Callable[[Evidence], Iterable[Problem]]


def audit(evidence: Evidence, layers: Sequence[Layer] = ()) -> list[Problem]:
    """All that must keep an edition from leaving; an empty list means that everything printed is accounted for."""
    return list(problems(evidence, layers))


def problems(evidence: Evidence, layers: Sequence[Layer] = ()) -> Iterator[Problem]:
    """The same one by one, the cheapest layer first; `layers` are all of them unless some are named."""
    for layer in layers or [one for group in LAYERS.values() for one in group]:
        yield from layer(evidence)


def _marked(evidence: Evidence) -> list[Problem]:
    """Each marked numeral is one row of the ledger: text, reference and value together, so that no two can be swapped."""
    known = {Span(row.text, row.kind, row.ref, row.value if row.kind == "reading" else "") for row in evidence.made}
    wrong = dict.fromkeys(span for span in evidence.markup.spans if span not in known)
    return [evidence.problem(span.text, f"is marked as {span.kind} '{span.ref}' and was never printed so") for span in wrong]


def _loose(evidence: Evidence) -> list[Problem]:
    """No numeral, in digits or in words, stands outside a marked one."""
    digits = [one for text in evidence.markup.loose for one in pieces(text)]
    words = [text[start:end] for text in evidence.markup.loose for start, end in number_words_in(text, evidence.lang)]
    return [evidence.problem(one, "is not declared") for one in digits] + [
        evidence.problem(one, "is a number in words and not declared") for one in words
    ]


def _reread(evidence: Evidence) -> list[Problem]:
    """Each numeral on page or chart, read back in the page's language, is its value at display rounding."""
    marked = {(span.text, span.ref) for span in evidence.markup.spans}
    labels = {label for figure in evidence.figures for label in figure.labels}
    used = sorted((row for row in evidence.made if (row.text, row.ref) in marked or row in labels), key=lambda row: (row.text, row.ref))
    return [evidence.problem(row.text, f"({row.ref}) {wrong}") for row in used for wrong in misreadings(row, evidence.lang)]


def _paper(evidence: Evidence) -> list[Problem]:
    """The finished pages hold the numerals of markup, charts and furniture: no fewer, and no more.

    Only a table's head may stand again, on each further page.
    """
    charts = [text for figure in evidence.figures for text in drawn_texts(figure)]
    expected = counted([evidence.markup.text, *charts, *evidence.furniture])
    found = counted(evidence.pages)
    heads = counted(evidence.markup.heads)
    further = len(evidence.pages) - 1
    surplus = sorted((one, many) for one, many in (found - expected).items() if many > heads[one] * further)
    missing = sorted((expected - found).items())
    return [evidence.problem(one, f"stands on paper {many} times more than in markup, charts and furniture") for one, many in surplus] + [
        evidence.problem(one, f"is missing on paper ({many} times)") for one, many in missing
    ]


def _composed(evidence: Evidence) -> Iterator[Problem]:
    """Numerals, partners and directions stand in the sentence, row or headline they were composed for, and it agrees with its reading."""
    if evidence.composed is None:
        return
    briefing, names = evidence.composed.briefing, evidence.composed.names
    said = {squeezed(text) for text in evidence.markup.spoken}
    for figure in evidence.figures:
        shown = _file(figure) in evidence.html or f'data-figure="{figure.id}"' in evidence.html
        if str(figure.alt) and shown and squeezed(str(figure.alt)) not in said:
            yield evidence.problem(str(figure.alt), f"is not what is spoken for figure '{figure.id}'")
    for one in misplaced(runs(evidence.html), briefing, names, evidence.lang):
        yield evidence.problem(one.text, one.message)
    yield from disagreeing(briefing, lines(briefing), evidence.lang)


def _shapes(evidence: Evidence) -> Iterator[Problem]:
    """Bars, points and labels of each chart lie where their values put them."""
    if evidence.composed is None:
        return
    for figure in evidence.figures:
        spec = evidence.composed.specs.get(figure.id)
        if spec is None:
            continue
        drawing, wanted = measured(figure.svg), asked(spec)
        for wrong in dict.fromkeys(
            one for look in (misdrawn, crossed, off_place, astray, misplaced_on_map) for one in look(drawing, wanted)
        ):
            hint = "the drawing does not show its data: report this as a bug"
            yield Problem(f"figure '{figure.id}'", wrong, hint, Severity.HOLD, "audit")


def _blocks(evidence: Evidence) -> Iterator[Problem]:
    """Each row, sentence and drawing stands on paper word for word, and no direction or number word besides."""
    if not evidence.pages:
        return
    wanted = [
        *blocks(evidence.html, {_file(one): measured(one.svg).letters for one in evidence.figures}),
        *((bare(one),) for one in evidence.furniture),
    ]
    lost, besides = compared(evidence.pages, wanted, repeated(evidence.html))
    for block in lost:
        yield evidence.problem(block, "does not stand on paper as it does in the markup")
    names = evidence.composed.names if evidence.composed else ()
    for piece in besides:
        strange = [piece[start:end] for start, end in number_words_in(piece, evidence.lang)] + directions_in(piece, evidence.lang)
        strange += [name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", piece, re.IGNORECASE)]
        yield from (evidence.problem(one, f"stands on paper in '{piece}' and not in the markup") for one in dict.fromkeys(strange))


def _file(figure: Figure) -> str:
    return f"figures/{figure.id}.svg"


LAYERS: Mapping[str, tuple[Layer, ...]] = {
    "marks": (_marked, _loose, _reread),
    "charts": (drawn, spoken, _shapes),
    "composition": (_composed,),
    "paper": (_paper, _blocks),
}
"""The layers of the audit by what they look at."""
