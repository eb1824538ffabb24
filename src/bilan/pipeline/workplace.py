"""What is open while editions are made? Fonts, the executor that lays out, ledger and archive; loaded once something is to be made."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bilan.archive.archive import Archive
from bilan.program import program

if TYPE_CHECKING:
    from bilan.ledger.book import Ledger
    from bilan.pipeline.build import Session
    from bilan.pipeline.edition import Workshop
    from bilan.pipeline.knowledge import Taken


@dataclass(frozen=True)
class Workplace:
    """What is open while editions are made: workshop, ledger, archive, and the tables taken in so far, by partnership."""

    workshop: "Workshop"
    ledger: "Ledger"
    archive: Archive
    program: str
    taken: "dict[str, Taken]" = field(default_factory=dict)


@contextmanager
def workplace(session: "Session", editions: int = 1) -> Iterator[Workplace]:
    """Open the ledger, cut the fonts and make the executor ready for so many editions; heavy rooms load only here."""
    from bilan.executor.choose import executor_of  # noqa: PLC0415  same
    from bilan.fonts.cut import font_files  # noqa: PLC0415  heavy
    from bilan.ledger.book import Ledger  # noqa: PLC0415  same
    from bilan.pipeline.edition import Workshop  # noqa: PLC0415  same

    project = session.project
    with nullcontext(session.executor) if session.executor else executor_of(project.config) as executor:
        executor.start(editions)
        session.told("fonts", "")
        fonts = font_files((project.brand.fonts.sans, project.brand.fonts.serif), session.fonts_cache)
        opened = nullcontext(session.ledger) if session.ledger else Ledger.open(project.config.ledger, project.root)
        with opened as ledger:
            yield Workplace(Workshop(project, fonts, executor), ledger, Archive.of(project), program())
