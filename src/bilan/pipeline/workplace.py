"""What is open while editions are made? Fonts, the executor that lays out, ledger and archive; loaded once something is to be made."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bilan.archive.archive import Archive
from bilan.pipeline.fingerprint import program

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
def workplace(session: "Session") -> Iterator[Workplace]:
    """Open the ledger, cut the fonts and start the render worker; heavy rooms load only here, once something is to be made."""
    from bilan.fonts.cut import font_files  # noqa: PLC0415  heavy
    from bilan.ledger.book import Ledger  # noqa: PLC0415  same
    from bilan.pipeline.edition import Workshop  # noqa: PLC0415  same
    from bilan.render.bounded import RenderWorker  # noqa: PLC0415  same

    project = session.project
    with RenderWorker() as worker:
        session.told("fonts", "")
        fonts = font_files((project.brand.fonts.sans, project.brand.fonts.serif), session.fonts_cache)
        opened = nullcontext(session.ledger) if session.ledger else Ledger.open(project.config.ledger, project.root)
        with opened as ledger:
            yield Workplace(Workshop(project, fonts, worker), ledger, Archive.of(project), program())
