import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.errors import UsageError
from bilan.web.api.common import absent, cursor, paged, place, refusals


@given(st.integers(0, 10**15 - 1))
def test_a_cursor_leads_back_to_its_place(position: int) -> None:
    assert place(cursor(position)) == position


@pytest.mark.parametrize("after", ["", "x", "p", "p-1", "p1.5", "P1", f"p{10**15}", "p1 ", "p٣", "é"])
def test_what_is_no_cursor_is_refused(after: str) -> None:
    with pytest.raises(UsageError, match="is no cursor of this list"):
        place(after)


@given(st.lists(st.integers(), max_size=30), st.integers(1, 7))
def test_all_parts_of_a_list_are_the_list(rows: list[int], limit: int) -> None:
    found: list[int] = []
    part, after = paged(rows, None, limit)
    found += part
    while after is not None:
        part, after = paged(rows, after, limit)
        assert len(part) <= limit
        found += part

    assert found == rows


def test_refusals_are_described_as_problem_details() -> None:
    (told,) = refusals(409).values()

    assert list(told["content"]) == ["application/problem+json"]
    assert absent("x").status == 404
