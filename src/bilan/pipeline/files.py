"""Which data go out with an edition? Every printed reading and every observation behind it, as CSV and XLSX, from its manifest."""

import csv
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

from bilan.render.attachments import Attachment
from bilan.render.variants import ARCHIVAL, completed

Json = Mapping[str, Any]
Row = tuple[str, ...]
COLUMNS = (
    "kind", "id", "indicator", "period", "value", "unit", "precision", "evidence", "status", "reporter", "partner", "flow", "product",
    "formula", "inputs", "sources", "published", "counts_from", "row", "note",
)  # fmt: skip
READINGS = ("printed", "input")
SOURCES = ("id", "title", "publisher", "url", "published", "language", "licence")
ABOUT = ("title", "partnership", "period", "audience", "language", "number", "issue", "as_of", "issued_on", "key")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
EXACT_DIGITS = 15
LONGEST = 32767
WIDEST = 60
BESIDE = ("pdf", "files", "signature")
CSV, XLSX, MANIFEST, LIGHT = "data.csv", "data.xlsx", "manifest.json", "html"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def data_files(manifest: Json) -> dict[str, bytes]:
    """`data.csv` and `data.xlsx` of an edition; the same manifest gives the same bytes."""
    rows = data_rows(manifest)
    return {CSV: _csv(rows), XLSX: _xlsx(manifest, rows)}


def carried(manifest: Json) -> bytes:
    """The manifest as a PDF carries it: without what is only known once that PDF is finished (its hash, its signature, its neighbours)."""
    kept = {name: value for name, value in manifest.items() if name not in BESIDE}
    return (json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def packed(pdf: bytes, manifest: Json, files: Mapping[str, bytes]) -> bytes:
    """The PDF as the variant in its manifest asks: the archival one carries manifest and data, the other stays as laid out."""
    variant = str(manifest["made_from"].get("variant", ""))
    if variant != ARCHIVAL:
        return completed(pdf, variant)
    title = manifest["edition"]["title"]
    attachments = (
        Attachment(MANIFEST, carried(manifest), "application/json", f"{title} · {MANIFEST}", "Supplement"),
        Attachment(CSV, files[CSV], "text/csv", f"{title} · {CSV}"),
        Attachment(XLSX, files[XLSX], SHEET, f"{title} · {XLSX}"),
    )
    return completed(pdf, variant, attachments)


def data_rows(manifest: Json) -> list[Row]:
    """One row a reading, those on the page (`printed`) before those they are computed from (`input`), then observations and slices."""
    shown = {one["ref"] for one in manifest["printed"] if one["kind"] == "reading"}
    kinds = [(one, "printed" if one["id"] in shown else "input") for one in manifest["readings"]]
    readings = [_reading(one, kind) for wanted in READINGS for one, kind in kinds if kind == wanted]
    return [*readings, *(_observation(one) for one in manifest["observations"]), *(_slice(one) for one in manifest.get("slices", ()))]


def neutral(cell: str) -> str:
    """A cell no spreadsheet takes for a formula: an apostrophe goes before = + - @, a tab or a line end, unless it is a plain number."""
    return f"'{cell}" if cell.startswith(FORMULA) and not NUMBER.fullmatch(cell) else cell


def _reading(one: Json, kind: str) -> Row:
    facts = {**one, "kind": kind, "note": "; ".join(str(problem["message"]) for problem in one["problems"])}
    return _row(facts)


def _observation(one: Json) -> Row:
    indicator, reporter, partner, flow, product, _ = str(one["series"]).split("/")
    facts = {
        **one, "kind": "observation", "id": one["digest"], "indicator": indicator, "reporter": reporter, "partner": partner, "flow": flow,
        "product": product, "formula": one["derivation"],
    }  # fmt: skip
    return _row(facts)


def _slice(one: Json) -> Row:
    """All rows of a product table of one reporter, partner, flow and period, taken together: their sum, and how many they are."""
    reporter, partner, flow, period = str(one["id"]).partition("/")[2].partition("#")[0].split("/")
    facts = {
        **one, "kind": "slice", "indicator": "products", "period": period, "value": one["total"], "reporter": reporter, "partner": partner,
        "flow": flow, "note": f"{one['rows']} rows",
    }  # fmt: skip
    return _row({name: value for name, value in facts.items() if name != "row"})


def _row(facts: Json) -> Row:
    return tuple(_cell(facts.get(name)) for name in COLUMNS)


def _cell(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)


def _csv(rows: Iterable[Row]) -> bytes:
    """Comma-separated UTF-8 with line ends as RFC 4180 has them."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerows([neutral(cell) for cell in row] for row in (COLUMNS, *rows))
    return text.getvalue().encode()


def _xlsx(manifest: Json, rows: Sequence[Row]) -> bytes:
    """Four sheets: readings, observations, sources, and what edition this is; texts are never formulas or links."""
    from xlsxwriter import Workbook  # type: ignore[import-untyped,unused-ignore]  # noqa: PLC0415  only who makes an edition pays it

    about = manifest["edition"]
    made = BytesIO()
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(made, safe) as book:
        created = datetime.fromisoformat(about["issued_on"])
        book.set_properties({"title": about["title"], "author": "Bilan", "created": created})
        head = book.add_format({"bold": True, "bottom": 1})
        sheets: dict[str, tuple[Row, list[Row]]] = {
            "readings": (COLUMNS, [row for row in rows if row[0] in READINGS]),
            "observations": (COLUMNS, [row for row in rows if row[0] not in READINGS]),
            "sources": (SOURCES, [tuple(_cell(one.get(name)) for name in SOURCES) for one in manifest["sources"]]),
            "about": (("what", "value"), [(name, _cell(about.get(name))) for name in ABOUT]),
        }
        for name, (columns, cells) in sheets.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, columns, head)
            _fill(sheet, columns, cells)
    return made.getvalue()


def _fill(sheet: Any, columns: Sequence[str], rows: Iterable[Row]) -> None:  # noqa: ANN401  xlsxwriter is untyped
    widths = [len(name) for name in columns]
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            if columns[place] == "value" and NUMBER.fullmatch(cell) and _digits(cell) <= EXACT_DIGITS:
                sheet.write_number(number, place, Decimal(cell))
            else:
                sheet.write_string(number, place, cell[:LONGEST])
            widths[place] = max(widths[place], len(cell))
    for place, width in enumerate(widths):
        sheet.set_column(place, place, min(width, WIDEST) + 1)


def _digits(number: str) -> int:
    """Significant digits; a spreadsheet keeps fifteen, longer values go in as text."""
    return len(Decimal(number).normalize().as_tuple().digits)
