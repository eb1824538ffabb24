"""Laws of the registry of charts."""

import pytest

from bilan.charts.registry import chart, charts, load
from bilan.charts.specs import Spec
from bilan.errors import DefinitionError, UsageError

KINDS = [
    "contribution", "dumbbell", "fan", "line", "map", "mirror-pair", "motif", "multiples",
    "ranking", "share", "slope", "sparkline", "timeline", "tracker", "trade-bars",
]  # fmt: skip


def test_finds_every_chart_in_its_folder_by_itself() -> None:
    assert load().names() == KINDS


def test_every_spec_names_a_chart(samples: dict[str, Spec]) -> None:
    assert {spec.kind for spec in samples.values()} == set(load().names())


def test_a_kind_is_drawn_by_one_function_only() -> None:
    load()

    with pytest.raises(DefinitionError, match="chart 'motif'"):
        chart("motif")(lambda *_: None)


def test_an_unknown_kind_is_answered_with_the_closest_known_one() -> None:
    load()

    with pytest.raises(UsageError, match="did you mean 'timeline'"):
        charts.get("timelines")
