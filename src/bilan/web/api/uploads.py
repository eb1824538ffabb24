"""How is a table tried before it is taken in? Sent as a file, answered with what it would change; nothing is written."""

from typing import Annotated

from fastapi import APIRouter, File, Form, Response, UploadFile

from bilan.errors import InvalidFileError
from bilan.pipeline.facts import plain, told_change, told_gate
from bilan.web.api.common import Here, Model, Runner, refusals
from bilan.web.api.facts import GateResultModel, TurnModel
from bilan.web.jobs.requests import Name
from bilan.web.problems import mistaken
from bilan.web.uploads import Change, Line, Trial, tried

router = APIRouter(tags=["data"])
MOST = 500
Whose = Annotated[Name, Form(description="the partnership it is for, as kz-kg")]
TableName = Annotated[
    str, Form(min_length=1, max_length=100, description="what it would be called in the folder of the partnership, as trade.csv")
]


class RowModel(Model):
    """A row that is `new`, `revised` or `withdrawn`, with its values before and after where the table holds observations."""

    row: str
    what: str
    series: str
    period: str
    before: str | None
    after: str | None
    columns: list[str]


class UploadModel(Model):
    """What a table would change; where the table there now cannot be read nothing is `compared` and every row is new.

    `changes` are the first of them, `more` how many follow. `gate_new` and `gate_gone` are failing results that would come or go.
    """

    partnership: str
    table: str
    kind: str
    compared: bool
    new: int
    revised: int
    withdrawn: int
    unchanged: int
    changes: list[RowModel]
    more: int
    gate_new: list[GateResultModel]
    gate_gone: list[GateResultModel]
    turned: list[TurnModel]


@router.post("/uploads", summary="Try a table", response_model=UploadModel, responses=refusals(404, 413))
def upload(site: Here, _: Runner, file: Annotated[UploadFile, File()], partnership: Whose, table: TableName) -> UploadModel | Response:
    """Read a CSV table as the project would, and tell what would change, or all its mistakes at once. Nothing is written."""
    try:
        return _told(partnership, table, tried(site, partnership, table, file.file.read()))
    except InvalidFileError as error:
        return mistaken(error)


def _told(partnership: str, table: str, trial: Trial) -> UploadModel:
    return UploadModel(
        partnership=partnership,
        table=table,
        kind=trial.kind,
        compared=trial.compared,
        **trial.counts,
        changes=[_row(one) for one in trial.changes[:MOST]],
        more=max(0, len(trial.changes) - MOST),
        gate_new=[GateResultModel(**told_gate(one)) for one in trial.gate_new],
        gate_gone=[GateResultModel(**told_gate(one)) for one in trial.gate_gone],
        turned=[TurnModel(**told_change(one)) for one in trial.turned],
    )


def _row(one: Change) -> RowModel:
    series, period = one.place
    before, after = _value(one.before), _value(one.after)
    return RowModel(row=one.row, what=one.what, series=series, period=period, before=before, after=after, columns=list(one.columns))


def _value(line: Line | None) -> str | None:
    return plain(line.observation.value) if line and line.observation else None
