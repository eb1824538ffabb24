from datetime import date, datetime, timedelta
from pathlib import Path

import duckdb

from bilan.store.products_asof import Piece, as_of_sql

DAY = date(2024, 6, 1)
SEEN = datetime(2026, 11, 1)  # noqa: DTZ001  moments of the store are UTC without a zone


def piece(name: str, *periods: str, seen: int = 0) -> Piece:
    moment = SEEN + timedelta(days=seen)
    return Piece(Path(name), frozenset(periods), moment, moment)


def test_reads_intervals_where_one_file_decides_and_sorts_only_where_several_do() -> None:
    sql = as_of_sql([piece("a", "2022", "2023"), piece("b", "2023", seen=1)], DAY, SEEN + timedelta(days=2))

    quick, slow = sql.split("\nUNION ALL ")
    assert "read_parquet('a') WHERE published_on <= DATE '2024-06-01' AND valid_to > DATE '2024-06-01' AND period NOT IN ('2023')" in quick
    assert "row_number()" in slow
    assert ("read_parquet('a')" in slow, "read_parquet('b')" in slow) == (True, True)
    assert "period IN ('2023')" in slow


def test_leaves_out_what_nobody_had_seen_yet() -> None:
    sql = as_of_sql([piece("a", "2022"), piece("b", "2023", seen=3)], DAY, SEEN)

    assert "read_parquet('a')" in sql
    assert "'b'" not in sql


def test_sorts_a_file_whose_last_rows_were_not_yet_seen() -> None:
    compacted = Piece(Path("a"), frozenset({"2022"}), SEEN, SEEN + timedelta(days=5))

    assert "row_number()" in as_of_sql([compacted], DAY, SEEN + timedelta(days=1))
    assert "row_number()" not in as_of_sql([compacted], DAY, SEEN + timedelta(days=5))


def test_reads_only_the_files_and_periods_asked_for() -> None:
    sql = as_of_sql([piece("a", "2022", "2023"), piece("b", "2024")], DAY, SEEN, ["2023"])

    assert "'b'" not in sql
    assert sql.endswith("AND period IN ('2023')")


def test_is_a_relation_without_rows_where_nothing_is_known() -> None:
    found = duckdb.execute(as_of_sql([], DAY, SEEN))

    assert found.fetchall() == []
    assert len(found.description) == 12
