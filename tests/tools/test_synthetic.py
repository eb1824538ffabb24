import csv
import importlib.util
import sys
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def synthetic(checkout: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("synthetic", checkout / "tools" / "synthetic.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["synthetic"] = module  # a dataclass looks its own module up
    spec.loader.exec_module(module)
    return module


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def made(synthetic: ModuleType, folder: Path, *options: str) -> list[dict[str, str]]:
    assert synthetic.main([str(folder), "--until", "2015-03", *options]) == 0
    return rows(folder / "synthetic_monthly_trade.csv")


def test_the_same_options_give_the_same_bytes_twice(synthetic: ModuleType, tmp_path: Path) -> None:
    for name in ("one", "other"):
        made(synthetic, tmp_path / name, "--totals")
    for file in ("synthetic_monthly_trade.csv", "synthetic_monthly_totals.csv", "synthetic_monthly_trade.meta.toml", "sources.csv"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "other" / file).read_bytes()


def test_the_axis_is_two_reporters_two_flows_and_ninety_six_chapters(synthetic: ModuleType) -> None:
    columns = synthetic.table(synthetic.Spec(vintages=1))
    assert len(set(columns["product"].tolist())) == 96
    assert len(set(columns["period"].tolist())) == 132
    assert set(columns["series"].tolist()) == {0, 1, 2, 3}
    whole = 2 * 2 * 96 * 132
    assert 0.965 < len(columns["value"]) / whole < 0.975  # three in a hundred are missing
    assert 0.14 < (columns["value"] == 0).mean() < 0.16


def test_a_table_that_ends_earlier_is_a_part_of_one_that_ends_later(synthetic: ModuleType) -> None:
    early = synthetic.table(synthetic.Spec(rows=20_000, until="2015-04"))
    late = synthetic.table(synthetic.Spec(rows=20_000, until="2015-05"))
    last = synthetic.table(synthetic.Spec(rows=20_000, since="2015-05", until="2015-05"))
    for name, values in late.items():
        assert values.tolist() == early[name].tolist() + last[name].tolist()


def test_year_totals_and_mirrors_follow_the_specification(synthetic: ModuleType) -> None:
    columns = synthetic.table(synthetic.Spec(vintages=1, since="2023-01", until="2023-12"))
    sums = [int(columns["value"][columns["series"] == number].sum()) / 1e8 for number in range(4)]
    assert 1572 * 0.75 < sums[0] + sums[1] < 1572 * 1.05  # fifteen cells in a hundred are zero
    assert 0.6 < sums[0] / (sums[0] + sums[1]) < 0.78
    assert abs(sums[3] / sums[0] - 0.80) < 0.06
    assert abs(sums[2] / sums[1] - 0.92) < 0.06


def test_more_rows_are_more_products_of_six_digits_and_as_many_as_asked(synthetic: ModuleType, tmp_path: Path) -> None:
    columns = synthetic.table(synthetic.Spec(rows=400_000))
    assert abs(len(columns["value"]) - 400_000) < 4_000
    found = made(synthetic, tmp_path, "--rows", "200000")
    assert {len(row["product"]) for row in found} == {6}
    assert len({row["product"][:2] for row in found}) == 96


def test_vintages_come_after_forty_five_days_ninety_more_and_the_next_july(synthetic: ModuleType, tmp_path: Path) -> None:
    found = [row for row in made(synthetic, tmp_path) if row["period"] == "2015-01"]
    speaking = {(row["published_on"], row["status"]) for row in found if row["status"] != "withdrawn"}
    assert speaking == {("2015-03-17", "provisional"), ("2015-06-15", "provisional"), ("2016-07-15", "final")}
    gone = [row for row in found if row["status"] == "withdrawn"]
    assert {(row["published_on"], row["value"], row["quantity"]) for row in gone} == {("2015-07-15", "", "")}
    assert len(gone) < 0.03 * len(found)


def test_every_row_says_that_it_is_synthetic_and_is_an_exact_decimal(synthetic: ModuleType, tmp_path: Path) -> None:
    found = made(synthetic, tmp_path, "--world")
    assert {(row["source_id"], row["synthetic"], row["unit"], row["quantity_unit"]) for row in found} == {
        ("synthetic", "true", "USD", "kg")
    }
    assert all(Decimal(row["value"]).as_tuple().exponent == -2 for row in found if row["value"])
    assert {(row["reporter"], row["partner"]) for row in found if row["partner"] == "WLD"} == {
        ("KAZ", "WLD"),
        ("KGZ", "WLD"),
        ("WLD", "WLD"),
    }


def test_trade_with_the_partner_is_part_of_trade_with_the_world(synthetic: ModuleType) -> None:
    columns = synthetic.table(synthetic.Spec(vintages=1, world=True, since="2023-06", until="2023-06"))
    value = {
        (series, product): amount
        for series, product, amount in zip(*(columns[name].tolist() for name in ("series", "product", "value")), strict=True)
    }
    assert all(amount <= value[series + 4, product] for (series, product), amount in value.items() if series < 4)
    assert all(amount <= value[8 + series % 2, product] for (series, product), amount in value.items() if 4 <= series < 8)


def test_parquet_holds_the_same_rows_as_csv(synthetic: ModuleType, tmp_path: Path) -> None:
    import duckdb  # noqa: PLC0415  only here

    found = made(synthetic, tmp_path)
    synthetic.main([str(tmp_path), "--until", "2015-03", "--format", "parquet"])
    there = duckdb.connect().execute("SELECT * FROM read_parquet($1)", [str(tmp_path / "synthetic_monthly_trade.parquet")]).fetchall()
    assert [tuple("" if cell is None else str(cell) for cell in row) for row in there] == [tuple(row.values()) for row in found]


def test_totals_are_the_sums_over_the_products(synthetic: ModuleType, tmp_path: Path) -> None:
    found = made(synthetic, tmp_path, "--totals", "--vintages", "1")
    total = next(
        row
        for row in rows(tmp_path / "synthetic_monthly_totals.csv")
        if (row["reporter"], row["flow"], row["period"]) == ("KGZ", "total", "2015-02")
    )
    assert Decimal(total["value"]) * 10**6 == sum(
        Decimal(row["value"]) for row in found if (row["reporter"], row["period"]) == ("KGZ", "2015-02")
    )


def test_the_register_gains_the_source_once(synthetic: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "sources.csv").write_text(
        "source_id,title,publisher,kind,url,published_on,date_quality,language,licence,note\na,b,c,d,,,,,,", encoding="utf-8"
    )
    made(synthetic, tmp_path)
    made(synthetic, tmp_path)
    assert [row["source_id"] for row in rows(tmp_path / "sources.csv")] == ["a", "synthetic"]


def is_sick(row: dict[str, str], period: str = "2015-03") -> bool:
    return (row["reporter"], row["flow"], row["period"]) == ("KGZ", "import", period)


def sick(found: list[dict[str, str]], period: str = "2015-03") -> list[dict[str, str]]:
    return [row for row in found if is_sick(row, period)]


@pytest.mark.parametrize(("fault", "factor"), [("unit-x1000", Decimal(1000)), ("percent-as-share", Decimal("0.01"))])
def test_a_scale_fault_befalls_one_series_and_month(synthetic: ModuleType, tmp_path: Path, fault: str, factor: Decimal) -> None:
    good, bad = made(synthetic, tmp_path / "good"), made(synthetic, tmp_path / "bad", "--fault", fault)
    for one, other in zip(sick(good), sick(bad), strict=True):
        if one["value"]:
            assert abs(Decimal(one["value"]) * factor - Decimal(other["value"])) <= Decimal("0.01")
    assert [row for row in good if not is_sick(row)] == [row for row in bad if not is_sick(row)]


def test_a_decimal_comma_is_text_in_csv_and_refused_for_parquet(synthetic: ModuleType, tmp_path: Path) -> None:
    found = made(synthetic, tmp_path, "--fault", "decimal-comma")
    assert all("," in row["value"] for row in sick(found) if row["value"])
    assert not any("," in row["value"] for row in found if not is_sick(row))
    assert synthetic.main([str(tmp_path), "--fault", "decimal-comma", "--format", "parquet"]) == 2


def test_faults_of_keys_and_periods_are_where_they_should_be(synthetic: ModuleType, tmp_path: Path) -> None:
    good = made(synthetic, tmp_path / "good")
    shifted = made(synthetic, tmp_path / "shifted", "--fault", "month-shifted")
    assert [row["value"] for row in sick(shifted, "2015-04")] == [row["value"] for row in sick(good)]
    assert sick(shifted, "2015-01") == []
    confused = made(synthetic, tmp_path / "confused", "--fault", "kg-as-kz")
    assert {row["period"] for row in confused if row["reporter"] == row["partner"] == "KAZ"} == {"2015-03"}
    assert sick(confused) == []
    twice = made(synthetic, tmp_path / "twice", "--fault", "duplicate-key")
    keys = [tuple(row[name] for name in ("reporter", "partner", "flow", "product", "period", "published_on")) for row in twice]
    assert len(keys) - len(set(keys)) == 5


def test_late_and_empty_tables(synthetic: ModuleType, tmp_path: Path) -> None:
    columns = synthetic.spoil(synthetic.table(synthetic.Spec(until="2015-12")), "late")
    assert int(columns["period"].max()) == 201508
    assert made(synthetic, tmp_path, "--fault", "empty") == []
    head = (tmp_path / "synthetic_monthly_trade.csv").read_text(encoding="utf-8")
    assert head.startswith("reporter,partner,flow,product,period,value,unit")


def test_a_wrong_total_is_a_tenth_too_high_in_the_last_month(synthetic: ModuleType, tmp_path: Path) -> None:
    made(synthetic, tmp_path / "good", "--totals")
    made(synthetic, tmp_path / "bad", "--fault", "total-mismatch")
    good, bad = (rows(tmp_path / name / "synthetic_monthly_totals.csv") for name in ("good", "bad"))
    changed = [(one, other) for one, other in zip(good, bad, strict=True) if one != other]
    assert {(one["reporter"], one["flow"], one["period"]) for one, _ in changed} == {("KGZ", "import", "2015-03")}
    assert all(Decimal("1.099") < Decimal(other["value"]) / Decimal(one["value"]) < Decimal("1.101") for one, other in changed)


def test_nonsense_is_told_and_writes_nothing(synthetic: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert synthetic.main([str(tmp_path), "--until", "2025-13"]) == 2
    assert capsys.readouterr().err == "synthetic: a month is written 2025-12\n"
    assert list(tmp_path.iterdir()) == []
