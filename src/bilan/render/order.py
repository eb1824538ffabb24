"""Do headings, labels and titles of a page stand as a reader expects? What follows a heading, what lies over what, what is level."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from bilan.errors import Severity
from bilan.render.signs import Sign

SECTION = "H2"
HEADINGS = (SECTION, "H3", "H4", "H5", "H6")
POINTS_PER_MM = 72 / 25.4
FOOT_MM = 20.0
LAST_MM = 25.0
CELL_PT = 8.0
OVER = 0.2
"""Share of the smaller sign that another one covers before the two are said to collide."""
LEVEL_PT = 3.0
SHOWN = 24
Fault = tuple[str, str, str, Severity]


def headings(block: Sequence[Sign], *, closing: bool) -> Iterator[Fault]:
    """A heading or a table's head with nothing below it; a section's heading in the last 25 mm of any page but the closing one."""
    last = min(block, key=lambda one: one.base, default=None)
    if last is None:
        return
    said = _said(block, last)
    if last.tag in HEADINGS:
        yield "orphan-heading", f"the heading '{said}' stands alone at the foot", "keep it with what follows", Severity.HOLD
    elif last.tag == "TH":
        yield "lone-head", f"the head of a table, '{said}', stands alone at the foot", "keep it with the first row", Severity.HOLD
    elif not closing:
        low = [one for one in block if one.tag == SECTION and one.base < (FOOT_MM + LAST_MM) * POINTS_PER_MM]
        if low:
            hint = "begin the section on the next page"
            yield "low-heading", f"the heading '{_said(block, low[0])}' stands in the last {LAST_MM:g} mm", hint, Severity.WARNING


def collisions(found: Sequence[Sign]) -> Iterator[Fault]:
    """Two pieces of text that lie over each other: labels of a chart above all."""
    cells: dict[tuple[int, int], list[Sign]] = defaultdict(list)
    for one in found:
        for column in range(int(one.left // CELL_PT), int(one.right // CELL_PT) + 1):
            for row in range(int(one.bottom // CELL_PT), int(one.top // CELL_PT) + 1):
                cells[column, row].append(one)
    pairs = {
        tuple(sorted((one.piece, other.piece))): (one, other)
        for cell in cells.values()
        for one, other in combinations(cell, 2)
        if one.piece != other.piece and _over(one, other)
    }
    for one, other in pairs.values():
        message = f"'{_piece(found, one)}' and '{_piece(found, other)}' lie over each other"
        yield "collision", message, "widen the figure, or print fewer labels", Severity.HOLD


def titles(found: Iterable[Sign]) -> Iterator[Fault]:
    """Titles of figures side by side with unlike numbers of lines: their charts then do not begin on one level."""
    captions: dict[int, list[Sign]] = defaultdict(list)
    for one in found:
        if one.tag == "Caption":
            captions[one.block].append(one)
    for left, right in combinations(captions.values(), 2):
        if abs(max(one.base for one in left) - max(one.base for one in right)) < LEVEL_PT and _lines(left) != _lines(right):
            message = f"the titles '{_text(left)}' and '{_text(right)}' stand side by side and have unlike numbers of lines"
            yield "titles", message, "shorten the longer one", Severity.NOTE


def _lines(caption: Sequence[Sign]) -> int:
    """Lines of the largest type in a caption: its title."""
    largest = max(one.size for one in caption)
    return len({round(one.base, 1) for one in caption if one.size > largest - 0.3})


def _over(one: Sign, other: Sign) -> bool:
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.top, other.top) - max(one.bottom, other.bottom)
    return width > 0 and height > 0 and width * height > OVER * min(one.area, other.area) > 0


def _piece(found: Sequence[Sign], sign: Sign) -> str:
    return _text(one for one in found if one.piece == sign.piece)


def _said(block: Sequence[Sign], sign: Sign) -> str:
    return _text(one for one in block if (one.tag, one.block) == (sign.tag, sign.block))


def _text(found: Iterable[Sign]) -> str:
    return "".join(one.text for one in found)[:SHOWN]
