"""How does a person build now? A form, a place in the queue, stages as they pass, and what came of it."""

import json
import secrets
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError
from starlette.responses import Response

from bilan.archive.names import sha
from bilan.errors import UsageError
from bilan.ledger.job_records import JobRow, JobState
from bilan.ledger.people_records import Role
from bilan.period import Period
from bilan.web.editions import kind_of, numbered
from bilan.web.files import delivered
from bilan.web.jobs.placing import Outlook, Wish, file_path, fresh_name, job_of, outlook, placed
from bilan.web.jobs.requests import Asked, BuildAsked, CorrectAsked, PreviewAsked, VerifyAsked
from bilan.web.pages.frame import Frame
from bilan.web.preview_samples import SAMPLES
from bilan.web.problems import RefusedError
from bilan.wording.languages import languages

STAGES = ("fonts", "data", "compose", "render", "publish")
LAID_OUT = ("build", "verify", "correct", "preview", "replay")
"""Kinds of jobs that pass these stages."""
ORDER = ("partnership", "edition", "period", "from", "to", "as_of", "audiences", "audience", "languages", "language", "draft", "strict")
SWITCHES = ("draft", "strict", "offline", "dry_run")
PAST_MONTHS = 18


def form(frame: Frame) -> Response:
    """What can be built."""
    frame.needs(Role.RUN)
    return _form(frame, frame.request.query_params)


def _form(frame: Frame, asked: Mapping[str, Any], wrong: str = "", status: int = 200) -> Response:
    config = frame.site.project.config
    chosen = {name: str(asked.get(name, ""))[:100] for name in ("pair", "month", "audience", "lang")}
    last = Period.month_of(frame.site.today).shift(-1)
    months = [str(last.shift(-back)) for back in range(PAST_MONTHS)]
    known = {"pairs": config.partnerships, "audiences": frame.site.project.audiences(), "languages": languages(), "months": months}
    return frame.page(
        "build.html",
        status,
        chosen=chosen,
        known=known,
        key=secrets.token_hex(12),
        wrong=wrong,
        today=frame.site.today.isoformat(),
    )


def build(frame: Frame, sent: Mapping[str, Any]) -> Response:
    """Place the build; the same form sent twice is one build."""
    principal = frame.needs(Role.RUN)
    frame.checked(sent)
    told: dict[str, Any] = {
        "partnership": sent.get("pair", ""),
        "draft": sent.get("mode") != "issue",
        "strict": sent.get("strict") == "yes",
    }
    told |= {name: sent[key] for name, key in (("period", "month"), ("as_of", "as_of")) if sent.get(key)}
    told |= {name: tuple(sent.get(f"{key}[]", ())) for name, key in (("audiences", "audience"), ("languages", "lang"))}
    try:
        return _placed(frame, Wish(principal, "build", BuildAsked.model_validate(told)), str(sent.get("key", "")))
    except ValidationError as error:
        return _form(frame, sent, _mistakes(error), 422)
    except UsageError as error:
        return _form(frame, sent, f"{error} {error.hint}", 422)


def _placed(frame: Frame, wish: Wish, key: str) -> Response:
    job, _ = placed(frame.site, wish, key, fresh_name())
    return frame.go(f"jobs/{job.name}")


def _mistakes(error: ValidationError) -> str:
    """What is wrong with a request, each mistake with its place."""
    return "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())


def _read(kind: type[Asked], told: Mapping[str, Any]) -> Asked:
    try:
        return kind.model_validate(dict(told))
    except ValidationError as error:
        raise RefusedError(422, _mistakes(error)) from None


def jobs(frame: Frame) -> Response:
    """One's own jobs, and those of all for who may approve."""
    who = frame.needs(Role.VIEW)
    rows = frame.site.ledger.jobs.rows(None if who.may(Role.APPROVE) else who.name)
    return frame.page("jobs.html", rows=[(row, outlook(frame.site, row)) for row in rows])


def job(frame: Frame) -> Response:
    """How far a job is, or what came of it."""
    row = _job(frame)
    files, editions, faults = (_listed(row, name) for name in ("files", "editions", "faults"))
    now = outlook(frame.site, row)
    return frame.page(
        "job.html", j=row, now=now, sentence=sentence(frame, row, now), stages=STAGES if row.kind in LAID_OUT else (), faults=faults, editions=[_edition(row, one) for one in editions], files=files,
        request=_asked(frame, row), draft=bool(row.request.get("draft")), verdict=row.result if row.kind == "verify" and row.result else None,
    )  # fmt: skip


def _listed(row: JobRow, name: str) -> list[Any]:
    """A list of a job's result; nothing where its result has none of that name, or says how many."""
    told = row.result.get(name) if isinstance(row.result, dict) else None
    return told if isinstance(told, list) else []


