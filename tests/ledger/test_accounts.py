from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from bilan.errors import BilanError, ConflictError, UsageError
from bilan.ledger.book import Ledger
from bilan.ledger.people_records import Role

SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
IDLE, LONGEST = timedelta(hours=1), timedelta(hours=12)
HASH = "$argon2id$v=19$kept"


def told(ledger: Ledger, name: str) -> list[tuple[str, str, str, str]]:
    return [(one.from_state, one.to_state, one.actor, one.detail) for one in ledger.events(f"account {name}")]


def test_an_account_is_made_once_whatever_the_capitals(ledger: Ledger, now: datetime) -> None:
    made = ledger.people.add("Anna", Role.RUN, now, HASH, by="root")

    assert (made.name, made.role, made.password, made.created_at, made.failures, made.disabled) == ("anna", Role.RUN, HASH, now, 0, False)
    assert ledger.people.account("ANNA") == ledger.people.find(" aNNa ") == made
    assert told(ledger, "anna") == [("", "run", "root", "account made")]
    with pytest.raises(ConflictError, match="account anna: is there already"):
        ledger.people.add("ANNA", Role.VIEW, now)


def test_one_subject_is_one_account(ledger: Ledger, now: datetime) -> None:
    made = ledger.people.add("anna", Role.VIEW, now, subject="https://id.example.org|42")

    assert ledger.people.by_subject("https://id.example.org|42") == made
    assert ledger.people.by_subject("https://id.example.org|43") is None
    with pytest.raises(ConflictError, match="account bek: cannot be made: another account has this subject"):
        ledger.people.add("bek", Role.VIEW, now, subject="https://id.example.org|42")
    assert [one.name for one in ledger.people.accounts()] == ["anna"]
    assert told(ledger, "anna") == [("", "view", "anna", "account made")], "without another name, its owner did it"


def test_a_name_that_cannot_be_one_is_refused(ledger: Ledger, now: datetime) -> None:
    with pytest.raises(UsageError, match="is no name for an account"):
        ledger.people.add("anna b", Role.RUN, now)


def test_an_unknown_account_is_answered_with_the_closest(ledger: Ledger, now: datetime) -> None:
    ledger.people.add("anna", Role.RUN, now)

    assert ledger.people.account("ana") is None
    with pytest.raises(UsageError, match=r"account 'Ana': is not there \(did you mean 'anna'\?\)"):
        ledger.people.find("Ana")


def test_a_role_is_changed_and_said_by_whom(ledger: Ledger, now: datetime) -> None:
    ledger.people.add("anna", Role.VIEW, now)

    assert ledger.people.set_role("Anna", Role.APPROVE, now, "root").role is Role.APPROVE
    assert ledger.people.set_role("anna", Role.APPROVE, now, "root").role is Role.APPROVE
    assert told(ledger, "anna")[1:] == [("view", "approve", "root", "role view -> approve")], "again is no news"


def test_the_last_admin_who_can_log_in_stays(ledger: Ledger, now: datetime) -> None:
    ledger.people.add("anna", Role.ADMIN, now)
    ledger.people.add("bek", Role.ADMIN, now)
    ledger.people.disable("bek", now)

    with pytest.raises(ConflictError, match="account anna: is the last admin"):
        ledger.people.disable("anna", now)
    with pytest.raises(ConflictError, match="account anna: is the last admin") as met:
        ledger.people.set_role("anna", Role.APPROVE, now)
    assert met.value.hint == "make another account admin first"
    assert ledger.people.set_role("bek", Role.RUN, now).role is Role.RUN, "one that is disabled counts no more"


def test_two_admins_cannot_demote_each_other_at_once(ledger: Ledger, now: datetime) -> None:
    names = ["anna", "bek"]
    for name in names:
        ledger.people.add(name, Role.ADMIN, now)

    def demote(name: str) -> bool:
        try:
            ledger.people.set_role(name, Role.RUN, now)
        except BilanError:
            return False
        return True

    with ThreadPoolExecutor(2) as both:
        assert sorted(both.map(demote, names)) == [False, True]
    assert sorted(one.role for one in ledger.people.accounts()) == [Role.ADMIN, Role.RUN]


