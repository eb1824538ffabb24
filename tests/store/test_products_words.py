import duckdb
import pytest

from bilan.store import products_words
from bilan.store.products_model import CODED, ProductMapping
from bilan.store.products_words import Words, enum, raw_type, read_words, translation

PLAIN = ProductMapping()


def test_translates_strips_and_fills_in() -> None:
    mapping = ProductMapping(value_map={"flow": {"M": "import"}}, undated_from="2024-02")

    assert read_words("flow", [" M ", "export"], mapping).meanings == {" M ": "import", "export": "export"}
    assert read_words("partner", [None, "KAZ"], PLAIN).meanings == {None: "WLD", "KAZ": "KAZ"}
    assert read_words("status", [None], PLAIN).meanings == {None: "final"}
    assert read_words("quantity_unit", [None, "kg"], PLAIN).meanings == {None: None, "kg": "kg"}
    assert read_words("period", ["2023Q3", "2023-07"], PLAIN).meanings == {"2023Q3": "2023-Q3", "2023-07": "2023-07"}
    assert read_words("published_on", [None, "2023"], mapping).meanings == {None: "2024-02-29", "2023": "2023-12-31"}


@pytest.mark.parametrize(
    ("name", "word", "fault"),
    [
        ("reporter", " ", "is missing: '' says nothing; fill the cell"),
        ("flow", "imports", "'imports' is not known (did you mean 'import'?); write export or import, or translate it under value-map"),
        ("status", "finale", "'finale' is not known (did you mean 'final'?); write final, provisional, estimated, withdrawn"),
        ("period", "2023-13", "'2023-13' is no period: write 2023, 2023-Q2, 2023-07 or 2023-M01..M07"),
        ("period", "9999", "'9999' is of no year a value can be of: write one from 1000 to 2999"),
        ("period", "2023-M01..M07", "'2023-M01..M07' is a year-to-date span; a product table holds years, quarters or months"),
        ("published_on", None, "'' is blank; write it, or set undated-from in the meta file"),
        ("published_on", "19.04.2024", "'19.04.2024' is no date: write 2024-04-19, 2024-04 or 2024"),
        ("published_on", "2024-02-30", "'2024-02-30' is no date: day is out of range for month"),
    ],
)
def test_says_what_is_wrong_with_a_word(name: str, word: str | None, fault: str) -> None:
    assert read_words(name, [word], PLAIN).faults == {word: fault}


def test_turns_columns_of_text_into_codes_that_sort_like_the_words() -> None:
    columns = [read_words("flow", ["M", "export", None], ProductMapping(value_map={"flow": {"M": "import", "": "export"}}))]
    columns.append(read_words("product", ["72", "2701"], PLAIN))
    words = Words({name: ["export", "import"] if name == "flow" else ["72", "2701"] if name == "product" else [] for name in CODED})
    with duckdb.connect(":memory:") as connection:
        for statement in (*words.declare(), *map(raw_type, columns)):
            connection.execute(statement)
        coded = ", ".join(f"{translation(one, one.name)} AS {one.name}" for one in columns)
        given = "(VALUES ('M', '72'), ('export', '72'), (NULL, '2701'), ('M', '2701')) AS t(flow, product)"
        rows = connection.execute(
            f"SELECT flow, product, {words.place(('flow', 'product'))} FROM (SELECT {coded} FROM {given}) ORDER BY 3"  # noqa: S608
        ).fetchall()

    assert rows == [("export", "2701", 0), ("export", "72", 1), ("import", "2701", 2), ("import", "72", 3)]


@pytest.mark.parametrize("few", [0, 256])
def test_means_the_same_in_a_file_of_columns_whether_words_are_few_or_many(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(products_words, "FEW", few)
    column = read_words("flow", ["M", "export", None], ProductMapping(value_map={"flow": {"M": "import", "": "export"}}))
    words = Words({name: ["export", "import"] if name == "flow" else [] for name in CODED})
    with duckdb.connect(":memory:") as connection:
        for statement in (*words.declare(), raw_type(column)):
            connection.execute(statement)
        told = translation(column, "flow", columnar=True)
        rows = connection.execute(f"SELECT {told}, typeof({told}) FROM (VALUES ('M'), ('export'), (NULL)) AS t(flow)").fetchall()  # noqa: S608

    assert rows == [(word, "ENUM('export', 'import')") for word in ("import", "export", "export")]
    assert ("list_position" in told) == (few > 0)


def test_counts_places_beyond_64_bits() -> None:
    words = Words({name: [str(number) for number in range(10_000)] for name in CODED})

    assert "UHUGEINT" in words.place(CODED[:5])
    assert "UBIGINT" in words.place(CODED[:4])


def test_makes_a_type_even_of_no_words() -> None:
    assert enum("raw_flow", []) == "CREATE TYPE raw_flow AS ENUM ('')"
