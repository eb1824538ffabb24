"""How does a job look after the archive? It reads the whole of it, or gives back what can be given back."""

from collections.abc import Callable

from bilan.archive.archive import Archive
from bilan.archive.check import check
from bilan.archive.restore import restore
from bilan.ledger.job_records import JobRow, JobState
from bilan.pipeline.reported import told_check, told_rebuild
from bilan.web.jobs.bench import Bench, Ended, Ways, counted
from bilan.web.jobs.requests import ArchiveCheckAsked, ArchiveRebuildAsked

STAGE = "archive"
ALMOST = 0.95


def checked(bench: Bench, job: JobRow, asked: ArchiveCheckAsked, ways: Ways) -> Ended:  # noqa: ARG001  the shape of all
    """Read the archive as `bilan archive check` does; faults are the result of a job that is done, `reason` says how many."""
    recorded = bench.ledger.editions()
    found = check(Archive.of(bench.project), recorded, _heard(ways, len(recorded)))
    reason = f"{counted(len(found.faults), 'fault')}, the first: {found.faults[0]}" if found.faults else ""
    return Ended(JobState.DONE, reason, told_check(found))


def rebuilt(bench: Bench, job: JobRow, asked: ArchiveRebuildAsked, ways: Ways) -> Ended:  # noqa: ARG001  same
    """Give back what can be as `bilan archive rebuild` does; what cannot is the result of a job that is done."""
    archive, recorded = Archive.of(bench.project), bench.ledger.editions()
    lost = restore(archive, recorded, _heard(ways, len(recorded)))
    reason = f"{counted(len(lost), 'edition')} could not be given back, the first: {lost[0]}" if lost else ""
    return Ended(JobState.DONE, reason, told_rebuild(len(archive.editions()), lost))


def _heard(ways: Ways, editions: int) -> Callable[[str], None]:
    """Write how far it is for each edition, and look whether it was called off for each file."""
    begun: list[str] = []

    def heard(name: str) -> None:
        ways.stop.before(name)
        if "/blob/" not in f"/{name}":
            begun.append(name)
            ways.tell(STAGE, name, min(ALMOST, ALMOST * len(begun) / max(editions, 1)))

    return heard
