import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

import httpx
import pytest

from bilan.archive.entry import Entry
from bilan.ledger.book import Ledger
from bilan.project import Project
from bilan.web.application import application
from bilan.web.pages.words import PageWords
from bilan.web.serving import site_on
from bilan.web.site import Site

NOW = datetime(2026, 11, 25, tzinfo=UTC)
MANIFEST: dict[str, Any] = {"problems": [], "made_from": {}}


def entry(month: str) -> Entry:
    stem = f"kz-kg/2026-{month}/press.en"
    values: dict[str, Any] = dict.fromkeys(Entry.__dataclass_fields__, "")
    told = {"partnership": "kz-kg", "period": f"2026-{month}", "audience": "press", "language": "en", "state": "issued"}
    paths = {"pdf": f"{stem}.pdf", "manifest": f"{stem}.manifest.json", "as_of": "2026-11-25"}
    return Entry(**{**values, **told, **paths, "number": 1, "issue": 1, "pages": 1, "files": ()})


def shown(site: Site, path: str) -> httpx.Response:
    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(application(site))
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as web:
            return await web.get(path)

    return asyncio.run(asked())


def test_the_words_of_pages_keep_nothing_of_what_they_printed() -> None:
    said = PageWords("fr")
    before = said.day("2026-11-25"), said.count(1200), said.archive.number(3, 2)
    assert all(before)
    assert not said._printer.made
    assert not said.archive._printer.made


@pytest.mark.parametrize("months", [("10",), ("10", "09")])
def test_an_edition_is_shown_and_offers_every_language_whether_or_not_there_are_others_to_compare_with(
    root: Path, months: tuple[str, ...]
) -> None:
    project, found = Project(root), tuple(map(entry, months))
    with Ledger.open(project.config.ledger, root) as ledger:
        site = site_on(project, ledger, ("127.0.0.1", 80), lambda: NOW)
        with patch.object(Site, "editions", lambda _: found), patch.object(Site, "manifest", lambda *_: MANIFEST):
            answer = shown(site, "/en/editions/kz-kg/2026-10/press.en")
    assert answer.status_code == 200
    assert "/fr/editions/kz-kg/2026-10/press.en" in answer.text
    assert ('value="kz-kg/2026-09/press.en"' in answer.text) is (len(months) > 1)
