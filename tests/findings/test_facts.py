from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bilan.findings.facts import Facts, State
from bilan.model import Reading
from bilan.sources.dossier import ProjectFact

AS_OF = date(2026, 10, 31)
Known = Callable[..., Facts]
Make = Callable[..., Reading]


def fact(project: str, known_on: date, attribute: str = "status", value: str = "under way") -> ProjectFact:
    return ProjectFact(f"{project}-{attribute}", project, project, attribute, value, "text", known_on.isoformat(), known_on, ("press",))


@pytest.mark.parametrize(("days", "state"), [(0, "on-track"), (90, "on-track"), (91, "watch"), (180, "watch"), (181, "silent")])
def test_a_project_is_on_track_only_while_dated_evidence_says_so(facts: Known, days: int, state: str) -> None:
    (project,) = facts(projects=(fact("solar", AS_OF - timedelta(days=days)),)).projects()

    assert (project.state.value, project.age_days) == (state, days)


def test_a_promised_date_that_has_passed_is_late(facts: Known) -> None:
    due = fact("solar", date(2022, 12, 30), "completion_planned", "2023-12")
    (project,) = facts(projects=(due, fact("solar", AS_OF))).projects()

    assert (project.state, project.due, project.last.attribute) == (State.LATE, "2023-12", "status")


def test_a_date_known_to_the_year_is_not_late_before_it_ends(facts: Known) -> None:
    (project,) = facts(projects=(fact("complex", AS_OF, "launch_planned", "2026"),)).projects()

    assert project.state is State.ON_TRACK


def test_the_worst_project_comes_first(facts: Known) -> None:
    fresh, old, late = fact("fresh", AS_OF), fact("old", AS_OF - timedelta(days=400)), fact("late", AS_OF, "launch_planned", "2024")

    assert [one.id for one in facts(projects=(fresh, old, late)).projects()] == ["late", "old", "fresh"]


def test_a_reporter_without_a_total_is_left_out(facts: Known, reading: Make) -> None:
    total = reading("trade.total:KGZ:2024", "1340000000")

    assert facts(total).totals() == [total]
    assert facts(replace(total, value=None)).totals() == []


def test_only_aims_declared_by_the_date_are_known(facts: Known) -> None:
    assert [one.id for one in facts(day=date(2018, 1, 1)).targets()] == ["tg01", "tg02"]
    current = facts(day=date(2024, 6, 1)).current_target()
    assert current is not None
    assert current.id == "tg08"
    assert facts(day=date(2000, 1, 1)).current_target() is None
