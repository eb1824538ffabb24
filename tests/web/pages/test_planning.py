from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.web.visitor import Visitor

from bilan.document import Identity
from bilan.ledger.acts import Act
from bilan.ledger.records import Due, MessageKind, ReceiptState, Receiver, State
from bilan.period import Period
from bilan.schedule.cron import Cron, parse
from bilan.schedule.days import RULES, DayRule
from bilan.schedule.rules import Schedule
from bilan.schedule.serve import Vitals
from bilan.schedule.settings import schedules
from bilan.web.pages.planning import ruled
from bilan.web.pages.words import words
from bilan.web.site import Site

Post = Callable[..., Any]


def schedule(site: Site, rule: DayRule | Cron, **settings: object) -> Schedule:
    """The monthly schedule with another rule and other settings."""
    (given,) = schedules(site.project).values()
    return replace(given, rule=rule, config=given.config.model_copy(update=settings))


def due(site: Site) -> int:
    site.ledger.plan([Due("monthly", "kz-kg", "minister", "en", Period.parse("2026-11"), site.now())], site.now())
    return next(row.id for row in site.ledger.occurrences() if row.due.period == Period.parse("2026-11"))


def test_the_schedule_tells_what_comes_in_local_time_and_utc(visitor: Visitor) -> None:
    page = visitor.get("/en/schedule").text

    assert "1 Dec 2026, 07:00" in page
    assert "2026-12-01 01:00" in page
    assert "first working day of the month, 07:00 (Asia/Bishkek)" in page


@pytest.mark.parametrize(
    ("language", "rule", "said"),
    [
        ("en", "first-day", "first day of the month, 07:00"), ("fr", "last-working-day", "dernier jour ouvré du mois, 07:00"),
        ("fr", "2nd-monday", "lundi nº 2 du mois, 07:00"), ("ru", "3rd-last-working-day", "рабочий день № 3 от конца месяца, 07:00"),
        ("kk", "31st-day", "айдың № 31 күні, 07:00"), ("ky", "last-friday", "айдын аягынан санаганда № 1 жума, 07:00"),
    ],
)  # fmt: skip
def test_a_rule_is_told_in_the_words_of_the_page(site: Site, language: str, rule: str, said: str) -> None:
    assert ruled(words(language), schedule(site, RULES[rule])) == said


def test_a_cron_line_is_told_as_it_is_written_and_data_with_their_deadline(site: Site) -> None:
    waiting = schedule(site, RULES["last-working-day"], on_data=("trade/*",))
    cron, mistakes = parse("0 7 * * mon")
    assert cron, mistakes

    assert ruled(words("en"), schedule(site, cron, cron="0 7 * * mon")) == "cron 0 7 * * mon"
    assert ruled(words("en"), waiting) == "when its data come, by the last working day of the month at the latest, 07:00"


def test_every_rule_there_is_can_be_told_in_every_language(site: Site) -> None:
    for language in ("en", "fr", "ru", "kk", "ky"):
        assert all(str(abs(RULES[rule].nth)) in ruled(words(language), schedule(site, RULES[rule])) for rule in ("4th-day", "5th-sunday"))
        assert all(words(language).has(f"web-rule-kind-{one.kind}") for one in RULES.values())


def test_what_was_issued_is_linked_and_what_was_asked_for_is_said_to_be(visitor: Visitor) -> None:
    page = visitor.get("/en/schedule").text

    assert '<a href="/en/editions/kz-kg/2026-10/minister.en">' in page
    assert ">On demand</td>" in page
    assert "minister.en.pdf" not in page


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
