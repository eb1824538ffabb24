from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from bilan.findings.facts import Facts
from bilan.findings.states import Patience, State, Track, project_states, reached, standing
from bilan.model import Precision, Reading
from bilan.sources.dossier import ProjectFact, Stage

AS_OF = date(2026, 10, 31)
PATIENCE = Patience()
Known = Callable[..., Facts]
Make = Callable[..., Reading]


def fact(on: date, attribute: str = "status", value: str = "under way", stage: Stage | None = None, project: str = "solar") -> ProjectFact:
    return ProjectFact(f"{project}-{on}-{attribute}", project, project, attribute, value, "text", on.isoformat(), on, ("press",), stage)


def state(*facts: ProjectFact, patience: Patience = PATIENCE) -> State:
    (one,) = project_states(facts, AS_OF, patience)
    return one.state


@pytest.mark.parametrize(("days", "expected"), [(0, "on-track"), (90, "on-track"), (91, "watch"), (180, "watch"), (181, "silent")])
def test_a_project_is_on_track_only_while_dated_evidence_says_so(days: int, expected: str) -> None:
    assert state(fact(AS_OF - timedelta(days=days))).value == expected


def test_the_days_of_silence_are_a_setting() -> None:
    seen = fact(AS_OF - timedelta(days=40))

    assert [state(seen, patience=Patience(30, silent)) for silent in (60, 39)] == [State.WATCH, State.SILENT]


def test_a_promised_date_that_has_passed_is_late() -> None:
    (project,) = project_states([fact(date(2022, 12, 30), "completion_planned", "2023-12"), fact(AS_OF)], AS_OF)

    assert (project.state, project.due, project.last.attribute) == (State.LATE, "2023-12", "status")


def test_a_date_known_to_the_year_is_not_late_before_it_ends() -> None:
    assert state(fact(AS_OF, "launch_planned", "2026")) is State.ON_TRACK


def test_a_later_date_is_a_slip_until_it_passes_or_nobody_speaks_of_it() -> None:
    first, later = fact(date(2024, 1, 1), "launch_planned", "2025-06"), fact(AS_OF, "launch_planned", "2027-03")

    assert state(first, later) is State.SLIPPED
    assert state(first, replace(later, value="2026-03")) is State.LATE
    assert state(first, replace(later, as_of="2026-01-01", known_on=date(2026, 1, 1))) is State.SILENT


@pytest.mark.parametrize(("stage", "expected"), [(Stage.DONE, State.DONE), (Stage.CANCELLED, State.CANCELLED)])
def test_what_is_done_or_given_up_is_neither_late_nor_silent(stage: Stage, expected: State) -> None:
    assert state(fact(date(2022, 1, 1), "completion_planned", "2023"), fact(date(2023, 5, 1), stage=stage)) is expected


def test_the_worst_project_comes_first() -> None:
    known = (
        fact(AS_OF, project="fresh"), fact(AS_OF - timedelta(days=400), project="old"),
        fact(AS_OF, "launch_planned", "2024", project="late"), fact(AS_OF, stage=Stage.DONE, project="ready"),
    )  # fmt: skip

    assert [one.id for one in project_states(known, AS_OF)] == ["late", "old", "fresh", "ready"]


def pair(reading: Make, needed: str, had: str, precision: Precision = Precision.EXACT) -> tuple[Reading, Reading]:
    return (
        reading("target.pace:KGZ:2024", needed, "percent", precision),
        reading("target.own_pace:KGZ:2024", had, "percent", precision),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("needed", "had", "precision", "track"),
    [
        ("14.4", "7.0", Precision.APPROXIMATE, Track.BEHIND),
        ("9.9", "12.6", Precision.APPROXIMATE, Track.ON_TRACK),
        ("9.9", "10.8", Precision.APPROXIMATE, Track.CLOSE),
        ("9.9", "8.95", Precision.APPROXIMATE, Track.CLOSE),
        ("9.9", "8.9", Precision.APPROXIMATE, Track.BEHIND),
        ("9.9", "10.8", Precision.EXACT, Track.ON_TRACK),
        ("9.9", "9.9", Precision.EXACT, Track.ON_TRACK),
        ("9.9", "9.8", Precision.EXACT, Track.BEHIND),
        ("-1.2", "-5", Precision.EXACT, Track.REACHED),
        ("0", "-5", Precision.EXACT, Track.REACHED),
    ],
)
def test_an_aim_stands_by_the_pace_it_takes_against_own_growth(
    facts: Known, reading: Make, needed: str, had: str, precision: Precision, track: Track
) -> None:
    found = standing(facts(*pair(reading, needed, had, precision)).readings, "KGZ")

    assert found is not None
    assert found.track is track


def test_paces_of_two_years_are_not_compared(facts: Known, reading: Make) -> None:
    pace, own = reading("target.pace:KGZ:2024", "14.4", "percent"), reading("target.own_pace:KGZ:2023", "7.0", "percent")

    assert standing(facts(pace, own).readings, "KGZ") is None
    assert standing(facts(pace).readings, "KGZ") is None


@pytest.mark.parametrize(
    ("value", "precision", "expected"),
    [
        ("2", Precision.EXACT, True),
        ("1.9", Precision.ROUNDED, False),
        ("2", Precision.LOWER_BOUND, True),
        ("1.9", Precision.LOWER_BOUND, None),
        ("2", Precision.UPPER_BOUND, False),
        ("2.1", Precision.UPPER_BOUND, None),
        (None, Precision.EXACT, None),
    ],
)
def test_a_bound_reaches_an_aim_only_where_it_leaves_no_doubt(reading: Make, value: str, precision: Precision, expected: object) -> None:
    assert reached(reading("trade.total:KGZ:2024", value, precision=precision), Decimal(2)) is expected
