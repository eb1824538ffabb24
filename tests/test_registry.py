import pytest

from bilan.errors import DefinitionError, UsageError
from bilan.registry import Registry


@pytest.fixture
def charts() -> Registry[str]:
    registry: Registry[str] = Registry("chart")
    registry.add("timeline", "a line of dates")
    registry.add("sparkline", "a small line")
    return registry


def test_names_come_sorted_whatever_the_order_of_registration(charts: Registry[str]) -> None:
    assert charts.names() == ["sparkline", "timeline"]
    assert list(charts) == ["a small line", "a line of dates"]
    assert len(charts) == 2


def test_a_decorated_function_is_found_under_its_name() -> None:
    registry: Registry[object] = Registry("indicator")

    @registry.register("trade.total")
    def total() -> int:
        return 1

    assert registry.get("trade.total") is total
    assert "trade.total" in registry
    assert "trade.balance" not in registry


def test_a_name_taken_twice_is_a_mistake_in_the_definition(charts: Registry[str]) -> None:
    with pytest.raises(DefinitionError) as raised:
        charts.add("timeline", "another")

    assert str(raised.value) == "chart 'timeline': cannot be used:\n  is defined twice"
    assert charts.get("timeline") == "a line of dates"


def test_an_unknown_name_is_answered_with_the_closest_known_one(charts: Registry[str]) -> None:
    with pytest.raises(UsageError) as raised:
        charts.get("timelin")

    assert str(raised.value) == "chart 'timelin': is not known (did you mean 'timeline'?)"
    assert raised.value.hint == "known: sparkline, timeline"


def test_an_empty_registry_says_that_there_is_none() -> None:
    with pytest.raises(UsageError) as raised:
        Registry[str]("channel").get("smtp")

    assert raised.value.hint == "known: none"
