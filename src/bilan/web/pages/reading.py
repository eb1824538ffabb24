"""How does a person read? The archive, an edition with all that is behind it, its page for screens, and what changed."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from starlette.responses import Response

from bilan.archive.entry import ISSUED, SUPERSEDED, Entry
from bilan.archive.index import newest
from bilan.ledger.people_records import Role
from bilan.pipeline.trace import trace
from bilan.web.editions import changes, deliveries_of, entry_of, file_of, kind_of, name_of
from bilan.web.files import FOREVER, delivered
from bilan.web.pages.frame import Frame
from bilan.web.pages.linked import FRAMED, linked, policy
from bilan.web.pages.pictures import first_page
from bilan.web.pages.sides import sides
from bilan.web.problems import RefusedError

MONTHS = 6
UNSAID: dict[str, Any] = {"headlines": (), "findings": (), "changes": ()}
"""What a manifest of before mails says in them."""
EDITION = "editions/{pair}/{month}/{reader}"


def archive(frame: Frame) -> Response:
    """What was issued last for each audience and language, and all of it, searched."""
    frame.needs(Role.VIEW)
    query = {name: frame.request.query_params.get(name, "")[:100] for name in ("q", "audience", "lang", "month", "pair")}
    found = [one for one in frame.site.editions() if _fits(frame, one, query)]
    asked = any(query.values())
    latest = sorted(newest(found).values(), key=lambda one: (one.partnership, one.audience, one.language != frame.language, one.language))
    months = [(month, list(rows)) for month, rows in groupby(found, key=lambda one: one.period)]
    every = frame.site.editions()
    choices = {
        "audience": sorted({one.audience for one in every}), "lang": sorted({one.language for one in every}),
        "month": sorted({one.period for one in every}, reverse=True), "pair": sorted({one.partnership for one in every}),
    }  # fmt: skip
    shown = months if asked else months[:MONTHS]
    return frame.page("archive.html", query=query, asked=asked, latest=latest, months=shown, more=len(months) - len(shown), choices=choices)


def _fits(frame: Frame, one: Entry, query: Mapping[str, str]) -> bool:
    named = (("audience", one.audience), ("lang", one.language), ("month", one.period), ("pair", one.partnership))
    if any(query[name] not in ("", value) for name, value in named):
        return False
    text = f"{one.title} {frame.audience(one.audience)} {frame.title_of(one.partnership)} {one.name} {one.erratum} {one.reason}".casefold()
    return all(word in text for word in query["q"].casefold().split())


def edition(frame: Frame) -> Response:
    """One edition: its pages, findings with their numbers, what changed, who got it, what it was made from."""
    who, entry = frame.needs(Role.VIEW), entry_of_path(frame)
    manifest = frame.site.manifest(entry)
    siblings = [one for one in frame.site.editions() if (one.partnership, one.reader) == (entry.partnership, entry.reader) and one != entry]
    receipts = deliveries_of(frame.site, entry, who)
    counted = {state: sum(one["state"] == state for one in receipts) for state in dict.fromkeys(one["state"] for one in receipts)}
    problems = [one for one in manifest["problems"] if one["severity"] != "note"]
    return frame.page(
        "edition.html", e=entry, name=name_of(entry), mail=UNSAID | manifest.get("mail", {}), siblings=siblings, receipts=receipts, counted=counted,
        made=manifest["made_from"], problems=problems, files=[path.rpartition("/")[2] for path in (entry.pdf, *entry.files)],
        issues=[one for one in siblings if one.period == entry.period], current=entry.state == ISSUED, superseded=entry.state == SUPERSEDED,
    )  # fmt: skip


def read(frame: Frame) -> Response:
    """The page for screens, where each number leads to where it comes from."""
    frame.needs(Role.VIEW)
    entry = entry_of_path(frame)
    if not entry.html:
        raise RefusedError(404, frame.words.word("web-no-screen-page"))
    content, _ = file_of(frame.site, entry, entry.html.rpartition("/")[2])
    page = linked(content.decode(), frame.link(f"editions/{name_of(entry)}/trace"))
    return Response(page, media_type="text/html; charset=utf-8", headers={"Content-Security-Policy": policy(page)})


def traced(frame: Frame) -> Response:
    """Where a number comes from: reading, formula, inputs, vintage, source."""
    frame.needs(Role.VIEW)
    entry, number = entry_of_path(frame), frame.request.query_params.get("number", "")[:200]
    found = trace(frame.site.manifest(entry), number) if number else []
    seen = list({one.printed["ref"]: one for one in found}.values())
    texts = list(dict.fromkeys(one.printed["text"] for one in found if "text" in one.printed))
    return frame.page("trace.html", e=entry, name=name_of(entry), number=number, found=seen, texts=texts)


def compared(frame: Frame) -> Response:
    """What is not the same in two editions: readings and findings, then the text side by side."""
    frame.needs(Role.VIEW)
    entry = entry_of_path(frame)
    other = entry_of(frame.site, frame.request.query_params.get("with", "")[:300])
    texts = [file_of(frame.site, one, one.html.rpartition("/")[2])[0].decode() if one.html else "" for one in (other, entry)]
    rows = [
        {"change": one.change.value, "subject": one.subject, "before": said(one.before), "after": said(one.after)}
        for one in changes(frame.site, other, entry)
    ]
    return frame.page(
        "compare.html", e=entry, name=name_of(entry), other=other, other_name=name_of(other), rows=rows, sides=list(sides(*texts))
    )


def file(frame: Frame) -> Response:
    """One of the files of an edition."""
    frame.needs(Role.VIEW)
    name = frame.request.path_params["file"]
    content, sha256 = file_of(frame.site, entry_of_path(frame), name)
    headers = {"Content-Security-Policy": FRAMED, "X-Frame-Options": "SAMEORIGIN"}
    if name.endswith(".html"):
        headers["Content-Security-Policy"] = policy(content.decode())
    return delivered(frame.request, content, sha256, kind_of(name), name=name, headers=headers)


def picture(frame: Frame) -> Response:
    """The first page as a small picture."""
    frame.needs(Role.VIEW)
    entry = entry_of_path(frame)
    content = first_page(frame.site, entry)
    return delivered(frame.request, content, entry.sha256, "image/png", headers={"Cache-Control": FOREVER})


def entry_of_path(frame: Frame) -> Entry:
    """The edition an address names."""
    given = frame.request.path_params
    return entry_of(frame.site, f"{given['pair']}/{given['month']}/{given['reader']}")


def said(one: Any) -> str:  # noqa: ANN401  a reading, a state, or nothing
    """One side of a change in short."""
    if isinstance(one, Mapping):
        return f"{one['value']} {one['unit']}" if "value" in one else ", ".join(f"{name} {value}" for name, value in sorted(one.items()))
    if isinstance(one, Sequence) and not isinstance(one, str):
        return ", ".join(map(str, one))
    return "" if one is None else str(one)


VIEWS = (
    ("", "GET", archive),
    (EDITION, "GET", edition),
    (f"{EDITION}/read", "GET", read),
    (f"{EDITION}/trace", "GET", traced),
    (f"{EDITION}/compare", "GET", compared),
    (f"{EDITION}/picture.png", "GET", picture),
    (f"{EDITION}/files/{{file}}", "GET", file),
)
