"""How does a job ask the sources? One fetch at a time, a source after the other, and what came of each is told."""

import logging
import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from bilan.errors import BusyError, GoneError, TakenOverError
from bilan.ledger.job_records import JobRow, JobState
from bilan.web.jobs.bench import Bench, Ended, Ways
from bilan.web.jobs.requests import FetchAsked

if TYPE_CHECKING:
    from bilan.pipeline.fetch import Fetched

STAGE = "fetch"
WAITS = "another fetch is at work"
MOST = 500
PAUSE_SECONDS = 0.5
_log = logging.getLogger(__name__)


def fetched(bench: Bench, job: JobRow, asked: FetchAsked, ways: Ways) -> Ended:  # noqa: ARG001  the shape of all
    """Ask the sources as `bilan fetch` does; done where one at least answered, and `reason` names those that did not.

    It waits for a fetch that is at work already. Called off or asked to stop, it ends before its next page; pages that came
    are kept and not asked for again.
    """
    from bilan.pipeline.fetch import Fetching, chosen, read_sources_file, run  # noqa: PLC0415  loads the store and the connectors
    from bilan.pipeline.reported import told_fetch  # noqa: PLC0415  only here
    from bilan.sources.http import Means  # noqa: PLC0415  as above

    names = chosen(read_sources_file(bench.project), asked.sources)
    fetching = Fetching(
        bench.project,
        Means(now=bench.clock, sleep=lambda seconds: _pause(ways, seconds)),
        os.environ,
        offline=asked.offline,
        dry=asked.dry_run,
        begun=lambda source: _at(ways, source, names),
        told=lambda source, _: _at(ways, source, names, begun=True),
        wait=_waiting(ways),
    )
    found = run(fetching, names)
    state, reason = _summed(found)
    return Ended(state, reason, told_fetch(found, dry=asked.dry_run, most=MOST))


def _at(ways: Ways, source: str, names: Sequence[str], *, begun: bool = False) -> None:
    """Write how far it is, before each source and each page of one, unless it was called off; a ledger that is away is no fault of a source."""
    ways.stop.before(source, begun=begun)
    try:
        ways.tell(STAGE, source, names.index(source) / len(names))
    except TakenOverError:
        raise
    except (BusyError, GoneError) as error:
        _log.warning("fetch: %s: how far it is could not be written: %s", source, error)


def _waiting(ways: Ways) -> Callable[[], bool]:
    """Wait for another fetch, and say so once; a stop ends the wait."""
    said: list[str] = []

    def wait() -> bool:
        if not said:
            said.append(WAITS)
            ways.tell(STAGE, WAITS, 0.0)
        _pause(ways, PAUSE_SECONDS)
        ways.stop.before(STAGE)
        return True

    return wait


def _pause(ways: Ways, seconds: float) -> None:
    """Wait, but no longer than until the work is to be given up."""
    ways.stop.at_once.wait(seconds)
    ways.stop.before(STAGE, begun=True)


def _summed(found: "Sequence[Fetched]") -> tuple[JobState, str]:
    """Failed where no source answered; done where all did, or some did, which is what exit code 5 of `bilan fetch` means."""
    errors = {one.source: one.error for one in found if one.error}
    if not errors:
        return JobState.DONE, ""
    said = "; ".join(f"{source}: {error.message}" for source, error in errors.items())
    told = f"{len(found) - len(errors)} of {len(found)} sources answered; not taken in: {said}"
    return (JobState.FAILED if len(errors) == len(found) else JobState.DONE), told
