"""What does a worker have at hand for one job, and where does it leave what came of it?"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bilan.errors import AwaitingError, BilanError, CancelledError, ConfigError, HeldError, StoppedError
from bilan.ledger.job_records import JobRow, JobState
from bilan.ledger.queue import OF_JOBS
from bilan.pipeline.build import Session, Told
from bilan.project import Project
from bilan.secret import redacted
from bilan.stop import Stop

if TYPE_CHECKING:
    from bilan.executor.protocol import Executor
    from bilan.ledger.book import Ledger

Tell = Callable[[str, str, float], None]
DRAFTS = "drafts"
ENDS: tuple[tuple[type[BilanError], JobState], ...] = (
    (HeldError, JobState.HELD), (AwaitingError, JobState.AWAITING), (CancelledError, JobState.CANCELLED), (StoppedError, JobState.WAITING),
)  # fmt: skip


@dataclass(frozen=True)
class Bench:
    """What a worker works with: project, ledger, the executor it keeps warm, where fonts are cut to, and the clock."""

    project: Project
    ledger: "Ledger"
    executor: "Executor"
    fonts_cache: Path
    clock: Callable[[], datetime]


@dataclass(frozen=True)
class Ways:
    """How a job says how far it is (stage, subject, done from 0 to 1), and how it is asked to stop."""

    tell: Tell
    stop: Stop


@dataclass(frozen=True, slots=True)
class Ended:
    """How a job ended: its state, why, and what came of it as JSON."""

    state: JobState
    reason: str = ""
    result: Any = field(default=None)


def key_of(job: JobRow) -> str:
    """Under which key a job orders its editions."""
    return f"{OF_JOBS}{job.name}"


def folder_of(project: Project, job: str) -> Path:
    """Where the files of a job lie."""
    return project.machine / DRAFTS / job


def session_of(bench: Bench, job: JobRow, ways: Ways, told: Told, *, keyed: bool = True) -> Session:
    """What a build of this job works with; `keyed` orders are this job's alone, and are found again where a worker was lost."""
    return Session(
        bench.project,
        bench.clock(),
        bench.fonts_cache,
        told,
        actor=job.actor,
        key=key_of(job) if keyed else "",
        owner=f"job {job.name}",
        clock=bench.clock,
        executor=bench.executor,
        stop=ways.stop,
        drafts=folder_of(bench.project, job.name),
        resumes=job.attempt > 1,
    )


def state_of(error: BilanError) -> JobState:
    """The state a mistake leaves a job in."""
    return next((state for kind, state in ENDS if isinstance(error, kind)), JobState.FAILED)


def settled(job: JobRow, errors: Sequence[BilanError]) -> tuple[JobState, str]:
    """The state several editions leave a job in, which is the worst of theirs, and the reason of it.

    What failed for a while only is tried again, up to three times.
    """
    states = [state_of(error) for error in errors]
    worst = next((state for state in _WORST if state in states), JobState.DONE)
    transient = worst is JobState.FAILED and all(error.transient for error in errors if state_of(error) is JobState.FAILED)
    reason = str(errors[states.index(worst)]) if errors else ""
    return (JobState.WAITING if transient and job.attempt < _TRIES else worst), reason


_WORST = (JobState.WAITING, JobState.CANCELLED, JobState.FAILED, JobState.HELD, JobState.AWAITING)
_TRIES = 3


def counted(number: int, what: str) -> str:
    """So many of something: `1 fault`, `2 faults`."""
    return f"{number} {what}" + ("" if number == 1 else "s")


def indoors(project: Project, told: Any) -> Any:  # noqa: ANN401  whatever JSON says
    """The same without secrets, and without a word of where on this machine the project lies."""
    return _bared(told, tuple(_places(project)))


def _places(project: Project) -> Iterator[tuple[str, str]]:
    """Paths that are named no more, and what stands in their place: an archive that lies outside is called `reports`."""
    yield from ((f"{path}/", "") for path in (project.root, project.root.resolve()))
    with suppress(ConfigError):  # it lies on no disk, or the settings are what is wrong
        yield f"{project.reports}/", "reports/"


def _bared(told: Any, places: tuple[tuple[str, str], ...]) -> Any:  # noqa: ANN401  whatever JSON says
    if isinstance(told, dict):
        return {name: _bared(one, places) for name, one in told.items()}
    if isinstance(told, list | tuple):
        return [_bared(one, places) for one in told]
    if isinstance(told, str):
        for path, name in places:
            told = told.replace(path, name)
        return redacted(told)
    return told
