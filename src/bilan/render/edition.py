"""How are an edition's pages made within their budget? Template, layout, fit ladder, guards, and the page for screens."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from bilan.document import Briefing
from bilan.render import guards, page
from bilan.render.bundle import Bundle
from bilan.render.job import Job, Rendering, figures_of
from bilan.render.ladder import Rung, rungs
from bilan.render.light import light
from bilan.render.loader import Loader
from bilan.render.pdf import Metadata, Rendered, pdf

HOPELESS = 2
"""So many times its pages an edition is beyond what the ladder could save; it is held at once."""


@dataclass(frozen=True, slots=True)
class _Attempt:
    html: str
    laid_out: Rendered
    briefing: Briefing
    steps: tuple[str, ...] = ()

    @property
    def pages(self) -> int:
        return self.laid_out.pages


def _nothing() -> None:
    """Tell nobody."""


def render(job: Job, template_begins: Callable[[], None] = _nothing, template_done: Callable[[], None] = _nothing) -> Rendering:
    """The pages of an edition; calls `template_done` whenever the template is filled and layout begins.

    `template_begins` is called before the second template, that of the page for screens.
    """
    made = _attempt(job, job.briefing, (), template_done)
    if job.look.pages < made.pages <= HOPELESS * job.look.pages:
        made = _told(job, _fitted(job, template_done))
    shown = figures_of(job.briefing, {}).values()
    template_begins()
    screen = light(made.html, made.briefing, job)
    template_done()
    checked = guards.check(made.laid_out.pdf, job.look.pages, made.html, shown, job.look.brand)
    found = (*made.laid_out.problems, *checked, *screen.problems)
    return Rendering(made.html, made.laid_out.pdf, made.pages, found, made.steps, screen.html)


def _fitted(job: Job, template_done: Callable[[], None]) -> _Attempt:
    """The edition with as few steps of the ladder as suffice, or with all of them where none do.

    Each step only shortens. One step is tried, then three, seven…, then what lies between the last two: a page too long
    by a line costs one layout more, and a ladder of thirty steps never more than ten.
    """
    ladder = rungs(job.briefing, job.figures)
    low, high = 0, 0
    while (best := _climbed(job, ladder[: high + 1], template_done)).pages > job.look.pages and high < len(ladder) - 1:
        low, high = high + 1, min(2 * high + 1, len(ladder) - 1) if high else 1
    while low < high:
        middle = (low + high) // 2
        made = _climbed(job, ladder[: middle + 1], template_done)
        if made.pages <= job.look.pages:
            best, high = made, middle
        else:
            low = middle + 1
    return best


def _told(job: Job, made: _Attempt) -> _Attempt:
    """Without the steps that took nothing from this audience's pages, because its template does not print what was left out."""
    before, kept = page.html(job.briefing, job.look, job.figures), []
    for one in rungs(job.briefing, job.figures)[: len(made.steps)]:
        now = page.html(one.briefing, job.look, job.figures, tight=True)
        if now != before:
            kept.append(one.step)
        before = now
    return replace(made, steps=tuple(kept))


def _climbed(job: Job, taken: list[Rung], template_done: Callable[[], None]) -> _Attempt:
    return _attempt(job, taken[-1].briefing, tuple(one.step for one in taken), template_done)


def _attempt(job: Job, briefing: Briefing, steps: tuple[str, ...], template_done: Callable[[], None]) -> _Attempt:
    made = page.html(briefing, job.look, job.figures, tight=bool(steps))
    template_done()
    files: dict[str, bytes | str | Path] = {f"figures/{one.id}.svg": one.svg for one in figures_of(briefing, job.figures).values()}
    if job.look.logo is not None:
        files[job.look.logo.src] = job.look.logo.body
    bundle = Bundle(files, Loader(job.look).asset)
    return _Attempt(made, pdf(made, bundle, job.fonts, _metadata(job)), briefing, steps)


def _metadata(job: Job) -> Metadata:
    briefing = job.briefing
    return Metadata(briefing.title, briefing.identity.language, briefing.issued_on, briefing.key or str(briefing.identity), job.office)
