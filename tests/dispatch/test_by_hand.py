import pytest
from tests.dispatch.conftest import NOW, PDF, World

from bilan.delivery.records import Result
from bilan.dispatch.by_hand import Planned, again, chosen, find, plan, put, try_out
from bilan.errors import ConflictError, UsageError

NAME = "kz-kg/2026-10/minister.en"


def test_an_edition_is_found_by_its_name_or_by_the_path_of_an_issue(world: World) -> None:
    first, second = world.issue(), world.issue(issue=2)

    assert find(world.ledger, NAME).id == second.id
    assert find(world.ledger, f"{NAME}.pdf").id == first.id
    assert find(world.ledger, f"{NAME}.issue-2").id == second.id


def test_an_unknown_edition_is_answered_with_the_closest(world: World) -> None:
    world.issue()

    with pytest.raises(UsageError, match=r"is not in the ledger \(did you mean 'kz-kg/2026-10/minister\.en'\?\)"):
        find(world.ledger, "kz-kg/2026-10/minster.en")


def test_everybody_on_the_list_is_meant_or_the_one_named(world: World) -> None:
    world.enlist("a@example.org", "B@example.org")
    edition = world.issue()

    assert [one.address for one in chosen(world.project, edition, "", NOW)] == ["a@example.org", "B@example.org"]
    assert [one.address for one in chosen(world.project, edition, "b@EXAMPLE.org", NOW)] == ["B@example.org"]
    with pytest.raises(UsageError, match="is not on the list") as caught:
        chosen(world.project, edition, "c@example.org", NOW)
    assert caught.value.hint == "add it to the list, or add --test to send a test"


def test_a_dry_run_says_who_would_get_it_and_changes_nothing(world: World) -> None:
    world.enlist("has@example.org", "left@example.org", "new@example.org")
    edition = world.issue("has@example.org")
    world.pass_()
    world.ledger.suppressions.add("left@example.org", "unsubscribed", NOW)
    to = chosen(world.project, edition, "", NOW)

    assert plan(world.ledger, edition, to) == [
        Planned(to[0], "sent"), Planned(to[1], "left the list"), Planned(to[2], "would be sent"),
    ]  # fmt: skip
    assert len(world.ledger.outbox.rows()) == 1


def test_sending_by_hand_twice_sends_once(world: World) -> None:
    world.enlist("ok@example.org")
    edition = world.issue()
    to = chosen(world.project, edition, "", NOW)

    assert (put(world.ledger, edition, to, NOW), put(world.ledger, edition, to, NOW)) == (1, 0)
    world.pass_()
    assert put(world.ledger, edition, to, NOW) == 0
    world.pass_()
    assert world.server.recipients() == ["ok@example.org"]


def test_an_edition_that_is_not_the_one_to_read_is_not_sent(world: World) -> None:
    world.enlist("ok@example.org")
    first, _ = world.issue(), world.issue(issue=2)
    first = find(world.ledger, f"{NAME}.pdf")

    with pytest.raises(ConflictError, match="issue 1: is superseded"):
        put(world.ledger, first, chosen(world.project, first, "", NOW), NOW)


def test_what_was_refused_is_tried_again_and_what_is_unknown_is_not(world: World) -> None:
    world.enlist("refuse@example.org", "cut-lost@example.org", "ok@example.org")
    edition = world.issue("refuse@example.org", "cut-lost@example.org", "ok@example.org")
    world.pass_()

    assert [row.receiver.recipient for row in again(world.ledger, edition, "aigul", NOW)] == ["refuse@example.org"]
    assert world.states() == {"refuse@example.org": "pending", "cut-lost@example.org": "unknown", "ok@example.org": "sent"}


def test_a_test_goes_to_the_asker_alone_marked_and_is_recorded_nowhere(world: World) -> None:
    world.enlist("ok@example.org")
    edition = world.issue("ok@example.org")

    answer = try_out(world.project, edition, "me@example.org", NOW, world.means)

    assert answer.result is Result.SENT
    (taken,) = world.server.taken
    assert taken.recipient == "me@example.org"
    assert taken.message["Subject"].startswith("[Test] Kazakhstan")
    assert [part.get_content() for part in taken.message.iter_attachments()] == [PDF]
    assert world.states() == {"ok@example.org": "pending"}


@pytest.mark.parametrize("address", ["nobody", "me@example.org\nBcc: all@example.org"])
def test_a_test_goes_only_where_something_may_go(world: World, address: str) -> None:
    with pytest.raises(UsageError, match="--to"):
        try_out(world.project, world.issue(), address, NOW, world.means)
