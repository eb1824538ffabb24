"""`bilan list`: what there is, with units and sources."""

import os
import textwrap
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from bilan.cli.build_command import day, instant
from bilan.cli.output import common, opened, say, table
from bilan.errors import UsageError
from bilan.pipeline.listing import KINDS, TIMELESS, Rows

WIDTH = 96


def described(rows: Rows) -> str:
    """Indicators for reading: a paragraph each, of lines that fit a terminal."""
    return "\n\n".join("\n".join(_paragraph(row)) for row in rows)


def _paragraph(row: dict[str, Any]) -> Iterator[str]:
    yield f"{row['indicator']}  [{row['unit']}, {row['frequency']}]"
    lines = [row["question"], f"= {row['formula']}"]
    if row["inputs"]:
        lines.append(f"with {', '.join(f'{name} = {need}' for name, need in row['inputs'].items())}")
    elif row["needs"]:
        lines.append(f"needs {row['needs']}")
    for line in [*lines, f"after {row['source']}" if row["source"] else "", "; ".join(row.get("last", ()))]:
        yield from textwrap.wrap(line, WIDTH, initial_indent="    ", subsequent_indent="      ", break_long_words=False)


@click.command("list", epilog="Examples:  bilan list indicators   ·   bilan list editions --json")
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.option("--as-of", callback=day, help="What was published by this day: last values, sources, editions.")
@common
def command(kind: str, folder: Path | None, *, as_of: date | None, as_json: bool, quiet: bool, verbose: bool) -> int:  # noqa: ARG001  common options
    """Show what there is of a KIND."""
    if as_of and kind in TIMELESS:
        raise UsageError(f"--as-of {as_of.isoformat()}", f"says nothing of {kind}: they carry no date", "leave it out")
    rows = KINDS[kind](opened(folder, verbose=verbose), as_of, instant(os.environ))
    if as_json:
        say(rows, as_json=True)
    elif kind == "indicators":
        say(described(rows))
    elif rows:
        say(table([tuple(rows[0]), *(tuple(str(value) for value in row.values()) for row in rows)]))
    else:
        say(f"no {kind}")
    return 0
