"""`bilan approve`: a person's word on the hash of an edition that is built and waits."""

import os
from typing import TYPE_CHECKING, Any

import click

from bilan.cli.acting import NAMES, chosen
from bilan.cli.build_command import instant
from bilan.cli.output import common, opened, say
from bilan.cli.person import actor, by, owner
from bilan.errors import UsageError
from bilan.project import Project

if TYPE_CHECKING:
    from bilan.ledger.book import Ledger
    from bilan.ledger.records import OccurrenceRow


@click.command(
    "approve",
    help=f"Approve the edition that waits, by its hash; the last approval needed issues just these bytes.\n\nWHICH: {NAMES}",
    epilog="Example:  bilan approve kz-kg/2026-10/minister.fr --hash e8be4d8dd1c7f9f5",
)
@click.argument("which", metavar="WHICH")
@click.option("--hash", "sha256", default="", help="The hash of the PDF you looked at, or its first 8 digits or more.")
@by
@common
def command(which: str, sha256: str, **options: Any) -> int:  # noqa: ANN401  click's options
    """Write the approval down, and issue the edition where it was the last one needed."""
    from bilan.ledger.book import Ledger  # noqa: PLC0415  heavy
    from bilan.schedule.approving import Word, approve  # noqa: PLC0415  same

    project, now = opened(options["folder"], verbose=options["verbose"]), instant(os.environ)
    with Ledger.open(project.config.ledger, project.root) as ledger:
        row = _one(project, ledger, which, sha256)
        done = approve(project, ledger, Word(row.id, sha256, actor(options["person"]), now), owner())
    if done.error:
        raise done.error
    row, given, path = done.row, done.given, done.path
    if options["as_json"]:
        told = {"id": row.id, "edition": str(row.due.identity), "sha256": row.sha256, "approvals": given, "needed": row.approvals}
        say(told | {"path": path}, as_json=True)
    elif not options["quiet"]:
        say(f"{row.due.identity}: {given} of {row.approvals} approved{f'; issued as {path}' if path else ''}")
    return 0


def _one(project: Project, ledger: "Ledger", which: str, sha256: str) -> "OccurrenceRow":
    from bilan.pipeline.waiting import Waiting  # noqa: PLC0415  heavy

    (row, *others) = chosen(ledger, [which], ("awaiting",))
    if others:
        names = ", ".join(str(one.id) for one in (row, *others))
        raise UsageError(f"'{which}'", f"names several that wait: {names}", "approve one after the other")
    if not sha256 and row.sha256:
        shown = Waiting(project).shown(row.due.identity, row.sha256).relative_to(project.root)
        raise UsageError("--hash", "says which bytes are approved", f"look at {shown}, then add --hash {row.sha256[:16]}")
    return row
