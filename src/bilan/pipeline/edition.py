"""How is one edition made? Composed, drawn, laid out, audited; published only if nothing holds it."""

import hashlib
import json
import logging
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from bilan.audit.evidence import Composed, Evidence
from bilan.audit.light import audit_light
from bilan.audit.pages import audit
from bilan.audit.paper import page_texts
from bilan.charts.draw import Drawing, draw
from bilan.charts.specs import Spec
from bilan.compose.agreement import agree
from bilan.compose.briefing import Numbering, compose, illustrate, language_problem
from bilan.compose.material import Material
from bilan.config.models import BrandConfig
from bilan.delivery.message import problems as mail_problems
from bilan.document import Briefing, Figure, Printed, Text
from bilan.errors import ConfigError, Problem, Severity
from bilan.executor.protocol import Executor
from bilan.findings.changes import state
from bilan.findings.revisions import Revision, revisions
from bilan.fonts.cut import Fonts, digests
from bilan.journal import stage
from bilan.pipeline.files import LIGHT, data_files, packed
from bilan.pipeline.knowledge import Knowledge
from bilan.pipeline.manifest import Json, manifest, problem_facts
from bilan.pipeline.request import Order
from bilan.program import versions
from bilan.project import Project
from bilan.render.job import Job, Rendering, figures_of
from bilan.render.look import closure, look
from bilan.wording.printer import Printer, printer

_log = logging.getLogger(__name__)
COUNTED = ("figure", "table", "point")
MOST_COUNTED = 60


