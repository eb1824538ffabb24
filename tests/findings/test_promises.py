from collections.abc import Callable
from datetime import date

import pytest

from bilan.findings.facts import Facts
from bilan.findings.promises import late, missed, outcome, pace, silent
from bilan.model import Reading
from bilan.sources.dossier import ProjectFact

AS_OF = date(2026, 10, 31)
Known = Callable[..., Facts]
Make = Callable[..., Reading]


def state(known: Facts, target: str) -> str:
    return outcome(known, next(one for one in known.targets() if one.id == target))[0]


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("1700000000", "1340000000", "missed"),
        ("2100000000", "1340000000", "disputed"),
        ("2100000000", "2000000000", "met"),
        (None, None, "unknown"),
    ],
)
def test_an_aim_is_judged_by_both_statistics_in_its_year(
    facts: Known, reading: Make, ours: str | None, theirs: str | None, expected: str
) -> None:
    assert state(facts(reading("trade.total:KAZ:2024", ours), reading("trade.total:KGZ:2024", theirs)), "tg06") == expected


def test_an_aim_whose_year_is_not_over_is_open_or_superseded(facts: Known) -> None:
    assert state(facts(), "tg11") == "open"
    assert state(facts(), "tg10") == "superseded"
    assert state(facts(day=date(2025, 1, 1)), "tg10") == "open"


def test_tells_the_pace_each_statistics_asks_for(facts: Known, reading: Make) -> None:
    goal = reading("target.level:tg11:2030", "3000000000")
    paces = (reading("target.pace:KAZ:2024", "9.9", "percent"), reading("target.pace:KGZ:2024", "14.4", "percent"))

    (one,) = pace(facts(goal, *paces))

    assert one.reading_ids == (goal.id, "target.pace:KAZ:2024", "target.pace:KGZ:2024")
    assert list(pace(facts(goal, paces[0]))) == []
    assert list(pace(facts(*paces))) == []
    assert list(pace(facts(goal, *paces, day=date(2024, 6, 1)))) == []


def test_tells_only_the_last_aim_that_was_missed(facts: Known, reading: Make) -> None:
    goals = (reading("target.level:tg06:2024", "2000000000"), reading("target.level:tg02:2020", "1000000000"))
    totals = [reading(f"trade.total:{code}:{year}", "500000000") for code in ("KAZ", "KGZ") for year in ("2020", "2024")]

    (one,) = missed(facts(*goals, *totals))

    assert one.subject == "tg06"
    assert list(missed(facts(*totals))) == []


def test_tells_what_is_late_and_what_is_silent(facts: Known) -> None:
    def fact(project: str, attribute: str, value: str) -> ProjectFact:
        return ProjectFact(project, project, project, attribute, value, "", "2024-04-19", date(2024, 4, 19), ("press",))

    known = facts(projects=(fact("solar", "completion_planned", "2023-12"), fact("ferro", "status", "agreed")))

    assert [(one.rule, one.subject) for one in (*late(known), *silent(known))] == [("project-late", "solar"), ("project-silent", "ferro")]
    assert dict(next(iter(late(known))).args)["due"] == date(2023, 12, 31)
