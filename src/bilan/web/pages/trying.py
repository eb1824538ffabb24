"""How does a person try a table? It is sent, read as the project would read it, and what it would change is shown; nothing is changed."""

from collections.abc import Mapping
from typing import Any

from starlette.datastructures import UploadFile
from starlette.responses import Response

from bilan.errors import InvalidFileError
from bilan.ledger.people_records import Role
from bilan.web.pages.frame import Frame
from bilan.web.problems import RefusedError
from bilan.web.uploads import Trial, tried

SHOWN = 100


def form(frame: Frame) -> Response:
    """Which table, and in place of which."""
    frame.needs(Role.RUN)
    return _page(frame, frame.request.query_params.get("pair", ""))


def _page(frame: Frame, pair: str, trial: Trial | None = None, mistakes: tuple[str, ...] = (), status: int = 200) -> Response:
    pairs = frame.site.project.config.partnerships
    chosen = pair if pair in pairs else pairs[0]
    tables = sorted(path.name for path in frame.site.project.folder(chosen).glob("*.csv"))
    return frame.page("upload.html", status, pairs=pairs, pair=chosen, tables=tables, trial=trial, mistakes=mistakes, shown=SHOWN)


def upload(frame: Frame, sent: Mapping[str, Any]) -> Response:
    """Try it: all mistakes at once, or what it would change."""
    frame.needs(Role.RUN)
    frame.checked(sent)
    file, pair = sent.get("file"), str(sent.get("pair", ""))
    if not isinstance(file, UploadFile):
        raise RefusedError(422, frame.words.word("web-stale-form"))
    name = str(sent.get("table", "")) or str(file.filename or "")
    try:
        trial = tried(frame.site, pair, name[:100], file.file.read())
    except InvalidFileError as error:
        return _page(frame, pair, mistakes=tuple(error.mistakes), status=422)
    return _page(frame, pair, trial)


VIEWS = (("data/uploads", "GET", form), ("data/uploads", "POST", upload))