def sentence(frame: Frame, row: JobRow, now: Outlook) -> str:
    """How long it takes yet, or how many come before it; nothing where nobody knows."""
    if row.state == JobState.WAITING:
        return frame.words.say("web-ahead", count=now.ahead)
    return "" if now.seconds_left is None else frame.words.say("web-left", seconds=round(now.seconds_left))


def followed_as(frame: Frame, row: JobRow) -> str:
    """What the page's script is told of a job: words it only has to show."""
    now = outlook(frame.site, row)
    told = {
        "state": row.state.value, "word": frame.words.state(row.state.value), "stage": row.stage, "done": now.done,
        "percent": frame.words.percent(now.done), "sentence": sentence(frame, row, now), "ended": not row.open,
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False)


def _job(frame: Frame) -> JobRow:
    return job_of(frame.site, frame.needs(Role.VIEW), frame.request.path_params["job"])


def _asked(frame: Frame, row: JobRow) -> list[tuple[str, str]]:
    """What was asked for, in words."""
    w = frame.words
    spoken: Mapping[str, Callable[[Any], str]] = {
        "partnership": frame.title_of, "period": w.month, "as_of": w.day, "audience": frame.audience, "language": w.own_name,
        "audiences": lambda those: ", ".join(map(frame.audience, those)), "languages": lambda those: ", ".join(map(w.own_name, those)),
        "from": w.month, "to": w.month, "sources": ", ".join, **dict.fromkeys(SWITCHES, lambda _: w.word("web-yes")),
    }  # fmt: skip
    return [
        (w.word(f"web-asked-{name.replace('_', '-')}"), spoken.get(name, str)(value))
        for name, value in sorted(row.request.items(), key=lambda one: ORDER.index(one[0]) if one[0] in ORDER else len(ORDER))
    ]


def _edition(row: JobRow, told: Mapping[str, Any]) -> dict[str, Any]:
    """An edition of a result, and where it is read."""
    name = str(told["edition"])
    return {
        **told, "name": numbered(name, told.get("issue", 1)), "made": "path" in told, "reasons": [one for one in told.get("problems", ()) if "path" not in told],
        "warnings": sum(one.get("severity") == "warning" for one in told.get("problems", ())), "job": row.name,
    }  # fmt: skip


def cancel(frame: Frame, sent: Mapping[str, Any]) -> Response:
    """Call a job off."""
    principal = frame.needs(Role.RUN)
    frame.checked(sent)
    row = _job(frame)
    frame.site.ledger.jobs.cancel(row.name, principal.name, frame.site.now())
    return frame.go(f"jobs/{row.name}")


def file(frame: Frame) -> Response:
    """A file a job left."""
    from bilan.web.pages.linked import FRAMED, policy  # noqa: PLC0415  only where one is shown

    name = frame.request.path_params["file"]
    content = file_path(frame.site, _job(frame), name).read_bytes()
    framed = policy(content.decode()) if name.endswith(".html") else FRAMED
    headers = {"Content-Security-Policy": framed, "X-Frame-Options": "SAMEORIGIN"}
    return delivered(frame.request, content, sha(content), kind_of(name), name=name, headers=headers)


def verify(frame: Frame, sent: Mapping[str, Any]) -> Response:
    """Have an edition made again and compared."""
    principal = frame.needs(Role.RUN)
    frame.checked(sent)
    return _placed(frame, Wish(principal, "verify", _read(VerifyAsked, {"edition": sent.get("edition", "")})), str(sent.get("key", "")))


def correct(frame: Frame, sent: Mapping[str, Any]) -> Response:
    """Issue an edition anew, with what was wrong."""
    principal = frame.needs(Role.APPROVE)
    frame.checked(sent)
    asked = _read(CorrectAsked, {"edition": sent.get("edition", ""), "reason": " ".join(str(sent.get("reason", "")).split())})
    return _placed(frame, Wish(principal, "correct", asked), str(sent.get("key", "")))


def preview_form(frame: Frame) -> Response:
    """Which pages can be looked at."""
    frame.needs(Role.RUN)
    project = frame.site.project
    return frame.page("preview.html", audiences=project.audiences(), languages=languages(), samples=SAMPLES, key=secrets.token_hex(12))


def preview(frame: Frame, sent: Mapping[str, Any]) -> Response:
    """Lay an audience's pages out as its templates are now."""
    principal = frame.needs(Role.RUN)
    frame.checked(sent)
    told = {"audience": sent.get("audience", ""), "language": sent.get("lang", ""), "sample": sent.get("sample", "real")}
    return _placed(frame, Wish(principal, "preview", _read(PreviewAsked, told)), str(sent.get("key", "")))


VIEWS = (
    ("build", "GET", form), ("build", "POST", build), ("jobs", "GET", jobs), ("jobs/{job}", "GET", job), ("jobs/{job}/cancel", "POST", cancel),
    ("jobs/{job}/files/{file}", "GET", file), ("verify", "POST", verify), ("correct", "POST", correct), ("preview", "GET", preview_form),
    ("preview", "POST", preview),
)  # fmt: skip
