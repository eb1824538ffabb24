"""`bilan template`: begin an audience of your own, and see what can be overridden."""

import re
from pathlib import Path

import click

from bilan.cli.output import common, opened, say
from bilan.errors import UsageError
from bilan.project import Project

RESERVED = ("base", "builtin")
NAMES = {
    "en": "{name} edition", "fr": "Édition {name}", "ru": "Выпуск: {name}", "kk": "Басылым: {name}", "ky": "Чыгарылыш: {name}",
}  # fmt: skip


@click.group("template", epilog="Examples:  bilan template new embassy --from analyst   ·   bilan template show lead")
def command() -> None:
    """Begin an audience of your own, or show what a template can override."""


@command.command("new")
@click.argument("audience")
@click.option("--from", "model", default="analyst", show_default=True, help="Audience to begin from.")
@common
def new(audience: str, model: str, folder: Path | None, *, as_json: bool, quiet: bool, verbose: bool) -> int:
    """Write a commented folder for AUDIENCE, which must not exist yet."""
    project = opened(folder, verbose=verbose)
    target = _free(project, audience)
    texts = {"audience.toml": _settings(project, audience, model), "briefing.html": _page(project, model)}
    target.mkdir(parents=True)
    for name, text in texts.items():
        (target / name).write_text(text, encoding="utf-8")
    if as_json:
        say({"schema": 1, "audience": audience, "files": [f"templates/{audience}/{name}" for name in texts]}, as_json=True)
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


def _free(project: Project, audience: str) -> Path:
    """The folder to be; raises UsageError for a name that is no folder name, or taken."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", audience) or audience in RESERVED:
        raise UsageError(
            f"audience '{audience}'", "is no name for an audience", "use lower-case letters, digits and hyphens, as in embassy"
        )
    target = project.root / "templates" / audience
    if target.exists() or audience in project.audiences():
        raise UsageError(f"templates/{audience}", "is there already", "choose another name, or edit that folder")
    return target


def _settings(project: Project, audience: str, model: str) -> str:
    given = project.audience(model)
    sections = [one for one in given.sections if one != "embargo"]
    name = audience.replace("-", " ").capitalize()
    names = "\n".join(f'{language} = "{said.format(name=name)}"' for language, said in NAMES.items())
    return f"""# The {audience} edition. Every key: `bilan schema audience`; every section: docs/templates.md.
extends = "{model}"            # files that this folder does not have are taken from there
sections = [
{"".join(f'  "{one}",{chr(10)}' for one in sections)}]
findings = {given.findings}    # how many findings page one prints
pages = {given.pages}          # more pages than these hold the edition

[name]                         # as the cover and the running head print it
{names}
"""


def _page(project: Project, model: str) -> str:
    own = any((root / model / "briefing.html").is_file() for root in project.template_roots)
    return f"""{{#- Everything is inherited; only what stands in a block here is changed.
    `bilan template show` lists the blocks, `bilan template show lead` prints the one below as it came. -#}}
{{% extends "{model if own else "base"}/briefing.html" %}}

{{% block lead %}}
<p class="lead">{{{{ word.lead }}}}</p>
{{% endblock %}}
"""
