from collections.abc import Callable
from typing import Any

import pytest
from tests.web.visitor import Visitor

from bilan.document import Identity
from bilan.ledger.acts import Act
from bilan.ledger.records import Due, MessageKind, ReceiptState, Receiver, State
from bilan.period import Period
from bilan.schedule.serve import Vitals
from bilan.web.site import Site

Post = Callable[..., Any]


def due(site: Site) -> int:
    site.ledger.plan([Due("monthly", "kz-kg", "minister", "en", Period.parse("2026-11"), site.now())], site.now())
    return next(row.id for row in site.ledger.occurrences() if row.due.period == Period.parse("2026-11"))


def test_the_schedule_tells_what_comes_in_local_time_and_utc(visitor: Visitor) -> None:
    page = visitor.get("/en/schedule").text

    assert "1 Dec 2026, 07:00" in page
    assert "2026-12-01 01:00" in page
    assert "rule &#39;first-working-day&#39;, Asia/Bishkek" in page


def test_a_person_holds_and_releases_what_is_due(visitor: Visitor, site: Site, post: Post) -> None:
    number = due(site)
    assert f'action="/en/occurrences/{number}"' in visitor.get("/en/schedule").text

    assert post(f"/en/occurrences/{number}", act="hold", reason="wait").status_code == 303
    row = site.ledger.occurrence(number)
    assert row is not None
    assert row.state is State.HELD
    assert post(f"/en/occurrences/{number}", act="release").status_code == 303
    assert post(f"/en/occurrences/{number}", act="dance").status_code == 422
    assert post(f"/en/occurrences/{number}", act="approve", sha256="0" * 64).status_code == 409
    assert post("/en/occurrences/999", act="hold").status_code == 404
    assert visitor.get(f"/en/occurrences/{number}/pages.pdf").status_code == 404


@pytest.fixture
def message(site: Site) -> int:
    """A message of the last edition that may have arrived."""
    edition = site.ledger.editions()[-1]
    site.ledger.outbox.add(edition, MessageKind.EDITION, [Receiver("smtp", "minister@example.org")], site.now())
    return site.ledger.outbox.rows()[0].id


def test_deliveries_are_told_one_by_one(visitor: Visitor, message: int) -> None:
    page = visitor.get("/en/deliveries").text

    assert message
    assert "minister@example.org" in page
    assert "To be sent" in page
    assert "minister@example.org" not in visitor.get("/en/deliveries?state=refused").text


def test_an_edition_tells_who_got_it(visitor: Visitor, site: Site, message: int) -> None:
    assert message
    name = site.ledger.editions()[-1].identity
    assert isinstance(name, Identity)

    assert "minister@example.org" in visitor.get(f"/en/editions/{name}").text


def test_nothing_is_decided_about_a_message_that_waits(post: Post, site: Site, message: int) -> None:
    assert post(f"/en/deliveries/{message}", to="again").status_code == 409
    assert site.ledger.outbox.rows()[0].state is ReceiptState.PENDING


def test_health_says_that_all_is_well_or_what_is_not(visitor: Visitor, site: Site) -> None:
    assert "All is well." in visitor.get("/en/health").text
    number = due(site)
    site.ledger.act(Act.HOLD, number, ("desk", "wait for <the> visit"), site.now())
    assert "wait for &lt;the&gt; visit" in visitor.get("/en/health").text


def test_a_clock_that_stopped_is_shown(site: Site) -> None:
    from bilan.web.application import application  # noqa: PLC0415  another site

    site.vitals = lambda: Vitals(late=True)
    with Visitor(application(site)) as client:
        assert "the clock missed three ticks" in client.get("/en/health").text
