from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.dispatch.conftest import NOW, World

from bilan.dispatch.receivers import Receivers, hand_over
from bilan.ledger.records import Claim, Due, Receiver
from bilan.period import Period
from bilan.project import Project

ON = date(2026, 11, 2)
DUE = Due("monthly", "kz-kg", "minister", "en", Period.parse("2026-10"), NOW)
CLAIM = Claim(1, 1, 1, 1, "test", NOW, DUE)


@pytest.fixture
def scheduled(world: World) -> World:
    world.enlist("a@example.org", more='groups = ["cabinet"]\n')
    path = world.project.root / "recipients.toml"
    plain = '[[recipient]]\nname = "B"\naddress = "B@Example.org"\naudiences = ["minister"]\nlanguage = "en"\n'
    path.write_text(path.read_text(encoding="utf-8") + plain, encoding="utf-8")
    return world


def project(world: World, delivery: str) -> Project:
    settings: Path = world.project.root / "bilan.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + f"[schedule.monthly]\n{delivery}", encoding="utf-8")
    return Project(world.project.root)


@pytest.mark.parametrize(
    ("delivery", "addresses"),
    [
        ("", ["a@example.org", "B@example.org"]),
        ("delivery = true\n", ["a@example.org", "B@example.org"]),
        ("delivery = false\n", []),
        ('delivery = ["cabinet"]\n', ["a@example.org"]),
        ('delivery = ["embassies"]\n', []),
    ],
)
def test_a_schedule_says_who_gets_what_it_issues(scheduled: World, delivery: str, addresses: list[str]) -> None:
    found = Receivers(project(scheduled, delivery), ON).of(DUE)

    assert list(found) == [Receiver("smtp", one) for one in addresses]


def test_what_no_schedule_asked_for_goes_to_nobody(scheduled: World) -> None:
    assert list(Receivers(scheduled.project, ON).of(replace(DUE, schedule="on demand"))) == []


def test_a_list_that_cannot_be_read_sends_to_nobody_and_the_owner_is_told_what_to_do(scheduled: World) -> None:
    edition = scheduled.issue()
    scheduled.enlist("nobody")
    to = Receivers(project(scheduled, ""), ON)

    hand_over(scheduled.ledger, DUE, edition.path, to, NOW)
    hand_over(scheduled.ledger, DUE, edition.path, to, NOW)

    assert list(to(CLAIM)) == []
    (notice,) = scheduled.ledger.notices.rows()
    assert notice.subject == "kz-kg/2026-10/minister.en is issued and sent to nobody"
    assert "'nobody' is no mail address" in notice.detail
    assert notice.detail.endswith("Mend the list, then: bilan send kz-kg/2026-10/minister.en")


def test_what_was_issued_before_is_handed_over_once(scheduled: World) -> None:
    edition = scheduled.issue("a@example.org")
    to = Receivers(project(scheduled, ""), ON)

    hand_over(scheduled.ledger, DUE, edition.path, to, NOW)
    hand_over(scheduled.ledger, DUE, edition.path, to, NOW)

    assert scheduled.states() == {"a@example.org": "pending", "B@example.org": "pending"}


def test_a_schedule_that_sends_nothing_needs_no_list(scheduled: World) -> None:
    edition = scheduled.issue()
    scheduled.enlist("nobody")

    hand_over(scheduled.ledger, DUE, edition.path, Receivers(project(scheduled, "delivery = false\n"), ON), NOW)

    assert scheduled.ledger.notices.rows() == []
