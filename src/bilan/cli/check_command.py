"""`bilan check`: everything knowable before an edition is built."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from bilan.cli.build_command import instant
from bilan.cli.output import common, opened, say, told_problem
from bilan.errors import BilanError, ExitCode, Problem, Severity
from bilan.pipeline.request import Request, orders
from bilan.project import Project


@click.command("check", epilog="Example:  bilan check --json")
@common
def command(folder: Path | None, *, as_json: bool, quiet: bool, verbose: bool) -> int:
    """Look at settings, tables, gate, indicators, messages, templates and schedules, and tell every problem."""
    project = opened(folder, verbose=verbose)
    found = [problem for look in LOOKS for problem in _looked(look, project)]
    holds = [one for one in found if one.severity is Severity.HOLD]
    if as_json:
        say({"schema": 1, "problems": [told_problem(one) for one in found]}, as_json=True)
    elif not quiet:
        for one in found:
            say(f"{one.severity.value}: {one}")
        say(f"{len(holds)} hold, {sum(one.severity is Severity.WARNING for one in found)} warnings")
    return int(ExitCode.INVALID if holds else ExitCode.DONE)


def settings(project: Project) -> Iterator[Problem]:
    """`bilan.toml`, partnerships, audiences, brand and schedules decode, and name each other rightly."""
    from bilan.schedule.rules import check  # noqa: PLC0415  loads holidays

    check(project.config)
    orders(project, Request(), instant(os.environ))
    _ = project.brand
    for slug in project.config.partnerships:
        project.partnership(slug)
    yield from ()


def data(project: Project) -> Iterator[Problem]:
    """Tables can be read, the gate passes, indicators compute."""
    from bilan.pipeline.knowledge import learn  # noqa: PLC0415  loads the store

    now = instant(os.environ)
    for place in dict.fromkeys((one.identity.partnership, one.as_of) for one in orders(project, Request(), now)):
        yield from learn(project, *place, now).problems


def messages(project: Project) -> Iterator[Problem]:
    """Every language says the same things, in our messages and in the partnership's own."""
    from bilan.wording.check import compare  # noqa: PLC0415  loads Fluent
    from bilan.wording.languages import MESSAGES  # noqa: PLC0415  same

    yield from compare(MESSAGES)
    for slug in project.config.partnerships:
        yield from compare(project.folder(slug))


def templates(project: Project) -> Iterator[Problem]:
    """Every template of every audience can be parsed."""
    from bilan.render.look import look  # noqa: PLC0415  light, but only here
    from bilan.render.parse import mistakes  # noqa: PLC0415  loads jinja2

    for audience in project.config.audiences:
        yield from mistakes(look(project, audience))


LOOKS: tuple[Callable[[Project], Iterator[Problem]], ...] = (settings, data, messages, templates)


def _looked(look: Callable[[Project], Iterator[Problem]], project: Project) -> list[Problem]:
    try:
        return list(look(project))
    except BilanError as error:
        return [Problem(error.where, error.message, error.hint, Severity.HOLD)]
