"""How does a person see what is due, what went out, and whether all is well? Schedule, deliveries, health, and acts on them."""

from collections.abc import Mapping
from typing import Any

from starlette.responses import Response

from bilan.errors import BilanError
from bilan.ledger.acts import Act, allowed
from bilan.ledger.orders import ON_DEMAND
from bilan.ledger.people_records import Role
from bilan.ledger.queue import ALREADY
from bilan.ledger.records import OccurrenceRow, ReceiptState, State
from bilan.schedule.approving import Word, approve
from bilan.schedule.cron import Cron
from bilan.schedule.preview import coming, endings, notes
from bilan.schedule.rules import Schedule
from bilan.schedule.settings import schedules
from bilan.schedule.standing import standing
from bilan.web.editions import name_of, told_receipt, waiting_pages
from bilan.web.files import delivered
from bilan.web.pages.frame import Frame
from bilan.web.pages.words import PageWords
from bilan.web.problems import RefusedError
from bilan.web.vitals import Watch, stopped, unready

OWNER = "the page"
COMING, PAST, RECEIPTS = 12, 40, 200
UNSETTLED = (ReceiptState.REFUSED, ReceiptState.UNKNOWN)


def schedule(frame: Frame) -> Response:
    """What falls due next, what fell due, and what stands open."""
    who, site = frame.needs(Role.VIEW), frame.site
    known = schedules(site.project)
    following = coming(known.values(), site.now(), COMING)
    rows = sorted(site.ledger.occurrences(), key=lambda one: (one.due.due_at, one.id), reverse=True)
    opened = [one for one in rows if one.state not in (State.ISSUED, State.SKIPPED, State.CANCELLED)]
    past = [one for one in rows if one not in opened][:PAST]
    rules = [(one.name, ruled(frame.words, one), one.zone.key) for one in known.values()]
    issued = {entry.pdf: name_of(entry) for entry in site.editions()}
    return frame.page(
        "schedule.html", rules=rules, following=[(one, notes(known[one.schedule], one), known[one.schedule].zone) for one in following],
        ends=list(endings(known.values(), site.now(), following)), opened=[(one, _acts(one)) for one in opened],
        past=[(one, issued.get(one.reason.removeprefix(ALREADY), "") if one.state is State.ISSUED else "") for one in past], on_demand=ON_DEMAND,
        may=who.may(Role.APPROVE),
    )  # fmt: skip


def ruled(words: PageWords, one: Schedule) -> str:
    """When a schedule falls due, in the words of a page; a cron line as it is written."""
    if isinstance(one.rule, Cron):
        return f"cron {one.config.cron}"
    nth, message = abs(one.rule.nth), f"web-rule-{one.rule.name}"
    kind = words.word(f"web-rule-kind-{one.rule.kind}")
    if not words.has(message):
        message = "web-rule-last" if one.rule.from_end else "web-rule-nth"
    said = words.say(message, kind=kind, nth=nth)
    return f"{words.say('web-rule-deadline', rule=said) if one.on_data else said}, {one.config.at}"


def _acts(row: OccurrenceRow) -> list[str]:
    """What a person may do to it."""
    return [one.value for one in Act if row.state in allowed(one)] + (["approve"] if row.state is State.AWAITING else [])


def act(frame: Frame, sent: Mapping[str, Any]) -> Response:
    """Hold, release, try again, call off; or approve the bytes that were looked at."""
    who = frame.needs(Role.APPROVE)
    frame.checked(sent)
    number = int(frame.request.path_params["number"])
    row, what = frame.site.ledger.occurrence(number), str(sent.get("act", ""))
    if row is None:
        raise RefusedError(404, frame.words.word("web-not-found"))
    if what == "approve":
        done = approve(frame.site.project, frame.site.ledger, Word(number, str(sent.get("sha256", "")), who.name, frame.site.now()), OWNER)
        if done.error:
            raise done.error
    elif what in tuple(Act):
        frame.site.ledger.act(Act(what), number, (who.name, str(sent.get("reason", ""))[:300]), frame.site.now())
    else:
        raise RefusedError(422, f"act '{what[:20]}'")
    return frame.go("schedule")


def waiting_pdf(frame: Frame) -> Response:
    """The pages that await approval."""
    frame.needs(Role.APPROVE)
    content, sha256, name = waiting_pages(frame.site, int(frame.request.path_params["number"]))
    return delivered(frame.request, content, sha256, "application/pdf", name=name)


def deliveries(frame: Frame) -> Response:
    """What became of each message, newest first."""
    who, site = frame.needs(Role.VIEW), frame.site
    wanted = frame.request.query_params.get("state", "")
    editions = {one.id: one for one in site.ledger.editions()}
    rows = [one for one in reversed(site.ledger.outbox.rows()) if wanted in ("", one.state.value)]
    counted = {state.value: sum(one.state is state for one in rows) for state in ReceiptState}
    names = {entry.pdf: name_of(entry) for entry in site.editions()}
    shown = [
        (told_receipt(one, whole=who.may(Role.APPROVE)), editions[one.edition].identity, names.get(editions[one.edition].path, ""))
        for one in rows[:RECEIPTS]
    ]
    return frame.page(
        "deliveries.html", rows=shown, counted={name: count for name, count in counted.items() if count}, wanted=wanted,
        states=[one.value for one in ReceiptState], unsettled=[one.value for one in UNSETTLED], more=max(0, len(rows) - RECEIPTS),
        may=who.may(Role.APPROVE),
    )  # fmt: skip


def resolve(frame: Frame, sent: Mapping[str, Any]) -> Response:
    """Decide about a message: it arrived, or it is sent again."""
    who = frame.needs(Role.APPROVE)
    frame.checked(sent)
    to = ReceiptState.SENT if sent.get("to") == "sent" else ReceiptState.PENDING
    frame.site.ledger.outbox.resolve(int(frame.request.path_params["number"]), to, who.name, frame.site.now())
    return frame.go("deliveries")


def health(frame: Frame) -> Response:
    """Whether the clock beats, everything can be written, and what needs a person."""
    frame.needs(Role.VIEW)
    site = frame.site
    vitals = site.vitals()
    wrong = [*stopped(vitals), *unready(Watch(site.project, site.vitals, site.now))]
    try:
        found = standing(site.project, site.ledger, site.now())
    except BilanError as error:
        return frame.page("health.html", wrong=[*wrong, str(error)], vitals=vitals, found=None)
    return frame.page("health.html", wrong=wrong, vitals=vitals, found=found)


VIEWS = (
    ("schedule", "GET", schedule), ("occurrences/{number:number}", "POST", act), ("occurrences/{number:number}/pages.pdf", "GET", waiting_pdf),
    ("deliveries", "GET", deliveries), ("deliveries/{number:number}", "POST", resolve), ("health", "GET", health),
)  # fmt: skip
