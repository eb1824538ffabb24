"""Is every numeral that is drawn in a chart or spoken for it one that was printed for it?"""

import re
from collections import Counter

from bilan.audit.evidence import Evidence
from bilan.audit.markup import read
from bilan.audit.numerals import counted, pieces, squeezed
from bilan.document import Figure
from bilan.errors import Problem
from bilan.wording.numerals import MINUS


def drawn_texts(figure: Figure) -> list[str]:
    """The texts a chart draws."""
    return read(figure.svg).drawn


def drawn(evidence: Evidence) -> list[Problem]:
    """Each numeral in a chart is the text of one of its labels, each label is in the ledger, each drawing is a figure's."""
    problems: list[Problem] = []
    everywhere: Counter[str] = Counter()
    for figure in evidence.figures:
        texts = drawn_texts(figure)
        everywhere += counted(texts)
        labels = sorted({squeezed(row.text) for row in figure.labels if pieces(row.text)}, key=len, reverse=True)
        unexplained = [one for text in texts for one in _unexplained(squeezed(text), labels)]
        problems += [evidence.problem(one, f"is no label of figure '{figure.id}'") for one in unexplained]
        unknown = [row.text for row in figure.labels if row not in evidence.made]
        problems += [evidence.problem(one, f"is a label of figure '{figure.id}' and was never printed") for one in unknown]
    stray = counted(evidence.markup.drawn) - everywhere
    return problems + [evidence.problem(one, "is drawn on the page and in no figure") for one in stray]


def spoken(evidence: Evidence) -> list[Problem]:
    """Alternative texts and titles hold numerals of the ledger only; a figure's is word for word the figure's own."""
    texts = [squeezed(text) for text in evidence.markup.spoken]
    alts = {squeezed(str(figure.alt)): figure.id for figure in evidence.figures if pieces(str(figure.alt))}
    lost = [figure for alt, figure in alts.items() if not any(alt in text for text in texts)]
    made = counted(row.text for row in evidence.made)
    problems = [problem for figure in evidence.figures for problem in _undeclared(evidence, figure)]
    for text in texts:
        rest = text
        for alt in alts:
            rest = rest.replace(alt, " ")
        if lost:
            problems += [evidence.problem(one, f"is spoken where the text of figure '{lost[0]}' is missing") for one in pieces(rest)]
        else:
            problems += [evidence.problem(one, "is spoken and not declared") for one in Counter(pieces(rest)) - made]
    return problems


def _undeclared(evidence: Evidence, figure: Figure) -> list[Problem]:
    """Numerals of a figure's alternative text that did not come through the formatting door."""
    loose = [one for part in figure.alt.parts if isinstance(part, str) for one in pieces(part)]
    foreign = [row.text for row in figure.alt.printed if row not in evidence.made]
    return [evidence.problem(one, f"stands undeclared in the text of figure '{figure.id}'") for one in (*loose, *foreign)]


def _unexplained(text: str, labels: list[str]) -> list[str]:
    """The numerals of a drawn text that no label accounts for; a label inside a longer numeral accounts for nothing."""
    rest = text
    for label in labels:
        rest = re.sub(rf"(?<![\d{MINUS}+])(?<!\d[.,])(?<![{MINUS}+]\$){re.escape(label)}(?!\d)(?![.,]\d)", " ", rest)
    return pieces(rest)
