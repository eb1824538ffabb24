import json
from collections.abc import Callable
from datetime import timedelta

from tests.delivery.smtp_server import Rules
from tests.dispatch.conftest import World

from bilan.dispatch.owner import message
from bilan.ledger.records import Due, ReceiptState, State
from bilan.period import Period

MakeWorld = Callable[..., World]
OWNER = 'owner = "ops@example.org"\n'
TICK, MINUTE = timedelta(seconds=20), timedelta(minutes=1)


def told(world: World) -> list[str]:
    """Subjects of what the owner has."""
    return [str(one.message["Subject"]) for one in world.server.taken if one.recipient.startswith(("ops", "busy-ops", "cut-kept-ops"))]


def hold(world: World, state: State = State.HELD, period: str = "2026-10") -> None:
    world.ledger.plan([Due("monthly", "kz-kg", "minister", "en", Period.parse(period), world.now)], world.now)
    claim = world.ledger.claim(world.now, "test", MINUTE)
    assert claim is not None
    world.ledger.finish(claim, state, world.now, "the gate held it: a jump")


def test_the_owner_is_told_of_a_hold_within_a_minute_and_once(make_world: MakeWorld) -> None:
    world = make_world(delivery=OWNER)
    hold(world)
    held_at = world.now

    for _ in range(6):
        world.pass_(TICK)

    assert told(world) == ["Bilan: kz-kg/2026-10/minister.en is held"]
    assert "the gate held it: a jump" in world.server.taken[0].message.get_content()
    (row,) = world.ledger.notices.rows()
    assert row.told_at is not None
    assert row.told_at - held_at <= MINUTE


def test_the_owner_is_told_of_a_failure_and_of_an_unknown_end_in_one_message(make_world: MakeWorld) -> None:
    world = make_world(delivery=OWNER)
    world.enlist("cut-lost@example.org")
    world.issue("cut-lost@example.org")
    hold(world, State.FAILED)

    world.pass_()
    world.pass_(MINUTE)

    assert told(world) == ["Bilan: 2 matters need a person"]
    text = world.server.taken[0].message.get_content()
    assert "kz-kg/2026-10/minister.en failed" in text
    assert "bilan send --resolve sent 1" in text


def test_the_owner_is_told_once_of_a_server_that_is_away_and_again_the_next_time(make_world: MakeWorld) -> None:
    world = make_world(delivery=OWNER)
    addresses = [f"ok-{number}@example.org" for number in range(3)]
    world.enlist(*addresses)
    for index, address in enumerate(addresses):
        world.issue(address, period=f"2026-0{index + 1}")
        world.server.rules.greeting = "554 not now"
        for _ in range(5):
            world.pass_(TICK)
        world.server.rules.greeting = "220 back"
        for _ in range(5):
            world.pass_(2 * MINUTE)

    assert told(world) == ["Bilan: nothing can be sent by smtp"] * 3


def test_without_an_owner_nobody_is_told_and_nothing_is_lost(world: World) -> None:
    hold(world)
    world.pass_()

    (row,) = world.ledger.notices.rows()
    assert row.state is ReceiptState.PENDING
    assert world.server.taken == []


def test_the_next_address_is_told_where_the_first_cannot_be(make_world: MakeWorld) -> None:
    world = make_world(delivery='owner = ["refuse@example.org", "ops@example.org"]\n')
    hold(world)
    world.pass_()

    assert told(world) == ["Bilan: kz-kg/2026-10/minister.en is held"]


def test_an_owner_who_cannot_be_told_now_is_told_later(make_world: MakeWorld) -> None:
    world = make_world(Rules(fixes={"busy": 1}), delivery='owner = "busy-ops@example.org"\n')
    hold(world)

    world.pass_()
    assert (told(world), world.ledger.notices.rows()[0].state) == ([], ReceiptState.DEFERRED)
    world.pass_(2 * MINUTE)
    assert len(told(world)) == 1


def test_a_message_to_the_owner_that_may_have_arrived_is_not_repeated(make_world: MakeWorld) -> None:
    world = make_world(delivery='owner = "cut-kept-ops@example.org"\n')
    hold(world)
    for _ in range(3):
        world.pass_(MINUTE)

    assert len(told(world)) == 1
    assert world.ledger.notices.rows()[0].state is ReceiptState.UNKNOWN


def test_an_owner_who_is_called_gets_a_signed_call(make_world: MakeWorld, caplog: object) -> None:
    del caplog
    world = make_world(delivery='owner = "https://127.0.0.1:9/hook"\n')
    hold(world)
    world.pass_()

    assert world.ledger.notices.rows()[0].state is ReceiptState.REFUSED  # a private address nobody allowed


def test_an_owner_without_a_channel_waits(make_world: MakeWorld) -> None:
    world = make_world(delivery=OWNER, smtp='user = "bilan"\n')
    hold(world)
    world.pass_()

    assert world.ledger.notices.rows()[0].state is ReceiptState.DEFERRED


def test_a_deadline_opened_by_the_schedule_is_told(make_world: MakeWorld) -> None:
    world = make_world(delivery=OWNER)
    world.ledger.notices.open("deadline:monthly:2026-10", "data for October are late", "trade.total, Kyrgyz statistics", world.now)
    world.pass_()

    assert told(world) == ["Bilan: data for October are late"]


def test_what_is_told_together_is_known_by_what_it_is_about(world: World) -> None:
    for name in ("a", "b"):
        world.ledger.notices.open(name, f"subject {name}", f"detail {name}", world.now)
    rows = world.ledger.notices.rows()

    key, subject, text = message(rows, "Office")

    assert (subject, text) == ("Office: 2 matters need a person", "subject a\ndetail a\n\nsubject b\ndetail b\n")
    assert key == message(rows, "Office")[0] != message(rows[:1], "Office")[0]
    assert json.dumps(text)
