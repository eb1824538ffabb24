from collections.abc import Callable

from bilan.compose.material import Material
from bilan.compose.sections.mirror import mirror
from bilan.document import Section

MakeMaterial = Callable[..., Material]
WithReadings = Callable[..., Material]


def section(material: Material) -> Section:
    found = mirror(material)
    assert found is not None
    return found


def test_lists_the_gap_and_the_ratio_of_each_flow(material: MakeMaterial) -> None:
    (table,) = section(material("fr")).tables
    assert [[str(one).replace("\u00a0", " ") for one in row] for row in table.rows] == [
        ["Kazakhstan vers Kirghizstan", "−215 M $", "0,80"],
        ["Kirghizstan vers Kazakhstan", "39,5 M $", "1,09"],
    ]


def test_leaves_out_the_direction_only_one_side_records(material: MakeMaterial, with_readings: WithReadings) -> None:
    one_sided = with_readings(material(), without=("mirror.ratio:KGZ>KAZ:2023",))
    (table,) = section(one_sided).tables
    assert [str(row[0]) for row in table.rows] == ["Kazakhstan to Kyrgyzstan"]


def test_tells_apart_totals_without_both_records_of_one_flow(material: MakeMaterial, with_readings: WithReadings) -> None:
    totals_only = section(with_readings(material(), without=("mirror.ratio", "mirror.gap")))
    assert (totals_only.figures, totals_only.tables, totals_only.notes) == ((), (), ())
    assert str(totals_only.items[0].lead) == "The statistics disagree."


def test_says_no_data_where_no_flow_was_recorded_twice(material: MakeMaterial) -> None:
    assert section(material("fr", as_of="2012-12-31")).notes == ("Pas de données",)
