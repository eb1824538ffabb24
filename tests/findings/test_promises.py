from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bilan.findings.facts import Facts
from bilan.findings.promises import cancelled, disputed, done, late, met, missed, outcome, pace, silent, slipped, verdict
from bilan.model import Precision, Reading
from bilan.sources.dossier import ProjectFact, Stage

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


def test_a_total_that_is_only_a_bound_leaves_an_aim_open_to_the_other(facts: Known, reading: Make) -> None:
    nearly = reading("trade.total:KAZ:2024", "2000000000", precision=Precision.UPPER_BOUND)
    over = reading("trade.total:KGZ:2024", "1300000000", precision=Precision.LOWER_BOUND)

    assert state(facts(nearly), "tg06") == "missed"
    assert state(facts(over), "tg06") == "unknown"
    assert state(facts(nearly, over), "tg06") == "missed"


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


def paces(reading: Make, code: str, needed: str, had: str, since: str = "2019") -> tuple[Reading, ...]:
    base, last = reading(f"trade.total:{code}:{since}", "900000000"), reading(f"trade.total:{code}:2024", "1300000000")
    own = reading(f"target.own_pace:{code}:2024", had, "percent", Precision.APPROXIMATE)
    pace = reading(f"target.pace:{code}:2024", needed, "percent", Precision.APPROXIMATE)
    return base, last, pace, replace(own, inputs=(base.id, last.id))


def test_opposite_verdicts_of_the_two_statistics_are_said_with_their_arithmetic(facts: Known, reading: Make) -> None:
    goal = reading("target.level:tg11:2030", "3000000000")
    ours, theirs = paces(reading, "KAZ", "9.9", "12.6"), paces(reading, "KGZ", "14.4", "7.0")

    (one,) = verdict(facts(goal, *ours, *theirs))
    said = dict(one.args)

    assert (said["verdict"], said["track"], said["track_other"], said["span"]) == ("split", "on-track", "behind", "same")
    assert (said["statistics"], said["statistics_other"]) == ("KAZ", "KGZ")
    assert isinstance(said["own_other"], Reading)
    assert said["own_other"].value == Decimal("7.0")
    assert one.reading_ids == (goal.id, ours[2].id, ours[3].id, theirs[2].id, theirs[3].id)
    assert one.weight == 83


@pytest.mark.parametrize(
    ("ours", "theirs", "told", "weight"),
    [
        (("9.9", "12.6"), ("14.4", "20"), "on-track", 78),
        (("9.9", "2"), ("14.4", "7"), "behind", 78),
        (("9.9", "10"), ("14.4", "14"), "close", 78),
        (("9.9", "10"), ("14.4", "7"), "split", 78),
    ],
)
def test_one_verdict_is_told_as_one(
    facts: Known, reading: Make, ours: tuple[str, str], theirs: tuple[str, str], told: str, weight: int
) -> None:
    goal = reading("target.level:tg11:2030", "3000000000")
    (one,) = verdict(facts(goal, *paces(reading, "KAZ", *ours), *paces(reading, "KGZ", *theirs)))

    assert (dict(one.args)["verdict"], one.weight) == (told, weight)


def test_spans_that_differ_are_both_named_and_one_country_is_judged_alone(facts: Known, reading: Make) -> None:
    goal = reading("target.level:tg11:2030", "3000000000")
    (apart,) = verdict(facts(goal, *paces(reading, "KAZ", "9.9", "12.6"), *paces(reading, "KGZ", "14.4", "7", "2021")))
    (alone,) = verdict(facts(goal, *paces(reading, "KGZ", "14.4", "7")))

    assert dict(apart.args)["span"] == "apart"
    assert (dict(alone.args)["span"], dict(alone.args)["verdict"], dict(alone.args)["statistics"]) == ("one", "one", "KGZ")


def test_there_is_no_verdict_without_a_deadline_a_goal_or_the_year_growth_is_measured_from(facts: Known, reading: Make) -> None:
    goal, both = reading("target.level:tg11:2030", "3000000000"), paces(reading, "KGZ", "14.4", "7")

    assert list(verdict(facts(*both))) == []
    assert list(verdict(facts(goal))) == []
    assert list(verdict(facts(goal, *both[1:]))) == []
    assert list(verdict(facts(goal, *both, day=date(2024, 6, 1)))) == []


def test_tells_what_slipped_with_the_old_date_and_the_new(facts: Known) -> None:
    def promise(on: date, value: str) -> ProjectFact:
        return ProjectFact(f"{on}", "dam", "Dam", "completion_planned", value, "date", on.isoformat(), on, ("press",))

    (one,) = slipped(facts(projects=(promise(date(2024, 1, 1), "2025-06"), promise(AS_OF, "2027-03"))))

    assert dict(one.args) == {
        "project": "dam", "first": date(2025, 6, 30), "due": date(2027, 3, 31), "days": 639, "told": AS_OF, "status": "final",
    }  # fmt: skip


def test_tells_what_is_done_and_what_was_given_up(facts: Known) -> None:
    def ended(project: str, stage: Stage) -> ProjectFact:
        return ProjectFact(project, project, project, "status", "", "", "2024-04-19", date(2024, 4, 19), ("press",), stage)

    known = facts(projects=(ended("dam", Stage.DONE), ended("road", Stage.CANCELLED)))

    assert [(one.rule, one.subject) for one in (*done(known), *cancelled(known))] == [
        ("project-done", "dam"),
        ("project-cancelled", "road"),
    ]
    assert [*late(known), *silent(known), *slipped(known)] == []


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [("2100000000", "2000000000", "target-met"), ("2100000000", "1340000000", "target-disputed"), ("1", "2", "target-missed")],
)
def test_only_the_outcome_of_the_last_aim_to_fall_due_is_told(facts: Known, reading: Make, ours: str, theirs: str, told: str) -> None:
    goals = (reading("target.level:tg06:2024", "2000000000"), reading("target.level:tg02:2020", "1000000000"))
    old = [reading(f"trade.total:{code}:2020", "500000000") for code in ("KAZ", "KGZ")]
    known = facts(*goals, *old, reading("trade.total:KAZ:2024", ours), reading("trade.total:KGZ:2024", theirs))

    assert [(one.rule, one.subject) for one in (*missed(known), *met(known), *disputed(known))] == [(told, "tg06")]
