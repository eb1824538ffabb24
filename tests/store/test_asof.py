import hashlib
import tempfile
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilan.model import Attribution, Evidence, Observation, Precision, SeriesKey, Status
from bilan.period import Frequency, Period, known_from
from bilan.store.done import Ingest
from bilan.store.parquet import Store
from bilan.store.view import View

FIRST = date(2024, 1, 1)
START = datetime(2024, 1, 3, tzinfo=UTC)
RANK = {Precision.EXACT: 0, Precision.ROUNDED: 1, Precision.APPROXIMATE: 2, Precision.LOWER_BOUND: 3, Precision.UPPER_BOUND: 3}
Version = tuple[datetime, Observation, bool]


@st.composite
def tables(draw: st.DrawFn) -> list[Observation]:
    """One state of a table: at least one of four rows, each of one of two series and two periods."""
    rows = draw(st.sets(st.sampled_from("abcd"), min_size=1))
    return [
        Observation(
            key=SeriesKey("trade", draw(st.sampled_from(["KAZ", "KGZ"]))),
            period=Period(draw(st.integers(2023, 2024)), Frequency.ANNUAL),
            value=None if withdrawn else draw(st.decimals(-5, 5, places=1)),
            unit="USD",
            published_on=FIRST + timedelta(days=draw(st.integers(0, 6))),
            source_ids=("s",),
            row=f"trade.csv#{row}",
            precision=draw(st.sampled_from(Precision)),
            evidence=draw(st.sampled_from([Evidence.REPORTED, Evidence.REPORTED, Evidence.FORECAST])),
            attribution=draw(st.sampled_from([Attribution.STATED, Attribution.STATED, Attribution.INFERRED])),
            status=Status.WITHDRAWN if withdrawn else Status.FINAL,
        )
        for row in sorted(rows)
        for withdrawn in [draw(st.integers(0, 4)) == 0]
    ]


def versions(history: Iterable[list[Observation]]) -> list[Version]:
    """What each row said and when, told by comparing each state with the one before."""
    log: list[Version] = []
    before: dict[str, Observation] = {}
    for number, table in enumerate(history):
        seen, now = START + timedelta(days=number), {one.row: one for one in table}
        log += [(seen, one, False) for row, one in now.items() if row not in before or before[row] != one]
        log += [(seen, one, True) for row, one in before.items() if row not in now]
        before = now
    return log


def model(log: list[Version], as_of: date, seen_by: datetime) -> tuple[set[Observation], set[Observation], set[Observation]]:
    """Standing rows, statements and speaking statistics by plain Python."""
    known = [(seen, one, gone) for seen, one, gone in log if seen <= seen_by and (seen.date() if gone else one.published_on) <= as_of]
    last = {one.row: (one, gone) for _, one, gone in sorted(known, key=lambda version: version[0])}
    standing = {one for one, gone in last.values() if not gone}
    statistics = {one for one in standing if one.evidence is not Evidence.FORECAST and one.attribution is Attribution.STATED}
    best: dict[tuple[SeriesKey, Period], Observation] = {}
    for one in sorted(statistics, key=lambda one: (-one.published_on.toordinal(), RANK[one.precision], one.digest)):
        best.setdefault((one.key, one.period), one)
    told = {one for one in standing - statistics if one.value is not None}
    return standing, told, {one for one in best.values() if one.status is not Status.WITHDRAWN}


def unsigned(table: list[Observation]) -> list[Observation]:
    return [one for one in table if not (one.value is not None and one.value.is_zero() and one.value.is_signed())]


HISTORIES = st.lists(tables().map(unsigned).filter(bool), min_size=1, max_size=5)


