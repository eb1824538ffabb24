from datetime import datetime

from bilan.ledger.book import Ledger
from bilan.ledger.suppressions import Suppression


def test_an_address_that_left_is_kept_with_the_reason(ledger: Ledger, now: datetime) -> None:
    assert ledger.suppressions.add("Anna@example.org", "unsubscribed", now)
    assert not ledger.suppressions.add("anna@example.org", "bounced", now)

    assert ledger.suppressions.all() == {"anna@example.org": Suppression("anna@example.org", "unsubscribed", now)}


def test_an_address_can_come_back(ledger: Ledger, now: datetime) -> None:
    ledger.suppressions.add("anna@example.org", "unsubscribed", now)

    assert ledger.suppressions.lift("ANNA@example.org", "asked by mail", now)
    assert not ledger.suppressions.lift("anna@example.org", "asked by mail", now)
    assert ledger.suppressions.all() == {}
    assert [(event.to_state, event.detail) for event in ledger.events()][-2:] == [
        ("suppressed", "unsubscribed"),
        ("lifted", "asked by mail"),
    ]
    assert "anna" not in repr(ledger.events())


def test_who_put_an_address_there_and_who_lifted_it_is_kept(ledger: Ledger, now: datetime) -> None:
    ledger.suppressions.add("anna@example.org", "by phone", now, "boris")
    ledger.suppressions.lift("anna@example.org", "by mail", now, "clara")

    assert [one.actor for one in ledger.events()] == ["boris", "clara"]


def test_many_are_put_there_at_once_and_each_is_written_down(ledger: Ledger, now: datetime) -> None:
    ledger.suppressions.add("A7@example.org", "unsubscribed", now)

    new = ledger.suppressions.add_all({f"a{number}@Example.org": f"bounced: {number}" for number in range(1200)}, now, "anna")

    assert new == {f"a{number}@example.org" for number in range(1200)} - {"a7@example.org"}
    assert ledger.suppressions.all()["a7@example.org"].reason == "unsubscribed"
    told = [(one.to_state, one.actor, one.detail) for one in ledger.events()[1:]]
    assert sorted(told) == sorted(("suppressed", "anna", f"bounced: {number}") for number in range(1200) if number != 7)
    assert ledger.suppressions.add_all({}, now) == set()
    assert ledger.suppressions.add_all({"A7@example.org": "again"}, now) == set()
