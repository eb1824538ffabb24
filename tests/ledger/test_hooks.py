import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bilan.document import Edition
from bilan.ledger.acts import Act
from bilan.ledger.approvals import Built
from bilan.ledger.book import Ledger
from bilan.ledger.hooks import PAST, key
from bilan.ledger.records import Due, ReceiptState, State

LEASE, MINUTE, DAY = timedelta(minutes=5), timedelta(minutes=1), timedelta(days=1)
ALL = {"crm": ("issued", "held", "failed", "awaiting", "withdrawn")}
MakeDue = Callable[..., Due]
MakeEdition = Callable[..., Edition]


def said(ledger: Ledger) -> list[dict[str, Any]]:
    return [json.loads(one.detail) for one in ledger.hooks.rows()]


def events(ledger: Ledger) -> list[str]:
    return [one["event"] for one in said(ledger)]


def end(ledger: Ledger, due: Due, state: State, now: datetime, reason: str) -> None:
    ledger.plan([due], now)
    claim = ledger.claim(now, "one", LEASE, due)
    assert claim is not None
    ledger.finish(claim, state, now, reason)


def test_an_issue_and_a_withdrawal_are_events_with_all_there_is_to_know(ledger: Ledger, edition: MakeEdition, now: datetime) -> None:
    number = ledger.record_edition(edition(), "b" * 64, None, now)
    assert (ledger.hooks.watch(ALL, now), ledger.hooks.watch(ALL, now)) == (1, 0)
    ledger.withdraw(number, "a wrong table", "aigul", now + MINUTE)
    assert (ledger.hooks.watch(ALL, now + MINUTE), ledger.hooks.watch(ALL, now + MINUTE)) == (1, 0)

    issued, withdrawn = said(ledger)
    about = {
        "partnership": "kz-kg", "period": "2026-10", "audience": "analyst", "language": "fr", "number": 1, "issue": 1, "sha256": "a" * 64,
        "path": "kz-kg/2026-10/analyst.fr.pdf",
    }  # fmt: skip
    assert issued == about | {"event": "issued", "id": issued["id"], "at": now.isoformat(), "reason": ""}
    assert withdrawn == about | {
        "event": "withdrawn", "id": withdrawn["id"], "at": (now + MINUTE).isoformat(), "reason": "a wrong table",
    }  # fmt: skip
    assert issued["id"] != withdrawn["id"]


def test_a_hold_and_a_failure_are_events_and_so_is_each_new_hold(ledger: Ledger, due: MakeDue, now: datetime) -> None:
    end(ledger, due(), State.HELD, now, "the gate held it")
    end(ledger, due("minister"), State.FAILED, now, "no such template")
    held = next(row.id for row in ledger.occurrences() if row.state is State.HELD)
    ledger.act(Act.RELEASE, held, ("aigul", "looked at"), now)
    ledger.act(Act.HOLD, held, ("aigul", "not yet"), now)

    assert ledger.hooks.watch(ALL, now) == 3
    assert [(one["event"], one["audience"], one["reason"]) for one in said(ledger)] == [
        ("held", "analyst", "the gate held it"), ("failed", "minister", "no such template"), ("held", "analyst", "not yet"),
    ]  # fmt: skip
    assert {one[name] for one in said(ledger) for name in ("number", "issue", "sha256", "path")} == {None}


def test_what_awaits_approval_is_an_event_with_its_hash_and_a_word_of_approval_is_none(ledger: Ledger, due: MakeDue, now: datetime) -> None:
    ledger.plan([replace(due(), revision=2)], now)
    claim = ledger.claim(now, "one", LEASE)
    assert claim is not None
    ledger.approvals.wait(claim, Built("c" * 64, "d" * 64, 2), now)
    ledger.approvals.approve(claim.occurrence, "c" * 64, "aigul", now)

    assert ledger.hooks.watch(ALL, now) == 1
    assert [(one["event"], one["sha256"]) for one in said(ledger)] == [("awaiting", "c" * 64)]


