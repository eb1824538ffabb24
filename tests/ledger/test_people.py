from datetime import datetime, timedelta

import pytest

from bilan.errors import ConflictError
from bilan.ledger.book import Ledger
from bilan.ledger.people_records import AccountRow, Role

IDLE, LONGEST = timedelta(hours=1), timedelta(hours=12)
OLD, NEW = "$argon2id$old", "$argon2id$new"


@pytest.fixture
def anna(ledger: Ledger, now: datetime) -> AccountRow:
    return ledger.people.add("anna", Role.RUN, now, OLD)


def test_a_password_proved_before_it_was_changed_opens_nothing(ledger: Ledger, now: datetime, anna: AccountRow) -> None:
    ledger.people.set_password("anna", NEW, now)

    with pytest.raises(ConflictError, match="account anna: has just got another password"):
        ledger.people.open_session(anna, "a" * 64, now, IDLE, LONGEST)
    assert ledger.people.session("a" * 64, now, IDLE) is None


def test_who_is_disabled_gets_neither_session_nor_token(ledger: Ledger, now: datetime, anna: AccountRow) -> None:
    ledger.people.disable("anna", now)

    with pytest.raises(ConflictError, match="account anna: is disabled"):
        ledger.people.open_session(anna, "a" * 64, now, IDLE, LONGEST)
    with pytest.raises(ConflictError, match="account anna: is disabled") as met:
        ledger.people.make_token(anna, "ci", "b" * 64, Role.VIEW, now, now + LONGEST)
    assert met.value.hint == "`bilan account enable anna` lets it in again"


def test_a_newer_hash_of_the_same_password_ends_no_session(ledger: Ledger, now: datetime, anna: AccountRow) -> None:
    ledger.people.open_session(anna, "a" * 64, now, IDLE, LONGEST)
    kept = ledger.people.rehash(anna, NEW)

    assert kept.password == NEW
    assert ledger.people.session("a" * 64, now, IDLE) == kept
    assert ledger.people.rehash(anna, "$argon2id$late").password == NEW, "another one was set meanwhile"


def test_no_hash_gets_into_an_event(ledger: Ledger, now: datetime, anna: AccountRow) -> None:
    ledger.people.open_session(anna, "a" * 64, now, IDLE, LONGEST)
    ledger.people.make_token(anna, "ci", "b" * 64, Role.RUN, now, now + LONGEST)
    ledger.people.close_session("a" * 64, now)
    ledger.people.rehash(anna, NEW)
    ledger.people.set_password("anna", OLD, now)

    shown = repr(ledger.events())
    assert [hidden for hidden in ("a" * 64, "b" * 64, "argon2", OLD, NEW) if hidden in shown] == []
