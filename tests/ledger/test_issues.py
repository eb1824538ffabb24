from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bilan.document import Edition, Identity
from bilan.errors import LedgerError
from bilan.ledger.book import Ledger
from bilan.ledger.records import Due
from bilan.period import Period

OCTOBER, NOVEMBER = Period.parse("2026-10"), Period.parse("2026-11")
ANALYST, MINISTER = Identity("kz-kg", OCTOBER, "analyst", "fr"), Identity("kz-kg", OCTOBER, "minister", "fr")


def test_all_editions_of_a_month_share_a_number_and_the_next_month_gets_the_next(
    ledger: Ledger, edition: Callable[..., Edition], now: datetime
) -> None:
    assert ledger.number_for("kz-kg", OCTOBER) == 1

    ledger.record_edition(edition(), "b" * 64, None, now)

    assert ledger.number_for("kz-kg", OCTOBER) == 1
    assert ledger.number_for("kz-kg", NOVEMBER) == 2
    assert ledger.number_for("fr-kz", NOVEMBER) == 1


def test_a_correction_is_the_next_issue(ledger: Ledger, edition: Callable[..., Edition], now: datetime) -> None:
    assert ledger.next_issue(ANALYST) == 1

    ledger.record_edition(edition(), "b" * 64, None, now)

    assert ledger.next_issue(ANALYST) == 2
    assert ledger.next_issue(MINISTER) == 1


def test_finds_the_edition_made_of_the_same_inputs(
    ledger: Ledger, due: Callable[..., Due], edition: Callable[..., Edition], now: datetime
) -> None:
    ledger.plan([due()], now)
    claim = ledger.claim(now, "one", timedelta(minutes=5))
    ledger.record_edition(edition(), "b" * 64, None, now, claim)

    row = ledger.find(ANALYST, "k1")

    assert row is not None
    assert (row.identity, row.number, row.issue, row.pages, row.run, row.issued_at) == (ANALYST, 1, 1, 8, 1, now)
    assert (row.path, row.sha256, row.manifest_sha256) == ("kz-kg/2026-10/analyst.fr.pdf", "a" * 64, "b" * 64)
    assert ledger.find(ANALYST, "k2") is None
    assert ledger.find(MINISTER, "k1") is None


@pytest.mark.parametrize(("issue", "key"), [(1, "k2"), (2, "k1")])
def test_an_issue_or_key_is_recorded_once(ledger: Ledger, edition: Callable[..., Edition], now: datetime, issue: int, key: str) -> None:
    ledger.record_edition(edition(), "b" * 64, None, now)

    with pytest.raises(LedgerError) as caught:
        ledger.record_edition(replace(edition(issue=issue, key=key), sha256="c" * 64), "b" * 64, None, now)
    assert caught.value.where == "edition kz-kg/2026-10/analyst.fr"
    assert caught.value.message == f"issue {issue} or its key is recorded already"
    assert caught.value.hint == "`bilan list editions` shows it"
    assert len(ledger.editions()) == 1


def test_exactly_the_same_edition_again_is_no_news(ledger: Ledger, edition: Callable[..., Edition], now: datetime) -> None:
    ledger.record_edition(edition(), "b" * 64, None, now)
    before = (ledger.editions(), ledger.events())

    ledger.record_edition(edition(), "b" * 64, None, now)

    assert (ledger.editions(), ledger.events()) == before


def test_a_number_taken_meanwhile_is_refused(ledger: Ledger, edition: Callable[..., Edition], now: datetime) -> None:
    ledger.record_edition(edition(), "b" * 64, None, now)

    with pytest.raises(LedgerError, match="was numbered 1, but 2 is its number by now"):
        ledger.record_edition(edition(replace(ANALYST, period=NOVEMBER)), "b" * 64, None, now)


def test_goes_on_counting_after_the_ledger_was_lost(ledger: Ledger, edition: Callable[..., Edition], now: datetime) -> None:
    archived = [(edition(number=7), "b" * 64), (edition(number=7, issue=2, key="k2"), "c" * 64)]

    assert ledger.adopt(archived, now) == 2
    assert ledger.adopt(archived, now) == 0
    assert ledger.number_for("kz-kg", NOVEMBER) == 8
    assert ledger.next_issue(ANALYST) == 3
    assert [one.detail for one in ledger.events("kz-kg/2026-10/analyst.fr issue 2")] == ["adopted kz-kg/2026-10/analyst.fr.pdf"]


def test_lists_editions_of_one_partnership(ledger: Ledger, edition: Callable[..., Edition], now: datetime) -> None:
    for identity in (MINISTER, ANALYST, replace(ANALYST, partnership="fr-kz")):
        ledger.record_edition(edition(identity), "b" * 64, None, now)

    assert [str(row.identity) for row in ledger.editions("kz-kg")] == ["kz-kg/2026-10/analyst.fr", "kz-kg/2026-10/minister.fr"]
    assert len(ledger.editions()) == 3