def test_each_hook_gets_what_it_asks_for_and_an_event_is_known_by_one_id(
    ledger: Ledger, due: MakeDue, edition: MakeEdition, now: datetime
) -> None:
    ledger.record_edition(edition(), "b" * 64, None, now)
    end(ledger, due("minister"), State.HELD, now, "the gate held it")

    assert ledger.hooks.watch({"crm": ("issued", "held"), "desk": ("held",)}, now) == 3
    crm = [ledger.hooks.take("crm", now, LEASE) for _ in range(3)]
    (desk, nothing) = [ledger.hooks.take("desk", now, LEASE) for _ in range(2)]
    assert [one and json.loads(one.detail)["event"] for one in crm] == ["issued", "held", None]
    assert nothing is None
    assert crm[1] is not None
    assert desk is not None
    assert crm[1].detail == desk.detail


def test_a_hook_that_is_new_is_told_of_a_day_and_not_of_the_whole_past(ledger: Ledger, edition: MakeEdition, now: datetime) -> None:
    for month, at in ((1, now - 40 * DAY), (2, now - PAST + MINUTE), (3, now)):
        ledger.record_edition(edition(number=1, issue=month, key=f"k{month}"), "b" * 64, None, at)

    assert ledger.hooks.watch(ALL, now) == 2
    assert [one["issue"] for one in said(ledger)] == [2, 3]


def test_whatever_happened_since_it_was_first_seen_is_told_however_long_nobody_looked(
    ledger: Ledger, edition: MakeEdition, now: datetime
) -> None:
    ledger.hooks.watch(ALL, now)
    ledger.record_edition(edition(), "b" * 64, None, now + DAY)

    assert ledger.hooks.watch(ALL, now + 40 * DAY) == 1
    assert ledger.hooks.watch(ALL, now + 90 * DAY) == 0


def test_an_event_asked_for_later_is_told_as_of_a_day_before(ledger: Ledger, edition: MakeEdition, due: MakeDue, now: datetime) -> None:
    ledger.record_edition(edition(), "b" * 64, None, now)
    ledger.hooks.watch({"crm": ("issued",)}, now)
    end(ledger, due("minister"), State.HELD, now + DAY, "the gate held it")
    end(ledger, due("press"), State.HELD, now + 3 * DAY, "the gate held it")
    ledger.hooks.watch({"crm": ("issued",)}, now + 3 * DAY)

    ledger.hooks.watch({"crm": ("issued", "held")}, now + 3 * DAY)
    assert [(one["event"], one["audience"]) for one in said(ledger)] == [("issued", "analyst"), ("held", "press")]


def test_a_hook_taken_out_of_the_settings_is_told_nothing_more_and_begins_anew(ledger: Ledger, edition: MakeEdition, now: datetime) -> None:
    ledger.record_edition(edition(), "b" * 64, None, now)
    ledger.hooks.watch(ALL, now)
    ledger.hooks.watch({}, now)
    ledger.record_edition(edition(issue=2, key="k2"), "b" * 64, None, now + DAY)

    assert ledger.hooks.watch(ALL, now + 40 * DAY) == 0
    assert [one.state for one in ledger.hooks.rows()] == [ReceiptState.CANCELLED]
    assert ledger.hooks.take("crm", now + 40 * DAY, LEASE) is None


def test_an_archive_that_is_adopted_is_the_past_unless_it_is_of_today(ledger: Ledger, edition: MakeEdition, now: datetime) -> None:
    old = replace(edition(), issued_on=now.date() - 40 * DAY)
    lost = edition(issue=2, key="k2")
    ledger.adopt([(old, "b" * 64), (lost, "c" * 64)], now)

    ledger.hooks.watch(ALL, now)
    assert [one["issue"] for one in said(ledger)] == [2]


