from datetime import datetime, timedelta

from bilan.ledger.book import Ledger
from bilan.ledger.records import Tick


def test_remembers_the_last_pass(ledger: Ledger, now: datetime) -> None:
    assert ledger.before(now).tick is None

    ledger.catch_up([], now, tick=Tick(now, 12.5, "boot"))
    ledger.catch_up([], now, tick=Tick(now + timedelta(seconds=20), None, ""))

    assert ledger.before(now).tick == Tick(now + timedelta(seconds=20), None, "")


def test_an_earlier_pass_is_not_remembered_unless_a_person_trusts_its_clock(ledger: Ledger, now: datetime) -> None:
    early = Tick(now - timedelta(days=1), 1.0, "boot")
    ledger.catch_up([], now, tick=Tick(now))

    ledger.catch_up([], now, tick=early)
    assert ledger.before(now).tick == Tick(now)

    ledger.trust(early)
    assert ledger.before(now).tick == early
