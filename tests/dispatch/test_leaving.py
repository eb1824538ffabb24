from tests.dispatch.conftest import NOW, World

from bilan.delivery.unsubscribe import token
from bilan.dispatch.bounces import Bounce
from bilan.dispatch.leaving import bounced, foreseen, leave

KEY = {"BILAN_UNSUBSCRIBE_SECRET": "s"}


def test_one_click_is_enough_and_a_second_changes_nothing(world: World) -> None:
    mine = token("ok@example.org", "s")

    assert leave(world.project, world.ledger, mine, NOW, KEY) == "ok@example.org"
    assert leave(world.project, world.ledger, mine, NOW, KEY) == "ok@example.org"
    assert {one.reason for one in world.ledger.suppressions.all().values()} == {"unsubscribed by the link in a mail"}


def test_a_token_that_is_not_ours_lets_nobody_go(world: World) -> None:
    assert leave(world.project, world.ledger, token("ok@example.org", "other"), NOW, KEY) is None
    assert world.ledger.suppressions.all() == {}


def test_who_is_dead_for_good_gets_nothing_any_more(world: World) -> None:
    found = [Bounce("dead@example.org", "no such user", lasting=True), Bounce("late@example.org", "busy", lasting=False)]

    assert [outcome for _, outcome in bounced(world.ledger, found, NOW)] == ["gets nothing any more", "for now only: nothing changes"]
    assert [outcome for _, outcome in bounced(world.ledger, found[:1], NOW)] == ["got nothing already"]
    assert list(world.ledger.suppressions.all()) == ["dead@example.org"]


def test_what_would_become_of_each_is_told_beforehand(world: World) -> None:
    found = [Bounce("dead@example.org", "no such user", lasting=True), Bounce("late@example.org", "busy", lasting=False)]

    assert [outcome for _, outcome in foreseen(world.ledger, found)] == ["would get nothing any more", "for now only: nothing changes"]
    assert world.ledger.suppressions.all() == {}
    bounced(world.ledger, found, NOW, "anna")
    assert next(outcome for _, outcome in foreseen(world.ledger, found)) == "gets nothing already"
    assert [one.actor for one in world.ledger.events() if one.subject.startswith("suppression")] == ["anna"]
