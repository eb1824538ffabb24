from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from bilan.compose.material import Material
from bilan.compose.sections.revisions import revisions
from bilan.document import Table
from bilan.findings.revisions import Kind, Revision
from bilan.model import Reading

MakeMaterial = Callable[..., Material]
BEFORE: dict[str, str] = {"trade.total:KGZ:2023": "1298000000"}


def manifest(material: Material, values: dict[str, str], indicator: str = "trade.total") -> dict[str, Any]:
    """The manifest of an edition that printed every reading of an indicator, with other values where given."""
    shown = [one for one in material.facts.readings if one.indicator == indicator and one.value is not None]
    digests = {name for one in shown for name in one.inputs}
    rows = [one for one in material.observations.values() if one.digest in digests]
    return {
        "edition": {"number": 7, "as_of": "2026-09-30"},
        "printed": [{"kind": "reading", "ref": one.id} for one in shown],
        "readings": [_reading(one, values.get(one.id, format(one.value or Decimal(0), "f"))) for one in shown],
        "observations": [{"series": str(one.key), "period": str(one.period), "digest": "of another version"} for one in rows],
    }


def _reading(one: Reading, value: str) -> dict[str, Any]:
    return {
        "id": one.id, "indicator": one.indicator, "period": str(one.period), "unit": one.unit, "reporter": one.reporter,
        "partner": one.partner, "precision": one.precision.value, "value": value,
    }  # fmt: skip


def rows(material: Material) -> list[str]:
    section = revisions(material)
    if section is None:
        return []
    (table,) = section.tables
    assert isinstance(table, Table)
    return [" | ".join(str(cell).replace("\u00a0", " ").replace("\u202f", " ") for cell in row) for row in table.rows]


def revised(material: Material, kind: Kind, factor: str | None = None) -> Material:
    """The same, with a publisher's revision of the total for 2023."""
    total = material.facts.readings.get("trade.total:KGZ:2023")
    assert total is not None
    after = material.observations[total.inputs[0]]
    before = replace(after, value=Decimal(1298), published_on=date(2024, 2, 1))
    one = Revision(after.key, after.period, kind, before, after, factor=None if factor is None else Decimal(factor))
    small = Revision(after.key, after.period.shift(-9), Kind.REVISED, before, before)
    return replace(material, revisions=(one, small))


def test_a_first_edition_has_no_such_section(material: MakeMaterial) -> None:
    assert revisions(replace(material(), previous=None)) is None


def test_nothing_is_said_where_no_printed_digit_moved(material: MakeMaterial) -> None:
    given = material()
    assert rows(replace(given, previous=manifest(given, {"trade.total:KGZ:2023": "1317000000"}))) == []


def test_days_that_passed_are_no_revision(material: MakeMaterial) -> None:
    given = material()
    late = {one.id: "1" for one in given.facts.readings if one.indicator == "data.overdue"}
    previous = manifest(given, late, "data.overdue")

    assert late
    assert [one["value"] for one in previous["readings"]] == ["1"] * len(late)
    assert rows(replace(given, previous=previous)) == []


def test_a_publishers_revision_is_printed_with_both_values_difference_and_reason(material: MakeMaterial) -> None:
    for language, expected in (
        ("en", "Total trade, Kyrgyz statistics, 2023 | $1.30bn | $1.32bn | +1.5% | Revised by the publisher"),
        ("fr", "Échanges totaux, statistiques kirghizes, 2023 | 1,30 Md $ | 1,32 Md $ | +1,5 % | Révisé par l’éditeur"),
    ):
        given = revised(material(language), Kind.REVISED)
        assert rows(replace(given, previous=manifest(given, BEFORE), derived={})) == [expected]


def test_the_reason_names_rebasing_with_its_factor_and_restoration(material: MakeMaterial) -> None:
    for kind, factor, reason in (
        (Kind.REBASED, "1.04", "Whole series rebased, by about +4.0%"),
        (Kind.RESTORED, None, "Restored after withdrawal"),
    ):
        given = revised(material(), kind, factor)
        (row,) = rows(replace(given, previous=manifest(given, BEFORE), derived={}))
        assert row.endswith(reason)


def test_a_row_corrected_in_the_table_is_not_laid_at_the_publishers_door(material: MakeMaterial) -> None:
    given = material()
    (row,) = rows(replace(given, previous=manifest(given, BEFORE), derived={}))
    assert row.endswith("Row corrected in our table")


def test_without_another_version_of_a_row_it_was_calculated_otherwise(material: MakeMaterial) -> None:
    given = material()
    (row,) = rows(replace(given, previous={**manifest(given, BEFORE), "observations": []}, derived={}))
    assert row.endswith("Calculated in another way")


def test_small_revisions_are_counted(material: MakeMaterial) -> None:
    given = revised(material(), Kind.REVISED)
    section = revisions(replace(given, previous=manifest(given, BEFORE), derived={}))
    assert section is not None
    assert [str(one) for one in section.notes] == ["1 further small revision of the data touches nothing printed."]


def test_before_and_difference_are_readings_that_can_be_traced(material: MakeMaterial) -> None:
    given = replace(material(), previous=manifest(material(), BEFORE), derived={})
    revisions(given)
    before, difference = given.derived["trade.total:KGZ:2023@before"], given.derived["revision.difference:trade.total/KGZ/2023:2023"]
    assert before.value == Decimal(1298000000)
    assert difference.inputs == ("trade.total:KGZ:2023@before", "trade.total:KGZ:2023")
