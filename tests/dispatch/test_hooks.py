import json
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from http.server import HTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tests.delivery.receiver import Receiver, listening
from tests.dispatch.conftest import NOW, URL, World

from bilan.delivery.webhook import signature
from bilan.dispatch.hooks import name_of
from bilan.dispatch.records import Means
from bilan.dispatch.waits import ATTEMPTS
from bilan.dispatch.work_off import work_off
from bilan.ledger.records import Due, ReceiptState, State
from bilan.period import Period

MakeWorld = Callable[..., World]
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
ALLOW = '[delivery.webhook]\nallow = ["127.0.0.1"]\ntimeout = 2\n'
EVENTS = '["issued", "held", "failed", "awaiting", "withdrawn"]'


def hook(address: str, events: str = EVENTS, more: str = "") -> str:
    return f'[[delivery.hook]]\nurl = "{address}"\nevents = {events}\n{more}\n'


def said(receiver: Receiver) -> list[dict[str, Any]]:
    return [json.loads(body) for _, _, body in receiver.heard]


def happened(receiver: Receiver) -> list[tuple[str, str]]:
    return [(one["event"], one["period"]) for one in said(receiver)]


def end(world: World, state: State = State.HELD, period: str = "2026-09", reason: str = "the gate held it") -> None:
    world.ledger.plan([Due("monthly", "kz-kg", "minister", "en", Period.parse(period), world.now)], world.now)
    claim = world.ledger.claim(world.now, "test", MINUTE)
    assert claim is not None
    world.ledger.finish(claim, state, world.now, reason)


@pytest.fixture
def receivers() -> Iterator[list[Receiver]]:
    with ExitStack() as stack:
        yield [stack.enter_context(listening()) for _ in range(2)]


@pytest.fixture
def receiver(receivers: list[Receiver]) -> Receiver:
    return receivers[0]


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> Iterator[str]:
    if request.param == "sqlite":
        yield URL
        return
    server = request.getfixturevalue("postgres")
    address = server.fresh()
    yield address
    server.back(address)


@pytest.fixture
def with_hook(make_world: MakeWorld, receiver: Receiver) -> World:
    return make_world(smtp=ALLOW + hook(receiver.address))


def test_each_event_reaches_each_hook_that_asked_for_it_and_once(url: str, make_world: MakeWorld, receivers: list[Receiver]) -> None:
    one, two = receivers
    world = make_world(smtp=ALLOW + hook(one.address) + hook(two.address, '["held"]'), ledger=url)
    edition = world.issue()
    end(world)
    end(world, State.FAILED, "2026-08", "no such template")
    world.pass_()
    world.ledger.withdraw(edition.id, "a wrong table", "aigul", world.now)
    for _ in range(3):
        world.pass_(HOUR)

    assert happened(one) == [("issued", "2026-10"), ("held", "2026-09"), ("failed", "2026-08"), ("withdrawn", "2026-10")]
    assert happened(two) == [("held", "2026-09")]
    assert said(one)[1] == said(two)[0]
    assert len({call["id"] for call in said(one)}) == 4
    assert {row.state for row in world.ledger.hooks.rows()} == {ReceiptState.SENT}
    world.ledger.close()


def test_a_call_says_what_happened_and_proves_who_says_it(with_hook: World, receiver: Receiver) -> None:
    edition = with_hook.issue()
    with_hook.pass_()

    ((path, headers, body),) = receiver.heard
    told = json.loads(body)
    assert path == "/hook?for=bilan"
    assert told == {
        "schema": 1, "event": "issued", "id": told["id"], "at": with_hook.now.isoformat(), "partnership": "kz-kg", "period": "2026-10",
        "audience": "minister", "language": "en", "number": 1, "issue": 1, "sha256": edition.sha256, "path": edition.path,
        "url": f"https://bilan.example.org/reports/{edition.path}", "reason": "",
    }  # fmt: skip
    assert headers["Bilan-Delivery"] == headers["Idempotency-Key"] == told["id"]
    at = int(headers["Bilan-Timestamp"])
    assert at == int(with_hook.now.timestamp())
    assert headers["Bilan-Signature"] == f"v1={signature(body, at, 's')}"


def test_a_hold_has_a_reason_and_nothing_to_read(with_hook: World, receiver: Receiver) -> None:
    end(with_hook)
    with_hook.pass_()

    (told,) = said(receiver)
    assert (told["reason"], told["number"], told["path"], told["url"]) == ("the gate held it", None, None, None)


def test_no_program_is_told_a_secret(with_hook: World, receiver: Receiver) -> None:
    end(with_hook, State.FAILED, reason="postgresql://bilan:hush-hush@db/ledger is away")
    with_hook.pass_()

    assert said(receiver)[0]["reason"] == "postgresql://bilan:***@db/ledger is away"


