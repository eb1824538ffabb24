from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from bilan.compose.material import Material
from bilan.compose.sections.changes import MOST, TOLD, changes
from bilan.model import Precision, Reading

MakeMaterial = Callable[..., Material]
WithReadings = Callable[..., Material]
Values = Mapping[str, str | None]


def manifest(material: Material, as_of: str = "2026-09-30", without: tuple[str, ...] = (), values: Values | None = None) -> dict[str, Any]:
    """The manifest of an edition before, which showed what is known now but for the given values and ids."""
    shown = [one for one in material.facts.readings if one.indicator in TOLD and one.id not in without]
    return {"edition": {"as_of": as_of}, "readings": [_reading(one, values or {}) for one in shown]}


def _reading(one: Reading, values: Values) -> dict[str, Any]:
    value = None if one.value is None else format(one.value, "f")
    return {
        "id": one.id, "indicator": one.indicator, "period": str(one.period), "unit": one.unit, "reporter": one.reporter,
        "partner": one.partner, "precision": one.precision.value, "value": values.get(one.id, value),
    }  # fmt: skip


def told(material: Material, previous: dict[str, Any] | None) -> list[str]:
    section = changes(replace(material, previous=previous))
    assert section is not None
    return [f"{one.lead}. {one.body}".replace("\u00a0", " ").replace("\u202f", " ") for one in section.items]


def test_says_of_a_first_edition_that_there_is_none_before_it(material: MakeMaterial) -> None:
    assert told(material("en"), None) == ["First edition. There is no earlier edition to compare with."]
    assert told(material("fr"), None) == ["Première édition. Il n’y a pas d’édition antérieure à comparer."]


def test_says_that_no_headline_figure_changed(material: MakeMaterial) -> None:
    for language, expected in (("en", "Unchanged. No headline figure changed."), ("fr", "Inchangé. Aucun chiffre principal n’a changé.")):
        given = material(language)
        assert told(given, manifest(given)) == [expected]


def test_prints_the_old_and_the_new_value_of_a_revised_reading(material: MakeMaterial) -> None:
    english, french = material("en"), material("fr")
    revised = {"trade.total:KGZ:2023": "1298000000.00"}
    assert told(english, manifest(english, values=revised)) == ["Revised. Total trade, Kyrgyz statistics, 2023: $1.30bn → $1.32bn"]
    assert told(french, manifest(french, values=revised)) == [
        "Révisé. Échanges totaux, statistiques kirghizes, 2023 : 1,30 Md $ → 1,32 Md $"
    ]


def test_marks_the_earlier_value_so_that_nobody_takes_it_for_the_reading_of_today(material: MakeMaterial) -> None:
    given = material()
    section = changes(replace(given, previous=manifest(given, values={"trade.total:KGZ:2023": "1298000000.00"})))
    assert section is not None
    refs = [one.ref for one in section.items[0].body.printed if one.kind == "reading"]  # type: ignore[union-attr]  # a Text
    assert refs == ["trade.total:KGZ:2023@before", "trade.total:KGZ:2023"]


def test_hedges_the_earlier_value_as_it_was_hedged(material: MakeMaterial) -> None:
    given = material()
    previous = manifest(given, values={"trade.total:KGZ:2023": "1298000000.00"})
    for one in previous["readings"]:
        one["precision"] = Precision.APPROXIMATE.value
    assert told(given, previous) == ["Revised. Total trade, Kyrgyz statistics, 2023: about $1.3bn → $1.32bn"]


def test_prints_a_value_that_was_missing_before(material: MakeMaterial) -> None:
    given = material()
    assert told(given, manifest(given, values={"trade.total:KGZ:2023": None})) == [
        "Revised. Total trade, Kyrgyz statistics, 2023: n/a → $1.32bn"
    ]


def test_names_a_reading_published_since(material: MakeMaterial) -> None:
    given = material()
    previous = manifest(given, "2025-07-31", without=("trade.total:KAZ:2024",))
    assert told(given, previous) == ["New. Total trade, Kazakh statistics, 2024"]


def test_names_a_year_entered_late_though_it_was_published_long_ago(material: MakeMaterial) -> None:
    given = material("fr")
    assert told(given, manifest(given, without=("trade.total:KAZ:2024",))) == ["Nouveau. Échanges totaux, statistiques kazakhes, 2024"]


def test_calls_nothing_new_that_the_edition_before_only_did_not_show(material: MakeMaterial) -> None:
    given = material()
    gdp = tuple(one.id for one in given.facts.readings if one.indicator == "macro.gdp")
    assert told(given, manifest(given, without=gdp)) == ["Unchanged. No headline figure changed."]


def test_names_a_reading_that_is_no_more(material: MakeMaterial, with_readings: WithReadings) -> None:
    given = material()
    gone = with_readings(given, without=("trade.total:KGZ:2023",))
    assert told(gone, manifest(given)) == ["Dropped. Total trade, Kyrgyz statistics, 2023"]
    (reading,) = [one for one in given.facts.readings if one.id == "trade.total:KGZ:2023"]
    withdrawn = with_readings(material("fr"), replace(reading, value=None))
    assert told(withdrawn, manifest(given)) == ["Retiré. Échanges totaux, statistiques kirghizes, 2023"]
    assert told(withdrawn, manifest(withdrawn)) == ["Inchangé. Aucun chiffre principal n’a changé."]


def test_takes_an_aim_without_a_deadline_for_the_same_aim_next_year(material: MakeMaterial) -> None:
    given = material()
    previous = manifest(given)
    for one in previous["readings"]:
        if one["id"] == "target.level:tg07:2026":
            one.update(id="target.level:tg07:2025", period="2025")
    assert told(given, previous) == ["Unchanged. No headline figure changed."]


def test_calls_an_aim_new_only_once_it_was_declared_since(material: MakeMaterial) -> None:
    given = material()
    without = ("target.level:tg11:2030",)
    assert told(given, manifest(given, "2025-07-31", without)) == ["New. Aim for total trade, 2030"]
    assert told(given, manifest(given, "2025-09-30", without)) == ["Unchanged. No headline figure changed."]


def test_names_at_most_four_changes_the_revised_ones_first(material: MakeMaterial) -> None:
    given = material()
    totals = [one for one in given.facts.readings if one.indicator == "trade.total" and one.value is not None]
    values = {one.id: format((one.value or Decimal(0)) / 2, "f") for one in totals[:3]}
    found = told(given, manifest(given, "2000-01-01", without=("trade.total:KAZ:2024", "trade.total:KGZ:2024"), values=values))
    assert len(found) == MOST
    assert [one.split(".")[0] for one in found] == ["Revised", "Revised", "Revised", "New"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_finds_nothing_changed_where_nothing_is_known(language: str, unwritten: MakeMaterial) -> None:
    given = unwritten(language)
    assert len(told(given, manifest(given))) == 1
