"""What is due, what comes, and how do things stand? Schedules with what they will ask for, why a day was as it was, and run now."""

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Response

from bilan.errors import UsageError
from bilan.ledger.job_records import JobRow
from bilan.schedule.preview import coming, described, endings, gaps
from bilan.schedule.rules import Schedule
from bilan.schedule.running import asked_now
from bilan.schedule.settings import schedules
from bilan.schedule.standing import standing
from bilan.schedule.story import Wanted, why
from bilan.schedule.told import told_coming, told_standing
from bilan.secret import digest
from bilan.web.api import jobs
from bilan.web.api.common import Here, Key, Listed, Model, Runner, Viewer, absent, refusals
from bilan.web.jobs.placing import Wish, fresh_name, placed
from bilan.web.jobs.requests import BuildAsked

router = APIRouter(tags=["schedule"])
Count = Annotated[int, Query(ge=1, le=200, description="how many")]
Word = Annotated[str | None, Query(pattern=r"^[a-z0-9][a-z0-9-]{0,99}$")]
ScheduleName = Annotated[str, Path(pattern=r"^[^/\x00-\x1f\x7f]{1,100}$")]
Day = Annotated[date, Query(description="from 2000 to 2199")]
YEARS = range(2000, 2200)


class ScheduleModel(Model):
    """A schedule of `bilan.toml`: `rule` in its words, `missed` what becomes of what fell due while nobody kept the clock."""

    name: str
    rule: str
    at: str | None
    zone: str
    on_data: list[str]
    partnerships: list[str]
    audiences: list[str]
    languages: list[str]
    missed: Literal["latest", "all", "skip"]
    as_of: Literal["period", "due", "now"]


class ComingModel(Model):
    """A due moment that is still to come."""

    schedule: str
    local: str
    utc: str
    rule_utc: str
    month: str
    revision: int
    editions: list[str]
    notes: list[str]


class ComingListModel(Model):
    """What comes, in order, and why there is no more of it."""

    occurrences: list[ComingModel]
    notes: list[str]


class AnswerModel(Model):
    """A sentence or a few: what they are about, and how it ended."""

    about: str
    state: str
    said: str


class StoryModel(Model):
    """Why a day was as it was."""

    day: date
    answers: list[AnswerModel]


class StandingOccurrenceModel(Model):
    """One edition that fell due, and where it stands."""

    id: int
    edition: str
    schedule: str
    due_at: str
    state: str
    origin: str
    reason: str
    owner: str
    attempt: int
    next_try_at: str | None


class AwaitingModel(StandingOccurrenceModel):
    """One that is built and waits for approval, with the hash to approve."""

    approved_by: list[str]
    sha256: str
    approvals: int


class StandingEditionModel(Model):
    """An edition that was issued, and how many of its messages are in which state."""

    path: str
    number: int
    issue: int
    sha256: str
    reason: str
    issued_at: str
    state: str
    deliveries: dict[str, int]


class NextModel(Model):
    """What comes next."""

    schedule: str
    partnership: str
    month: str
    due_at: str


class StandingModel(Model):
    """How things stand at an instant; `last_pass` is when the clock was looked at last."""

    at: str
    last_pass: str | None
    running: list[StandingOccurrenceModel]
    waiting: list[StandingOccurrenceModel]
    held: list[StandingOccurrenceModel]
    failed: list[StandingOccurrenceModel]
    awaiting: list[AwaitingModel]
    issued: list[StandingEditionModel]
    next: list[NextModel]


@router.get("/schedules", summary="Every schedule")
def every(site: Here, _: Viewer) -> Listed[ScheduleModel]:
    """The schedules of `bilan.toml`, with everything left out filled in."""
    return Listed(items=[_told(one) for one in schedules(site.project).values()], next=None)


@router.get("/schedule", summary="What falls due next")
def coming_up(site: Here, _: Viewer, count: Count = 12) -> ComingListModel:
    """Exactly what will be asked for, in local time and UTC; jitter, quiet hours and working days are in it."""
    known, now = schedules(site.project), site.now()
    found = coming(known.values(), now, count)
    rows = [ComingModel(**told_coming(known[one.schedule], one)) for one in found]
    return ComingListModel(occurrences=rows, notes=[*gaps(known.values(), now), *endings(known.values(), now, found)])


@router.get("/why", summary="Why a day was as it was", responses=refusals(404))
def reasons(site: Here, _: Viewer, day: Day, partnership: Word = None, audience: Word = None, language: Word = None) -> StoryModel:
    """What was due on a day and what became of it, or why nothing was due."""
    if day.year not in YEARS:
        raise UsageError(f"day {day.isoformat()}", "is not a day of this ledger", "give one from 2000 to 2199")
    wanted = Wanted(day, *([one] if one else [] for one in (partnership, audience, language)))
    answers = why(site.project, site.ledger, wanted, site.now())
    return StoryModel(day=day, answers=[AnswerModel(about=one.about, state=one.state, said=one.said) for one in answers])


@router.get("/status", summary="How things stand")
def status(site: Here, _: Viewer) -> StandingModel:
    """What runs, what waits, what needs a person, what was issued last and how far it was delivered, what comes next."""
    found = standing(site.project, site.ledger, site.now())
    return StandingModel.model_validate(told_standing(site.project, found))


@router.post(
    "/schedules/{name}/run",
    status_code=202,
    summary="Run a schedule now",
    responses={**refusals(404, 409), 200: {"model": list[jobs.JobModel], "description": "the same was asked for before under this key"}},
)
def run(site: Here, principal: Runner, response: Response, name: ScheduleName, key: Key = None) -> list[jobs.JobModel]:
    """One build a partnership, for the month the schedule would serve next where that is over, else the one it served last."""
    known = schedules(site.project).get(name)
    if known is None:
        raise absent(f"schedule '{name}'")
    period, as_of = asked_now(known, site.now(), site.today)
    rows: list[tuple[JobRow, bool]] = []
    for slug in known.partnerships:
        asked = BuildAsked(partnership=slug, period=str(period), as_of=as_of, audiences=known.audiences, languages=known.languages)
        mine = key if not key or len(known.partnerships) == 1 else digest(f"{key}|{slug}")
        rows.append(placed(site, Wish(principal, "build", asked), mine or "", fresh_name()))
    response.status_code = 202 if any(new for _, new in rows) else 200
    return [jobs.told(site, row) for row, _ in rows]


def _told(one: Schedule) -> ScheduleModel:
    told = {name: getattr(one, name) for name in ("name", "partnerships", "audiences", "languages", "as_of")}
    more = {"rule": described(one), "at": None if one.config.cron else one.config.at, "zone": one.zone.key}
    return ScheduleModel.model_validate(told | more | {"missed": one.config.after_downtime, "on_data": one.config.on_data})