def test_a_server_in_trouble_is_called_again_with_the_same_id_until_it_answers(url: str, make_world: MakeWorld, receiver: Receiver) -> None:
    world = make_world(smtp=ALLOW + hook(receiver.address), ledger=url)
    receiver.first = [500, 503]
    world.issue()

    for after in (timedelta(0), timedelta(seconds=20), MINUTE, 2 * MINUTE, HOUR):
        world.pass_(after)

    assert happened(receiver) == [("issued", "2026-10")] * 3
    assert len({headers["Bilan-Delivery"] for _, headers, _ in receiver.heard}) == 1
    assert len({body for _, _, body in receiver.heard}) == 1
    assert len({headers["Bilan-Timestamp"] for _, headers, _ in receiver.heard}) == 3
    world.ledger.close()


def test_one_event_a_server_fails_at_holds_up_no_other(with_hook: World, receiver: Receiver) -> None:
    receiver.first = [500, 500, 500]
    for month in range(1, 6):
        with_hook.issue(period=f"2026-0{month}")
    with_hook.pass_()

    assert len(receiver.heard) == 5
    states = [row.state for row in with_hook.ledger.hooks.rows()]
    assert states == [ReceiptState.DEFERRED] * 3 + [ReceiptState.SENT] * 2


def test_a_call_whose_answer_is_lost_is_made_again(with_hook: World, receiver: Receiver) -> None:
    receiver.hangs_up = True
    with_hook.issue()
    with_hook.pass_()
    receiver.hangs_up = False
    with_hook.pass_(MINUTE)
    with_hook.pass_(HOUR)

    assert len(receiver.heard) == 2


def test_all_events_reach_a_server_once_it_is_up_again(make_world: MakeWorld) -> None:
    with listening() as gone:
        port, address = gone.server.server_port, gone.address
    world = make_world(smtp=ALLOW + hook(address))
    for month in range(1, 6):
        world.issue(period=f"2026-0{month}")
    for after in (timedelta(0), MINUTE, 10 * MINUTE, HOUR):
        world.pass_(after)
    with listening(port) as back:
        for _ in range(3):
            world.pass_(4 * HOUR)

    assert sorted(happened(back)) == [("issued", f"2026-0{month}") for month in range(1, 6)]


def test_a_server_that_is_down_is_called_twice_a_pass_however_much_waits(
    make_world: MakeWorld, receiver: Receiver, receivers: list[Receiver]
) -> None:
    world = make_world(smtp=ALLOW + hook(receiver.address) + hook(receivers[1].address))
    receiver.hangs_up = True
    for month in range(1, 6):
        world.issue(period=f"2026-0{month}")
    world.pass_()
    world.pass_(timedelta(seconds=20))

    assert len(receiver.heard) == 2
    assert len(receivers[1].heard) == 5


def test_a_redirect_is_not_followed_and_the_owner_is_told_once(make_world: MakeWorld, receivers: list[Receiver]) -> None:
    one, other = receivers
    world = make_world(delivery='owner = "ops@example.org"\n', smtp=ALLOW + hook(one.address, '["issued"]'))
    one.status, one.location = 307, other.address
    world.issue()
    world.issue(period="2026-09")
    for _ in range(3):
        world.pass_(HOUR)

    assert (len(one.heard), other.heard) == (6, [])
    (mail,) = world.server.taken
    assert str(mail.message["Subject"]) == "Bilan: 127.0.0.1 is not told what happened"
    assert "307 Temporary Redirect: redirects are not followed" in mail.message.get_content()
    one.status = 200
    world.pass_(4 * HOUR)
    assert {row.state for row in world.ledger.hooks.rows()} == {ReceiptState.SENT}


def test_what_nobody_takes_within_a_day_is_given_up_and_the_owner_told(make_world: MakeWorld, receiver: Receiver) -> None:
    world = make_world(delivery='owner = "ops@example.org"\n', smtp=ALLOW + hook(receiver.address, '["issued"]'))
    receiver.status = 503
    world.issue()
    for _ in range(ATTEMPTS + 3):
        world.pass_(4 * HOUR)

    assert len(receiver.heard) == ATTEMPTS
    assert [row.state for row in world.ledger.hooks.rows()] == [ReceiptState.REFUSED]
    assert [str(one.message["Subject"]) for one in world.server.taken] == ["Bilan: 127.0.0.1 is not told what happened"]


def test_a_private_address_nobody_allowed_is_not_called(make_world: MakeWorld, receiver: Receiver) -> None:
    world = make_world(smtp=hook(receiver.address))
    world.issue()
    world.pass_()

    assert receiver.heard == []
    assert "leads to the private address" in world.ledger.notices.rows()[0].detail


