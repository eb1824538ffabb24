import pytest
from argon2 import PasswordHasher
from tests.web.sites import PEOPLE, Place, password

from bilan.ledger.people_records import Role
from bilan.secret import digest
from bilan.web.entry import WRONG, logged_in, opened
from bilan.web.principal import IDLE
from bilan.web.problems import RefusedError

NAME = PEOPLE[Role.RUN]


@pytest.fixture(autouse=True)
def somebody(place: Place) -> None:
    place.account(Role.RUN)


def tried(place: Place, name: str = NAME, given: str = "", where: str = "10.0.0.7") -> RefusedError | None:
    """What is told to somebody who tries; nothing where they got in."""
    try:
        logged_in(place.site, name, given or password(NAME), where)
    except RefusedError as error:
        return error
    return None


def test_the_right_password_opens_a_session(place: Place) -> None:
    secret = logged_in(place.site, NAME, password(NAME), "here")
    account = place.site.ledger.people.session(digest(secret), place.clock.now(), IDLE)

    assert account is not None
    assert account.name == NAME


def test_a_name_is_taken_however_it_is_written(place: Place) -> None:
    assert tried(place, " RITA ") is None


def test_a_wrong_password_an_unknown_name_and_a_disabled_account_are_told_alike(place: Place) -> None:
    place.account(Role.VIEW)
    place.site.ledger.people.disable(PEOPLE[Role.VIEW], place.clock.now())
    told = [tried(place, given="wrong"), tried(place, "nobody"), tried(place, PEOPLE[Role.VIEW], password(PEOPLE[Role.VIEW]))]

    assert [(one.status, one.detail, one.hint, one.headers) for one in told if one] == [(401, WRONG, "", {})] * 3


def test_an_unknown_name_costs_the_same_work(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    worked: list[str] = []
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)

    class Counting:
        def verify(self, stored: str, secret: bytes) -> bool:
            worked.append(stored)
            return hasher.verify(stored, secret)

        def hash(self, secret: bytes) -> str:
            return hasher.hash(secret)

    monkeypatch.setattr("bilan.web.passwords._hasher", Counting)
    assert tried(place, "nobody")
    assert tried(place, NAME, "wrong")
    assert len(worked) == 2


def test_five_wrong_passwords_lock_an_account_for_a_while(place: Place) -> None:
    for _ in range(5):
        assert tried(place, given="wrong")
    locked = tried(place)
    place.clock.forward(seconds=59)
    still = tried(place)
    place.clock.forward(seconds=1)

    assert [one and one.detail for one in (locked, still)] == [WRONG, WRONG]
    assert tried(place) is None


def test_each_further_wrong_password_locks_for_twice_as_long(place: Place) -> None:
    for _ in range(5):
        tried(place, given="wrong")
    place.clock.forward(seconds=60)
    assert tried(place, given="wrong")
    place.clock.forward(seconds=119)
    assert tried(place)
    place.clock.forward(seconds=1)
    assert tried(place) is None


def test_a_right_password_forgets_the_wrong_ones(place: Place) -> None:
    for _ in range(2):
        for _ in range(4):
            tried(place, given="wrong")
        assert tried(place) is None
        place.clock.forward(minutes=1)


def test_who_tries_too_often_from_one_address_is_told_when_to_come_back(place: Place) -> None:
    told = [tried(place, f"name{number}", "wrong") for number in range(13)]
    last = told[-1]

    assert [one.status for one in told[:-1] if one] == [401] * 12
    assert last is not None
    assert (last.status, last.headers) == (429, {"Retry-After": "6"})
    assert tried(place, where="10.0.0.8") is None
    place.clock.forward(seconds=6)
    assert tried(place) is None


@pytest.mark.parametrize("written", [NAME, "RITA", "ｒｉｔａ", " rita "])
def test_an_account_is_tried_only_so_often_from_all_addresses_together(place: Place, written: str) -> None:
    for number in range(12):
        tried(place, NAME, "wrong", f"10.1.0.{number}")
    told = tried(place, written, "wrong", "10.2.0.1")

    assert told is not None
    assert told.status == 429


def test_a_password_hashed_with_weaker_settings_is_hashed_anew(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    before = place.account(Role.RUN).password
    stronger = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)
    monkeypatch.setattr("bilan.web.passwords._hasher", lambda: stronger)

    assert tried(place) is None
    after = place.account(Role.RUN).password
    assert after is not None
    assert after != before
    assert not stronger.check_needs_rehash(after)
    assert tried(place) is None


def test_a_session_cannot_be_opened_with_an_account_as_it_was_before_its_password_changed(place: Place) -> None:
    stale = place.account(Role.RUN)
    place.site.ledger.people.set_password(NAME, "another", place.clock.now())

    with pytest.raises(Exception, match="another password"):
        opened(place.site, stale)
