"""How does a job audit a file that a stranger sent? In a process of its own, so that a hostile one costs its job and nothing else."""

from bilan.executor.apart import MEGABYTE, Bounds, apart
from bilan.ledger.job_records import JobRow, JobState
from bilan.web.jobs.bench import Bench, Ended, Ways, counted
from bilan.web.jobs.requests import AuditAsked
from bilan.web.jobs.sent import found

STAGE = "audit"
TASK = "bilan.pipeline.audited:task"
"""Named, not imported: what reads foreign bytes loads in its own process alone."""
BOUNDS = Bounds(file_bytes=4 * MEGABYTE)


def audited(bench: Bench, job: JobRow, asked: AuditAsked, ways: Ways) -> Ended:
    """Audit the file as `bilan audit` does; numerals that resolve to nothing are the result of a job that is done.

    A file that takes too much time or memory, or breaks what reads it, fails its job alone.
    """
    document, manifest = found(bench.project, job.name, asked)
    ways.tell(STAGE, asked.file, 0.0)
    wanted = {"document": str(document), "manifest": str(manifest) if manifest else None, "name": asked.file}
    told = apart(TASK, wanted, asked.file, BOUNDS, ways.stop)
    many = len(told["problems"]) + told["more"]
    return Ended(JobState.DONE, f"{counted(many, 'numeral')} unresolved" if many else "", told)
