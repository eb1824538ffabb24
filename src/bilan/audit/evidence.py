"""What do the layers of the audit compare, and how is a finding of theirs told?"""

import difflib
from collections.abc import Sequence
from dataclasses import dataclass

from bilan.audit.markup import Markup
from bilan.audit.numerals import pieces, squeezed
from bilan.document import Figure, Printed
from bilan.errors import Problem, Severity


@dataclass(frozen=True, slots=True)
class Evidence:
    """The page's markup, its figures, the texts of the finished pages, the ledger of printed numerals."""

    markup: Markup
    figures: Sequence[Figure]
    pages: Sequence[str]
    made: frozenset[Printed]
    lang: str

    def problem(self, text: str, message: str) -> Problem:
        """What is wrong with a numeral, on which page, and which reading is nearest to it; holds the edition."""
        wanted = squeezed(text)
        pages = [str(number) for number, page in enumerate(self.pages, 1) if wanted in squeezed(page) or wanted in pieces(page)]
        where = f"page {', '.join(pages)}" if pages else "markup"
        return Problem(where, f"'{wanted}' {message}", self._nearest(wanted), Severity.HOLD, "audit")

    def _nearest(self, text: str) -> str:
        rows = {squeezed(row.text): row.ref for row in sorted(self.made, key=lambda row: (row.text, row.ref)) if row.kind == "reading"}
        near = difflib.get_close_matches(text, list(rows), n=1, cutoff=0.0)
        return f"nearest reading: '{near[0]}' ({rows[near[0]]})" if near else "no reading was printed"
