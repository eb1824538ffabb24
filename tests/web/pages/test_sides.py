from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from bilan.web.pages.sides import paragraphs, sides

OLD = "<html><head><style>p{}</style><title>x</title></head><body><h1>Trade</h1><p>It rose by <data>8%</data>.</p><ul><li>Same</li></ul></body></html>"


def test_a_changed_word_is_marked_in_both() -> None:
    (row,) = sides(OLD, OLD.replace("8%", "9%"))

    assert row.before == (("It rose by", False), ("8%.", True))
    assert row.after == (("It rose by", False), ("9%.", True))


def test_what_is_only_in_one_stands_alone() -> None:
    (row,) = sides(OLD, OLD.replace("<li>Same</li>", "<li>Same</li><li>Fresh</li>"))

    assert (row.before, row.after) == ((), (("Fresh", True),))


def test_style_and_title_are_no_text_and_cells_stand_apart() -> None:
    assert paragraphs(OLD) == ["Trade", "It rose by 8%.", "Same"]
    assert paragraphs("<table><tr><td>a</td><td>b</td></tr></table><p>open") == ["a b", "open"]


LINES = st.lists(st.text("ab", min_size=1, max_size=3), max_size=6)


@given(LINES, LINES)
def test_nothing_is_lost(old: list[str], new: list[str]) -> None:
    pages = ["".join(f"<p>{one}</p>" for one in blocks) for blocks in (old, new)]
    rows = list(sides(*pages))

    before, after = (
        (
            [" ".join(piece for piece, _ in words) for words in column if words]
            for column in zip(*((row.before, row.after) for row in rows), strict=True)
        )
        if rows
        else ([], [])
    )
    assert Counter(old) - Counter(before) == Counter(new) - Counter(after), "what is not shown is the same in both"
    assert Counter(before) <= Counter(old)
    assert Counter(after) <= Counter(new)
    assert (rows == []) is (old == new)
