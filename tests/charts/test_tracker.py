"""Laws of the tracker of projects."""

from collections.abc import Callable
from typing import Any

import pytest

from bilan.charts.specs_rows import Course, Step, Tracker

DONE, LATE, OPEN, PAPER = "#14212B", "#A8231F", "#8B969F", "#FFFFFF"
STAGES = ("announced", "agreed", "funded")


def tracker(*states: str) -> Tracker:
    steps = tuple(Step(state, f"when {number}" if state == "done" else "") for number, state in enumerate(states))  # type: ignore[arg-type]  # a stage
    return Tracker(STAGES, (Course("plant", steps, "verdict"),), height_mm=26)


def test_each_state_has_a_shape_of_its_own(sheet: Callable[..., Any]) -> None:
    looks = {}
    for state in ("done", "expected", "late", "open", "unknown"):
        drawn = sheet(tracker(state))
        looks[state] = drawn.paths[-1]["d"].count("C"), "stroke: " in drawn.paths[-1]["style"], "dasharray" in drawn.paths[-1]["style"]

    assert looks["late"][0] == 0
    assert looks["done"] == looks["open"]
    assert looks["expected"][1:] == (True, False)
    assert looks["unknown"][1:] == (True, True)
    assert sheet(tracker("done")).filled(DONE)[0].right - sheet(tracker("done")).filled(DONE)[0].left == pytest.approx(2.26, abs=0.02)
    assert sheet(tracker("open")).filled(OPEN)[0].right - sheet(tracker("open")).filled(OPEN)[0].left == pytest.approx(0.85, abs=0.02)


def test_steps_stand_under_their_stage(sheet: Callable[..., Any]) -> None:
    drawn = sheet(tracker("done", "done", "late"))
    middles = [(drawn.text(stage).box.left + drawn.text(stage).box.right) / 2 for stage in STAGES]
    marks = [(box.left + box.right) / 2 for box in (*drawn.filled(DONE), *drawn.filled(LATE))]

    assert marks == pytest.approx(middles, abs=0.05)


def test_a_date_stands_under_its_step(sheet: Callable[..., Any]) -> None:
    drawn = sheet(tracker("done", "open", "open"))

    assert drawn.text("when 0").box.bottom > drawn.filled(DONE)[0].top


def test_without_projects_it_says_so(sheet: Callable[..., Any]) -> None:
    assert sheet(Tracker(STAGES, ())).said() == ["n/a"]
