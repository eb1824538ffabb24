"""`bilan diff`: what changed from one edition to another, from their manifests alone."""

from pathlib import Path
from typing import Any

import click

from bilan.archive.archive import Archive
from bilan.cli.output import common, opened, say, table
from bilan.errors import UsageError


@click.command("diff", epilog="Example:  bilan diff kz-kg/2026-09/analyst.en kz-kg/2026-10/analyst.en")
@click.argument("before")
@click.argument("after")
@common
def command(before: str, after: str, folder: Path | None, *, as_json: bool, quiet: bool, verbose: bool) -> int:  # noqa: ARG001  common options
    """Compare edition BEFORE with edition AFTER: figures, sentences, aims, thresholds, projects, events, methods."""
    from bilan.findings.changes import differences  # noqa: PLC0415  loads the findings

    archive = Archive.of(opened(folder, verbose=verbose))
    manifests = [archive.manifest(name) for name in (before, after)]
    for name, manifest in zip((before, after), manifests, strict=True):
        if "state" not in manifest:
            raise UsageError(f"edition '{name}'", "was issued before states were kept in manifests", "compare later editions")
    found = differences(manifests[0]["state"], manifests[1]["state"])
    if as_json:
        say([{"change": one.change.value, "subject": one.subject, "before": one.before, "after": one.after} for one in found], as_json=True)
    elif found:
        say(
            table(
                [
                    ("change", "what", "before", "after"),
                    *((one.change.value, one.subject, _said(one.before), _said(one.after)) for one in found),
                ]
            )
        )
    else:
        say("nothing changed")
    return 0


def _said(one: Any) -> str:  # noqa: ANN401  a reading, a state, or nothing
    if isinstance(one, dict):
        return f"{one['value']} {one['unit']}" if "value" in one else ", ".join(f"{name} {value}" for name, value in sorted(one.items()))
    return "" if one is None else str(one)
