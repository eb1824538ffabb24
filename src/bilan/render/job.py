"""What goes into the making of one edition's pages, and what comes out?"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from bilan.document import Briefing, Figure
from bilan.errors import Problem
from bilan.fonts.cut import Face
from bilan.render.look import Look

FontFiles = Mapping[Face, Path]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one edition may take: seconds of its template, of everything, and bytes of memory."""

    template_seconds: float = 15.0
    cpu_seconds: int = 60
    wall_seconds: float = 120.0
    memory: int = 2 * 1024**3
    file_bytes: int = 64 * 1024**2


@dataclass(frozen=True, slots=True)
class Job:
    """One edition to be rendered; `figures` adds those that no section holds, such as the motif of the cover."""

    briefing: Briefing
    look: Look
    fonts: FontFiles
    figures: Mapping[str, Figure] = field(default_factory=dict)
    office: str = "Bilan"

    def lean(self) -> "Job":
        """The same without the data behind the words, which layout does not need."""
        bare = replace(self.briefing, findings=(), claims=(), readings=(), observations=(), sources=(), problems=())
        return replace(self, briefing=bare)


@dataclass(frozen=True, slots=True)
class Rendering:
    """The finished pages, on paper and for screens; `steps` are those of the fit ladder that were taken to keep the page budget."""

    html: str
    pdf: bytes
    pages: int
    problems: tuple[Problem, ...] = ()
    steps: tuple[str, ...] = ()
    light: str = ""


def figures_of(briefing: Briefing, more: Mapping[str, Figure]) -> dict[str, Figure]:
    """Every figure of an edition by id: of its sections, of its strip, and those added."""
    drawn = dict(more)
    for section in briefing.sections:
        drawn.update((figure.id, figure) for figure in section.figures)
        drawn.update((one.figure.id, one.figure) for one in section.headlines if one.figure is not None)
    return drawn
