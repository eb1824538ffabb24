import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bilan.archive import index
from bilan.archive.archive import Archive
from bilan.archive.folder import Folder
from bilan.document import Identity

Make = Callable[..., Identity]
Manifest = Callable[..., dict[str, Any]]


def test_names_the_latest_of_every_audience_and_language(archive: Archive, identity: Make, manifest: Manifest, root: Path) -> None:
    archive.publish(identity(period="2026-09"), 1, b"1", manifest())
    archive.publish(identity("minister", "en", "2026-09"), 1, b"2", manifest())
    archive.publish(identity(period="2026-10"), 1, b"3", manifest(number=2))
    archive.publish(identity(period="2026-08"), 1, b"4", manifest())
    archive.publish(identity(partnership="fr-kz"), 1, b"5", manifest())

    told = json.loads((root / "index.json").read_bytes())

    assert told["latest"] == {
        "fr-kz": {"analyst.fr": "fr-kz/2026-10/analyst.fr.pdf"},
        "kz-kg": {"analyst.fr": "kz-kg/2026-10/analyst.fr.pdf", "minister.en": "kz-kg/2026-09/minister.en.pdf"},
    }
    assert [entry["pdf"] for entry in told["editions"]] == [
        "fr-kz/2026-10/analyst.fr.pdf",
        "kz-kg/2026-08/analyst.fr.pdf",
        "kz-kg/2026-09/analyst.fr.pdf",
        "kz-kg/2026-09/minister.en.pdf",
        "kz-kg/2026-10/analyst.fr.pdf",
    ]


def test_the_tenth_issue_comes_after_the_ninth(archive: Archive, identity: Make, manifest: Manifest, root: Path) -> None:
    for issue in range(1, 11):
        archive.publish(identity(), issue, f"{issue}".encode(), manifest(f"k{issue}"))

    assert [entry.issue for entry in archive.editions()] == list(range(1, 11))
    assert json.loads((root / "kz-kg" / "index.json").read_bytes())["latest"] == {"analyst.fr": "2026-10/analyst.fr.issue-10.pdf"}


def test_a_known_manifest_is_not_read_again(
    archive: Archive, identity: Make, manifest: Manifest, root: Path, tamper: Callable[[Path, bytes], None]
) -> None:
    published = archive.publish(identity(), 1, b"1", manifest())
    tamper(root / published.manifest, b"unreadable now")

    assert len(index.entries(archive.shelf, index.known(archive.shelf))) == 1


def test_tells_every_file_of_an_edition_its_page_and_its_title(archive: Archive, identity: Make, manifest: Manifest, root: Path) -> None:
    archive.publish(identity(), 1, b"1", manifest(), {"html": b"<p>", "data.csv": b"a"})

    (told,) = json.loads((root / "kz-kg" / "index.json").read_bytes())["editions"]
    assert told["html"] == "2026-10/analyst.fr.html"
    assert told["files"] == ["2026-10/analyst.fr.data.csv", "2026-10/analyst.fr.html"]
    assert told["title"] == "Казахстан – Кыргызстан"


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"schema": 1, "editions": []}', '{"schema": 2, "editions": [3]}', '{"schema": 2, "editions": [{}]}']
)
def test_an_index_that_cannot_be_read_is_known_as_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "index.json").write_text(text)

    assert index.known(Folder(tmp_path)) == {}


def test_one_content_has_one_spelling() -> None:
    assert index.text_of({"б": 1, "a": [2]}) == '{\n "a": [\n  2\n ],\n "б": 1\n}\n'.encode()
