"""How is what stands in the schedules and the ledger told to machines? One shape for terminal and API."""

from typing import Any

from bilan.ledger.records import EditionRow, OccurrenceRow
from bilan.pipeline.waiting import Waiting
from bilan.project import Project
from bilan.schedule.preview import notes
from bilan.schedule.rules import Occurrence, Schedule
from bilan.schedule.standing import Standing

Told = dict[str, Any]


def told_standing(project: Project, found: Standing) -> Told:
    """How things stand."""
    waiting = Waiting(project)
    awaiting = [
        told_occurrence(row)
        | {"approved_by": [one.person for one in given], "sha256": row.sha256, "approvals": row.approvals}
        | {"pdf": str(waiting.shown(row.due.identity, str(row.sha256)))}
        for row, given in found.awaiting
    ]
    looked = found.looked.isoformat() if found.looked else None
    groups = {name: [told_occurrence(row) for row in getattr(found, name)] for name in ("running", "waiting", "held", "failed")}
    coming = [
        {"schedule": one.schedule, "partnership": one.partnership, "month": str(one.period), "due_at": one.due_at.isoformat()}
        for one in found.coming
    ]
    issued = [_edition(found, row) for row in found.issued]
    return {"schema": 1, "at": found.at.isoformat(), "last_pass": looked, **groups, "awaiting": awaiting, "issued": issued, "next": coming}


def told_occurrence(row: OccurrenceRow) -> Told:
    """One edition that fell due, and where it stands."""
    same = {name: getattr(row, name) for name in ("id", "reason", "owner", "attempt")}
    about = {"edition": str(row.due.identity), "due_at": row.due.due_at.isoformat(), "state": row.state.value, "origin": row.origin.value}
    again = row.next_try_at.isoformat() if row.next_try_at else None
    return about | {"schedule": row.due.schedule, "next_try_at": again} | same


def told_coming(schedule: Schedule, one: Occurrence) -> Told:
    """One due moment that is still to come, with the editions it asks for."""
    return {
        "schedule": one.schedule, "local": local_time(schedule, one), "utc": one.due_at.isoformat(), "rule_utc": one.ruled_at.isoformat(),
        "month": str(one.period), "revision": one.revision, "editions": [str(due.identity) for due in schedule.dues(one)],
        "notes": notes(schedule, one),
    }  # fmt: skip


def local_time(schedule: Schedule, one: Occurrence) -> str:
    """A due moment where the schedule lives."""
    return f"{one.due_at.astimezone(schedule.zone):%a %Y-%m-%d %H:%M} {schedule.zone.key}"


def _edition(found: Standing, row: EditionRow) -> Told:
    counted = {state.value: count for state, count in found.deliveries.get(row.id, {}).items()}
    same = {name: getattr(row, name) for name in ("path", "number", "issue", "sha256", "reason")}
    return same | {"issued_at": row.issued_at.isoformat(), "state": row.state.value, "deliveries": counted}
