from datetime import date
from pathlib import Path

import pytest

from bilan.model import Source
from bilan.sources.facts_table import Facts, Fields, ids_of

SOURCES = {
    "early": Source("early", "Early", "Agency", published="2024-04"),
    "late": Source("late", "Late", "Agency", published="2024-07"),
    "undated": Source("undated", "Undated", "Agency"),
}
FIELDS = Fields("id", ("what",), ("note",))


@pytest.fixture
def facts() -> Facts:
    return Facts(SOURCES)


def table(folder: Path, text: str, meta: str = "") -> Path:
    path = folder / "things.csv"
    path.write_text(text, encoding="utf-8")
    if meta:
        (folder / "things.meta.toml").write_text('title = "Things"\nkind = "events"\nid-column = "id"\n' + meta, encoding="utf-8")
    return path


def test_a_table_that_is_not_there_has_no_rows(facts: Facts, tmp_path: Path) -> None:
    assert facts.rows(tmp_path / "things.csv", FIELDS) == []
    assert facts.mistakes == []


def test_an_optional_column_may_be_absent(facts: Facts, tmp_path: Path) -> None:
    (row,) = facts.rows(table(tmp_path, "id,what\na,plant\n"), FIELDS)

    assert (row.where, row["what"], row["note"]) == ("things.csv a", "plant", "")


def test_the_side_file_renames_columns_translates_words_and_ignores(facts: Facts, tmp_path: Path) -> None:
    meta = 'ignore = ["remark"]\n[column]\nwhat = "chose"\n[value-map.what]\nusine = "plant"\n'
    rows = facts.rows(table(tmp_path, "id,chose,remark\na,usine,x\nb,pont,y\n", meta), FIELDS)

    assert [row["what"] for row in rows] == ["plant", "pont"]
    assert facts.mistakes == []


def test_tells_missing_and_unknown_columns_and_ids_that_stand_twice(facts: Facts, tmp_path: Path) -> None:
    assert facts.rows(table(tmp_path, "id,whta\na,plant\n"), FIELDS) == []
    assert facts.mistakes == [
        "things.csv line 1: column 'what' is missing",
        "things.csv line 1: unknown column 'whta' (did you mean 'what'?); name it in the meta file or put it under ignore",
    ]
    facts.mistakes.clear()
    facts.rows(table(tmp_path, "id,what\na,plant\na,bridge\n"), FIELDS)
    assert facts.mistakes == ["things.csv a: id stands twice"]


@pytest.mark.parametrize(
    ("text", "ids", "published", "told"),
    [
        ("2024-05-02", ("late",), date(2024, 5, 2), date(2024, 7, 31)),
        ("2024-08", ("late", "early"), date(2024, 8, 31), date(2024, 8, 31)),
        ("", ("late", "early"), date(2024, 4, 30), date(2024, 4, 30)),
        ("2024-05-02", ("undated",), date(2024, 5, 2), date(2024, 5, 2)),
        ("", ("undated",), date.max, date.max),
    ],
)
def test_nothing_is_told_before_its_first_source_is_out(facts: Facts, text: str, ids: tuple[str, ...], published: date, told: date) -> None:
    assert facts.published(text, ids, "here") == published
    assert facts.told(text, ids, "here") == told
    assert facts.mistakes == []


def test_collects_wrong_dates_words_and_sources(facts: Facts) -> None:
    facts.told("soon", ("erly",), "here")

    assert facts.word("bilt", ("built", "planned"), "here") == ""
    assert facts.word("planned", ("built", "planned"), "here") == "planned"
    assert facts.mistakes == [
        "here: unknown source 'erly' (did you mean 'early'?)",
        "here: 'soon' is no date: write 2024-04-19, 2024-04 or 2024",
        "here: 'bilt' is not known (did you mean 'built'?); write built, planned, or nothing",
    ]


def test_ids_are_parted_by_semicolons() -> None:
    assert ids_of("early; late;") == ("early", "late")
