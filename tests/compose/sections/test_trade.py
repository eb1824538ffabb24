from collections.abc import Callable

from bilan.compose.material import Material
from bilan.compose.sections.trade import trade
from bilan.document import Section

MakeMaterial = Callable[..., Material]
WithReadings = Callable[..., Material]


def section(material: Material) -> Section:
    found = trade(material)
    assert found is not None
    return found


def rows(material: Material) -> list[list[str]]:
    (table,) = section(material).tables
    return [[str(one).replace("\u00a0", " ") for one in row] for row in table.rows]


def test_keeps_each_statistics_in_its_own_column_and_leaves_gaps_empty(material: MakeMaterial) -> None:
    assert rows(material("fr")) == [
        ["2024", "1,7 Md $", "1,34 Md $", "—", "—"],
        ["2023", "1,57 Md $", "1,32 Md $", "456 M $", "862 M $"],
        ["2022", "environ 1,25 Md $", "1,18 Md $", "411 M $", "770 M $"],
        ["2021", "—", "1 Md $", "—", "—"],
        ["2019", "environ 940 M $", "environ 955 M $", "environ 351 M $", "environ 607 M $"],
        ["2018", "900 M $", "—", "—", "—"],
        ["2015", "environ 692 M $", "—", "—", "—"],
    ]


def test_heads_each_column_with_whose_statistics_it_holds(material: MakeMaterial) -> None:
    (table,) = section(material("en")).tables
    assert [str(one.head) for one in table.columns] == [
        "Year", "Total, Kazakh statistics", "Total, Kyrgyz statistics", "Exports, Kyrgyz statistics", "Imports, Kyrgyz statistics",
    ]  # fmt: skip


def test_has_no_columns_of_flows_where_nobody_prints_them(material: MakeMaterial, with_readings: WithReadings) -> None:
    bare = with_readings(material(), without=("trade.exports",))
    assert rows(bare)[0] == ["2024", "$1.7bn", "$1.34bn"]


def test_says_no_data_only_where_it_says_nothing_else(material: MakeMaterial, unwritten: MakeMaterial) -> None:
    early = section(material(as_of="2012-12-31"))
    assert (early.tables, early.notes) == ((), ())
    assert "$374 million" in str(early.items[0].body) or "59" in str(early.items[0].body)
    assert section(unwritten("en")).notes == ("No data",)
