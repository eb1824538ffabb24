"""How does an audience of one's own begin? With a commented folder that builds as it is, for command line and API."""

import re
from pathlib import Path

from bilan.errors import ConflictError, DiskError, UsageError
from bilan.project import Project

RESERVED = ("base", "builtin")
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NAMES = {
    "en": "{name} edition", "fr": "Édition {name}", "ru": "Выпуск: {name}", "kk": "Басылым: {name}", "ky": "Чыгарылыш: {name}",
}  # fmt: skip
_HINT = "use lower-case letters, digits and hyphens, as in embassy"


def begin(project: Project, audience: str, model: str) -> tuple[str, ...]:
    """Write the folder of an audience that takes after a model; its files, as paths in the project.

    UsageError for a name that is none or a model that is not there, ConflictError for a name that is taken, DiskError where
    nothing could be written; then nothing is left.
    """
    target = _free(project, audience)
    texts = {"briefing.html": _page(project, model), "audience.toml": _settings(project, audience, model)}
    try:
        target.mkdir(parents=True)
    except FileExistsError:
        raise _taken(audience) from None
    except OSError as error:
        raise _unwritten(audience, error) from None
    try:
        for name, text in texts.items():  # with its settings it is an audience, so these come last
            (target / name).write_text(text, encoding="utf-8")
    except OSError as error:
        _undone(target, texts)
        raise _unwritten(audience, error) from None
    return tuple(f"templates/{audience}/{name}" for name in sorted(texts))


def _free(project: Project, audience: str) -> Path:
    """The folder to be; raises UsageError for a name that is no folder name, ConflictError for one that is taken."""
    if not NAME.fullmatch(audience) or audience in RESERVED:
        raise UsageError(f"audience '{audience}'", "is no name for an audience", _HINT)
    target = project.root / "templates" / audience
    if target.exists() or audience in project.audiences():
        raise _taken(audience)
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


def _undone(target: Path, names: dict[str, str]) -> None:
    for name in names:
        (target / name).unlink(missing_ok=True)
    target.rmdir()


def _taken(audience: str) -> ConflictError:
    return ConflictError(f"templates/{audience}", "is there already", "choose another name, or edit that folder")


def _unwritten(audience: str, error: OSError) -> DiskError:
    hint = "let this user write to templates, and see that there is room"
    return DiskError(f"templates/{audience}", f"cannot be written: {error.strerror}", hint)
