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


@given(st.lists(st.text("ab ", min_size=1, max_size=8), max_size=6), st.lists(st.text("ab ", min_size=1, max_size=8), max_size=6))
def test_nothing_is_lost(old: list[str], new: list[str]) -> None:
    pages = ["".join(f"<p>{one}</p>" for one in blocks) for blocks in (old, new)]
    rows = list(sides(*pages))
    left, right = (paragraphs(page) for page in pages)

    shown = [" ".join(piece for piece, _ in row.before).strip() for row in rows if row.before]
    same = [one for one in left if one not in shown]
    assert sorted(same + shown) == sorted(left)
    assert (list(sides(pages[0], pages[0])), left == right) == ([], rows == [])
