from collections.abc import Sequence
from datetime import date

import pytest

from bilan.period import known_from
from bilan.sources.dossier import ProjectFact, Stage
from bilan.sources.projects import attributes, by_project, due, first_day, history, last_evidence, slip, stage


def fact(on: str, attribute: str = "status", value: str = "said", reached: Stage | None = None, known: str = "") -> ProjectFact:
    day = known_from(known or on)
    return ProjectFact(f"{on}-{attribute}", "dam", "Dam", attribute, value, "", on, day, ("press",), reached)


def stages(*reached: Stage) -> list[ProjectFact]:
    return [fact(f"{2020 + at}", reached=one) for at, one in enumerate(reached)]


def test_an_attribute_has_its_last_known_value_and_keeps_the_others() -> None:
    facts = [fact("2023", "capacity", "50"), fact("2022", "capacity", "300"), fact("2022", "cost", "35")]

    assert {name: one.value for name, one in attributes(facts).items()} == {"capacity": "50", "cost": "35"}
    assert [one.value for one in history(facts, "capacity")] == ["300", "50"]


def test_the_last_evidence_is_of_the_latest_day_not_of_the_latest_report() -> None:
    old_told_late, status = fact("2023-01-01", "cost", known="2026-01-01"), fact("2024-04-19")

    assert last_evidence([old_told_late, status, fact("2024-04-19", "cost")]) == status
    assert list(by_project([old_told_late, status])) == ["dam"]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([], None),
        ([fact("2020")], None),
        (stages(Stage.ANNOUNCED, Stage.AGREED), Stage.AGREED),
        (stages(Stage.AGREED, Stage.ANNOUNCED), Stage.AGREED),
        (stages(Stage.STARTED, Stage.CANCELLED), Stage.CANCELLED),
        (stages(Stage.STARTED, Stage.CANCELLED, Stage.AGREED), Stage.AGREED),
    ],
)
def test_a_project_goes_on_step_by_step_and_back_only_by_being_cancelled(facts: Sequence[ProjectFact], expected: Stage | None) -> None:
    assert stage(facts) is expected


def test_the_earliest_promise_still_to_be_kept_is_due() -> None:
    start, end = fact("2020", "start_planned", "2021"), fact("2020", "completion_planned", "2030")

    assert due([start, end]) == start
    assert due([start, end, fact("2021", reached=Stage.STARTED)]) == end
    assert due([start, end, fact("2021", reached=Stage.DONE)]) is None
    assert due([start, end, fact("2021", reached=Stage.CANCELLED)]) is None
    assert due([fact("2020")]) is None


def test_a_later_promise_replaces_the_earlier_one_and_is_a_slip() -> None:
    first, last = fact("2022-12-30", "completion_planned", "2023-12"), fact("2024-05-01", "completion_planned", "2025-06")
    moved = slip([last, first])

    assert due([last, first]) == last
    assert moved is not None
    assert (moved.first, moved.last, moved.days) == (first, last, (date(2025, 6, 30) - date(2023, 12, 31)).days)


@pytest.mark.parametrize("later", ["2026", "2026-08", "2026-07", "2025"])
def test_a_date_told_less_precisely_or_earlier_is_no_slip(later: str) -> None:
    assert slip([fact("2024", "launch_planned", "2026-08"), fact("2025", "launch_planned", later)]) is None


def test_two_promises_of_different_things_are_no_slip() -> None:
    assert slip([fact("2024", "start_planned", "2025"), fact("2025", "completion_planned", "2030")]) is None


@pytest.mark.parametrize(("text", "day"), [("2026", date(2026, 1, 1)), ("2026-08", date(2026, 8, 1)), ("2026-08-09", date(2026, 8, 9))])
def test_knows_the_first_day_of_a_date(text: str, day: date) -> None:
    assert first_day(text) == day
