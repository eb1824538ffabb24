from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from bilan.errors import ConfigError, Problem, Severity
from bilan.gate.check import GateResult
from bilan.pipeline.knowledge import Knowledge
from bilan.project import Project
from bilan.schedule.beforehand import Looking, data, looked, settings

GATE = GateResult("range", "trade/KGZ", "pass")
TOLD = Problem("trade.csv", "is odd")


@pytest.fixture
def looking(tmp_path: Path) -> Looking:
    """A project nobody knows anything of but one problem."""
    (tmp_path / "data" / "kz-kg").mkdir(parents=True)
    text = 'partnerships = ["kz-kg"]\naudiences = ["minister"]\nlanguages = ["en"]\n[schedule.late]\nrule = "31st-day"\n'
    (tmp_path / "bilan.toml").write_text(text, encoding="utf-8")

    def learn(slug: str, as_of: date) -> Knowledge:
        assert (slug, as_of) == ("kz-kg", date(2026, 10, 31))
        return cast("Knowledge", SimpleNamespace(gate=(GATE,), problems=(TOLD,)))

    return Looking(Project(tmp_path), datetime(2026, 11, 25, tzinfo=UTC), tmp_path / "fonts", learn)


def test_a_look_that_cannot_go_on_is_a_hold_and_the_others_go_on(looking: Looking) -> None:
    def broken(_: Looking) -> Iterator[Problem]:
        yield TOLD
        raise ConfigError("bilan.toml", ("says nothing",), "mend it")

    found = looked(looking, (broken, lambda _: iter([TOLD])))

    assert [(one.where, one.severity) for one in found] == [("bilan.toml", Severity.HOLD), ("trade.csv", Severity.WARNING)]


def test_what_is_known_of_each_partnership_and_day_is_asked_once(looking: Looking) -> None:
    assert list(data(looking)) == [TOLD]
    assert looking.gate == [GATE]


def test_months_without_a_due_day_and_missing_files_are_told(looking: Looking) -> None:
    first = next(settings(looking))
    (hold,) = [one for one in looked(looking, (settings,)) if one.severity is Severity.HOLD]

    assert (first.where, "nothing falls due" in first.message) == ("bilan.toml: schedule.late", True)
    assert "partnership.toml" in str(hold)
