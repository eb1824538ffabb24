"""How do an audience's templates look right now? The pages as they would be issued, with real data, the longest texts, or none."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bilan.compose.briefing import Numbering
from bilan.executor.protocol import Executor
from bilan.fonts.cut import brand_fonts
from bilan.pipeline.edition import Workshop, lay_out
from bilan.pipeline.knowledge import learn
from bilan.pipeline.request import Request, orders
from bilan.project import Project
from bilan.render.job import Rendering
from bilan.web.jobs.requests import PreviewAsked
from bilan.web.preview_samples import sampled

NUMBERING = Numbering(1, 1, "preview", draft=True)


def previewed(
    project: Project, executor: Executor, asked: PreviewAsked, place: tuple[datetime, Path], told: Callable[[str], None]
) -> Rendering:
    """The pages of a view, marked as a draft; raises what a build raises. `place` is now and where fonts are cut to."""
    now, cache = place
    told("fonts")
    fonts = brand_fonts(project, cache)
    told("data")
    order = orders(project, Request((), None, (asked.audience,), (asked.language,)), now)[0]
    knowledge = learn(project, order.identity.partnership, order.as_of, now)
    told("compose")
    laid = lay_out(Workshop(project, fonts, executor), order, sampled(knowledge, asked.sample), NUMBERING, {}, None)
    told("render")
    return laid.pages.result()
