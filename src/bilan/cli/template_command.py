"""`bilan template`: begin an audience of your own, and see what can be overridden."""

from pathlib import Path

import click

from bilan.cli.output import common, opened, say
from bilan.pipeline.begun import begin


@click.group("template", epilog="Examples:  bilan template new embassy --from analyst   ·   bilan template show lead")
def command() -> None:
    """Begin an audience of your own, or show what a template can override."""


@command.command("new")
@click.argument("audience")
@click.option("--from", "model", default="analyst", show_default=True, help="Audience to begin from.")
@common
def new(audience: str, model: str, folder: Path | None, *, as_json: bool, quiet: bool, verbose: bool) -> int:
    """Write a commented folder for AUDIENCE, which must not exist yet."""
    files = begin(opened(folder, verbose=verbose), audience, model)
    if as_json:
        say({"schema": 1, "audience": audience, "files": files}, as_json=True)
    elif not quiet:
        say(f'templates/{audience}: written; next: add "{audience}" to `audiences` in bilan.toml, then: bilan preview {audience}')
    return 0


@command.command("show")
@click.argument("block", required=False)
@click.option("--audience", "-a", default="analyst", show_default=True, help="Whose templates to look in.")
@common
def show(block: str | None, audience: str, folder: Path | None, *, as_json: bool, quiet: bool, verbose: bool) -> int:  # noqa: ARG001  common options
    """List the blocks there are, or print the built-in source of one BLOCK or template file."""
    from bilan.render.look import look  # noqa: PLC0415  light, but only here
    from bilan.render.reference import VARIABLES, blocks, source  # noqa: PLC0415  loads jinja2

    seen = look(opened(folder, verbose=verbose), audience)
    if block:
        text = source(seen, block)
        say({"schema": 1, "block": block, "source": text} if as_json else text, as_json=as_json)
        return 0
    found = blocks(seen)
    if as_json:
        named = [{"name": one.name, "about": one.about, "file": one.file, "line": one.line} for one in found]
        say({"schema": 1, "blocks": named, "variables": VARIABLES}, as_json=True)
        return 0
    width = max(len(one.name) for one in found)
    lines = [f"{one.name.ljust(width)}  {one.about}" for one in found]
    say("\n".join([*lines, "", "One of them in full: bilan template show BLOCK. Variables and filters: docs/templates.md."]))
    return 0
