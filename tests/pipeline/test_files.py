import csv
import io
import json
import zipfile
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.archive.archive import Archive
from bilan.pipeline.files import COLUMNS, CSV, FORMULA, MANIFEST, XLSX, carried, data_files, data_rows, neutral, packed
from bilan.project import Project
from bilan.render.attachments import attached
from bilan.render.variants import ARCHIVAL

Json = dict[str, Any]
READING = {
    "id": "trade.total:KGZ:2024", "indicator": "trade.total", "period": "2024", "value": "-1340.50", "unit": "USD", "reporter": "KGZ",
    "partner": "KAZ", "precision": "rounded", "evidence": "reported", "status": "final", "formula": "as reported", "inputs": ["d1"],
    "sources": ["nsc", "bns"], "published": "2025-02", "problems": [{"message": "=HYPERLINK(1)"}],
}  # fmt: skip
OBSERVATION = {
    "digest": "d1", "series": "trade/KGZ/KAZ/total//A", "period": "2024", "value": "0.12345678901234567", "unit": "USD",
    "published": "2025-02-11", "counts_from": "2025-02-11", "row": "trade.csv#t1", "sources": ["nsc"], "precision": "exact",
    "evidence": "derived", "status": "provisional", "as_printed": "", "derivation": "+1", "note": "@note",
}  # fmt: skip


@pytest.fixture
def manifest() -> Json:
    about = {
        "partnership": "kz-kg", "period": "2026-10", "audience": "minister", "language": "en", "number": 1, "issue": 1, "key": "k",
        "as_of": "2026-10-31", "issued_on": "2026-11-24", "title": "Қазақстан – Kyrgyzstan",
    }  # fmt: skip
    return {
        "edition": about, "printed": [{"kind": "reading", "ref": READING["id"]}], "made_from": {"variant": "ua"},
        "readings": [READING | {"id": "trade.base", "problems": []}, READING], "observations": [OBSERVATION],
        "sources": [{"id": "nsc", "title": "=1+1", "publisher": "NSC", "url": "https://example.org", "published": "", "language": "ru", "licence": ""}],
        "slices": [{"id": "products/KGZ/KAZ/import/2023#0123", "rows": 12, "total": "9.5", "unit": "USD", "sources": ["nsc"], "published": "2025-01-01", "status": "final"}],
    }  # fmt: skip


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def sheet(content: bytes, name: str) -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(io.BytesIO(content))[name].values)


def test_readings_on_the_page_come_first_then_those_behind_them_then_the_data(manifest: Json) -> None:
    assert [(row[0], row[1]) for row in data_rows(manifest)] == [
        ("printed", "trade.total:KGZ:2024"), ("input", "trade.base"), ("observation", "d1"), ("slice", "products/KGZ/KAZ/import/2023#0123"),
    ]  # fmt: skip


def test_an_observation_tells_its_series_and_a_slice_its_sum(manifest: Json) -> None:
    _, _, observation, total = rows(data_files(manifest)[CSV])

    assert [observation[name] for name in ("indicator", "reporter", "partner", "flow", "value", "row")] == [
        "trade", "KGZ", "KAZ", "total", "0.12345678901234567", "trade.csv#t1",
    ]  # fmt: skip
    assert [total[name] for name in ("reporter", "flow", "period", "value", "note")] == ["KGZ", "import", "2023", "9.5", "12 rows"]


def test_a_cell_that_begins_like_a_formula_is_text_and_a_negative_number_stays_one(manifest: Json) -> None:
    printed, _, observation, _ = rows(data_files(manifest)[CSV])

    assert (printed["value"], printed["note"]) == ("-1340.50", "'=HYPERLINK(1)")
    assert (observation["formula"], observation["note"]) == ("'+1", "'@note")


@given(st.text())
def test_no_cell_is_ever_a_formula(text: str) -> None:
    cell = neutral(text)

    assert not cell.startswith(FORMULA) or cell.lstrip("-").replace(".", "", 1).isdigit()
    assert cell.removeprefix("'") == text.removeprefix("'")


def test_in_the_workbook_numbers_are_numbers_and_all_else_is_text(manifest: Json) -> None:
    content = data_files(manifest)[XLSX]
    value, note = COLUMNS.index("value"), COLUMNS.index("note")

    head, printed, _ = sheet(content, "readings")
    assert head == COLUMNS
    assert (printed[value], printed[note]) == (-1340.5, "=HYPERLINK(1)")
    assert sheet(content, "observations")[1][value] == "0.12345678901234567"  # more digits than a spreadsheet keeps
    assert sheet(content, "sources")[1][1] == "=1+1"
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        texts = {name: book.read(name).decode() for name in book.namelist() if name.endswith(".xml")}
    assert not any("<f>" in text or "hyperlink" in text.lower() for name, text in texts.items() if "worksheets" in name)


def test_the_workbook_says_which_edition_it_is_and_no_other_day(manifest: Json) -> None:
    content = data_files(manifest)[XLSX]

    assert ("key", "k") in sheet(content, "about")
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert book.read("docProps/core.xml").decode().count("2026-11-24T00:00:00Z") == 2
        assert {one.date_time[0] for one in book.infolist()} == {1980}


def test_the_same_manifest_gives_the_same_files(manifest: Json) -> None:
    assert data_files(manifest) == data_files(json.loads(json.dumps(manifest)))


def test_a_value_longer_than_a_cell_is_cut_not_lost(manifest: Json) -> None:
    manifest["readings"][1] = READING | {"formula": "a" * 40_000}

    assert len(sheet(data_files(manifest)[XLSX], "readings")[1][COLUMNS.index("formula")]) == 32767


def test_a_pdf_carries_the_manifest_without_what_only_the_finished_file_can_tell(manifest: Json) -> None:
    beside = manifest | {"pdf": {"sha256": "0"}, "files": {"data.csv": "0"}, "signature": {"field": "Signature"}}

    assert json.loads(carried(beside)) == manifest


def test_files_stand_beside_every_edition_and_the_manifest_knows_them(finished: Project) -> None:
    folder = finished.reports / "kz-kg" / "2026-10"
    manifest = Archive(finished.reports).manifest("kz-kg/2026-10/minister.en")

    assert sorted(manifest["files"]) == ["minister.en.data.csv", "minister.en.data.xlsx", "minister.en.html"]
    found = rows((folder / "minister.en.data.csv").read_bytes())
    shown = {one["ref"] for one in manifest["printed"] if one["kind"] == "reading"}
    assert {row["id"] for row in found if row["kind"] == "printed"} == shown
    assert {row["id"] for row in found if row["kind"] == "observation"} == {one["digest"] for one in manifest["observations"]}


def test_the_archival_variant_carries_them_and_the_plain_one_does_not(finished: Project) -> None:
    pdf = (finished.reports / "kz-kg" / "2026-10" / "minister.en.pdf").read_bytes()
    manifest = Archive(finished.reports).manifest("kz-kg/2026-10/minister.en")
    files = data_files(manifest)
    other = manifest | {"made_from": manifest["made_from"] | {"variant": ARCHIVAL}}

    assert packed(pdf, manifest, files) == pdf
    assert attached(packed(pdf, other, files)) == {**files, MANIFEST: carried(other)}
