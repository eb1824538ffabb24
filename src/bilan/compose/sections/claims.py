"""Statements checked: what was said, what the data say, and the verdict."""

from bilan.compose.material import Material, writers
from bilan.compose.verdicts import Verdict, verdicts
from bilan.document import Cell, Column, Mark, Section, Table

SHAPES = {
    "confirmed": "done", "contradicted": "late", "not-met": "late", "inconsistent": "late", "superseded": "watch",
    "partly-supported": "watch", "disputed": "watch",
}  # fmt: skip


@writers.register("claims")
def claims(material: Material) -> Section | None:
    """None where the partnership declares no claim."""
    printer, found = material.printer, verdicts(material)
    if not found:
        return None
    columns = (
        Column(printer.word("statement"), width_mm=58),
        Column(printer.word("what-the-data-say")),
        Column(printer.word("column-verdict"), width_mm=36),
    )
    source = material.sources[found[0].row.source_id]
    standing = printer.say(
        "standing-claims",
        source=material.names([source.publisher]),
        date=printer.dated(source.published),
        mark=printer.word("computed-mark"),
    )
    rows = tuple(_row(material, one) for one in found)
    line = material.source_line({one.row.source_id for one in found} | {source for one in found for source in one.row.evidence})
    return Section("claims", printer.word("heading-claims"), standing, tables=(Table("claims", columns, rows, line),))


def _row(material: Material, one: Verdict) -> tuple[Cell, ...]:
    printer = material.printer
    words = printer.word(f"verdict-{one.verdict}")
    mark = Mark(SHAPES.get(one.verdict, "unknown"), words)
    note = printer.word("computed-mark" if one.computed else "declared-mark")
    return one.statement, one.says, (mark, note)
