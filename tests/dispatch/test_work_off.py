import threading
from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import pytest
from tests.delivery.smtp_server import BEHAVIOURS, Rules
from tests.dispatch.conftest import PDF, World

from bilan.dispatch.records import Means
from bilan.dispatch.waits import ATTEMPTS
from bilan.dispatch.work_off import work_off
from bilan.errors import LedgerError
from bilan.ledger.records import MessageKind, ReceiptState

MakeWorld = Callable[..., World]
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
OK = [f"ok-{number}@d{number % 3}.example" for number in range(8)]


# Sent twice


def test_sent_twice_never_by_a_second_pass(world: World) -> None:
    world.enlist(*OK)
    world.issue(*OK)

    first, second = world.pass_(), world.pass_(MINUTE)

    assert [one.state.value for one in first] == ["sent"] * 8
    assert second == []
    assert sorted(world.server.recipients()) == sorted(OK)


def test_sent_twice_never_by_two_processes_at_once(world: World) -> None:
    world.enlist(*OK)
    world.issue(*OK)
    passes = [threading.Thread(target=work_off, args=(world.project, world.ledger, world.now, Means({}, name))) for name in ("one", "two")]
    for one in passes:
        one.start()
    for one in passes:
        one.join()

    assert Counter(world.server.recipients()) == Counter(OK)
    assert set(world.states().values()) == {"sent"}


@pytest.mark.parametrize("behaviour", ["cut-kept", "cut-lost", "mute-kept", "mute-lost"])
def test_sent_twice_never_after_the_connection_was_lost_with_the_mail(make_world: MakeWorld, behaviour: str) -> None:
    world = make_world(timeout=1)
    world.enlist(f"{behaviour}@example.org")
    world.issue(f"{behaviour}@example.org")

    receipts = [world.pass_(after) for after in (timedelta(0), MINUTE, HOUR, DAY, 40 * DAY)]

    assert [[one.state.value for one in found] for found in receipts] == [["unknown"], [], [], [], []]
    assert len(world.server.taken) == int(behaviour.endswith("kept"))


def test_sent_twice_never_after_the_sender_was_killed_while_sending(world: World) -> None:
    world.enlist("ok@example.org", "ok-2@example.org")
    world.issue("ok@example.org", "ok-2@example.org")
    world.ledger.outbox.begin(world.ledger.outbox.due(world.now)[0], world.now, "killed", Means().lease)

    assert [one.recipient for one in world.pass_()] == ["ok-2@example.org"]
    world.pass_(HOUR)
    world.pass_(DAY)
    assert world.states() == {"ok@example.org": "unknown", "ok-2@example.org": "sent"}
    assert world.server.recipients() == ["ok-2@example.org"]


def test_sent_twice_never_where_the_same_edition_is_recorded_again(world: World) -> None:
    world.enlist("ok@example.org")
    world.issue("ok@example.org")
    world.pass_()
    world.issue("ok@example.org")

    assert world.pass_() == []
    assert world.server.recipients() == ["ok@example.org"]


# Not sent


def test_not_sent_because_another_failed_never(world: World) -> None:
    addresses = [f"{name}@x{index}.example" for index, name in enumerate(BEHAVIOURS) if not name.startswith("mute")]
    world.enlist(*addresses, *OK)
    world.issue(*addresses, *OK)

    world.pass_()
    world.pass_(2 * MINUTE)

    assert [world.states()[one] for one in OK] == ["sent"] * 8
    assert not {"pending", "sending"} & set(world.states().values())


@pytest.mark.parametrize("behaviour", ["grey", "busy", "late", "cut-before", "cut-data", "full", "shut"])
def test_not_sent_because_a_server_was_busy_for_a_while_never(make_world: MakeWorld, behaviour: str) -> None:
    world = make_world(Rules(fixes={behaviour: 2}))
    world.enlist(f"{behaviour}@example.org")
    world.issue(f"{behaviour}@example.org")

    said = [[one.state.value for one in world.pass_(2 * MINUTE)] for _ in range(4)]

    assert said == [["deferred"], ["deferred"], ["sent"], []]
    assert world.server.recipients() == [f"{behaviour}@example.org"]


def test_not_sent_because_the_server_was_away_never(world: World, make_world: MakeWorld) -> None:
    del make_world
    world.enlist(*OK)
    world.issue(*OK)
    port, world.server.rules.greeting = world.server.port, "554 not now"

    assert {one.state.value for one in world.pass_()} == {"deferred"}
    assert Counter(world.states().values())["pending"] >= 8 - 4
    world.server.rules.greeting = "220 back"
    world.pass_(2 * MINUTE)

    assert world.server.port == port
    assert set(world.states().values()) == {"sent"}


def test_not_sent_because_of_a_mistake_in_the_list_only_until_it_is_mended(world: World) -> None:
    world.enlist("ok@example.org", "nobody")
    world.issue("ok@example.org")

    assert world.pass_() == []
    assert world.states() == {"ok@example.org": "pending"}
    assert world.ledger.notices.rows()[0].subject == "nothing can be sent"

    world.enlist("ok@example.org")
    assert [one.state.value for one in world.pass_()] == ["sent"]