def test_who_is_disabled_is_out_until_enabled(ledger: Ledger, now: datetime) -> None:
    anna = ledger.people.add("anna", Role.RUN, now)
    ledger.people.open_session(anna, "a" * 64, now, IDLE, LONGEST)
    out = ledger.people.disable("anna", now, "root")

    assert (out.disabled_at, out.state) == (now, "disabled")
    assert ledger.people.disable("anna", now + HOUR, "root") == out, "again is no news"
    assert ledger.people.succeeded("anna", now) is None
    assert ledger.people.enable("anna", now, "root") == anna
    assert ledger.people.enable("anna", now, "root") == anna
    assert ledger.people.session("a" * 64, now, IDLE) is None, "a session that ended stays ended"
    assert told(ledger, "anna")[1:] == [("run", "disabled", "root", "disabled, sessions ended: 1"), ("disabled", "run", "root", "enabled")]


def test_a_new_password_ends_sessions_and_a_lock(ledger: Ledger, now: datetime) -> None:
    anna = ledger.people.add("anna", Role.RUN, now, HASH)
    ledger.people.open_session(anna, "a" * 64, now, IDLE, LONGEST)
    for _ in range(5):
        ledger.people.failed("anna", now)
    changed = ledger.people.set_password("anna", "$argon2id$new", now, "root")

    assert (changed.password, changed.failures, changed.locked(now)) == ("$argon2id$new", 0, False)
    assert ledger.people.session("a" * 64, now, IDLE) is None
    assert told(ledger, "anna")[-1] == ("run", "run", "root", "password set, sessions ended: 1")


def test_the_fifth_wrong_password_locks_and_each_after_it_for_longer(ledger: Ledger, now: datetime) -> None:
    ledger.people.add("anna", Role.RUN, now)
    locks = [ledger.people.failed("Anna", now) for _ in range(40)]

    assert locks[:4] == [None] * 4
    assert [one - now for one in locks[4:12] if one] == [MINUTE, 2 * MINUTE, 4 * MINUTE, 8 * MINUTE, 16 * MINUTE, 32 * MINUTE, HOUR, HOUR]
    assert locks[-1] == now + HOUR
    assert told(ledger, "anna")[1] == ("run", "run", "somebody", "login failed, 1 in a row")
    assert told(ledger, "anna")[6] == ("run", "locked", "somebody", f"locked until {(now + MINUTE).isoformat()}")


def test_the_right_password_is_refused_while_locked_and_forgets_the_wrong_ones_after(ledger: Ledger, now: datetime) -> None:
    ledger.people.add("anna", Role.RUN, now)
    for _ in range(5):
        ledger.people.failed("anna", now)

    assert ledger.people.succeeded("anna", now + MINUTE - SECOND) is None
    there = ledger.people.succeeded("anna", now + MINUTE)
    assert there is not None
    assert (there.failures, there.locked_until) == (0, None)
    assert ledger.people.succeeded("anna", now + MINUTE) == there
    assert told(ledger, "anna")[-2:] == [("run", "run", "anna", "login")] * 2


def test_an_admin_opens_a_lock(ledger: Ledger, now: datetime) -> None:
    ledger.people.add("anna", Role.RUN, now)
    for _ in range(5):
        ledger.people.failed("anna", now)

    assert not ledger.people.enable("anna", now, "root").locked(now)


def test_wrong_passwords_at_once_are_all_counted(ledger: Ledger, now: datetime) -> None:
    ledger.people.add("anna", Role.RUN, now)
    with ThreadPoolExecutor(4) as all_at_once:
        list(all_at_once.map(lambda _: ledger.people.failed("anna", now), range(12)))

    assert ledger.people.find("anna").failures == 12


def test_nobody_of_that_name_is_counted_for_nothing(ledger: Ledger, now: datetime) -> None:
    assert ledger.people.failed("nobody", now) is None
    assert ledger.people.succeeded("nobody", now) is None
    assert ledger.events() == []