def test_an_address_that_is_not_encrypted_is_not_called(make_world: MakeWorld) -> None:
    world = make_world(smtp=hook("http://hooks.example.org/"))
    world.issue()
    world.pass_()

    assert "is not encrypted" in world.ledger.notices.rows()[0].detail


def test_without_a_key_nothing_is_called_and_all_waits(make_world: MakeWorld, receiver: Receiver) -> None:
    world = make_world(smtp=ALLOW + hook(receiver.address, more='secret = "BILAN_CRM_SECRET"'))
    world.issue()
    world.issue(period="2026-09")
    world.pass_()

    assert receiver.heard == []
    assert "BILAN_CRM_SECRET is not set" in world.ledger.notices.rows()[0].detail
    world.pass_(2 * MINUTE, means=Means({"BILAN_CRM_SECRET": "another"}, "test", lambda: 0.0))
    _, headers, body = receiver.heard[0]
    assert len(receiver.heard) == 2
    assert headers["Bilan-Signature"] == f"v1={signature(body, int(headers['Bilan-Timestamp']), 'another')}"


def test_two_processes_at_once_tell_each_event_once(url: str, make_world: MakeWorld, receiver: Receiver) -> None:
    world = make_world(smtp=ALLOW + hook(receiver.address), ledger=url)
    for month in range(1, 9):
        world.issue(period=f"2026-0{month}")
    means = [Means({"BILAN_WEBHOOK_SECRET": "s"}, name) for name in ("one", "two")]
    passes = [threading.Thread(target=work_off, args=(world.project, world.ledger, world.now, one)) for one in means]
    for one in passes:
        one.start()
    for one in passes:
        one.join()

    assert sorted(happened(receiver)) == [("issued", f"2026-0{month}") for month in range(1, 9)]
    world.ledger.close()


def test_a_hook_turned_on_later_is_not_sent_the_past(make_world: MakeWorld, receiver: Receiver) -> None:
    world = make_world(smtp=ALLOW)
    world.issue(period="2026-08")
    world.pass_()
    settings = world.project.root / "bilan.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + hook(receiver.address), encoding="utf-8")
    world.project = type(world.project)(world.project.root)
    world.now += timedelta(days=40)
    world.issue(period="2026-09")
    world.pass_()

    assert happened(receiver) == [("issued", "2026-09")]


def test_the_owner_hears_nothing_of_what_hooks_are_told(make_world: MakeWorld, receiver: Receiver) -> None:
    world = make_world(delivery='owner = "ops@example.org"\n', smtp=ALLOW + hook(receiver.address))
    end(world)
    world.issue()
    world.pass_()
    world.pass_(HOUR)

    assert [str(one.message["Subject"]) for one in world.server.taken] == ["Bilan: kz-kg/2026-09/minister.en is held"]
    assert sorted(happened(receiver)) == [("held", "2026-09"), ("issued", "2026-10")]


def test_a_wish_to_stop_leaves_the_rest_for_later(with_hook: World, receiver: Receiver) -> None:
    with_hook.issue()
    stop = threading.Event()
    stop.set()
    with_hook.pass_(means=Means({"BILAN_WEBHOOK_SECRET": "s"}, "test", lambda: 0.0, stop))
    assert receiver.heard == []
    with_hook.pass_()
    assert len(receiver.heard) == 1


def test_a_hook_is_known_by_a_name_that_tells_no_address(with_hook: World, receiver: Receiver) -> None:
    (one,) = with_hook.project.config.delivery.hook

    assert len(name_of(one)) == 16
    assert receiver.address not in name_of(one)


def test_the_receiver_in_the_documents_takes_what_is_signed_once_and_nothing_forged(
    make_world: MakeWorld, checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (checkout / "docs" / "delivery.md").read_text(encoding="utf-8")
    *code, _ = page.partition("```python\n")[2].partition("```")[0].strip().splitlines()
    names: dict[str, Any] = {}
    exec("\n".join(code), names)  # noqa: S102  our own documents
    names["time"] = SimpleNamespace(time=NOW.timestamp)
    monkeypatch.setenv("BILAN_WEBHOOK_SECRET", "s")
    with HTTPServer(("127.0.0.1", 0), names["Receiver"]) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        world = make_world(smtp=ALLOW + hook(f"http://127.0.0.1:{server.server_port}/"))
        world.issue()
        world.pass_(means=Means({"BILAN_WEBHOOK_SECRET": "another"}, "test", lambda: 0.0))
        forged = world.ledger.hooks.rows()[0].state
        world.pass_(2 * MINUTE)
        server.shutdown()
        thread.join()

    assert (forged, world.ledger.hooks.rows()[0].state) == (ReceiptState.DEFERRED, ReceiptState.SENT)
    assert capsys.readouterr().out.count("'event': 'issued'") == 1
