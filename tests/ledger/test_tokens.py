from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from bilan.errors import UsageError
from bilan.ledger.book import Ledger
from bilan.ledger.people_records import AccountRow, Role, TokenRow

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
FIRST, SECOND_ONE = "a" * 64, "b" * 64
Make = Callable[..., TokenRow]


@pytest.fixture
def anna(ledger: Ledger, now: datetime) -> AccountRow:
    return ledger.people.add("anna", Role.APPROVE, now)


@pytest.fixture
def make(ledger: Ledger, now: datetime, anna: AccountRow) -> Make:
    def made(sha256: str = FIRST, role: Role = Role.RUN, span: timedelta = DAY, name: str = "ci") -> TokenRow:
        return ledger.people.make_token(anna, name, sha256, role, now, now + span, by="root")

    return made


def test_a_token_works_until_its_end(ledger: Ledger, now: datetime, anna: AccountRow, make: Make) -> None:
    token = make()

    assert (token.account, token.name, token.role, token.expires_at, token.used_at) == ("anna", "ci", Role.RUN, now + DAY, None)
    assert ledger.people.token(FIRST, now) == (anna, Role.RUN)
    assert ledger.people.token(SECOND_ONE, now) is None
    assert ledger.people.token(FIRST, now + DAY) is None
    (made,) = [one for one in ledger.events("account anna") if "token" in one.detail]
    assert (made.actor, made.detail) == ("root", f"token {token.id} 'ci' made: run until {(now + DAY).isoformat()}")


def test_a_token_may_never_more_than_its_account(ledger: Ledger, now: datetime, anna: AccountRow, make: Make) -> None:
    with pytest.raises(UsageError, match="token 'ci': cannot be 'admin': account anna is 'approve'"):
        make(role=Role.ADMIN)
    make(role=Role.APPROVE)
    now_is = ledger.people.set_role(anna.name, Role.VIEW, now, "root")

    assert ledger.people.token(FIRST, now) == (now_is, Role.VIEW)
    with pytest.raises(UsageError, match="account anna is 'view'"):
        make(SECOND_ONE, role=Role.RUN)


@pytest.mark.parametrize("span", [timedelta(0), -DAY, 400 * DAY + SECOND])
def test_a_token_ends_within_four_hundred_days(make: Make, span: timedelta) -> None:
    with pytest.raises(UsageError, match="token 'ci': cannot work until") as met:
        make(span=span)
    assert met.value.hint == "let it end within 400 days"


def test_four_hundred_days_are_not_too_long(make: Make) -> None:
    assert make(span=400 * DAY).id


def test_a_token_needs_a_name_and_a_hash(make: Make) -> None:
    with pytest.raises(UsageError, match="is no name for a token"):
        make(name=" ")
    with pytest.raises(ValueError, match="never the secret"):
        make("bilan_secret")


def test_a_token_of_a_disabled_account_does_not_work(ledger: Ledger, now: datetime, anna: AccountRow, make: Make) -> None:
    make()
    ledger.people.disable(anna.name, now)

    assert ledger.people.token(FIRST, now) is None
    ledger.people.enable(anna.name, now)
    assert ledger.people.token(FIRST, now) == (anna, Role.RUN)


def test_its_use_is_written_down_once_a_minute(ledger: Ledger, now: datetime, anna: AccountRow, make: Make) -> None:
    make()
    used = []
    for seconds in (0, 59, 60):
        ledger.people.token(FIRST, now + seconds * SECOND)
        used.append(ledger.people.tokens(anna)[0].used_at)

    assert used == [now, now, now + 60 * SECOND]


def test_a_token_is_revoked_for_good(ledger: Ledger, now: datetime, anna: AccountRow, make: Make) -> None:
    first, second = make(), make(SECOND_ONE)

    assert ledger.people.revoke_token(first.id, anna, now)
    assert not ledger.people.revoke_token(first.id, anna, now + DAY), "again is no news"
    assert ledger.people.token(FIRST, now) is None
    assert ledger.people.token(SECOND_ONE, now) is not None
    assert [(one.id, one.revoked_at) for one in ledger.people.tokens(anna)] == [(first.id, now), (second.id, None)]
    last = ledger.events("account anna")[-1]
    assert (last.actor, last.detail) == ("anna", f"token {first.id} 'ci' revoked")


def test_nobody_revokes_the_token_of_another(ledger: Ledger, now: datetime, make: Make) -> None:
    token, bek = make(), ledger.people.add("bek", Role.ADMIN, now)

    with pytest.raises(UsageError, match=f"token {token.id}: is not there"):
        ledger.people.revoke_token(token.id, bek, now)
    assert ledger.people.tokens(bek) == []
    assert ledger.people.revoke_token(token.id, None, now, "root"), "unless asked to, whoever's it is"
