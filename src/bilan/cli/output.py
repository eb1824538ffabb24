"""How do commands speak? Results on stdout, progress and mistakes on stderr, JSON for machines."""

import json
import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from bilan.cli.logs import FORMATS, chosen, set_up, wanted
from bilan.project import Project, find

F = TypeVar("F", bound=Callable[..., Any])
STAGES = {
    "fonts": "preparing fonts", "data": "taking in data", "compose": "composing and drawing", "render": "laying out and auditing",
    "publish": "publishing",
}  # fmt: skip


def common(function: F) -> F:
    """The options every command has: --project, --json, -q, -v, --log."""
    for option in reversed(
        (
            click.option(
                "--project", "-C", "folder", type=click.Path(path_type=Path), help="Project folder (default: nearest with bilan.toml)."
            ),
            click.option("--json", "as_json", is_flag=True, help="Speak JSON."),
            click.option("--quiet", "-q", is_flag=True, help="Say only what went wrong."),
            click.option("--verbose", "-v", is_flag=True, help="Log each stage."),
            click.option("--log", type=click.Choice(FORMATS), expose_value=False, callback=chosen, help="Log each stage in this form."),
        )
    ):
        function = option(function)
    return function


def opened(folder: Path | None, *, verbose: bool = False) -> Project:
    """The project asked for, or the nearest one; logs each stage if that is asked for."""
    found = find((folder or Path.cwd()).resolve())
    if verbose or wanted():
        set_up(found.config.log, logging.INFO)
    else:
        logging.getLogger("bilan").addHandler(logging.NullHandler())
    return found


def say(words: object, *, as_json: bool = False) -> None:
    """A result: text, or one JSON object."""
    click.echo(json.dumps(words, ensure_ascii=False, indent=1, sort_keys=True, default=str) if as_json else words)


def table(rows: Sequence[Sequence[str]]) -> str:
    """Columns aligned for reading."""
    widths = [max(len(row[index]) for row in rows) for index in range(len(rows[0]))] if rows else []
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)


@contextmanager
def progress(*, shown: bool) -> Iterator[Callable[[str, str], None]]:
    """Stage names while a build runs, on a terminal only."""
    if not shown or not sys.stderr.isatty():
        yield lambda stage, what: None  # noqa: ARG005  nobody is watching
        return
    from rich.console import Console  # noqa: PLC0415  only a terminal needs it

    with Console(stderr=True).status("starting") as status:
        yield lambda stage, what: status.update(f"{STAGES.get(stage, stage)} {what}".strip())