@dataclass(frozen=True)
class Laid:
    """An edition on its way: what it says, what it was printed with, and its pages once they are done."""

    order: Order
    briefing: Briefing
    extra: Mapping[str, Figure]
    printer: Printer
    made_from: Json
    pages: "Future[Rendering]"
    specs: Mapping[str, Spec]
    brand: BrandConfig


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished edition, the files beside it, and every problem found on the way; one that holds keeps it from leaving."""

    order: Order
    briefing: Briefing
    pdf: bytes
    manifest: Json
    pages: int
    problems: tuple[Problem, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def holds(self) -> tuple[Problem, ...]:
        """What keeps it from leaving."""
        return tuple(one for one in self.problems if one.severity is Severity.HOLD)


class Workshop:
    """Brand, fonts and drawn charts shared by the editions of one build."""

    def __init__(self, project: Project, fonts: Fonts, executor: Executor) -> None:
        self.project = project
        self.brand: BrandConfig = project.brand
        self.fonts = fonts
        self.executor = executor
        self._drawn: dict[Spec, Drawing] = {}

    def drawn(self, spec: Spec) -> Drawing:
        """The drawing of a spec; equal specs are drawn once."""
        if spec not in self._drawn:
            self._drawn[spec] = draw(spec, self.brand, self.fonts)
        return self._drawn[spec]


def inputs_key(workshop: Workshop, order: Order, knowledge: Knowledge, program: str, previous: Json | None = None) -> tuple[str, Json]:
    """Hash of the content an edition is made from, and the parts of it for the manifest."""
    view = look(workshop.project, order.identity.audience)
    folder = workshop.project.folder(order.identity.partnership)
    parts: Json = {
        "program": program,
        "libraries": versions(),
        "data": knowledge.version,
        "definitions": _hash(sorted(repr(replace(one, compute=None)) for one in knowledge.definitions.values())),
        "partnership": _hash([(folder / name).read_text(encoding="utf-8") for name in _described(folder, order.identity.language)]),
        "template": closure(view),
        "brand": _hash(workshop.brand.model_dump()),
        "fonts": digests(workshop.fonts),
        "office": _hash(workshop.project.config.office.model_dump()),
        "variant": workshop.project.config.pdf.variant,
        "previous": (previous or {}).get("edition", {}).get("key", ""),
    }
    if order.awaited:
        parts["awaited"] = list(order.awaited)
    if order.erratum:
        parts["erratum"] = order.erratum.told
    return _hash({**parts, "edition": str(order.identity), "as_of": order.as_of.isoformat()}), parts


def edition_key(inputs: str, issue: int) -> str:
    """Key of an issue: the same content issued again, after something else in between, is another issue."""
    return _hash({"inputs": inputs, "issue": issue})


def lay_out(workshop: Workshop, order: Order, knowledge: Knowledge, numbering: Numbering, made_from: Json, previous: Json | None) -> Laid:
    """Compose and draw an edition and hand it to the executor; raises ConfigError where its language has no words."""
    project, identity = workshop.project, order.identity
    folder = project.folder(identity.partnership)
    door = printer(identity.language, knowledge.facts.partnership, folder)
    warnings = sum(1 for one in knowledge.gate if one.action == "warn")
    material = Material(
        identity, knowledge.facts, knowledge.findings, door, knowledge.sources, knowledge.observations,
        project.audience(identity.audience), project.config.office, order.issued_on, previous, warnings,
        standing(knowledge, previous), revised(knowledge, previous), gate=knowledge.gate, slices=knowledge.slices, folder=folder,
        awaited=order.awaited, erratum=order.erratum,
    )  # fmt: skip
    problem = language_problem(material)
    if problem is not None:
        raise ConfigError(problem.where, (problem.message,), problem.hint)
    with stage(_log, "sections") as told:
        draft = compose(material, numbering, folder)
        told.count = len(draft.briefing.sections)
    with stage(_log, "figures") as told:
        drawn = {name: workshop.drawn(spec) for name, spec in draft.specs.items()}
        told.count = len(drawn)
    briefing, extra = illustrate(draft, {name: (one.svg, one.labels) for name, one in drawn.items()})
    job = Job(briefing, look(project, identity.audience), workshop.fonts.files, extra, project.config.office.name)
    return Laid(order, briefing, extra, door, made_from, workshop.executor.submit(job), draft.specs, workshop.brand)


def standing(knowledge: Knowledge, previous: Json | None) -> Json:
    """What the edition stands on, for the edition after it to compare with."""
    formulas = {name: one.formula for name, one in knowledge.definitions.items()}
    return state(knowledge.facts, knowledge.findings, formulas, (previous or {}).get("state"))


def revised(knowledge: Knowledge, previous: Json | None) -> tuple[Revision, ...]:
    """What publishers revised since the as-of date of the edition before."""
    if previous is None:
        return ()
    before = date.fromisoformat(previous["edition"]["as_of"])
    return tuple(revisions(knowledge.earlier(before), knowledge.earlier(knowledge.facts.as_of)))


def finish(laid: Laid, knowledge: Knowledge) -> Finished:
    """Wait for the pages, audit every numeral of pages and mail, and write the manifest; raises what the rendering raised."""
    with stage(_log, "pages") as told:
        rendering = laid.pages.result()
        told.count = rendering.pages
    with stage(_log, "numerals") as told:
        evidence = evidence_of(laid, rendering, knowledge)
        screen = audit_light(rendering.light, evidence, Text.of(laid.briefing.words["foot"]).printed)
        found = [*audit(evidence), *screen, *agree(laid.briefing)]
        told.count = len(laid.printer.made)
    content = manifest(laid.briefing, rendering, laid.extra, laid.printer.made, knowledge.gate, laid.made_from)
    found += mail_problems(content, laid.brand)
    problems = (*laid.briefing.problems, *rendering.problems, *found, *unbacked(laid.briefing, laid.printer.made))
    content["problems"] += [problem_facts(one) for one in problems[len(laid.briefing.problems) :]]
    files = data_files(content) | {LIGHT: rendering.light.encode()}
    pdf = packed(rendering.pdf, content, files)
    content["pdf"] = {"sha256": hashlib.sha256(pdf).hexdigest(), "bytes": len(pdf)}
    return Finished(laid.order, laid.briefing, pdf, content, rendering.pages, problems, files)


def evidence_of(laid: Laid, rendering: Rendering, knowledge: Knowledge) -> Evidence:
    """What the audit compares: the finished pages, what was composed, and all that was printed."""
    figures, lang = figures_of(laid.briefing, laid.extra), laid.order.identity.language
    forms = [form for one in knowledge.facts.partnership.country for form in (one.name, one.of, one.adjective)]
    names = tuple(text for form in forms for language, text in form.items() if language == lang)
    return Evidence(
        rendering.html, list(figures.values()), page_texts(rendering.pdf), [*laid.printer.made, *layout_constants(figures, laid.briefing)],
        lang, furniture(laid.briefing, rendering.pages), Composed(laid.briefing, laid.specs, names),
    )  # fmt: skip


def furniture(briefing: Briefing, pages: int) -> list[str]:
    """Every text the layout adds by itself: running heads from page two, feet, page numbers."""
    head, foot = str(briefing.words["head"]), str(briefing.words["foot"])
    return [head] * (pages - 1) + [foot] * pages + [f"{page} / {pages}" for page in range(1, pages + 1)]


def layout_constants(figures: Mapping[str, Figure], briefing: Briefing) -> list[Printed]:
    """Numbers and ids of figures, tables and points, which the template counts."""
    names = [*figures, *(table.id for section in briefing.sections for table in section.tables)]
    counted = [Printed(str(number), "ordinal", f"{kind}-{number}", str(number)) for kind in COUNTED for number in range(1, MOST_COUNTED)]
    return [*counted, *(Printed(name, "code", name) for name in names)]


def unbacked(briefing: Briefing, made: list[Printed]) -> list[Problem]:
    """Printed numerals whose exact value is not that of the reading they name."""
    values = {one.id: one.value for one in briefing.readings}
    wrong = []
    for one in dict.fromkeys(row for row in made if row.kind == "reading"):
        value = values.get(one.ref)
        if value is None or Decimal(one.value).copy_abs() != value.copy_abs():
            wrong.append(
                Problem(
                    f"'{one.text}'",
                    f"names the reading '{one.ref}', which has the value {value}",
                    "report this as a bug",
                    Severity.HOLD,
                    "audit",
                )
            )
    return wrong


def _described(folder: Path, language: str) -> list[str]:
    wanted = (
        "partnership.toml",
        "events.csv",
        "projects.csv",
        "claims.csv",
        "claims.toml",
        "names.csv",
        "places.csv",
        "treaties.csv",
        "sources.csv",
        "gate.toml",
        f"texts.{language}.ftl",
        "geo/outlines.geojson",
        "geo/neighbours_110m.geojson",
    )
    return [name for name in wanted if (folder / name).exists()]


def _hash(content: Any) -> str:  # noqa: ANN401  whatever JSON can say
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
