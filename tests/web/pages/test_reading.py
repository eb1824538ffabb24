import re
from pathlib import Path

import pytest
from tests.web.visitor import Visitor

from bilan.archive.archive import Archive
from bilan.project import Project

OCTOBER = "/en/editions/kz-kg/2026-10/minister.en"


def test_the_archive_shows_the_newest_first_and_then_all(reader: Visitor) -> None:
    page = reader.get("/en/").text

    assert page.index("October 2026") < page.index("September 2026")
    assert page.count('class="card"') == 1
    assert "/en/editions/kz-kg/2026-10/minister.en/picture.png" in page
    assert len(page) < 100_000


@pytest.mark.parametrize(
    ("query", "found"), [("q=september", 1), ("q=kyrgyz+minister", 2), ("month=2026-09", 1), ("audience=press", 0), ("q=nonsense", 0)]
)
def test_a_search_finds_by_words_and_by_choice(reader: Visitor, query: str, found: int) -> None:
    assert reader.get(f"/en/?{query}").text.count('<th scope="row"><a ') == found


def test_an_edition_shows_its_pages_figures_findings_and_what_it_was_made_from(reader: Visitor, two_months: Path) -> None:
    page = reader.get(OCTOBER).text
    entry = next(one for one in Archive.of(Project(two_months)).listed() if one.period == "2026-10")

    assert f'<iframe src="{OCTOBER}/files/minister.en.pdf' in page
    assert page.count('class="number"') > 6
    assert entry.sha256 in page
    assert entry.manifest_sha256 in page
    assert 'value="kz-kg/2026-09/minister.en"' in page, "it can be compared with the one before"


def test_every_number_of_the_screen_page_leads_to_its_source(reader: Visitor) -> None:
    answer = reader.get(f"{OCTOBER}/read")
    links = re.findall(r'<a data-trace href="([^"]+)"', answer.text)

    assert len(links) == answer.text.count("<data ")
    assert "unsafe-inline" not in answer.headers["content-security-policy"]
    for link in dict.fromkeys(links):
        told = reader.get(link)
        assert told.status_code == 200, link
        assert "Formula" in told.text


def test_a_number_is_traced_to_rows_and_publishers(reader: Visitor) -> None:
    page = reader.get(f"{OCTOBER}/trace", params={"number": "$1.7bn"}).text

    assert "trade.csv#bt053" in page
    assert "La Presse turquoise" in page
    assert "/en/data/trade/KAZ/KGZ/total/TOTAL/A?pair=kz-kg" in page


def test_a_number_that_is_not_printed_is_said_not_to_be(reader: Visitor) -> None:
    answer = reader.get(f"{OCTOBER}/trace", params={"number": "424242"})

    assert answer.status_code == 404
    assert "is not printed in edition" in answer.text


def test_two_editions_stand_side_by_side(reader: Visitor) -> None:
    page = reader.get(f"{OCTOBER}/compare", params={"with": "kz-kg/2026-09/minister.en"}).text

    assert "<del>" in page
    assert "<ins>" in page
    assert "September 2026" in page


@pytest.mark.parametrize("file", ["minister.en.pdf", "minister.en.html", "minister.en.data.csv", "minister.en.data.xlsx"])
def test_a_file_is_what_was_issued_and_is_not_sent_twice(reader: Visitor, two_months: Path, file: str) -> None:
    answer = reader.get(f"{OCTOBER}/files/{file}")
    issued = two_months / "reports" / "kz-kg" / "2026-10" / file

    assert answer.content == issued.read_bytes()
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    again = reader.get(f"{OCTOBER}/files/{file}", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "path", ["/en/editions/kz-kg/2026-10/press.en", f"{OCTOBER}/files/other.pdf", "/en/editions/x/y/z", "/en/nothing", "/xx/", "/nothing"]
)
def test_what_is_not_there_is_a_page_that_says_so(reader: Visitor, path: str) -> None:
    answer = reader.get(path)

    assert answer.status_code == 404
    assert '<p class="notice" role="alert">' in answer.text


def test_the_first_page_is_in_the_language_a_browser_asks_for(reader: Visitor) -> None:
    for asked, path in (("kk-KZ,kk;q=0.9,en;q=0.5", "/kk/"), ("de;q=0.9, ru;q=0.4", "/ru/"), ("de", "/en/"), ("*;q=x", "/en/")):
        assert reader.get("/", headers={"accept-language": asked}).headers["location"] == path


def test_a_picture_never_changes_under_its_name(reader: Visitor) -> None:
    answer = reader.get(f"{OCTOBER}/picture.png")

    assert answer.headers["content-type"] == "image/png"
    assert "immutable" in answer.headers["cache-control"]
