"""`bilan claims`: what was said, what the data say of it, and what may be written instead."""

import os
from typing import TYPE_CHECKING, Any

import click

from bilan.cli.build_command import day, instant
from bilan.cli.output import common, opened, say
from bilan.pipeline.claims import claims, rows, sources, told_claim

if TYPE_CHECKING:
    from bilan.compose.verdicts import Verdict
    from bilan.pipeline.knowledge import Knowledge


@click.command("claims", epilog="Examples:  bilan claims   ·   bilan claims --as-of 2024-12-31 --json")
@click.option("--pair", help="Partnership (default: the first of bilan.toml).")
@click.option("--as-of", callback=day, help="What was known by this day (default: today).")
@click.option("--lang", "-l", help="Language of the statements (default: the first of bilan.toml).")
@common
def command(**options: Any) -> int:  # noqa: ANN401  click's options
    """List every declared claim with its verdict, computed or declared, its evidence and the recommended wording."""
    from bilan.pipeline.knowledge import learn  # noqa: PLC0415  loads the store

    project = opened(options["folder"], verbose=options["verbose"])
    now = instant(os.environ)
    slug = options["pair"] or project.config.partnerships[0]
    as_of = options["as_of"] or now.date()
    knowledge = learn(project, slug, as_of, now)
    found = claims(project, knowledge, slug, options["lang"])
    if options["as_json"]:
        told = {"schema": 1, "partnership": slug, "as_of": as_of, "claims": [told_claim(one, knowledge) for one in found]}
        say(told, as_json=True)
        return 0
    for one in found:
        say("\n".join(_lines(one, knowledge)))
    say(f"{len(found)} claims as of {as_of.isoformat()}: {sum(one.computed for one in found)} computed, the others declared")
    return 0


def _lines(one: "Verdict", knowledge: "Knowledge") -> list[str]:
    how = "computed" if one.computed else "declared"
    lines = [f"{one.row.id}  {one.verdict} ({how})", f"  said: {one.statement}", f"  data: {one.says}"]
    if one.row.wording:
        lines.append(f"  write: {one.row.wording}")
    lines += [f"  years: {told}" for told in _tried(one)]
    lines += [f"  row: {row}" for row in rows(one, knowledge)]
    return [*lines, f"  sources: {', '.join(sources(one))}"]


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
