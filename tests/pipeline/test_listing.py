from datetime import UTC, date, datetime

import pytest

from bilan.pipeline.listing import KINDS, TIMELESS
from bilan.project import Project

NOW = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "recipients"])
def test_every_kind_has_rows_of_the_same_columns(finished: Project, kind: str) -> None:
    rows = KINDS[kind](finished, None, NOW)

    assert rows
    assert {tuple(row) for row in rows} == {tuple(rows[0])}


def test_a_project_without_a_list_sends_to_nobody(finished: Project) -> None:
    assert KINDS["recipients"](finished, None, NOW) == []


@pytest.mark.parametrize("kind", TIMELESS)
def test_what_carries_no_date_is_the_same_on_every_day(finished: Project, kind: str) -> None:
    assert KINDS[kind](finished, date(2015, 12, 31), NOW) == KINDS[kind](finished, None, NOW)


def test_last_values_are_those_of_the_day(finished: Project) -> None:
    (total,) = [one for one in KINDS["indicators"](finished, date(2024, 12, 31), NOW) if one["indicator"] == "trade.total"]

    assert total["last"] == ["KAZ 2023: 1572000000", "KGZ 2023: 1317884000.000"]
