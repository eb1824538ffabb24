from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from bilan.findings.facts import Facts
from bilan.findings.states import Patience, State
from bilan.model import Reading
from bilan.sources.dossier import ProjectFact

AS_OF = date(2026, 10, 31)
Known = Callable[..., Facts]
Make = Callable[..., Reading]


def fact(project: str, known_on: date, attribute: str = "status", value: str = "under way") -> ProjectFact:
    return ProjectFact(f"{project}-{attribute}", project, project, attribute, value, "text", known_on.isoformat(), known_on, ("press",))


def test_projects_are_looked_at_with_the_patience_of_the_partnership(facts: Known) -> None:
    seen = fact("solar", AS_OF - timedelta(days=100))

    assert [one.state for one in facts(projects=(seen,)).projects()] == [State.WATCH]
    assert [one.state for one in facts(projects=(seen,), patience=Patience(watch=30, silent=60)).projects()] == [State.SILENT]


def test_the_aim_stands_only_by_statistics_with_both_paces(facts: Known, reading: Make) -> None:
    pace, own = reading("target.pace:KGZ:2024", "14.4", "percent"), reading("target.own_pace:KGZ:2024", "7.0", "percent")

    assert list(facts(pace, own, reading("target.pace:KAZ:2024", "9.9", "percent")).standing()) == ["KGZ"]


def test_there_are_no_treaties_without_steps(facts: Known) -> None:
    assert facts().treaties() == []


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
