from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from bilan.compose.material import Material
from bilan.compose.sections.changes import MOST, MOST_ON_ONE_PAGE, changes
from bilan.config.models import ThresholdConfig
from bilan.findings.changes import state
from bilan.model import Precision

MakeMaterial = Callable[..., Material]
WithReadings = Callable[..., Material]
Values = Mapping[str, str | None]


def manifest(material: Material, without: tuple[str, ...] = (), values: Values | None = None, **parts: object) -> dict[str, Any]:
    """The manifest of an edition before, which stood on what is known now but for the given values, ids and parts."""
    before = state(material.facts, material.findings, {})
    readings = {name: {**one, "value": (values or {}).get(one["id"], one["value"])} for name, one in before["readings"].items()}
    kept = {name: one for name, one in readings.items() if one["id"] not in without}
    printed = [{"kind": "reading", "ref": one["id"]} for one in kept.values()]
    return {"edition": {"as_of": "2026-09-30", "number": 7}, "state": {**before, "readings": kept, **parts}, "printed": printed}


def told(material: Material, previous: dict[str, Any] | None) -> list[str]:
    section = changes(compared(material, previous))
    assert section is not None
    return [f"{one.lead}. {one.body}".replace("\u00a0", " ").replace("\u202f", " ") for one in section.items]


def compared(material: Material, previous: dict[str, Any] | None) -> Material:
    now = state(material.facts, material.findings, {}, (previous or {}).get("state"))
    return replace(material, previous=previous, state=now, derived={})


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
    before = compared(given, manifest(given, values={"trade.total:KGZ:2023": "1298000000.00"}))
    section = changes(before)
    refs = [one.ref for one in section.items[0].body.printed if one.kind == "reading"]  # type: ignore[union-attr]  # a Text

    assert refs == ["trade.total:KGZ:2023@before", "trade.total:KGZ:2023"]
    assert before.derived["trade.total:KGZ:2023@before"].formula == "as edition 7 had it"


def test_hedges_the_earlier_value_as_it_was_hedged(material: MakeMaterial) -> None:
    given = material()
    previous = manifest(given, values={"trade.total:KGZ:2023": "1298000000.00"})
    for one in previous["state"]["readings"].values():
        one["precision"] = Precision.APPROXIMATE.value
    assert told(given, previous) == ["Revised. Total trade, Kyrgyz statistics, 2023: about $1.3bn → $1.32bn"]


def test_names_a_new_reading_with_its_value(material: MakeMaterial) -> None:
    for language, expected in (
        ("en", "New. Total trade, Kazakh statistics, 2024: $1.7bn"),
        ("fr", "Nouveau. Échanges totaux, statistiques kazakhes, 2024 : 1,7 Md $"),
    ):
        given = material(language)
        assert told(given, manifest(given, without=("trade.total:KAZ:2024",))) == [expected]


def test_names_a_reading_that_is_no_more(material: MakeMaterial, with_readings: WithReadings) -> None:
    given = material()
    gone = with_readings(given, without=("trade.total:KGZ:2023",))
    assert told(gone, manifest(given)) == ["Dropped. Total trade, Kyrgyz statistics, 2023"]


def test_takes_an_aim_without_a_deadline_for_the_same_aim_next_year(material: MakeMaterial) -> None:
    given = material()
    previous = manifest(given)
    for one in previous["state"]["readings"].values():
        if one["id"] == "target.level:tg07:2026":
            one.update(id="target.level:tg07:2025", period="2025")
    assert told(given, previous) == ["Unchanged. No headline figure changed."]


def test_tells_aims_projects_events_and_what_grew_old(material: MakeMaterial) -> None:
    given = material()
    now = state(given.facts, given.findings, {})
    events = [one for one in now["events"] if one != "ev028"]
    projects = {**now["projects"], "ferro": "on-track"}
    assert told(given, manifest(given, targets={**now["targets"], "tg06": "open"})) == ["Aim. $2bn: Missed"]
    assert told(given, manifest(given, events=events))[0].startswith("Event. ")
    assert told(given, manifest(given, projects=projects))[0].startswith("Project. Ferro-alloy plant: On track → ")
    assert told(given, manifest(given, stale=[*now["stale"], "trade.imports:KGZ"])) == [
        "Fresh again. Imports from the partner, Kyrgyz statistics, 2023"
    ]
    assert told(given, manifest(given, stale=now["stale"][1:]))[0].startswith("Grown old. ")
    assert told(given, manifest(given, formulas={"trade.growth": "other"})) == ["Unchanged. No headline figure changed."]


def test_tells_a_sentence_that_turned(material: MakeMaterial) -> None:
    given = material()
    now = state(given.facts, given.findings, {})
    turned = {**now["findings"], "trade-growth/KGZ": {"direction": "down"}}
    (said,) = told(given, manifest(given, findings=turned))
    assert said.startswith("Reads otherwise than before. On Kyrgyz statistics, it reached $1.34 billion in 2024")


def test_tells_a_threshold_that_was_crossed(material: MakeMaterial, with_readings: WithReadings) -> None:
    given = material()
    threshold = ThresholdConfig(id="half-more", indicator="trade.total", value=1_500_000_000, unit="USD")
    partnership = given.facts.partnership.model_copy(update={"threshold": (threshold,)})
    level = replace(given.facts.totals()[0], id="threshold.level:half-more:2026", indicator="threshold.level", value=Decimal(1_500_000_000))
    crossed = with_readings(replace(given, facts=replace(given.facts, partnership=partnership)), level)
    previous = manifest(crossed, thresholds={"half-more/KAZ": "below", "half-more/KGZ": "below"})
    assert told(crossed, previous) == ["Crossed. Total trade, Kazakh statistics, 2024: $1.7bn, now above $1.5bn"]


def test_tells_a_minister_only_the_revisions_that_change_a_figure_he_was_shown(material: MakeMaterial) -> None:
    given = material(audience="minister")
    slight = {"trade.total:KGZ:2023": "1317800000.00"}
    assert told(given, manifest(given, values=slight)) == ["Unchanged. No headline figure changed."]
    shown = manifest(given, values={"trade.total:KGZ:2023": "1298000000.00"})
    assert told(given, shown) == ["Revised. Total trade, Kyrgyz statistics, 2023: $1.30bn → $1.32bn"]
    assert told(given, {**shown, "printed": []}) == ["Unchanged. No headline figure changed."]


def test_says_how_many_more_there_are(material: MakeMaterial) -> None:
    for audience, most in (("analyst", MOST), ("minister", MOST_ON_ONE_PAGE)):
        given = material(audience=audience)
        events = state(given.facts, given.findings, {})["events"]
        found = told(given, manifest(given, events=[]))
        assert len(found) == most
        assert found[-1] == f"Also. {len(events) - most + 1} further changes"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_finds_nothing_changed_where_nothing_is_known(language: str, unwritten: MakeMaterial) -> None:
    given = unwritten(language)
    assert len(told(given, manifest(given))) == 1
