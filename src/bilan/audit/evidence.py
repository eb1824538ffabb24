"""What do the layers of the audit compare, and how is a finding of theirs told?"""

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bilan.audit.markup import Markup, read
from bilan.audit.numerals import pieces, squeezed
from bilan.document import Briefing, Figure, Printed
from bilan.errors import Problem, Severity


@dataclass(frozen=True, slots=True)
class Composed:
    """What composition meant: the briefing, what each chart was asked to show, and the partners' names in its language."""

    briefing: Briefing
    specs: Mapping[str, object] = field(default_factory=dict)
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Evidence:
    """An edition and all it is compared with: its page, figures, the texts of its finished pages, the printer's ledger.

    `furniture` holds every text the layout adds by itself, once for each time it stands on paper: running heads, feet,
    page numbers, list counters. Without `composed` the layers that need it are left out.
    """

    html: str
    figures: Sequence[Figure]
    pages: Sequence[str]
    ledger: Sequence[Printed]
    lang: str
    furniture: Sequence[str] = ()
    composed: Composed | None = None

    @cached_property
    def markup(self) -> Markup:
        """The page, read."""
        return read(self.html)

    @cached_property
    def made(self) -> frozenset[Printed]:
        """The ledger, each row once."""
        return frozenset(self.ledger)

    def problem(self, text: str, message: str) -> Problem:
        """What is wrong with a numeral or word, on which page, and which reading is nearest to it; holds the edition."""
        wanted = squeezed(text)
        pages = [
            str(number) for number, page in enumerate(self.pages, 1) if wanted and (wanted in squeezed(page) or wanted in pieces(page))
        ]
        where = f"page {', '.join(pages)}" if pages else "markup"
        return Problem(where, f"'{wanted}' {message}", self._nearest(wanted), Severity.HOLD, "audit")

    def _nearest(self, text: str) -> str:
        rows = {squeezed(row.text): row.ref for row in sorted(self.made, key=lambda row: (row.text, row.ref)) if row.kind == "reading"}
        near = difflib.get_close_matches(text, list(rows), n=1, cutoff=0.0)
        return f"nearest reading: '{near[0]}' ({rows[near[0]]})" if near else "no reading was printed"
