"""What shape do facts have in the API? What is asked about, and series, revisions, readings, findings, claims and the gate as told."""

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from bilan.web.api.common import CURSOR, LIMIT, MOST, Model, ProblemModel

PERIOD = r"^[0-9]{4}(-(Q[1-4]|0[1-9]|1[0-2]|M01\.\.M(0[1-9]|1[0-2])))?$"
Day = Annotated[date, Field(description="what was published by this day, from 1900 on; today where it is left out")]
SlugName = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,99}$", description="the first of bilan.toml where it is left out")]
Pattern = Annotated[str, Field(min_length=1, max_length=200, description="a key, its beginning, or a pattern with `*`")]
DayOrEdition = Annotated[
    str,
    Field(pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2}|[a-z0-9-]{1,100}/[0-9]{4}-[0-9]{2}/[a-z0-9-]{1,100}\.[a-z]{2}(-[0-9]{1,4})?)$"),
]


class Asked(BaseModel):
    """Which partnership, as of when."""

    model_config = ConfigDict(extra="forbid")

    partnership: SlugName | None = None
    as_of: Day | None = None


class Paged(Asked):
    """Which part of a list."""

    limit: int = Field(LIMIT, ge=1, le=MOST, description="how many at most")
    after: str | None = Field(None, pattern=CURSOR, description="`next` of the part before")


class ClaimsAsked(Paged):
    """Which claims, in which language."""

    language: str | None = Field(None, pattern=r"^[a-z]{2}$", description="one of bilan.toml, the first where it is left out")


class SeriesAsked(Paged):
    """Which series."""

    pattern: Pattern = "*"


class ValuesAsked(Asked):
    """Which values of a series."""

    period: str | None = Field(None, pattern=PERIOD, description="2023, 2023-Q2, 2023-07 or 2023-M01..M07")
    vintages: bool = Field(default=False, description="every publication of each value, not only the last")


class ReadingsAsked(Paged):
    """Which readings."""

    indicator: str | None = Field(None, max_length=100)


class RevisionsAsked(BaseModel):
    """Between which days, or editions with their as-of dates."""

    model_config = ConfigDict(extra="forbid")

    partnership: SlugName | None = None
    since: DayOrEdition = Field(alias="from")
    until: DayOrEdition | None = Field(None, alias="to")
    pattern: Pattern | None = None
    everything: bool = Field(default=False, description="small revisions and new values too")


class OutlineModel(Model):
    """A series in a list."""

    series: str
    periods: int
    publications: int
    last: str
    published: str


class ValueModel(Model):
    """One publication of one value; `event` says what happened, `counts` whether it speaks as of the date."""

    period: str
    value: str | None
    unit: str
    published: str
    event: str
    change_percent: str | None
    counts: bool
    row: str
    sources: list[str]
    precision: str
    status: str
    evidence: str
    as_printed: str
    note: str


class SeriesModel(Model):
    """A series as of a date."""

    series: str
    as_of: str
    values: list[ValueModel]


class RevisionModel(Model):
    """A value at two dates; `usual_percent` is the median size of the series' own revisions."""

    series: str
    period: str
    kind: str
    before: str
    after: str
    percent: str | None
    usual_percent: str | None
    factor: str | None
    growth: list[str | None]
    turned: bool
    material: bool


class TurnModel(Model):
    """A threshold or aim crossed, a sentence that turned, a project in another state."""

    change: str
    subject: str
    before: Any
    after: Any


class RevisionsModel(Model):
    """What was revised between two days, and what reads otherwise for it."""

    since: str = Field(serialization_alias="from")
    until: str = Field(serialization_alias="to")
    revisions: list[RevisionModel]
    changes: list[TurnModel]


class ReadingModel(Model):
    """An indicator's value; `inputs` are ids of readings, or digests of observations."""

    id: str
    indicator: str
    value: str | None
    unit: str
    period: str
    reporter: str
    partner: str
    status: str
    precision: str
    evidence: str
    formula: str
    inputs: list[str]
    sources: list[str]
    published: str


class FindingModel(Model):
    """A statement derived by rule, before it is worded; an argument that is a reading is told by its id."""

    rule: str
    section: str
    weight: int
    subject: str
    readings: list[str]
    arguments: dict[str, str]


class GateResultModel(Model):
    """What a rule says of a series; `said` and `arguments` are the message of the gate in every language."""

    rule: str
    series: str
    action: str
    rows: list[str]
    message: str
    hint: str
    said: str
    arguments: dict[str, str]
    more: int


class GateModel(Model):
    """How many rules looked at how many series, what came of it, and each result."""

    rules: int
    series: int
    passed: int = Field(validation_alias="pass", serialization_alias="pass")
    warn: int
    hold: int
    results: list[GateResultModel]


class ChecksModel(Model):
    """Everything knowable before an edition is built."""

    problems: list[ProblemModel]
    gate: GateModel


class FreshnessModel(Model):
    """A series' last value, and by when the next is due: `fresh`, `stale`, `dead`, or `unknown` where no lag is known."""

    series: str
    last: str
    published: str
    due: date | None
    state: str


class WindowModel(Model):
    """A growth rate over a span of years, and whether it is as claimed."""

    reporter: str
    years: str
    rate: str
    inside: bool


class ClaimModel(Model):
    """A declared claim with its verdict, computed or declared, and what may be written instead."""

    id: str
    verdict: str
    computed: bool
    declared: str
    statement: str
    data: str
    wording: str
    value: str
    unit: str
    period: str
    readings: list[str]
    rows: list[str]
    sources: list[str]
    windows: list[WindowModel]