@settings(max_examples=20, deadline=None)
@given(history=HISTORIES)
def test_shows_what_a_plain_reading_of_the_edit_history_shows(history: list[list[Observation]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        for number, table in enumerate(history):
            store.ingest(table, START + timedelta(days=number))
            assert store.ingest(table, START + timedelta(days=number, hours=1)) == Ingest(unchanged=len(table))
        for day, look in product(range(0, 10, 3), range(len(history))):
            as_of, seen_by = FIRST + timedelta(days=day), START + timedelta(days=look)
            view: View = store.as_of(as_of, seen_by)

            standing, told, speaking = model(versions(history), as_of, seen_by)
            assert set(view.standing) == standing
            assert set(view.statements()) == told
            assert set(view.observations()) == speaking
            assert view.version == hashlib.sha256("\n".join(sorted(one.digest for one in standing)).encode()).hexdigest()


@settings(max_examples=20, deadline=None)
@given(table=tables().map(unsigned).filter(bool), turn=st.integers(0, 3), days=st.integers(0, 900))
def test_gives_one_version_to_one_content_whatever_the_order_and_the_moment(table: list[Observation], turn: int, days: int) -> None:
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        Store(Path(one)).ingest(table, START)
        turned = table[turn:] + table[:turn]
        Store(Path(two)).ingest(turned[:1], START + timedelta(days=days))
        Store(Path(two)).ingest(turned, START + timedelta(days=days, seconds=1))

        assert Store(Path(one)).as_of(date(2030, 1, 1)).version == Store(Path(two)).as_of(date(2030, 1, 1)).version


def test_digits_of_one_value_do_not_matter_to_its_version(tmp_path: Path) -> None:
    def version(value: str) -> str:
        store = Store(tmp_path / value)
        one = Observation(SeriesKey("trade", "KGZ"), Period(2023, Frequency.ANNUAL), Decimal(value), "USD", FIRST, ("s",), "trade.csv#a")
        store.ingest([one], START)
        return store.as_of(date(2030, 1, 1)).version

    assert version("1.5") == version("1.500")


Vintage = tuple[str, str, str]
CASES: dict[str, tuple[list[Vintage], dict[str, str | None]]] = {  # rows of macro.csv and investment.csv: value, status, day
    "Kyrgyz FDI share 2023 falls to a hundredth and comes back": (
        [
            ("3.50596", "final", "2024-09-29"), ("0.01072", "final", "2024-12-20"), ("3.50596", "final", "2025-03-30"),
            ("3.23039", "final", "2025-07-06"), ("1.04737", "final", "2025-12-08"),
        ],
        {
            "2024-09-28": None, "2024-12-19": "3.50596", "2024-12-20": "0.01072", "2025-03-30": "3.50596",
            "2025-07-06": "3.23039", "2026-11-25": "1.04737",
        },
    ),
    "Kyrgyz export share 2021 is withdrawn and restored": (
        [("39.31466", "final", "2022-12-23"), ("37.75711", "final", "2023-11-20"), ("", "withdrawn", "2024-01-22"), ("35.80559", "final", "2024-06-30")],
        {"2024-01-21": "37.75711", "2024-01-22": None, "2024-06-29": None, "2024-06-30": "35.80559"},
    ),
    "Kazakh population 2010 is rebased": (
        [("16323000", "final", "2012-10-17"), ("16321581", "final", "2015-08-16"), ("16321872", "final", "2020-04-14"), ("16836810", "final", "2025-01-01")],
        {"2015-08-15": "16323000", "2024-12-31": "16321872", "2025-01-01": "16836810"},
    ),
    "total FDI 2015 doubles, dates known to the month count from its end": (
        [("818.8", "final", "2016-03"), ("1573", "final", "2016-06")],
        {"2016-03-30": None, "2016-03-31": "818.8", "2016-06-29": "818.8", "2016-06-30": "1573"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("vintages", "expected"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("compacted", [False, True])
def test_comes_out_right_in_cases_that_happened(
    tmp_path: Path,
    vintages: list[Vintage],
    expected: dict[str, str | None],
    compacted: bool,  # noqa: FBT001  a parameter
) -> None:
    key, period, store = SeriesKey("share", "KGZ"), Period(2023, Frequency.ANNUAL), Store(tmp_path)
    rows = [
        Observation(
            key, period, Decimal(value) if value else None, "percent", known_from(day), ("s",), f"macro.csv#{number}", status=Status(status)
        )
        for number, (value, status, day) in enumerate(vintages)
    ]
    for number in range(len(rows)):
        store.ingest(rows[: number + 1], START + timedelta(days=number))
    if compacted:
        store.compact(START + timedelta(days=9))

    found = {day: store.as_of(date.fromisoformat(day)).series(key).latest for day in expected}
    assert {day: None if one is None else str(one.value) for day, one in found.items()} == expected
