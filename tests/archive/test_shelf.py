"""The laws both shelves keep: a folder, and S3-like storage."""

import itertools
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from bilan.archive.bucket import Bucket
from bilan.archive.folder import Folder
from bilan.archive.shelf import Projection, Shelf
from bilan.errors import ArchiveError

PDF, MANIFEST = "kz-kg/2026-10/analyst.fr.pdf", "kz-kg/2026-10/analyst.fr.manifest.json"
_numbers = itertools.count()


@pytest.fixture(params=["folder", "bucket"])
def shelf(request: pytest.FixtureRequest, root: Path) -> Shelf:
    if request.param == "folder":
        return Folder(root)
    storage: Callable[[str], str] = request.getfixturevalue("storage")
    return Bucket(f"{storage(f'shelf-{next(_numbers)}')}/out/reports")


def stored(shelf: Shelf, *contents: bytes) -> list[str]:
    shelf.store({sha256(one).hexdigest(): one for one in contents})
    return [sha256(one).hexdigest() for one in contents]


def test_what_is_stored_is_found_by_its_hash_and_seen_nowhere_else(shelf: Shelf) -> None:
    (digest,) = stored(shelf, b"one")
    stored(shelf, b"one")

    assert shelf.read(f"blob/{digest}") == b"one"
    assert shelf.find("*/*/*") == shelf.find("*.json") == []


def test_names_are_given_and_the_projection_follows_them(shelf: Shelf) -> None:
    pdf, manifest = stored(shelf, b"pdf", b"{}")
    seen: list[list[str]] = []

    def projected() -> Projection:
        seen.append(shelf.find("*/*/*.manifest.json"))
        return Projection({"index.json": b"1", "kz-kg/index.json": b"2"})

    shelf.arrange([{PDF: pdf, MANIFEST: manifest}], projected)

    assert seen == [[MANIFEST]]
    assert (shelf.read(PDF), shelf.read(MANIFEST), shelf.read("index.json")) == (b"pdf", b"{}", b"1")
    assert shelf.find("*/index.json") == ["kz-kg/index.json"]
    assert shelf.inside(PDF) == shelf.inside(shelf.where(PDF)) == PDF


def test_the_same_again_changes_nothing_and_a_new_projection_replaces_the_old(shelf: Shelf) -> None:
    pdf, manifest = stored(shelf, b"pdf", b"{}")
    for text in (b"1", b"1", b"2"):
        shelf.arrange([{PDF: pdf, MANIFEST: manifest}], lambda text=text: Projection({"index.json": text}))  # type: ignore[misc]

    assert shelf.read("index.json") == b"2"


def test_an_issued_name_is_never_given_to_other_content(shelf: Shelf) -> None:
    pdf, manifest, other = stored(shelf, b"pdf", b"{}", b"other")
    shelf.arrange([{PDF: pdf, MANIFEST: manifest}], Projection)

    with pytest.raises(ArchiveError, match="this issue is out with other content") as caught:
        shelf.arrange([{PDF: pdf, MANIFEST: other}], Projection)
    assert caught.value.hint == "publish it as the next issue"
    with pytest.raises(ArchiveError, match="an issued edition is never overwritten"):
        shelf.arrange([{PDF: other, MANIFEST: manifest}], Projection)
    assert (shelf.read(PDF), shelf.read(MANIFEST)) == (b"pdf", b"{}")


def test_what_a_publication_left_that_never_ended_is_replaced(shelf: Shelf) -> None:
    half, pdf, manifest = stored(shelf, b"half", b"pdf", b"{}")
    shelf.arrange([{PDF: half}], Projection)  # a file without its manifest

    shelf.arrange([{PDF: pdf, MANIFEST: manifest}], Projection)

    assert shelf.read(PDF) == b"pdf"


def test_content_that_is_missing_gets_no_name(shelf: Shelf) -> None:
    (manifest,) = stored(shelf, b"{}")
    missing = sha256(b"pdf").hexdigest()

    with pytest.raises(ArchiveError, match=f"is missing: {PDF} cannot be given its content") as caught:
        shelf.arrange([{PDF: missing, MANIFEST: manifest}], Projection)
    assert caught.value.where == shelf.where(f"blob/{missing}")
    assert shelf.find("*/*/*") == []


@pytest.mark.parametrize("name", ["gone.pdf", "../secret", "", "a/../../b", "kz-kg//x"])
def test_what_is_not_there_is_not_found(shelf: Shelf, name: str) -> None:
    assert shelf.inside(name) is None
    with pytest.raises(FileNotFoundError):
        shelf.read("gone.pdf")
