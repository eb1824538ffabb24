"""How are an edition's pages made within their budget? Template, layout, fit ladder, guards."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bilan.document import Briefing, Section
from bilan.render import guards, page
from bilan.render.bundle import Bundle
from bilan.render.job import Job, Rendering, figures_of
from bilan.render.loader import Loader
from bilan.render.pdf import Metadata, Rendered, pdf


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the fit ladder: what is given up when the pages do not suffice. Type is never shrunk."""

    name: str
    section: str = ""
    change: Callable[[Section], Section] | None = None


LADDER = (
    Step("gaps 5 mm"),
    Step("no project notes", "projects", lambda section: replace(section, items=tuple(replace(one, body="") for one in section.items))),
    Step("two changes", "changes", lambda section: replace(section, items=section.items[:2])),
    Step("two findings", "glance", lambda section: replace(section, items=section.items[:2])),
)


def render(job: Job, template_done: Callable[[], None] = lambda: None) -> Rendering:
    """The pages of an edition; calls `template_done` whenever the template is filled and layout begins."""
    taken: tuple[str, ...] = ()
    briefing = job.briefing
    made, laid_out = _attempt(job, briefing, taken, template_done)
    for step in LADDER:
        if laid_out.pages != job.look.pages + 1:  # the steps together save less than a page
            break
        shorter = _shortened(briefing, step)
        if shorter == briefing and step.change is not None:
            continue
        briefing, taken = shorter, (*taken, step.name)
        made, laid_out = _attempt(job, briefing, taken, template_done)
    found = (*laid_out.problems, *guards.check(laid_out.pdf, job.look.pages))
    return Rendering(made, laid_out.pdf, laid_out.pages, found, taken)


def _attempt(job: Job, briefing: Briefing, taken: tuple[str, ...], template_done: Callable[[], None]) -> tuple[str, Rendered]:
    made = page.html(briefing, job.look, job.figures, tight=bool(taken))
    template_done()
    files = {f"figures/{figure.id}.svg": figure.svg for figure in figures_of(briefing, job.figures).values()}
    bundle = Bundle(files, Loader(job.look).asset)
    return made, pdf(made, bundle, job.fonts, _metadata(job))


def _metadata(job: Job) -> Metadata:
    briefing = job.briefing
    return Metadata(briefing.title, briefing.identity.language, briefing.issued_on, briefing.key or str(briefing.identity), job.office)


def _shortened(briefing: Briefing, step: Step) -> Briefing:
    if step.change is None:
        return briefing
    change = step.change
    return replace(briefing, sections=tuple(change(one) if one.id == step.section else one for one in briefing.sections))
