"""How does a person act on what is due? Hold, release, retry, cancel: one shape of command, and how things are named."""

import os
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from bilan.cli.build_command import instant
from bilan.cli.output import common, opened, say
from bilan.cli.person import actor, by
from bilan.errors import BilanError, UsageError, closest
from bilan.pipeline.told import complaint
from bilan.project import Project

if TYPE_CHECKING:
    from bilan.ledger.book import Ledger
    from bilan.ledger.records import OccurrenceRow

    _Step = tuple[OccurrenceRow, OccurrenceRow]

NAMES = "A number of `bilan status`, an edition as kz-kg/2026-10/minister.fr, or a month as kz-kg/2026-10."


def acting(name: str, help_text: str) -> click.Command:
    """The command that does one act to each occurrence named; one that cannot be does not keep the others from it."""

    @click.command(name, help=f"{help_text}\n\nWHICH: {NAMES}", epilog=f"Example:  bilan {name} kz-kg/2026-10/minister.fr")
    @click.argument("which", nargs=-1, required=True, metavar="WHICH...")
    @click.option("--reason", default="", help="Why; kept with the event.")
    @by
    @common
    def command(**options: Any) -> int:  # noqa: ANN401  click's options
        project = opened(options["folder"], verbose=options["verbose"])
        done, errors = _acted(project, name, options["which"], (actor(options["person"]), options["reason"]))
        if options["as_json"]:
            rows = [{"id": one.id, "edition": str(one.due.identity), "was": before.state, "is": one.state} for before, one in done]
            say({"schema": 1, "done": rows, "errors": [complaint(one) for one in errors]}, as_json=True)
            return int(errors[0].exit_code) if errors else 0
        for before, one in done if not options["quiet"] else ():
            say(f"{one.id}  {one.due.identity}  {_turned(before, one)}")
        for error in errors:
            click.echo(f"{error}\nhint: {error.hint}", err=True)
        return int(errors[0].exit_code) if errors else 0

    return command


def _acted(project: Project, name: str, which: Sequence[str], by_whom: tuple[str, str]) -> tuple[list["_Step"], list[BilanError]]:
    """Each occurrence before and after, and why others were left as they are."""
    from bilan.ledger.acts import Act, allowed  # noqa: PLC0415  loads the ledger
    from bilan.ledger.book import Ledger  # noqa: PLC0415  same

    what, now = Act(name), instant(os.environ)
    done: list[_Step] = []
    errors: list[BilanError] = []
    with Ledger.open(project.config.ledger, project.root) as ledger:
        for row in chosen(ledger, which, allowed(what)):
            try:
                done.append((row, ledger.act(what, row.id, by_whom, now)))
            except BilanError as error:
                errors.append(error)
    return done, errors


def chosen(ledger: "Ledger", words: Sequence[str], states: Collection[str]) -> "Iterator[OccurrenceRow]":
    """The occurrences that words name: of an edition the last one in a fitting state, of a month all of them.

    Raises UsageError for a word that names none.
    """
    rows = ledger.occurrences()
    for word in words:
        numbered = [row for row in rows if str(row.id) == word]
        named = [row for row in rows if str(row.due.identity) == word]
        fitting = [row for row in named if row.state in states]
        month = [row for row in rows if f"{row.due.partnership}/{row.due.period}" == word and row.state in states]
        found = numbered or fitting[-1:] or named[-1:] or month
        if not found:
            names = sorted({str(row.due.identity) for row in rows})
            hint = "`bilan status` shows what there is"
            raise UsageError(f"'{word}'", f"names nothing in the ledger{closest(word, names)}", hint)
        yield from found


def _turned(before: "OccurrenceRow", after: "OccurrenceRow") -> str:
    return f"is {after.state} already" if before == after else f"was {before.state}, is {after.state}"
