"""What does a worker do for one job? It builds, verifies or corrects as asked, and tells how it ended in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bilan.archive.archive import Archive
from bilan.errors import AwaitingError, BilanError, CancelledError, HeldError, StoppedError
from bilan.ledger.job_records import JobRow, JobState
from bilan.ledger.queue import OF_JOBS
from bilan.pipeline.build import Session, build
from bilan.pipeline.outcome import Outcome
from bilan.pipeline.request import orders
from bilan.pipeline.told import complaint, told_edition
from bilan.project import Project
from bilan.stop import Stop
from bilan.web.editions import archived
from bilan.web.jobs.progress import Progress
from bilan.web.jobs.requests import Asked, BuildAsked, CorrectAsked, PreviewAsked, VerifyAsked, read

if TYPE_CHECKING:
    from bilan.executor.protocol import Executor
    from bilan.ledger.book import Ledger

Tell = Callable[[str, str, float], None]
DRAFTS = "drafts"


@dataclass(frozen=True)
class Bench:
    """What a worker works with: project, ledger, the executor it keeps warm, where fonts are cut to, and the clock."""

    project: Project
    ledger: "Ledger"
    executor: "Executor"
    fonts_cache: Path
    clock: Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a job ended: its state, why, and what came of it as JSON."""

    state: JobState
    reason: str = ""
    result: Any = field(default=None)


def work(bench: Bench, job: JobRow, tell: Tell, stop: Stop) -> Ended:
    """Do one job; a mistake of any kind is told, never raised. `tell` raises CancelledError where it was called off."""
    try:
        asked = read(job.kind, job.request)
        return _WORK[type(asked)](bench, job, asked, _Ways(tell, stop))
    except BilanError as error:
        return Ended(_state(error), str(error), {"problem": complaint(error)})


@dataclass(frozen=True)
class _Ways:
    tell: Tell
    stop: Stop


def key_of(job: JobRow) -> str:
    """Under which key a job orders its editions."""
    return f"{OF_JOBS}{job.name}"


def folder_of(project: Project, job: str) -> Path:
    """Where the files of a draft or preview lie."""
    return project.machine / DRAFTS / job


def _build(bench: Bench, job: JobRow, asked: BuildAsked, ways: _Ways) -> Ended:
    request = asked.request
    count = len(orders(bench.project, request, bench.clock()))
    progress = Progress(count, draft=asked.draft)
    session = _session(bench, job, progress, ways)
    return _summed(bench.project, job, build(session, request), draft=asked.draft)


def _correct(bench: Bench, job: JobRow, asked: CorrectAsked, ways: _Ways) -> Ended:
    from bilan.pipeline.life import correct  # noqa: PLC0415  only for a correction

    session = _session(bench, job, Progress(1), ways, keyed=False)
    return _summed(bench.project, job, [correct(session, archived(asked.edition), asked.reason, asked.as_of)], draft=False)


def _verify(bench: Bench, job: JobRow, asked: VerifyAsked, ways: _Ways) -> Ended:  # noqa: ARG001  the shape of all
    from bilan.pipeline.verify import verify  # noqa: PLC0415  only for a verification

    progress = Progress(1, draft=True)
    pdf = f"{Archive.of(bench.project).locate(archived(asked.edition)).removesuffix('.manifest.json')}.pdf"
    verdict = verify(bench.project, Path(pdf), bench.fonts_cache, lambda stage, what: ways.tell(stage, what, progress.begin(stage)))
    said = [str(one) for one in verdict.differences]
    result = {
        "edition": verdict.edition, "number": verdict.number, "issue": verdict.issue, "same": verdict.same, "bytes": verdict.size,
        "differences": said, "notes": [str(one) for one in verdict.notes],
        "signature": None if verdict.signature is None else str(verdict.signature),
    }  # fmt: skip
    return Ended(JobState.DONE, said[0] if said else "every byte is the same", result)


def _preview(bench: Bench, job: JobRow, asked: PreviewAsked, ways: _Ways) -> Ended:
    from bilan.web.jobs.previewing import previewed  # noqa: PLC0415  only for a preview

    progress = Progress(1, draft=True)
    place = (bench.clock(), bench.fonts_cache)
    pages = previewed(bench.project, bench.executor, asked, place, lambda stage: ways.tell(stage, "", progress.begin(stage)))
    folder = folder_of(bench.project, job.name)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "preview.pdf").write_bytes(pages.pdf)
    return Ended(JobState.DONE, "", {"pages": pages.pages, "files": ["preview.pdf"], "problems": [str(one) for one in pages.problems]})


_WORK: Mapping[type[Asked], Callable[[Bench, JobRow, Any, _Ways], Ended]] = {
    BuildAsked: _build, CorrectAsked: _correct, VerifyAsked: _verify, PreviewAsked: _preview,
}  # fmt: skip


def _session(bench: Bench, job: JobRow, progress: Progress, ways: _Ways, *, keyed: bool = True) -> Session:
    return Session(
        bench.project,
        bench.clock(),
        bench.fonts_cache,
        lambda stage, what: ways.tell(stage, what, progress.begin(stage)),
        actor=job.actor,
        key=key_of(job) if keyed else "",
        owner=f"job {job.name}",
        clock=bench.clock,
        executor=bench.executor,
        stop=ways.stop,
        drafts=folder_of(bench.project, job.name),
        resumes=job.attempt > 1,
    )


def _summed(project: Project, job: JobRow, outcomes: Sequence[Outcome], *, draft: bool) -> Ended:
    """What became of several editions: the worst of it is the state, and each reason is told."""
    errors = [one.error for one in outcomes if one.error]
    states = [_state(error) for error in errors]
    worst = next((state for state in _WORST if state in states), JobState.DONE)
    editions = [told_edition(one, _path(project, job, one, draft=draft)) for one in outcomes]
    transient = worst is JobState.FAILED and all(error.transient for error in errors if _state(error) is JobState.FAILED)
    if transient and job.attempt < _TRIES:
        return Ended(JobState.WAITING, str(errors[states.index(JobState.FAILED)]), {"editions": editions})
    return Ended(worst, str(errors[states.index(worst)]) if errors else "", {"editions": editions})


_WORST = (JobState.WAITING, JobState.CANCELLED, JobState.FAILED, JobState.HELD, JobState.AWAITING)
_TRIES = 3


def _path(project: Project, job: JobRow, one: Outcome, *, draft: bool) -> str:
    """A draft is one of the job's files; an edition lies in the archive."""
    if one.edition is None:
        return ""
    return str(Path(one.edition.path).relative_to(folder_of(project, job.name))) if draft else one.edition.path


def _state(error: BilanError) -> JobState:
    kinds: Mapping[type[BilanError], JobState] = {
        HeldError: JobState.HELD, AwaitingError: JobState.AWAITING, CancelledError: JobState.CANCELLED, StoppedError: JobState.WAITING,
    }  # fmt: skip
    return next((state for kind, state in kinds.items() if isinstance(error, kind)), JobState.FAILED)
