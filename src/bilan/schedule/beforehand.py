"""What can be known before an edition is built? Settings, tables, gate, indicators, messages, templates and recipients, looked at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bilan.errors import BilanError, Problem, Severity
from bilan.pipeline.request import Request, orders
from bilan.project import Project

if TYPE_CHECKING:
    from bilan.gate.check import GateResult  # loads the store; only needed once data are looked at
    from bilan.pipeline.knowledge import Knowledge

Learn = Callable[[str, date], "Knowledge"]
Look = Callable[["Looking"], Iterator[Problem]]


@dataclass(frozen=True)
class Looking:
    """What is looked at and with what: the project, what time it is, where cut fonts are kept, who learns what a partnership knows.

    What the gate says of each series is added to `gate`.
    """

    project: Project
    now: datetime
    fonts: Path
    learn: Learn
    gate: "list[GateResult]" = field(default_factory=list)


def settings(looking: Looking) -> Iterator[Problem]:
    """`bilan.toml`, partnerships, audiences, brand and schedules decode, and name each other rightly."""
    from bilan.pipeline.fetch import read_sources_file  # noqa: PLC0415  light, but only here
    from bilan.schedule.preview import endings, gaps  # noqa: PLC0415  loads holidays
    from bilan.schedule.settings import schedules  # noqa: PLC0415  same

    project = looking.project
    known = list(schedules(project).values())
    for said in (*gaps(known, looking.now), *endings(known, looking.now)):
        name, _, message = said.partition(": ")
        yield Problem(f"bilan.toml: schedule.{name}", message, "docs/schedules.md tells which rules fit every month")
    orders(project, Request(), looking.now)
    read_sources_file(project)
    _ = project.brand
    for slug in project.config.partnerships:
        project.partnership(slug)


def data(looking: Looking) -> Iterator[Problem]:
    """Tables can be read, the gate passes, indicators compute."""
    from bilan.schedule.settings import schedules  # noqa: PLC0415  loads holidays
    from bilan.schedule.watch import strangers  # noqa: PLC0415  loads the store

    project = looking.project
    for place in dict.fromkeys((one.identity.partnership, one.as_of) for one in orders(project, Request(), looking.now)):
        knowledge = looking.learn(*place)
        looking.gate.extend(knowledge.gate)
        yield from knowledge.problems
    yield from strangers(project, schedules(project).values())


def messages(looking: Looking) -> Iterator[Problem]:
    """Every language says the same things, in our messages and in the partnership's own, all of it used and drawable."""
    from bilan.fonts.cut import font_files  # noqa: PLC0415  loads fontTools
    from bilan.wording.check import compare  # noqa: PLC0415  loads Fluent
    from bilan.wording.glyphs import undrawable  # noqa: PLC0415  same
    from bilan.wording.languages import MESSAGES  # noqa: PLC0415  same
    from bilan.wording.usage import unused  # noqa: PLC0415  same

    yield from compare(MESSAGES)
    yield from unused()
    project = looking.project
    families = (project.brand.fonts.sans, project.brand.fonts.serif)
    fonts = font_files(families, looking.fonts)
    for slug in project.config.partnerships:
        yield from compare(project.folder(slug), project.config.languages)
        yield from undrawable(fonts, families, project.config.languages, project.folder(slug))


def templates(looking: Looking) -> Iterator[Problem]:
    """Every template of every audience can be parsed."""
    from bilan.render.look import look  # noqa: PLC0415  light, but only here
    from bilan.render.parse import mistakes  # noqa: PLC0415  loads jinja2

    for audience in looking.project.config.audiences:
        yield from mistakes(look(looking.project, audience))


def delivery(looking: Looking) -> Iterator[Problem]:
    """Everybody on the list of recipients can be sent what they asked for."""
    from bilan.delivery.recipients import problems  # noqa: PLC0415  loads the channels

    yield from problems(looking.project)


LOOKS: tuple[Look, ...] = (settings, data, messages, templates, delivery)
"""Everything that is looked at, in order."""


def looked(looking: Looking, looks: tuple[Look, ...] = LOOKS) -> list[Problem]:
    """Every problem there is; a look that cannot go on gives a hold."""
    return [problem for look in looks for problem in _looked(look, looking)]


def _looked(look: Look, looking: Looking) -> list[Problem]:
    try:
        return list(look(looking))
    except BilanError as error:
        return [Problem(error.where, error.message, error.hint, Severity.HOLD)]
