"""Is every numeral of a finished edition one that was printed through the formatting door?"""

from collections.abc import Sequence

from bilan.audit.charts import drawn, drawn_texts, spoken
from bilan.audit.evidence import Evidence
from bilan.audit.markup import Span, read
from bilan.audit.numerals import counted, pieces
from bilan.audit.paper import page_texts
from bilan.audit.rows import misreadings
from bilan.document import Figure, Printed
from bilan.errors import Problem
from bilan.wording.numberwords import number_words_in


def audit(html: str, figures: Sequence[Figure], pdf: bytes, made: Sequence[Printed], furniture: Sequence[str], lang: str) -> list[Problem]:
    """All that must keep an edition from leaving; an empty list means that each numeral is accounted for.

    `made` is the printer's ledger. `furniture` holds every text the layout adds by itself, once for each time it
    stands on paper: running heads, feet, page numbers, list counters.
    """
    evidence = Evidence(read(html), figures, page_texts(pdf), frozenset(made), lang)
    layers = (_marked(evidence), _loose(evidence), _reread(evidence), drawn(evidence), spoken(evidence), _paper(evidence, furniture))
    return [problem for layer in layers for problem in layer]


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


def _paper(evidence: Evidence, furniture: Sequence[str]) -> list[Problem]:
    """The finished pages hold the numerals of markup, charts and furniture: no fewer, and no more.

    Only a table's head may stand again, on each further page.
    """
    charts = [text for figure in evidence.figures for text in drawn_texts(figure)]
    expected = counted([evidence.markup.text, *charts, *furniture])
    found = counted(evidence.pages)
    heads = counted(evidence.markup.heads)
    further = len(evidence.pages) - 1
    surplus = sorted((one, many) for one, many in (found - expected).items() if many > heads[one] * further)
    missing = sorted((expected - found).items())
    return [evidence.problem(one, f"stands on paper {many} times more than in markup, charts and furniture") for one, many in surplus] + [
        evidence.problem(one, f"is missing on paper ({many} times)") for one, many in missing
    ]
