"""`bilan trace`: follow a printed number to its reading, formula, observations, rows and sources."""

import os
from typing import Any

import click

from bilan.archive.archive import Archive
from bilan.cli.build_command import day, instant
from bilan.cli.output import common, opened, say
from bilan.pipeline.knowledge import learn
from bilan.pipeline.trace import Trace, trace, trace_as_of


@click.command("trace", epilog="Example:  bilan trace kz-kg/2026-10/analyst.en '$1.32bn'")
@click.argument("edition")
@click.argument("number")
@click.option("--as-of", callback=day, help="What the same reading was, or is, as of this day.")
@common
def command(edition: str, number: str, **options: Any) -> int:  # noqa: ANN401  click's options
    """Show where NUMBER of EDITION comes from; NUMBER is what stands on the page, or a reading's id."""
    project = opened(options["folder"], verbose=options["verbose"])
    manifest = Archive.of(project).manifest(edition)
    found = trace(manifest, number)
    if options["as_of"]:
        slug = manifest["edition"]["partnership"]
        found = trace_as_of(learn(project, slug, options["as_of"], instant(os.environ)), found)
    if options["as_json"]:
        say([_as_json(one) for one in found], as_json=True)
    else:
        say("\n\n".join("\n".join(_lines(one)) for one in found))
    return 0


def _lines(one: Trace, depth: int = 0) -> list[str]:
    pad = "  " * depth
    if one.reading is None and one.printed.get("kind") == "reading":
        return [f"{pad}reading {one.printed['ref']}: not known by then"]
    if one.reading is None:
        return [
            f"{pad}{one.printed.get('text', one.printed['ref'])}: declared {one.printed.get('kind', 'constant')} '{one.printed['ref']}'"
        ]
    reading = one.reading
    head = f"'{one.printed['text']}' is " if "text" in one.printed else ""
    lines = [f"{pad}{head}reading {reading['id']} = {_value(reading)}", f"{pad}  formula: {reading['formula']}"]
    if reading["precision"] != "exact" or reading["evidence"] != "reported":
        lines.append(f"{pad}  precision: {reading['precision']}; evidence: {reading['evidence']}; status: {reading['status']}")
    for part in one.inputs:
        lines += _lines(part, depth + 1) if isinstance(part, Trace) else _row(part, "  " * (depth + 1))
    return lines


def _row(row: dict[str, Any], pad: str) -> list[str]:
    if "rows" in row:
        told = [f"{pad}slice {row['id']} = {row['total']} {row['unit']}", f"{pad}  {row['rows']} rows, published {row['published']}"]
        return told + _citations(row, pad)
    said = f", printed as “{row['as_printed']}”" if row["as_printed"] else ""
    lines = [
        f"{pad}observation {row['series']} {row['period']} = {row['value']} {row['unit']}{said}",
        f"{pad}  row {row['row']}, published {row['published']}",
    ]
    if row["derivation"]:
        lines.append(f"{pad}  derived as {row['derivation']}")
    return lines + _citations(row, pad)


def _citations(row: dict[str, Any], pad: str) -> list[str]:
    return [f"{pad}  source {one['id']}: {one['publisher']}, “{one['title']}” {one['url']} ({one['licence']})" for one in row["citations"]]


def _value(reading: dict[str, Any]) -> str:
    return "no value" if reading["value"] is None else f"{reading['value']} {reading['unit']}"


def _as_json(one: Trace) -> dict[str, Any]:
    inputs = [_as_json(part) if isinstance(part, Trace) else part for part in one.inputs]
    return {"printed": one.printed, "reading": one.reading, "inputs": inputs}
