from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from lxml import html

from bilan.archive.entry import Entry
from bilan.archive.furniture import Furniture
from bilan.archive.page import pages

WORDS = {
    "fr": ["Publiée", "Remplacée", "Retirée"],
    "en": ["Issued", "Superseded", "Withdrawn"],
    "ru": ["Выпущен", "Заменён", "Отозван"],
    "kk": ["Шықты", "Ауыстырылды", "Кері қайтарылды"],
    "ky": ["Чыкты", "Алмаштырылды", "Кайтарып алынды"],
}


def written(furniture: Furniture, found: list[Entry], root: Path) -> dict[str, html.HtmlElement]:
    """The pages as files of the archive, and read again."""
    made = dict(pages(furniture, found, "stamp"))
    for name, content in made.items():
        (root / name).write_bytes(content)
    return {name: html.fromstring(content.decode()) for name, content in made.items()}


def rows(page: html.HtmlElement) -> list[list[str]]:
    return [[" ".join(cell.text_content().split()) for cell in row] for row in page.xpath("//tbody/tr")]


def test_there_is_a_page_in_every_language_and_one_for_who_has_not_chosen(furniture: Furniture, lived: list[Entry], root: Path) -> None:
    found = written(furniture, lived, root)

    names = {f"{home}index{language}.html" for home in ("", "kz-kg/") for language in ("", ".fr", ".en", ".kk", ".ky", ".ru")}
    assert set(found) == names
    assert (root / "index.html").read_bytes() == (root / "index.fr.html").read_bytes()
    for name, page in found.items():
        language = name.split(".")[1] if name.count(".") > 1 else "fr"
        assert page.get("lang") == language
        assert page.findtext(".//h1")
        states = " ".join(cell for row in rows(page) for cell in row)
        assert all(word in states for word in WORDS[language])


def test_every_link_leads_somewhere_from_the_disk_and_nothing_is_fetched(furniture: Furniture, lived: list[Entry], root: Path) -> None:
    for name, page in written(furniture, lived, root).items():
        for link in page.xpath("//a/@href"):
            path, anchor = urldefrag(unquote(link))
            target = (root / name).parent / path if path else root / name
            assert target.is_file() or target.name.startswith("feed."), link
            assert not anchor or page.xpath(f"//*[@id='{anchor}']")
        assert page.xpath("//@src | //script | //link[@rel='stylesheet'] | //iframe | //object") == []
        assert "url(" not in page.findtext(".//style")
        assert "@import" not in page.findtext(".//style")


def test_the_newest_month_and_the_last_issue_come_first_with_status_and_reason(
    furniture: Furniture, lived: list[Entry], root: Path
) -> None:  # fmt: skip
    page = written(furniture, lived, root)["kz-kg/index.html"]

    assert [one.text for one in page.xpath("//main/h2")] == ["octobre 2026", "septembre 2026"]
    assert [row[:6] for row in rows(page)][:3] == [
        ["Édition de l’analyste", "français", "2/2", "Publiée le 5 novembre 2026Correction du tirage précédent : 2025 was counted twice.", "8", "2 novembre 2026"],
        ["Édition de l’analyste", "français", "2", "Remplacée le 5 novembre 2026", "8", "2 novembre 2026"],
        ["Édition de la presse", "русский", "2", "Retirée le 6 novembre 2026Motif : Ошибка <в> данных.", "8", "2 novembre 2026"],
    ]  # fmt: skip
    links = page.xpath("//tbody/tr[1]//a")[:5]
    assert [(one.text, one.get("href")) for one in links] == [
        ("PDF", "2026-10/analyst.fr.issue-2.pdf"),
        ("Page web", "2026-10/analyst.fr.issue-2.html"),
        ("Données (CSV)", "2026-10/analyst.fr.issue-2.data.csv"),
        ("Données (XLSX)", "2026-10/analyst.fr.issue-2.data.xlsx"),
        ("Manifeste", "2026-10/analyst.fr.issue-2.manifest.json"),
    ]
    assert links[0].get("aria-label") == "PDF: Édition de l’analyste, français, octobre 2026"


def test_a_reader_without_a_mouse_or_without_eyes_finds_the_way(furniture: Furniture, lived: list[Entry], root: Path) -> None:
    for page in written(furniture, lived, root).values():
        assert page.xpath("//body/*[1]/@href") == ["#editions"]
        assert len(page.xpath("//main[@id='editions']")) == len(page.xpath("//header")) == len(page.xpath("//h1")) == 1
        for table in page.xpath("//table"):
            assert table.findtext("caption")
            assert {one.get("scope") for one in table.xpath("thead/tr/th")} == {"col"}
            assert all(row.xpath("th/@scope") == ["row"] for row in table.xpath("tbody/tr"))
        assert all(one.get("aria-label") for one in page.xpath("//tbody//a"))
        assert len(page.xpath("//@id")) == len(set(page.xpath("//@id")))
        assert page.xpath("//nav[@aria-label]//span[@aria-current='page']")


def test_the_page_of_the_whole_shows_the_newest_months_and_leads_to_the_rest(
    furniture: Furniture, lived: list[Entry], root: Path
) -> None:  # fmt: skip
    months = [replace(lived[0], period=f"2026-0{month}") for month in range(1, 10)]
    found = written(furniture, months, root)

    assert [one.text for one in found["index.en.html"].xpath("//h3")] == ["September 2026", "August 2026", "July 2026"]
    assert len(found["kz-kg/index.en.html"].xpath("//table")) == 9
    assert found["index.en.html"].xpath("//section/p/a/@href") == ["kz-kg/index.en.html"]


def test_an_archive_without_editions_says_so(furniture: Furniture, root: Path) -> None:
    root.mkdir()

    assert "Aucune édition" in written(furniture, [], root)["index.html"].text_content()


def test_whatever_a_name_holds_stays_text(furniture: Furniture, lived: list[Entry], root: Path) -> None:
    hostile = "</title><script>alert(1)</script>\x00\x0b"
    around = replace(furniture, office=hostile, titles={"kz-kg": {"fr": hostile}}, audiences={"analyst": {"fr": hostile}})
    pdf = replace(lived[0], reason="<img src=x onerror=alert(1)>", state="withdrawn")

    for page in written(around, [pdf], root).values():
        assert page.xpath("//script | //img") == []


@pytest.mark.parametrize("name", ["index.html", "kz-kg/index.html"])
def test_the_page_tells_from_which_index_it_was_made(furniture: Furniture, lived: list[Entry], root: Path, name: str) -> None:
    assert written(furniture, lived, root)[name].xpath("//meta[@name='bilan-index']/@content") == ["stamp"]