def test_not_sent_after_a_day_of_trying_is_refused_and_told(world: World) -> None:
    world.enlist("busy@example.org")
    world.issue("busy@example.org")
    began = world.now
    while (row := world.ledger.outbox.rows()[0]).next_try_at is not None:
        assert world.pass_(row.next_try_at - world.now)
    assert world.now - began < DAY

    assert (row.attempt, row.last_text) == (ATTEMPTS, f"given up after {ATTEMPTS} attempts: 4.2.1 mailbox busy")
    assert world.ledger.notices.rows()[-1].subject == "delivery 1 refused"


# Sent blank and called a success


def test_sent_blank_never_every_mail_has_text_figures_and_the_pdf(world: World) -> None:
    world.enlist("ok@example.org")
    world.issue("ok@example.org")
    world.pass_()

    (taken,) = world.server.taken
    plain, html = (taken.message.get_body((kind,)) for kind in ("plain", "html"))
    assert plain is not None
    assert html is not None
    assert "$1.34bn" in plain.get_content()
    assert "$1.34bn" in html.get_content()
    assert [part.get_content() for part in taken.message.iter_attachments()] == [PDF]


def test_called_a_success_never_where_the_edition_is_damaged(world: World) -> None:
    world.enlist("ok@example.org")
    edition = world.issue("ok@example.org")
    blob = world.project.reports / "blob" / edition.sha256
    blob.chmod(0o600)
    blob.write_bytes(b"")

    assert world.pass_() == []
    assert world.states() == {"ok@example.org": "pending"}
    assert "cannot be delivered" in world.ledger.notices.rows()[0].subject

    blob.write_bytes(PDF)
    assert [one.state.value for one in world.pass_()] == ["sent"]


def test_called_a_success_never_where_the_mail_says_what_nobody_printed(world: World) -> None:
    world.sample["mail"]["words"]["lead"] = ["Trade came to 7.77 billion."]
    world.enlist("ok@example.org")
    world.issue("ok@example.org")

    (receipt,) = world.pass_()

    assert receipt.state is ReceiptState.REFUSED
    assert "'7.77'" in receipt.text
    assert world.server.taken == []


@pytest.mark.parametrize("behaviour", [name for name in BEHAVIOURS if name not in ("ok", "large")])
def test_called_a_success_only_where_the_server_said_so(make_world: MakeWorld, behaviour: str) -> None:
    world = make_world(timeout=1)
    world.enlist(f"{behaviour}@example.org")
    world.issue(f"{behaviour}@example.org")

    (receipt,) = world.pass_()

    assert receipt.state is not ReceiptState.SENT


# Who gets nothing any more


def test_who_left_the_list_gets_nothing(world: World) -> None:
    world.enlist("ok@example.org", "gone@example.org")
    world.issue("ok@example.org", "gone@example.org")
    world.enlist("ok@example.org")

    world.pass_()

    assert world.states() == {"ok@example.org": "sent", "gone@example.org": "cancelled"}
    assert world.ledger.outbox.rows()[1].last_text == "no longer on the list of recipients"


def test_who_unsubscribed_gets_nothing(world: World) -> None:
    world.enlist("Ok@example.org")
    world.issue("Ok@example.org")
    world.ledger.suppressions.add("ok@example.org", "unsubscribed", world.now)

    assert world.pass_() == []
    assert world.ledger.outbox.rows()[0].last_text == "nothing goes to this address: unsubscribed"


def test_who_has_a_withdrawn_edition_is_told_also_after_leaving_the_list(world: World) -> None:
    world.enlist("ok@example.org", "later@example.org")
    edition = world.issue("ok@example.org")
    world.pass_()
    world.enlist()
    world.ledger.withdraw(edition.id, "the total was wrong", "aigul", world.now)

    (receipt,) = world.pass_()

    assert (receipt.kind, receipt.state) == (MessageKind.WITHDRAWAL, ReceiptState.SENT)
    assert "the total was wrong" in world.server.taken[1].message.get_body(("plain",)).get_content()  # type: ignore[union-attr]  # it has one


def test_who_has_a_withdrawn_edition_and_was_forgotten_is_told_while_on_the_list(world: World) -> None:
    world.enlist("ok@example.org", "ok-left@example.org", "ok-gone@example.org")
    edition = world.issue("ok@example.org", "ok-left@example.org", "ok-gone@example.org")
    world.pass_()
    tomorrow = world.now + timedelta(days=1)
    world.ledger.prune(tomorrow.date(), tomorrow)
    world.enlist("ok@example.org", "ok-left@example.org")
    world.ledger.suppressions.add("ok-left@example.org", "left", world.now)
    world.ledger.withdraw(edition.id, "the total was wrong", "aigul", world.now)

    (receipt,) = world.pass_()

    assert (receipt.kind, receipt.state) == (MessageKind.WITHDRAWAL, ReceiptState.SENT)
    assert world.server.recipients()[3:] == ["ok@example.org"]
    cancelled = [row.last_text for row in world.ledger.outbox.rows() if row.state is ReceiptState.CANCELLED]
    assert cancelled == ["nothing goes to this address: left", "its address was forgotten and is not on the list of recipients"]


