"""`bilan check`: everything knowable before an edition is built."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bilan.cli.build_command import fonts_cache, instant
from bilan.cli.output import common, opened, say
from bilan.errors import BilanError, ExitCode, Problem, Severity
from bilan.pipeline.request import Request, orders
from bilan.pipeline.told import told_problem
from bilan.project import Project

if TYPE_CHECKING:
    from bilan.gate.check import GateResult  # loads the store; only needed once data are looked at

MOST_ROWS = 3
Results = list["GateResult"]


@click.command("check", epilog="Example:  bilan check --json")
@common
def command(folder: Path | None, *, as_json: bool, quiet: bool, verbose: bool) -> int:
    """Look at settings, tables, gate, indicators, messages, templates and schedules, and tell every problem."""
    project = opened(folder, verbose=verbose)
    gate: Results = []
    found = [problem for look in looks(gate) for problem in _looked(look, project)]
    holds = [one for one in found if one.severity is Severity.HOLD]
    summary = summed(project, gate)
    if as_json:
        told = {"schema": 1, "problems": [told_problem(one) for one in found], "gate": summary | {"results": [_told(one) for one in gate]}}
        say(told, as_json=True)
    elif not quiet:
        for one in found:
            say(f"{one.severity.value}: {one}")
            if one.rows:
                say(f"  {one.rule or 'rows'}: {rows_in_short(one.rows)}")
        say("gate: {rules} rules on {series} series: {pass} pass, {warn} warn, {hold} hold".format_map(summary))
        say(f"{len(holds)} hold, {sum(one.severity is Severity.WARNING for one in found)} warnings")
    return int(ExitCode.INVALID if holds else ExitCode.DONE)


def settings(project: Project) -> Iterator[Problem]:
    """`bilan.toml`, partnerships, audiences, brand and schedules decode, and name each other rightly."""
    from bilan.pipeline.fetch import read_sources_file  # noqa: PLC0415  light, but only here
    from bilan.schedule.preview import endings, gaps  # noqa: PLC0415  loads holidays
    from bilan.schedule.settings import schedules  # noqa: PLC0415  same

    now = instant(os.environ)
    known = list(schedules(project).values())
    for said in (*gaps(known, now), *endings(known, now)):
        name, _, message = said.partition(": ")
        yield Problem(f"bilan.toml: schedule.{name}", message, "docs/schedules.md tells which rules fit every month")
    orders(project, Request(), instant(os.environ))
    read_sources_file(project)
    _ = project.brand
    for slug in project.config.partnerships:
        project.partnership(slug)


def data(project: Project, gate: Results) -> Iterator[Problem]:
    """Tables can be read, the gate passes, indicators compute; what the gate said of each series is added to `gate`."""
    from bilan.pipeline.knowledge import learn  # noqa: PLC0415  loads the store
    from bilan.schedule.settings import schedules  # noqa: PLC0415  loads holidays
    from bilan.schedule.watch import strangers  # noqa: PLC0415  loads the store

    now = instant(os.environ)
    for place in dict.fromkeys((one.identity.partnership, one.as_of) for one in orders(project, Request(), now)):
        knowledge = learn(project, *place, now)
        gate += knowledge.gate
        yield from knowledge.problems
    yield from strangers(project, schedules(project).values())


def messages(project: Project) -> Iterator[Problem]:
    """Every language says the same things, in our messages and in the partnership's own, all of it used and drawable."""
    from bilan.fonts.cut import font_files  # noqa: PLC0415  loads fontTools
    from bilan.wording.check import compare  # noqa: PLC0415  loads Fluent
    from bilan.wording.glyphs import undrawable  # noqa: PLC0415  same
    from bilan.wording.languages import MESSAGES  # noqa: PLC0415  same
    from bilan.wording.usage import unused  # noqa: PLC0415  same

    yield from compare(MESSAGES)
    yield from unused()
    families = (project.brand.fonts.sans, project.brand.fonts.serif)
    fonts = font_files(families, fonts_cache(os.environ))
    for slug in project.config.partnerships:
        yield from compare(project.folder(slug), project.config.languages)
        yield from undrawable(fonts, families, project.config.languages, project.folder(slug))


def templates(project: Project) -> Iterator[Problem]:
    """Every template of every audience can be parsed."""
    from bilan.render.look import look  # noqa: PLC0415  light, but only here
    from bilan.render.parse import mistakes  # noqa: PLC0415  loads jinja2

    for audience in project.config.audiences:
        yield from mistakes(look(project, audience))


def delivery(project: Project) -> Iterator[Problem]:
    """Everybody on the list of recipients can be sent what they asked for."""
    from bilan.delivery.recipients import problems  # noqa: PLC0415  loads the channels

    yield from problems(project)


def looks(gate: Results) -> tuple[Callable[[Project], Iterator[Problem]], ...]:
    """Everything that is looked at, in order; what the gate says is added to `gate`."""
    return settings, lambda project: data(project, gate), messages, templates, delivery


def summed(project: Project, gate: Results) -> dict[str, int]:
    """How many rules looked at how many series, and how often each action came of it; nothing where the data could not be read."""
    if not gate:
        return dict.fromkeys(("rules", "series", "pass", "warn", "hold"), 0)
    from bilan.gate.check import is_idle  # noqa: PLC0415  loads the store
    from bilan.gate.rules import load_gate  # noqa: PLC0415  same

    files = [project.folder(slug) / "gate.toml" for slug in project.config.partnerships]
    checked = [one for one in gate if not is_idle(one)]
    actions = {action: sum(one.action == action for one in checked) for action in ("pass", "warn", "hold")}
    rules = sum(len(load_gate(path).rule) for path in files if path.exists())
    return {"rules": rules, "series": len({one.series for one in checked}), **actions}


def rows_in_short(rows: Iterable[str]) -> str:
    """`trade.csv#bt01, trade.csv#bt02, trade.csv#bt03 and 4 more`."""
    every = list(rows)
    more = f" and {len(every) - MOST_ROWS} more" if len(every) > MOST_ROWS else ""
    return ", ".join(every[:MOST_ROWS]) + more


def _told(one: "GateResult") -> dict[str, Any]:
    """What the gate says of one series, in full."""
    return {
        "rule": one.rule, "series": one.series, "action": one.action, "rows": list(one.rows), "message": one.message,
        "hint": one.hint, "said": one.said, "arguments": {name: str(value) for name, value in one.args}, "more": one.more,
    }  # fmt: skip


def _looked(look: Callable[[Project], Iterator[Problem]], project: Project) -> list[Problem]:
    try:
        return list(look(project))
    except BilanError as error:
        return [Problem(error.where, error.message, error.hint, Severity.HOLD)]
