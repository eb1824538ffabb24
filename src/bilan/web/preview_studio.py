"""How does a saved template become pictures at once? Facts, charts and the render worker are kept warm; only what changed is made again."""

import threading
import time
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple, cast

from bilan.compose.briefing import Numbering
from bilan.errors import BilanError, InvalidFileError, UsageError
from bilan.executor.protocol import Executor
from bilan.fonts.cut import brand_fonts
from bilan.pipeline.edition import Workshop, lay_out
from bilan.pipeline.knowledge import Knowledge, learn
from bilan.pipeline.request import Order, Request, orders
from bilan.project import Project
from bilan.render.bounded import RenderWorker
from bilan.render.job import Job, Rendering
from bilan.render.leaf import leaf
from bilan.render.look import look
from bilan.web.preview_samples import sampled

NUMBERING = Numbering(1, 1, "preview")
"""No draft: its strip would take a line that the issued edition has, and a full page would show as too long."""
TEMPLATES = (".html", ".css")


class View(NamedTuple):
    """What somebody looks at."""

    audience: str
    language: str
    sample: str


@dataclass(frozen=True, slots=True)
class Shown:
    """The pages of a view, or why there are none; `version` differs whenever the pages may differ."""

    version: int
    seconds: float
    rendering: Rendering | None = None
    error: BilanError | None = None

    def as_json(self) -> dict[str, Any]:
        """What the browser is told."""
        made, error = self.rendering, self.error
        said: dict[str, Any] = {
            "version": self.version,
            "seconds": round(self.seconds, 2),
            "pages": made.pages if made else 0,
            "error": None,
        }
        said |= {"steps": list(made.steps) if made else [], "problems": [str(one) for one in made.problems] if made else []}
        if error is not None:
            lines = error.mistakes if isinstance(error, InvalidFileError) else (error.message,)
            said["error"] = {"where": error.where, "lines": list(lines), "hint": error.hint}
        return said


class Studio:
    """Everything a preview needs between two saves; one rendering at a time, whoever asks."""

    def __init__(self, root: Path, now: datetime, cache: Path, partnership: str = "") -> None:
        self.root, self.now, self.cache, self._pair = root, now, cache, partnership
        self.project = Project(root)
        self.worker = RenderWorker()
        self._turn = threading.Lock()
        self._version = 0
        self._forget()

    def start(self) -> None:
        """Load the worker's libraries while nobody waits yet."""
        self.worker.start()

    def close(self) -> None:
        """Stop the worker."""
        self.worker.close()

    def changed(self, paths: set[str]) -> None:
        """Forget what rests on these files: of a template only the pages, of anything else all."""
        with self._turn:
            if not all(path.endswith(TEMPLATES) for path in paths):
                self._forget()
            self._shown.clear()

    def shown(self, view: View) -> Shown:
        """The pages of a view, made unless they are there; a mistake of any kind is told, never raised."""
        with self._turn:
            if view not in self._shown:
                self._version += 1
                self._shown[view] = self._made(view)
            return self._shown[view]

    def picture(self, view: View, number: int, dpi: int) -> bytes:
        """One page as PNG; raises UsageError where there is none."""
        made = self.shown(view).rendering
        if made is None:
            raise UsageError(f"page {number}", "is not there", "mend the mistake first")
        with self._turn:
            return leaf(made.pdf, number, dpi)

    def _forget(self) -> None:
        self.project = Project(self.root)
        self._shown: dict[View, Shown] = {}
        self._jobs: dict[View, Job] = {}
        self._known: dict[str, Knowledge] = {}
        self._workshop: Workshop | None = None

    def _made(self, view: View) -> Shown:
        started = time.perf_counter()
        try:
            rendering = self.worker.render(self._job(view))
        except BilanError as error:
            return Shown(self._version, time.perf_counter() - started, error=error)
        except Exception as error:  # noqa: BLE001  a sample may be more than a section bears; the preview says so and lives on
            told = BilanError(f"sample '{view.sample}'", f"cannot be composed: {type(error).__name__}: {error}", "report this as a bug")
            return Shown(self._version, time.perf_counter() - started, error=told)
        return Shown(self._version, time.perf_counter() - started, rendering)

    def _job(self, view: View) -> Job:
        """The edition as composed before, with today's templates."""
        if view not in self._jobs:
            self._jobs[view] = self._composed(view)
        return replace(self._jobs[view], look=look(self.project, view.audience))

    def _composed(self, view: View) -> Job:
        """The job an issued edition would be rendered from, with another sample of data if that is asked for."""
        project = self.project
        order = orders(project, Request((self._pair,) if self._pair else (), None, (view.audience,), (view.language,)), self.now)[0]
        if self._workshop is None:
            self._workshop = Workshop(project, brand_fonts(project, self.cache), _Desk())
        lay_out(self._workshop, order, sampled(self._knowledge(order), view.sample), NUMBERING, {}, None)
        return cast("_Desk", self._workshop.executor).job

    def _knowledge(self, order: Order) -> Knowledge:
        slug = order.identity.partnership
        if slug not in self._known:
            self._known[slug] = learn(self.project, slug, order.as_of, self.now)
        return self._known[slug]


class _Desk(Executor):
    """Where a laid-out edition is put down instead of being rendered."""

    job: Job

    def start(self, count: int = 1) -> None:
        """Nothing is to be made ready."""

    def shutdown(self, *, at_once: bool = False) -> None:
        """Nothing is to be let go of."""

    def submit(self, job: Job) -> "Future[Rendering]":
        """Keep the job."""
        self.job = job
        return Future()
