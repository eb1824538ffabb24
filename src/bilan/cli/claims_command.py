"""`bilan claims`: what was said, what the data say of it, and what may be written instead."""

import os
from typing import TYPE_CHECKING, Any

import click

from bilan.cli.build_command import day, instant
from bilan.cli.output import common, opened, say
from bilan.period import Frequency, Period

if TYPE_CHECKING:
    from bilan.compose.material import Material
    from bilan.compose.verdicts import Verdict
    from bilan.pipeline.knowledge import Knowledge
    from bilan.project import Project


@click.command("claims", epilog="Examples:  bilan claims   ·   bilan claims --as-of 2024-12-31 --json")
@click.option("--pair", help="Partnership (default: the first of bilan.toml).")
@click.option("--as-of", callback=day, help="What was known by this day (default: today).")
@click.option("--lang", "-l", help="Language of the statements (default: the first of bilan.toml).")
@common
def command(**options: Any) -> int:  # noqa: ANN401  click's options
    """List every declared claim with its verdict, computed or declared, its evidence and the recommended wording."""
    from bilan.compose.verdicts import verdicts  # noqa: PLC0415  loads the charts' specs
    from bilan.pipeline.knowledge import learn  # noqa: PLC0415  loads the store

    project = opened(options["folder"], verbose=options["verbose"])
    now = instant(os.environ)
    slug = options["pair"] or project.config.partnerships[0]
    as_of = options["as_of"] or now.date()
    knowledge = learn(project, slug, as_of, now)
    found = verdicts(_material(project, knowledge, slug, options["lang"] or project.config.languages[0]))
    if options["as_json"]:
        told = {"schema": 1, "partnership": slug, "as_of": as_of, "claims": [_as_json(one, knowledge) for one in found]}
        say(told, as_json=True)
        return 0
    for one in found:
        say("\n".join(_lines(one, knowledge)))
    say(f"{len(found)} claims as of {as_of.isoformat()}: {sum(one.computed for one in found)} computed, the others declared")
    return 0


def _material(project: "Project", knowledge: "Knowledge", slug: str, language: str) -> "Material":
    from bilan.compose.material import Material  # noqa: PLC0415  loads the charts' specs
    from bilan.document import Identity  # noqa: PLC0415  same
    from bilan.wording.printer import printer  # noqa: PLC0415  same

    audience, as_of = project.config.audiences[0], knowledge.facts.as_of
    identity = Identity(slug, Period(as_of.year, Frequency.MONTHLY, as_of.month), audience, language)
    door = printer(language, knowledge.facts.partnership, project.folder(slug))
    return Material(
        identity, knowledge.facts, knowledge.findings, door, knowledge.sources, knowledge.observations, project.audience(audience),
        project.config.office, as_of,
    )  # fmt: skip


def _lines(one: "Verdict", knowledge: "Knowledge") -> list[str]:
    how = "computed" if one.computed else "declared"
    lines = [f"{one.row.id}  {one.verdict} ({how})", f"  said: {one.statement}", f"  data: {one.says}"]
    if one.row.wording:
        lines.append(f"  write: {one.row.wording}")
    lines += [f"  years: {told}" for told in _tried(one)]
    lines += [f"  row: {row}" for row in _rows(one, knowledge)]
    return [*lines, f"  sources: {', '.join(_sources(one))}"]


def _tried(one: "Verdict") -> list[str]:
    """What the spans of years say, one line a reporter; `--json` has each of them."""
    told = []
    for reporter in dict.fromkeys(window.reporter for window in one.windows):
        rates = [window for window in one.windows if window.reporter == reporter]
        low, high = min(rates, key=lambda window: window.rate), max(rates, key=lambda window: window.rate)
        inside = ", ".join(window.years for window in rates if window.inside) or "none"
        spread = f"{low.rate:.1f} % a year ({low.years}) to {high.rate:.1f} % ({high.years})"
        told.append(f"{reporter}, {len(rates)} spans, {spread}; as claimed: {inside}")
    return told


def _as_json(one: "Verdict", knowledge: "Knowledge") -> dict[str, Any]:
    return {
        "id": one.row.id, "verdict": one.verdict, "computed": one.computed, "declared": one.row.verdict, "statement": str(one.statement),
        "data": str(one.says), "wording": one.row.wording, "value": one.row.value, "unit": one.row.unit, "period": one.row.period,
        "readings": [reading.id for reading in one.readings], "rows": _rows(one, knowledge), "sources": _sources(one),
        "windows": [
            {"reporter": each.reporter, "years": each.years, "rate": format(each.rate, ".3f"), "inside": each.inside} for each in one.windows
        ],
    }  # fmt: skip


def _rows(one: "Verdict", knowledge: "Knowledge") -> list[str]:
    """Rows of the tables that the readings compared with rest on."""
    readings, observations = knowledge.facts.readings, knowledge.observations
    wanted, rows = [part.id for part in (*one.readings, *(end for window in one.windows for end in (window.first, window.last)))], []
    seen: set[str] = set()
    while wanted:
        name = wanted.pop(0)
        if name in seen:
            continue
        seen.add(name)
        reading = readings.get(name)
        if name in observations:
            rows.append(observations[name].row)
        elif reading is not None:
            wanted += reading.inputs
    return sorted(set(rows))


def _sources(one: "Verdict") -> list[str]:
    return list(dict.fromkeys((one.row.source_id, *one.row.evidence)))
