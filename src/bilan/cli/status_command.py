"""`bilan status`: runs, editions, deliveries, what is held and what comes next."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilan.cli.build_command import instant
from bilan.cli.output import common, opened, say
from bilan.project import Project

if TYPE_CHECKING:
    from datetime import datetime

    from bilan.ledger.records import EditionRow, OccurrenceRow
    from bilan.schedule.standing import Standing

_REASON_CHARACTERS = 200


@click.command("status", epilog="Example:  bilan status   ·   bilan why 2026-11-02")
@common
def command(folder: Path | None, *, as_json: bool, quiet: bool, verbose: bool) -> int:  # noqa: ARG001  common options
    """Show what runs, what waits, what needs a person, what was issued last and how far it was delivered, and what comes next."""
    show(opened(folder, verbose=verbose), as_json=as_json)
    return 0


def show(project: Project, *, as_json: bool = False) -> None:
    """Print how a project stands."""
    from bilan.ledger.book import Ledger  # noqa: PLC0415  heavy
    from bilan.schedule.standing import standing  # noqa: PLC0415  same
    from bilan.schedule.told import told_standing  # noqa: PLC0415  same

    with Ledger.open(project.config.ledger, project.root) as ledger:
        found = standing(project, ledger, instant(os.environ))
    say(told_standing(project, found), as_json=True) if as_json else say("\n".join(_Page(project, found).lines()))


class _Page:
    """How things stand, for reading."""

    def __init__(self, project: Project, found: "Standing") -> None:
        from bilan.schedule.standing import local  # noqa: PLC0415  heavy

        self.project, self.found, self.zone = project, found, local(project)

    def lines(self) -> Iterator[str]:
        """Headings and what stands under them; a heading with nothing under it is left out."""
        looked = f"last pass {self._at(self.found.looked)}" if self.found.looked else "no pass yet: `bilan serve` keeps the clock"
        yield f"{self._at(self.found.at)} {self.zone}, {looked}"
        parts = (
            ("running", self._running()), ("waiting", self._waiting()), ("awaits approval", self._awaiting()), ("held", self._held()),
            ("failed", self._failed()), ("issued last", self._issued()), ("next", self._coming()),
        )  # fmt: skip
        for heading, found in parts:
            if rows := list(found):
                yield ""
                yield heading
                yield from (f"  {row}" for row in rows)
        if not self.found.issued:
            yield ""
            yield "nothing was issued yet: `bilan build` makes the editions of the last month"

    def _running(self) -> Iterator[str]:
        for row in self.found.running:
            called_off = ", being called off" if row.state.value == "cancelling" else ""
            yield f"{_name(row)}  by {row.owner}, attempt {row.attempt}{called_off}"

    def _waiting(self) -> Iterator[str]:
        for row in self.found.waiting:
            again = f", again at {self._at(row.next_try_at)}" if row.next_try_at else ""
            yield f"{_name(row)}  due since {self._at(row.due.due_at)}{again}{_because(row)}"

    def _awaiting(self) -> Iterator[str]:
        from bilan.pipeline.waiting import Waiting  # noqa: PLC0415  heavy

        for row, given in self.found.awaiting:
            persons = f" ({', '.join(one.person for one in given)})" if given else ""
            yield f"{_name(row)}  {len(given)} of {row.approvals} approved{persons}"
            shown = Waiting(self.project).shown(row.due.identity, str(row.sha256))
            yield f"    {shown.relative_to(self.project.root)}  ·  bilan approve {row.id} --hash {str(row.sha256)[:16]}"

    def _held(self) -> Iterator[str]:
        for row in self.found.held:
            yield f"{_name(row)}{_because(row)}  ·  bilan release {row.id}"

    def _failed(self) -> Iterator[str]:
        for row in self.found.failed:
            yield f"{_name(row)}{_because(row)}  ·  bilan retry {row.id}"

    def _issued(self) -> Iterator[str]:
        for row in self.found.issued:
            state = "" if row.state.value == "issued" else f", {row.state}{f' ({row.reason})' if row.reason else ''}"
            sent = _sent(self.found, row)
            yield f"{row.path}  number {row.number}, {self._at(row.issued_at)}{state}{f', {sent}' if sent else ''}"

    def _coming(self) -> Iterator[str]:
        for one in self.found.coming:
            yield f"{self._at(one.due_at)}  {one.schedule}: {one.partnership} {one.period}"

    def _at(self, moment: "datetime | None") -> str:
        return f"{moment.astimezone(self.zone):%Y-%m-%d %H:%M}" if moment else ""


def _name(row: "OccurrenceRow") -> str:
    return f"{row.id}  {row.due.identity}"


def _because(row: "OccurrenceRow") -> str:
    reason = " ".join(row.reason.split())
    short = reason if len(reason) <= _REASON_CHARACTERS else f"{reason[:_REASON_CHARACTERS]}…"
    return f": {short}" if short else ""


def _sent(found: "Standing", row: "EditionRow") -> str:
    from bilan.schedule.standing import spoken  # noqa: PLC0415  heavy

    counted = found.deliveries.get(row.id)
    return spoken(counted) if counted else ""