def test_a_withdrawal_the_archive_knew_long_ago_is_the_past(ledger: Ledger, edition: MakeEdition, now: datetime) -> None:
    ledger.adopt([(replace(edition(), state="withdrawn", reason="wrong", settled_at=now - 40 * DAY), "b" * 64)], now)

    ledger.hooks.watch(ALL, now)
    assert "withdrawn" not in events(ledger)


def test_one_is_taken_at_a_time_and_a_lost_sender_costs_nothing(ledger: Ledger, edition: MakeEdition, now: datetime) -> None:
    ledger.record_edition(edition(), "b" * 64, None, now)
    ledger.hooks.watch(ALL, now)

    assert ledger.hooks.take("crm", now, LEASE) is not None
    assert ledger.hooks.take("crm", now, LEASE) is None
    again = ledger.hooks.take("crm", now + LEASE, LEASE)
    assert again is not None
    assert again.attempt == 1
    ledger.hooks.settle(again, ReceiptState.SENT, now + LEASE)
    assert ledger.hooks.last_told("crm") == now + LEASE
    assert ledger.hooks.last_told("desk") is None
    assert ledger.hooks.take("crm", now + DAY, LEASE) is None


def test_all_that_is_due_is_put_off_together(ledger: Ledger, edition: MakeEdition, now: datetime) -> None:
    for issue in (1, 2):
        ledger.record_edition(edition(issue=issue, key=f"k{issue}"), "b" * 64, None, now)
    ledger.hooks.watch(ALL | {"desk": ("issued",)}, now)

    ledger.hooks.put_off("crm", now, now + MINUTE)

    assert [(one.state, one.attempt) for one in ledger.hooks.rows() if one.episode.startswith("hook:crm:")] == [
        (ReceiptState.DEFERRED, 1)
    ] * 2
    assert ledger.hooks.take("crm", now, LEASE) is None
    assert ledger.hooks.take("desk", now, LEASE) is not None
    assert ledger.hooks.take("crm", now + MINUTE, LEASE) is not None


def test_the_owner_and_the_hooks_are_told_apart(ledger: Ledger, due: MakeDue, now: datetime) -> None:
    end(ledger, due(), State.HELD, now, "the gate held it")
    ledger.notices.watch(now)
    ledger.hooks.watch(ALL, now)

    assert [one.subject for one in ledger.notices.rows()] == ["kz-kg/2026-10/analyst.fr is held"]
    assert [one.subject for one in ledger.notices.take(now, LEASE)] == ["kz-kg/2026-10/analyst.fr is held"]
    assert [one.subject for one in ledger.hooks.rows()] == ["held: monthly: kz-kg/2026-10/analyst.fr"]
    assert ledger.hooks.take("crm", now, LEASE) is not None


def test_an_event_of_another_time_is_another_though_its_number_comes_again(ledger: Ledger, edition: MakeEdition, now: datetime) -> None:
    ledger.record_edition(edition(), "b" * 64, None, now)
    (event,) = ledger.events()

    assert key(event) == key(event) != key(replace(event, at=now + MINUTE))
    assert len(key(event)) == 40


def test_what_is_no_edition_s_is_no_event(ledger: Ledger, now: datetime) -> None:
    assert ledger.hooks.watch(ALL, now) == 0
    assert ledger.hooks.rows() == []


def test_an_event_has_the_hash_that_awaited_approval_then_and_not_a_later_one(ledger: Ledger, due: MakeDue, now: datetime) -> None:
    ledger.plan([due()], now)
    for sha256 in ("c" * 64, "e" * 64):
        claim = ledger.claim(now, "one", LEASE)
        assert claim is not None
        ledger.approvals.wait(claim, Built(sha256, "d" * 64, 1), now)
        if sha256[0] == "c":
            ledger.act(Act.HOLD, claim.occurrence, ("aigul", "a wrong word"), now)
            ledger.act(Act.RELEASE, claim.occurrence, ("aigul", "mended"), now)

    ledger.hooks.watch(ALL, now)
    assert [(one["event"], one["sha256"]) for one in said(ledger)] == [("awaiting", None), ("held", None), ("awaiting", "e" * 64)]