def test_a_correction_says_what_it_replaces(world: World) -> None:
    world.enlist("ok@example.org")
    world.issue("ok@example.org")
    world.pass_()
    world.issue("ok@example.org", issue=2)

    (receipt,) = world.pass_()

    assert (receipt.kind, receipt.issue) == (MessageKind.CORRECTION, 2)
    assert world.server.taken[1].message["Subject"].startswith("Correction: ")


def test_what_waits_of_a_superseded_issue_is_not_sent(world: World) -> None:
    world.enlist("ok@example.org")
    world.issue("ok@example.org")
    world.issue("ok@example.org", issue=2)

    assert [one.issue for one in world.pass_()] == [2]
    assert len(world.server.taken) == 1


# Limits, channels, and ends


def test_no_more_goes_to_a_domain_at_once_and_in_a_minute_than_the_settings_say(make_world: MakeWorld) -> None:
    world = make_world(smtp="messages-per-minute = 3\nconnections-per-domain = 1\n")
    one_domain = [f"ok-{number}@example.org" for number in range(7)]
    world.enlist(*one_domain)
    world.issue(*one_domain)

    sent = [len(world.pass_(after)) for after in (timedelta(0), MINUTE / 2, MINUTE, MINUTE, MINUTE, MINUTE)]

    assert sent == [3, 0, 3, 1, 0, 0]
    assert world.server.most_at_once == 1


def test_connections_are_shared_and_no_more_than_the_settings_say(make_world: MakeWorld) -> None:
    world = make_world(smtp="connections = 2\n")
    many = [f"ok-{number}@d{number % 5}.example" for number in range(20)]
    world.enlist(*many)
    world.issue(*many)

    world.pass_()

    assert len(world.server.taken) == 20
    assert world.server.connections <= 2


def test_one_channel_that_cannot_work_stops_no_other(world: World) -> None:
    world.enlist("ok@example.org", "folder:deliveries/a", "feed:public")
    world.issue("ok@example.org", "folder:deliveries/a", "feed:public")
    world.server.close()

    world.pass_()

    assert world.states() == {"ok@example.org": "deferred", "deliveries/a": "sent", "public": "sent"}
    assert (world.project.root / "deliveries/a/kz-kg/2026-10/minister.en.pdf").read_bytes() == PDF


def test_a_channel_without_its_secret_begins_nothing_and_is_told(make_world: MakeWorld) -> None:
    world = make_world(smtp='user = "bilan"\n'.replace("localhost", "127.0.0.1"))
    world.enlist(*OK)
    world.issue(*OK)

    assert world.pass_() == []
    assert set(world.states().values()) == {"pending"}
    assert "BILAN_SMTP_PASSWORD is not set" in world.ledger.notices.rows()[0].detail


def test_what_a_killed_sender_put_into_a_folder_is_completed(world: World) -> None:
    world.enlist("folder:deliveries/a")
    world.issue("folder:deliveries/a")
    world.ledger.outbox.begin(world.ledger.outbox.due(world.now)[0], world.now, "killed", Means().lease)

    world.pass_(HOUR)

    assert world.states() == {"deliveries/a": "sent"}


def test_a_pass_that_is_asked_to_stop_begins_nothing_more(world: World) -> None:
    world.enlist(*OK)
    world.issue(*OK)
    stopping = Means({}, "test")
    stopping.stop.set()

    assert world.pass_(means=stopping) == []
    assert set(world.states().values()) == {"pending"}


def test_one_edition_alone_can_be_worked_off(world: World) -> None:
    world.enlist("ok@example.org")
    first, _ = world.issue("ok@example.org"), world.issue("ok@example.org", period="2026-09")

    assert [str(one.edition) for one in world.pass_(edition=first.id)] == ["kz-kg/2026-10/minister.en"]


def test_a_ledger_that_is_lost_stops_the_pass_and_what_was_on_its_way_is_unknown(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.enlist(*OK)
    world.issue(*OK)

    def lost(*_: object) -> bool:
        raise LedgerError("ledger", "is gone", "")

    with monkeypatch.context() as patch:
        patch.setattr("bilan.ledger.sending.Outbox.settle", lost)
        with pytest.raises(LedgerError, match="is gone"):
            world.pass_()
    world.pass_(HOUR)

    known = Counter(world.states().values())
    assert known["unknown"] + known["sent"] == 8
    assert 1 <= known["unknown"] <= 4
    assert Counter(world.server.recipients()) == Counter(OK)


def test_nothing_to_send_is_no_news(world: World) -> None:
    assert world.pass_() == []
    assert world.ledger.notices.rows() == []
