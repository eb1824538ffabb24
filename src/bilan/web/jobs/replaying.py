"""How does a job issue every past month? In order, each with what was published by its end; called off it ends after a month."""

from bilan.ledger.job_records import JobRow, JobState
from bilan.period import Period
from bilan.pipeline.outcome import Outcome
from bilan.pipeline.replay import month_key, replay
from bilan.pipeline.told import told_months
from bilan.web.jobs.bench import Bench, Ended, Ways, key_of, session_of, settled
from bilan.web.jobs.requests import ReplayAsked


def replayed(bench: Bench, job: JobRow, asked: ReplayAsked, ways: Ways) -> Ended:
    """Issue the months as `bilan replay` does; the worst that became of one is the state, `rows` tells of each.

    Months that are out stay out, whatever happens to a later one; begun again, it finds them and goes on.
    """
    span = asked.months
    outcomes: list[Outcome] = []
    over: list[Period] = []

    def told(stage: str, what: str) -> None:
        ways.tell(stage, what, len(over) / len(span))

    def step(period: Period, made: list[Outcome]) -> None:
        over.append(period)
        outcomes.extend(made)
        if not ways.stop.asked.is_set():
            told("publish", str(period))

    for _ in replay(session_of(bench, job, ways, told), asked.request, span, step):
        if ways.stop.asked.is_set() and len(over) < len(span):
            return Ended(JobState.WAITING, f"given back after {over[-1]}", _rows(outcomes))
    state, reason = settled(job, [one.error for one in outcomes if one.error])
    missing = sum(one.edition is None for one in outcomes)
    return Ended(state, f"{missing} of {len(outcomes)} not issued: {reason}" if missing else "", _rows(outcomes))


def month_keys(job: JobRow, asked: ReplayAsked) -> list[str]:
    """Under which keys a replay orders its editions."""
    return [month_key(key_of(job), period) for period in asked.months]


def _rows(outcomes: list[Outcome]) -> dict[str, list[dict[str, str]]]:
    return {"rows": told_months(outcomes)}
