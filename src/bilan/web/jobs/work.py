"""What does a worker do for one job? What was asked for, and how it ended is told in words."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bilan.archive.archive import Archive
from bilan.errors import BilanError
from bilan.ledger.job_records import JobRow, JobState
from bilan.pipeline.build import Told, build
from bilan.pipeline.outcome import Outcome
from bilan.pipeline.request import orders
from bilan.pipeline.told import complaint, told_edition
from bilan.project import Project
from bilan.stop import Stop
from bilan.web.editions import archived
from bilan.web.jobs.auditing import audited
from bilan.web.jobs.bench import Bench, Ended, Tell, Ways, folder_of, indoors, key_of, session_of, settled, state_of
from bilan.web.jobs.drawing import drawn
from bilan.web.jobs.fetching import fetched
from bilan.web.jobs.keeping import checked, rebuilt
from bilan.web.jobs.progress import Progress
from bilan.web.jobs.replaying import month_keys, replayed
from bilan.web.jobs.requests import (
    ArchiveCheckAsked,
    ArchiveRebuildAsked,
    Asked,
    AuditAsked,
    BuildAsked,
    CorrectAsked,
    FetchAsked,
    GalleryAsked,
    PreviewAsked,
    ReplayAsked,
    VerifyAsked,
    read,
)


def work(bench: Bench, job: JobRow, tell: Tell, stop: Stop) -> Ended:
    """Do one job; a mistake of any kind is told, never raised. `tell` raises CancelledError where it was called off.

    What is told holds no secret, and no word of where on this machine the project lies.
    """
    try:
        asked = read(job.kind, job.request)
        ended = _WORK[type(asked)](bench, job, asked, Ways(tell, stop))
    except BilanError as error:
        ended = Ended(state_of(error), str(error), {"problem": complaint(error)})
    return Ended(ended.state, indoors(bench.project, ended.reason), indoors(bench.project, ended.result))


def keys_of(job: JobRow) -> list[str]:
    """Under which keys a job may have ordered editions."""
    return month_keys(job, ReplayAsked.model_validate(dict(job.request))) if job.kind == "replay" else [key_of(job)]


def _build(bench: Bench, job: JobRow, asked: BuildAsked, ways: Ways) -> Ended:
    request = asked.request
    count = len(orders(bench.project, request, bench.clock()))
    progress = Progress(count, draft=asked.draft)
    session = session_of(bench, job, ways, _telling(ways, progress))
    return _summed(bench.project, job, build(session, request), draft=asked.draft)


def _correct(bench: Bench, job: JobRow, asked: CorrectAsked, ways: Ways) -> Ended:
    from bilan.pipeline.life import correct  # noqa: PLC0415  only for a correction

    session = session_of(bench, job, ways, _telling(ways, Progress(1)), keyed=False)
    return _summed(bench.project, job, [correct(session, archived(asked.edition), asked.reason, asked.as_of)], draft=False)


def _verify(bench: Bench, job: JobRow, asked: VerifyAsked, ways: Ways) -> Ended:  # noqa: ARG001  the shape of all
    from bilan.pipeline.verify import verify  # noqa: PLC0415  only for a verification

    pdf = f"{Archive.of(bench.project).locate(archived(asked.edition)).removesuffix('.manifest.json')}.pdf"
    verdict = verify(bench.project, Path(pdf), bench.fonts_cache, _telling(ways, Progress(1, draft=True)))
    said = [str(one) for one in verdict.differences]
    result = {
        "edition": verdict.edition, "number": verdict.number, "issue": verdict.issue, "same": verdict.same, "bytes": verdict.size,
        "differences": said, "notes": [str(one) for one in verdict.notes],
        "signature": None if verdict.signature is None else str(verdict.signature),
    }  # fmt: skip
    return Ended(JobState.DONE, said[0] if said else "every byte is the same", result)


def _preview(bench: Bench, job: JobRow, asked: PreviewAsked, ways: Ways) -> Ended:
    from bilan.web.jobs.previewing import previewed  # noqa: PLC0415  only for a preview

    progress = Progress(1, draft=True)
    place = (bench.clock(), bench.fonts_cache)
    pages = previewed(bench.project, bench.executor, asked, place, lambda stage: ways.tell(stage, "", progress.begin(stage)))
    folder = folder_of(bench.project, job.name)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "preview.pdf").write_bytes(pages.pdf)
    return Ended(JobState.DONE, "", {"pages": pages.pages, "files": ["preview.pdf"], "problems": [str(one) for one in pages.problems]})


_WORK: Mapping[type[Asked], Callable[[Bench, JobRow, Any, Ways], Ended]] = {
    BuildAsked: _build, CorrectAsked: _correct, VerifyAsked: _verify, PreviewAsked: _preview, FetchAsked: fetched, ReplayAsked: replayed,
    GalleryAsked: drawn, ArchiveCheckAsked: checked, ArchiveRebuildAsked: rebuilt, AuditAsked: audited,
}  # fmt: skip


def _telling(ways: Ways, progress: Progress) -> Told:
    """Say which stage has begun and what is at hand, with how far the work is by then."""
    return lambda stage, what: ways.tell(stage, what, progress.begin(stage))


def _summed(project: Project, job: JobRow, outcomes: Sequence[Outcome], *, draft: bool) -> Ended:
    """What became of several editions: the worst of it is the state, and each reason is told."""
    state, reason = settled(job, [one.error for one in outcomes if one.error])
    return Ended(state, reason, {"editions": [told_edition(one, _path(project, job, one, draft=draft)) for one in outcomes]})


def _path(project: Project, job: JobRow, one: Outcome, *, draft: bool) -> str:
    """A draft is one of the job's files; an edition lies in the archive."""
    if one.edition is None:
        return ""
    return str(Path(one.edition.path).relative_to(folder_of(project, job.name))) if draft else one.edition.path
