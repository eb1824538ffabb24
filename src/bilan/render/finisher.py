"""What does WeasyPrint leave undone in the structure of a tagged PDF? Heads, headings, lists, boxes, ids, running lines."""

from collections.abc import Iterator
from typing import Any

POINTS_PER_PX = 0.75
HEADINGS = tuple(f"/H{level}" for level in range(1, 7))
GROUPS = ("/THead", "/TBody", "/TFoot")

Element = Any  # a structure element of pydyf, which is untyped


def mend(_document: object, file: Any) -> None:  # noqa: ANN401  WeasyPrint's door for a finisher
    """Complete the structure tree in place, before the file is written; what is right already stays as it is."""
    tree = _Tree(file)
    for element in list(tree.walk(tree.top)):
        if element["S"] == "/Table":
            _table(tree, element)
        elif element["S"] == "/L":
            _list(tree, element)
        elif element["S"] == "/Figure":
            _box(tree, element)
    _headings(tree)
    _index(tree, file)
    _running_lines(tree)


class _Tree:
    """The structure elements of a file by the references that kids are named by."""

    def __init__(self, file: Any) -> None:  # noqa: ANN401  pydyf is untyped
        self.objects = {one.reference: one for one in file.objects}
        self.root = self.objects[file.catalog["StructTreeRoot"]]
        self.top = self.objects[self.root["K"][0]]

    def kids(self, element: Element) -> list[Element]:
        """The elements below an element, without content and annotations."""
        found = (self.objects.get(one) for one in element["K"] if isinstance(one, bytes))
        return [one for one in found if isinstance(one, dict) and one.get("Type") == "/StructElem"]

    def walk(self, element: Element) -> Iterator[Element]:
        """An element and all below it, in reading order."""
        yield element
        for kid in self.kids(element):
            yield from self.walk(kid)


def _table(tree: _Tree, table: Element) -> None:
    """Say what every head is the head of; in a table without any, the first cell of a row heads the row."""
    groups = [(group["S"], row) for group in tree.kids(table) if group["S"] in GROUPS for row in tree.kids(group)]
    groups += [("/TBody", row) for row in tree.kids(table) if row["S"] == "/TR"]
    rows = [(group, _cells(tree, row)) for group, row in groups]
    if not any(cell["S"] == "/TH" for _, cells in rows for cell in cells):
        for cell in (cells[0] for _, cells in rows if len(cells) > 1):
            cell["S"] = "/TH"
    for group, cells in rows:
        column = group == "/THead" or all(cell["S"] == "/TH" for cell in cells)
        for cell in cells:
            if not cell["A"].get("Headers", True):
                del cell["A"]["Headers"]
            if cell["S"] == "/TH":
                cell["A"]["Scope"] = "/Column" if column else "/Row"


def _cells(tree: _Tree, row: Element) -> list[Element]:
    return [cell for cell in tree.kids(row) if cell["S"] in ("/TH", "/TD")]


def _list(tree: _Tree, listed: Element) -> None:
    """Name and value of a description list stand in one entry: a label and a body, nothing between list and entry."""
    for entry in tree.kids(listed):
        parts = tree.kids(entry)
        if entry["S"] != "/Div" or not parts or any(part["S"] != "/LI" for part in parts):
            continue
        entry["S"] = "/LI"
        for number, part in enumerate(parts):
            part["S"] = "/LBody" if number else "/Lbl"
            for body in tree.kids(part):
                body["S"] = "/Div" if body["S"] == "/LBody" else body["S"]


def _box(tree: _Tree, figure: Element) -> None:
    """A figure's place in points from the lower left corner; WeasyPrint gives pixels from the upper left one."""
    height = tree.objects[figure["Pg"]]["MediaBox"][3]
    left, top, right, bottom = (side * POINTS_PER_PX for side in figure["A"]["BBox"])
    figure["A"]["BBox"][:] = (left, height - bottom, right, height - top)


def _headings(tree: _Tree) -> None:
    """No level is skipped on the way down: a heading is one below the nearest one above it that is larger."""
    open_levels: list[int] = []
    for element in tree.walk(tree.top):
        if element["S"] in HEADINGS:
            level = HEADINGS.index(element["S"])
            while open_levels and open_levels[-1] >= level:
                open_levels.pop()
            open_levels.append(level)
            element["S"] = HEADINGS[len(open_levels) - 1]


def _index(tree: _Tree, file: Any) -> None:  # noqa: ANN401  pydyf is untyped
    """Where the ids stand that cells name their heads by."""
    named = sorted((element["ID"].data, element.reference) for element in tree.walk(tree.top) if "ID" in element)
    if named:
        names = type(tree.top["K"])(part for pair in named for part in pair)
        index = type(tree.top)({"Names": names})
        file.add_object(index)
        tree.root["IDTree"] = index.reference


def _running_lines(tree: _Tree) -> None:
    """Running heads and feet are no part of the text: artifacts, which WeasyPrint marks as text that hangs nowhere."""
    told: dict[bytes, set[int]] = {}
    for element in tree.walk(tree.top):
        told.setdefault(element.get("Pg", b""), set()).update(one for one in element["K"] if isinstance(one, int))
    parents = tree.objects[tree.root["ParentTree"]]["Nums"]
    for reference, page in tree.objects.items():
        if not isinstance(page, dict) or page.get("Type") != "/Page":
            continue
        owners = parents[parents.index(page["StructParents"]) + 1]
        content = tree.objects[page["Contents"]].stream
        for place, part in enumerate(content):
            if isinstance(part, dict) and "MCID" in part and part["MCID"] not in told.get(reference, ()):
                owners[part["MCID"]] = "null"
                content[place - 1 : place + 1] = ["/Artifact", type(part)({"Type": "/Pagination"})]
