from datetime import datetime, timedelta

import pytest

from bilan.ledger.book import Ledger
from bilan.ledger.people_records import AccountRow, Role

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
IDLE, LONGEST = timedelta(hours=1), timedelta(hours=12)
FIRST, SECOND_ONE = "a" * 64, "b" * 64


@pytest.fixture
def anna(ledger: Ledger, now: datetime) -> AccountRow:
    account = ledger.people.add("anna", Role.RUN, now)
    ledger.people.open_session(account, FIRST, now, IDLE, LONGEST)
    return account


def test_a_session_tells_who_is_logged_in(ledger: Ledger, now: datetime, anna: AccountRow) -> None:
    assert ledger.people.session(FIRST, now, IDLE) == anna
    assert ledger.people.session(SECOND_ONE, now, IDLE) is None


def test_a_role_taken_away_is_gone_at_once(ledger: Ledger, now: datetime, anna: AccountRow) -> None:
    ledger.people.set_role(anna.name, Role.VIEW, now, "root")
    found = ledger.people.session(FIRST, now, IDLE)

    assert found is not None
    assert found.role is Role.VIEW


def test_one_that_is_not_used_ends(ledger: Ledger, now: datetime, anna: AccountRow) -> None:
    assert ledger.people.session(FIRST, now + IDLE - SECOND, IDLE) == anna
    assert ledger.people.session(FIRST, now + 2 * IDLE - 2 * SECOND, IDLE) == anna
    assert ledger.people.session(FIRST, now + 3 * IDLE - 2 * SECOND, IDLE) is None


def test_one_that_is_used_ends_all_the_same_at_last(ledger: Ledger, now: datetime, anna: AccountRow) -> None:
    hours = [ledger.people.session(FIRST, now + half * timedelta(minutes=30), IDLE) for half in range(30)]

    assert hours == [anna] * 24 + [None] * 6


def test_a_use_is_written_down_once_a_minute(ledger: Ledger, now: datetime, anna: AccountRow, monkeypatch: pytest.MonkeyPatch) -> None:
    renewed: list[datetime] = []
    monkeypatch.setattr("bilan.ledger.sessions.renew", lambda _, __, at: renewed.append(at))
    for seconds in (1, 59, 60):
        assert ledger.people.session(FIRST, now + seconds * SECOND, IDLE) == anna

    assert renewed == [now + MINUTE]


def test_a_session_of_seconds_is_renewed_in_time(ledger: Ledger, now: datetime, anna: AccountRow) -> None:
    for seconds in range(0, 120, 15):
        assert ledger.people.session(FIRST, now + seconds * SECOND, 30 * SECOND) == anna


def test_logging_out_ends_one_session_and_is_told(ledger: Ledger, now: datetime, anna: AccountRow) -> None:
    ledger.people.open_session(anna, SECOND_ONE, now, IDLE, LONGEST)

    assert ledger.people.close_session(FIRST, now)
    assert not ledger.people.close_session(FIRST, now), "again is no news"
    assert ledger.people.session(FIRST, now, IDLE) is None
    assert ledger.people.session(SECOND_ONE, now, IDLE) == anna
    assert [(one.actor, one.detail) for one in ledger.events("account anna")][1:] == [("anna", "logout")]


def test_logging_out_everywhere_ends_ones_own_sessions_only(ledger: Ledger, now: datetime, anna: AccountRow) -> None:
    bek = ledger.people.add("bek", Role.RUN, now)
    ledger.people.open_session(bek, SECOND_ONE, now, IDLE, LONGEST)

    assert ledger.people.close_sessions(anna, now, "root") == 1
    assert ledger.people.close_sessions(anna, now, "root") == 0
    assert ledger.people.session(FIRST, now, IDLE) is None
    assert ledger.people.session(SECOND_ONE, now, IDLE) == bek
    assert [(one.actor, one.detail) for one in ledger.events("account anna")][1:] == [("root", "logout, sessions ended: 1")]


def test_what_is_over_is_swept_out_when_somebody_logs_in(ledger: Ledger, now: datetime, anna: AccountRow) -> None:
    bek = ledger.people.add("bek", Role.RUN, now)
    ledger.people.open_session(bek, SECOND_ONE, now + IDLE, IDLE, LONGEST)

    assert ledger.people.close_sessions(anna, now) == 0, "unused for too long"


def test_only_a_hash_is_kept(ledger: Ledger, now: datetime, anna: AccountRow) -> None:
    with pytest.raises(ValueError, match="never the secret"):
        ledger.people.open_session(anna, "the secret itself", now, IDLE, LONGEST)
