import sys
from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher, Type, extract_parameters

from bilan.errors import UsageError
from bilan.web import passwords
from bilan.web.passwords import COMMONEST, LONGEST, SHORTEST, checked, fits, hashed, outdated

GOOD = "a horse on the jailoo"


@pytest.fixture
def fresh() -> Iterator[None]:
    """Nothing remembered from another test, nor for the next."""
    passwords._hasher.cache_clear()
    yield
    passwords._hasher.cache_clear()


def test_a_password_fits_its_own_hash_only() -> None:
    kept = hashed(GOOD)

    assert fits(kept, GOOD)
    assert not fits(kept, GOOD + " ")
    assert hashed(GOOD) != kept, "each hash has a salt of its own"
    assert GOOD not in kept


def test_a_hash_is_argon2id_as_the_library_recommends() -> None:
    kept = hashed(GOOD)
    used = extract_parameters(kept)

    assert used.type is Type.ID
    assert (used.memory_cost, used.time_cost, used.parallelism) == (
        PasswordHasher().memory_cost, PasswordHasher().time_cost, PasswordHasher().parallelism,
    )  # fmt: skip
    assert used.memory_cost >= 19 * 1024
    assert not outdated(kept)
    assert outdated(PasswordHasher(time_cost=1, memory_cost=1024).hash(GOOD))


def test_nobody_costs_as_much_work_as_somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    verify = PasswordHasher.verify

    def counted(self: PasswordHasher, stored: str, password: bytes) -> bool:
        asked.append(stored)
        return verify(self, stored, password)

    monkeypatch.setattr(PasswordHasher, "verify", counted)
    assert not fits(None, GOOD)
    assert not fits(None, GOOD)
    assert fits(hashed(GOOD), GOOD)

    assert asked[0] == asked[1]
    assert extract_parameters(asked[0]) == extract_parameters(asked[2])


def test_even_the_right_word_does_not_open_an_account_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    nobodys = hashed(GOOD)
    monkeypatch.setattr("bilan.web.passwords._nobodys", lambda: nobodys)

    assert not fits(None, GOOD)


@pytest.mark.parametrize("stored", ["", "plain", "$argon2id$v=19$m=65536,t=3,p=4$broken$hash"])
def test_a_hash_that_cannot_be_read_fits_nothing(stored: str) -> None:
    assert not fits(stored, GOOD)


def test_letters_fit_however_a_keyboard_composes_them() -> None:
    assert fits(hashed("caf\u00e9 au lait"), "cafe\u0301 au lait")


def test_any_sign_may_stand_in_a_password() -> None:
    for password in ("\ud800 alone and lost", "naïve ☕ Бишкек", "\x00" * 12):
        assert fits(hashed(password), password)


def test_what_is_too_long_to_be_set_fits_nothing() -> None:
    longest = "x" * LONGEST

    assert fits(hashed(longest), longest)
    assert not fits(hashed(longest), longest + "x")


@pytest.mark.parametrize(
    ("password", "told"),
    [
        ("x" * 11, "is too short: 11 characters"),
        ("", "is too short: 0 characters"),
        ("x" * 1025, "is too long: 1025 characters"),
        ("Anna.Petrova@example.org", "is the name of the account"),
        ("PasswordPassword", "is one of the commonest there are"),
    ],
)
def test_a_bad_password_is_refused_with_what_is_wrong(password: str, told: str) -> None:
    with pytest.raises(UsageError, match=told) as met:
        checked(password, "anna.petrova@example.org")
    assert met.value.where == "password of anna.petrova@example.org"
    assert met.value.hint
    assert len(password) < SHORTEST or password not in f"{met.value.message} {met.value.hint}"


def test_a_good_password_is_taken_as_it_is() -> None:
    assert checked(GOOD, "anna") == GOOD
    assert checked("x" * 1024, "anna") == "x" * 1024


def test_the_commonest_are_those_the_length_lets_through() -> None:
    assert [one for one in COMMONEST if len(one) < SHORTEST or one != one.casefold()] == []


@pytest.mark.usefixtures("fresh")
def test_without_the_library_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "argon2", None)

    with pytest.raises(UsageError, match="accounts: need argon2-cffi to hash passwords") as met:
        hashed(GOOD)
    assert met.value.hint == 'install it: pip install "bilan[serve]"'
    with pytest.raises(UsageError, match="need argon2-cffi"):
        fits(None, GOOD)
