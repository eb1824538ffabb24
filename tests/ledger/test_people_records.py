from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bilan.errors import UsageError
from bilan.ledger.people_records import AccountRow, Role, TokenRow, account_name, fingerprint, folded, lesser, token_name

NOW = datetime(2026, 11, 2, 1, tzinfo=UTC)
ANNA = AccountRow(1, "anna", "$argon2id$kept", Role.RUN, None, NOW, None, 0, None)
TOKEN = TokenRow(1, "anna", "ci", Role.VIEW, NOW, NOW + timedelta(days=1), None, None)


def test_each_role_may_what_those_before_it_may() -> None:
    roles = list(Role)

    assert [role.value for role in roles] == ["view", "run", "approve", "admin"]
    for rank, role in enumerate(roles):
        assert [role.at_least(other) for other in roles] == [other <= rank for other in range(4)]
        assert [lesser(role, other) for other in roles] == [roles[min(rank, other)] for other in range(4)]


def test_an_account_is_in_its_role_or_disabled() -> None:
    assert (ANNA.disabled, ANNA.state) == (False, "run")
    assert (replace(ANNA, disabled_at=NOW).disabled, replace(ANNA, disabled_at=NOW).state) == (True, "disabled")


def test_a_lock_opens_by_itself() -> None:
    locked = replace(ANNA, locked_until=NOW)

    assert locked.locked(NOW - timedelta(seconds=1))
    assert not locked.locked(NOW)
    assert not ANNA.locked(NOW)


def test_no_hash_is_shown_with_an_account() -> None:
    assert "argon2" not in repr(ANNA)


def test_a_token_works_until_its_end_or_until_it_is_revoked() -> None:
    assert TOKEN.works(NOW)
    assert not TOKEN.works(NOW + timedelta(days=1))
    assert not replace(TOKEN, revoked_at=NOW).works(NOW)


@pytest.mark.parametrize("name", ["anna", "a.b_c+d-e@example.org", "Айгүл", "9", "x" * 100])
def test_a_name_is_letters_digits_and_a_few_signs(name: str) -> None:
    assert account_name(name) == name.casefold()


@pytest.mark.parametrize("name", ["", "  ", "anna b", "a/b", "a\nb", "<b>", "a\u200bb", "x" * 101, "ß" * 51])
def test_anything_else_is_no_name(name: str) -> None:
    with pytest.raises(UsageError, match="is no name for an account") as met:
        account_name(name)
    assert met.value.hint == "give 1 to 100 letters, digits or signs of . _ @ + -"


def test_capitals_and_how_letters_are_composed_make_no_other_name() -> None:
    assert folded(" ANNA ") == "anna"
    assert folded("Jos\u00e9") == folded("jose\u0301") == "jos\u00e9"
    assert folded("STRASSE") == folded("Straße")


def test_a_token_is_called_what_it_is_for() -> None:
    assert token_name(" nightly build ") == "nightly build"
    for name in ("", " ", "a\nb", "x" * 101):
        with pytest.raises(UsageError, match="is no name for a token"):
            token_name(name)


def test_a_secret_is_refused_where_its_hash_belongs() -> None:
    assert fingerprint("0" * 64) == "0" * 64
    for secret in ("bilan_0123", "A" * 64, "0" * 63, "0" * 64 + "\n"):
        with pytest.raises(ValueError, match="never the secret"):
            fingerprint(secret)
