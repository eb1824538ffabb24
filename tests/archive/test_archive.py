import hashlib
import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bilan.archive import index, place
from bilan.archive.archive import Archive
from bilan.archive.entry import Entry
from bilan.archive.records import Stored
from bilan.document import Identity
from bilan.errors import ArchiveError, UsageError

Make = Callable[..., Identity]
Manifest = Callable[..., dict[str, Any]]
Tree = Callable[[], dict[str, bytes]]
Tamper = Callable[[Path, bytes], None]


NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Row:
    """An edition as a ledger holds it."""

    stored: Stored
    state: str = "issued"
    reason: str = ""
    settled_at: datetime | None = None
    issued_at: datetime = NOON

    @property
    def path(self) -> str:
        return self.stored.name

    @property
    def manifest_sha256(self) -> str:
        return self.stored.manifest_sha256


def test_an_edition_stands_where_people_look_for_it(archive: Archive, identity: Make, manifest: Manifest, root: Path, tree: Tree) -> None:
    published = archive.publish(identity(), 1, b"%PDF one", manifest(), {"data.csv": b"a,b\n"})

    assert published.name == "kz-kg/2026-10/analyst.fr.pdf"
    assert (root / published.name).read_bytes() == b"%PDF one"
    assert published.sha256 == hashlib.sha256(b"%PDF one").hexdigest()
    assert published.manifest_sha256 == hashlib.sha256((root / published.manifest).read_bytes()).hexdigest()
    assert sorted(tree()) == [
        "index.json",
        "kz-kg/2026-10/analyst.fr.data.csv",
        "kz-kg/2026-10/analyst.fr.manifest.json",
        "kz-kg/2026-10/analyst.fr.pdf",
        "kz-kg/index.json",
    ]


def test_the_manifest_tells_identity_and_hashes_in_one_spelling(archive: Archive, identity: Make, manifest: Manifest, root: Path) -> None:
    published = archive.publish(identity(), 1, b"%PDF one", manifest(), {"data.csv": b"a,b\n"})

    text = (root / published.manifest).read_text(encoding="utf-8")
    told = json.loads(text)
    assert text.endswith("}\n")
    assert "Казахстан – Кыргызстан" in text
    assert list(told) == sorted(told)
    assert told["edition"] == manifest()["edition"] | {
        "partnership": "kz-kg", "period": "2026-10", "audience": "analyst", "language": "fr", "issue": 1,
    }  # fmt: skip
    assert told["pdf"] == {"file": "analyst.fr.pdf", "sha256": published.sha256, "bytes": 8}
    assert told["files"] == {"analyst.fr.data.csv": hashlib.sha256(b"a,b\n").hexdigest()}


def test_nobody_sees_what_is_stored_and_not_revealed(archive: Archive, identity: Make, manifest: Manifest, tree: Tree) -> None:
    archive.publish(identity(period="2026-09"), 1, b"%PDF old", manifest())
    before = tree()

    stored = archive.store(identity(), 1, b"%PDF one", manifest(number=2), {"data.csv": b"a,b\n"})

    assert tree() == before
    assert stored == Stored(
        "kz-kg/2026-10/analyst.fr.pdf", "kz-kg/2026-10/analyst.fr.manifest.json", hashlib.sha256(b"%PDF one").hexdigest(), stored.manifest_sha256
    )  # fmt: skip
    assert archive.blob(stored.sha256) == b"%PDF one"
    assert json.loads(archive.blob(stored.manifest_sha256))["edition"]["number"] == 2


def test_what_is_stored_is_revealed_by_the_hash_of_its_manifest_alone(root: Path, identity: Make, manifest: Manifest, tree: Tree) -> None:
    stored = Archive(root).store(identity(), 1, b"%PDF one", manifest(), {"data.csv": b"a,b\n"})

    Archive(root).reveal(stored.name, stored.manifest_sha256)
    seen = tree()
    Archive(root).reveal(stored.name, stored.manifest_sha256)

    assert seen["kz-kg/2026-10/analyst.fr.data.csv"] == b"a,b\n"
    assert tree() == seen
    assert Archive(root).publish(identity(), 1, b"%PDF one", manifest(), {"data.csv": b"a,b\n"}) == stored


def test_an_issued_file_is_for_reading_only(archive: Archive, identity: Make, manifest: Manifest, root: Path) -> None:
    archive.publish(identity(), 1, b"%PDF one", manifest(), {"data.csv": b"a,b\n"})

    issued = [path for path in root.rglob("*") if path.is_file() and (path.parent.name in ("2026-10", "blob"))]
    assert len(issued) == 6
    assert {oct(path.stat().st_mode & 0o777) for path in issued} == {"0o444"}


@pytest.mark.parametrize("which", ["sha256", "manifest_sha256"])
@pytest.mark.parametrize("loss", ["damaged", "missing"])
def test_a_stored_file_that_is_lost_is_named_and_nothing_is_revealed(
    root: Path, identity: Make, manifest: Manifest, tree: Tree, which: str, loss: str
) -> None:  # fmt: skip
    archive = Archive(root)
    archive.publish(identity(period="2026-09"), 1, b"%PDF old", manifest())
    before = tree()
    stored = archive.store(identity(), 1, b"%PDF one", manifest(number=2))
    blob = root / "blob" / str(getattr(stored, which))
    blob.unlink()
    if loss == "damaged":
        blob.write_bytes(b"%PDF bad")

    with pytest.raises(ArchiveError, match=f"is {loss}") as caught:
        archive.reveal(stored.name, stored.manifest_sha256)

    assert caught.value.where == str(blob)
    assert tree() == before


def test_a_damaged_blob_is_mended_by_storing_again(
    archive: Archive, identity: Make, manifest: Manifest, root: Path, tamper: Tamper
) -> None:
    stored = archive.store(identity(), 1, b"%PDF one", manifest())
    tamper(root / "blob" / stored.sha256, b"%PDF bad")

    assert archive.store(identity(), 1, b"%PDF one", manifest()) == stored
    assert archive.blob(stored.sha256) == b"%PDF one"


def test_what_the_ledger_knows_and_nobody_sees_is_revealed(archive: Archive, identity: Make, manifest: Manifest, tree: Tree) -> None:
    seen = archive.publish(identity(period="2026-09"), 1, b"%PDF old", manifest())
    hidden = archive.store(identity(), 1, b"%PDF one", manifest(number=2))

    assert archive.project([Row(seen), Row(hidden)]) == []

    assert "kz-kg/2026-10/analyst.fr.pdf" in tree()
    assert json.loads(tree()["kz-kg/index.json"])["latest"] == {"analyst.fr": "2026-10/analyst.fr.pdf"}


def test_one_edition_that_cannot_be_revealed_keeps_no_other_back(
    archive: Archive, identity: Make, manifest: Manifest, root: Path, tree: Tree
) -> None:
    lost, taken, well = (
        archive.store(identity(audience), 1, audience.encode(), manifest(audience)) for audience in ("press", "analyst", "minister")
    )
    (root / "blob" / lost.sha256).unlink()
    archive.publish(identity("analyst"), 1, b"other", manifest("other"))

    told = archive.project([Row(lost), Row(taken), Row(well)])

    assert [name for name in tree() if name.endswith(".pdf")] == ["kz-kg/2026-10/analyst.fr.pdf", "kz-kg/2026-10/minister.fr.pdf"]
    assert told == [
        f"{root}/kz-kg/2026-10/analyst.fr.pdf: is not the edition the ledger issued under this name",
        f"{root}/blob/{lost.sha256}: is missing: kz-kg/2026-10/press.fr.pdf cannot be given its content",
    ]


def test_an_archive_nothing_was_issued_into_is_not_begun(archive: Archive, root: Path) -> None:
    made = Archive(root, furnish=lambda *_: {"index.html": b"nothing yet"})

    assert archive.project([]) == made.project([]) == []
    made.furnish()
    assert not root.exists()


def test_a_ledger_that_names_another_edition_is_not_believed(archive: Archive, identity: Make, manifest: Manifest) -> None:
    stored = archive.store(identity(), 1, b"%PDF one", manifest())

    with pytest.raises(ArchiveError, match=r"its stored manifest cannot be used: it tells of kz-kg/2026-10/analyst\.fr"):
        archive.reveal("kz-kg/2026-10/minister.fr.pdf", stored.manifest_sha256)


def test_a_withdrawn_edition_keeps_its_files_and_latest_goes_back_to_the_last_that_counts(
    archive: Archive, identity: Make, manifest: Manifest, tree: Tree
) -> None:
    archive.publish(identity(period="2026-09"), 1, b"old", manifest())
    archive.publish(identity(), 1, b"wrong", manifest("k2", 2))
    before = tree()

    assert archive.withdraw("kz-kg/2026-10/analyst.fr", "Exports were counted twice.", NOON) == "kz-kg/2026-10/analyst.fr.pdf"

    after = tree()
    assert {name: after[name] for name in before if not name.endswith("index.json")} == {
        name: content for name, content in before.items() if not name.endswith("index.json")
    }
    assert json.loads(after["kz-kg/2026-10/analyst.fr.withdrawn.json"])["reason"] == "Exports were counted twice."
    told = json.loads(after["index.json"])
    assert [(one["state"], one["reason"], one["settled_at"]) for one in told["editions"]] == [
        ("issued", "", ""),
        ("withdrawn", "Exports were counted twice.", "2026-11-03T12:00:00+00:00"),
    ]
    assert told["latest"] == {"kz-kg": {"analyst.fr": "kz-kg/2026-09/analyst.fr.pdf"}}


def test_an_edition_is_withdrawn_once_and_its_first_reason_stays(archive: Archive, identity: Make, manifest: Manifest, tree: Tree) -> None:
    archive.publish(identity(), 1, b"wrong", manifest())
    archive.withdraw("kz-kg/2026-10/analyst.fr", "first", NOON)
    before = tree()

    archive.withdraw("kz-kg/2026-10/analyst.fr", "second", NOON + timedelta(days=1))

    assert tree() == before


def test_what_is_not_there_cannot_be_withdrawn(archive: Archive) -> None:
    with pytest.raises(UsageError, match="is not in the archive"):
        archive.withdraw("kz-kg/2026-10/analyst.fr", "wrong", NOON)


def test_a_withdrawal_the_ledger_knows_and_nobody_sees_is_shown(archive: Archive, identity: Make, manifest: Manifest, tree: Tree) -> None:
    shown = archive.publish(identity(), 1, b"wrong", manifest())
    hidden = archive.store(identity("minister"), 1, b"wrong too", manifest())
    rows = [Row(one, "withdrawn", "Exports were counted twice.", NOON) for one in (shown, hidden)]

    assert archive.project(rows) == []
    seen = tree()
    assert archive.project(rows) == []

    assert tree() == seen
    assert {one["state"] for one in json.loads(seen["index.json"])["editions"]} == {"withdrawn"}
    assert json.loads(seen["index.json"])["latest"] == {"kz-kg": {}}


def test_the_index_keeps_when_the_ledger_issued_an_edition(archive: Archive, identity: Make, manifest: Manifest, root: Path) -> None:
    stored = archive.store(identity(), 1, b"one", manifest())
    archive.reveal(stored.name, stored.manifest_sha256, NOON)
    archive.publish(identity("minister"), 1, b"two", manifest())

    assert [one.issued_at for one in archive.editions()] == ["2026-11-03T12:00:00+00:00", ""]
    (root / "index.json").unlink()
    assert [one.issued_at for one in archive.editions()] == ["", ""]
    archive.project([Row(stored)])
    assert [one.issued_at for one in archive.editions()] == ["2026-11-03T12:00:00+00:00", ""]


def test_an_index_behind_its_manifests_is_mended(archive: Archive, identity: Make, manifest: Manifest, root: Path, tree: Tree) -> None:
    archive.publish(identity(), 1, b"%PDF one", manifest())
    whole = tree()
    (root / "kz-kg" / "index.json").write_text("{}")
    (root / "kz-kg" / "latest").unlink()

    assert archive.project([]) == []
    assert tree() == whole
    assert (root / "kz-kg" / "latest" / "analyst.fr.pdf").is_file()


def test_a_correction_stands_beside_what_it_corrects(archive: Archive, identity: Make, manifest: Manifest, root: Path) -> None:
    archive.publish(identity(), 1, b"%PDF one", manifest())

    second = archive.publish(identity(), 2, b"%PDF two", manifest("k2"))

    assert second.name == "kz-kg/2026-10/analyst.fr.issue-2.pdf"
    assert (root / "kz-kg/2026-10/analyst.fr.pdf").read_bytes() == b"%PDF one"
    index = json.loads((root / "kz-kg/index.json").read_text(encoding="utf-8"))
    assert index["latest"] == {"analyst.fr": "2026-10/analyst.fr.issue-2.pdf"}


def test_the_same_edition_again_changes_nothing(archive: Archive, identity: Make, manifest: Manifest, tree: Tree) -> None:
    first = archive.publish(identity(), 1, b"%PDF one", manifest())
    before = tree()

    assert archive.publish(identity(), 1, b"%PDF one", manifest()) == first
    assert tree() == before


@pytest.mark.parametrize("pdf", [b"%PDF one", b"%PDF other"])
def test_an_issued_edition_is_never_overwritten(archive: Archive, identity: Make, manifest: Manifest, pdf: bytes, tree: Tree) -> None:
    archive.publish(identity(), 1, b"%PDF one", manifest())
    before = tree()

    with pytest.raises(ArchiveError, match="this issue is out with other content") as caught:
        archive.publish(identity(), 1, pdf, manifest("k2"))
    assert caught.value.hint == "publish it as the next issue"
    assert tree() == before


def test_an_altered_pdf_is_told_and_left_as_it_is(archive: Archive, identity: Make, manifest: Manifest, root: Path, tamper: Tamper) -> None:
    published = archive.publish(identity(), 1, b"%PDF one", manifest())
    tamper(root / published.name, b"%PDF altered")

    with pytest.raises(ArchiveError, match="exists with other content"):
        archive.publish(identity(), 1, b"%PDF one", manifest())
    assert (root / published.name).read_bytes() == b"%PDF altered"
    assert not archive.intact(published.manifest)


def test_what_a_killed_publication_left_does_not_stand_in_the_way(archive: Archive, identity: Make, manifest: Manifest, root: Path) -> None:
    folder = root / "kz-kg" / "2026-10"
    folder.mkdir(parents=True)
    (folder / "analyst.fr.pdf").write_bytes(b"%PDF torn")
    (root / ".tmp-1").mkdir()
    (root / ".tmp-1" / "analyst.fr.pdf").write_bytes(b"half")

    published = archive.publish(identity(), 1, b"%PDF one", manifest())

    assert (root / published.name).read_bytes() == b"%PDF one"
    assert list(root.glob(".tmp-*")) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"partnership": "../etc"},
        {"audience": "a/b"},
        {"audience": "Minister"},
        {"language": ""},
        {"period": "2026"},
        {"partnership": "қз-кг"},
    ],
    ids=str,
)
def test_a_name_that_could_leave_the_folder_is_refused(
    archive: Archive, identity: Make, manifest: Manifest, changes: dict[str, str], root: Path
) -> None:
    with pytest.raises(ArchiveError, match="cannot be a file name"):
        archive.publish(identity(**changes), 1, b"%PDF", manifest())
    assert not root.exists()


def test_the_first_issue_is_one(archive: Archive, identity: Make, manifest: Manifest) -> None:
    with pytest.raises(ArchiveError, match="cannot be a file name"):
        archive.publish(identity(), 0, b"%PDF", manifest())


@pytest.mark.parametrize("name", ["../data.csv", "pdf", "manifest.json", "issue-2.pdf", "Data.csv", ""])
def test_an_extra_file_cannot_pose_as_another(archive: Archive, identity: Make, manifest: Manifest, name: str) -> None:
    with pytest.raises(ArchiveError, match="cannot stand beside an edition"):
        archive.publish(identity(), 1, b"%PDF", manifest(), {name: b""})


def test_a_manifest_must_tell_what_the_index_needs(archive: Archive, identity: Make) -> None:
    with pytest.raises(ArchiveError, match="does not tell key, as_of, issued_on, pages"):
        archive.publish(identity(), 1, b"%PDF", {"edition": {"number": 1}})


def test_editions_are_found_by_name_pdf_manifest_and_latest(archive: Archive, identity: Make, manifest: Manifest, root: Path) -> None:
    published = archive.publish(identity(), 1, b"%PDF one", manifest())
    names: list[str | Path] = [
        "kz-kg/2026-10/analyst.fr",
        published.name,
        "kz-kg/latest/analyst.fr",
        root / published.name,
        str(root / published.manifest),
    ]

    assert [archive.locate(name) for name in names] == [published.manifest] * 5
    assert archive.manifest("kz-kg/2026-10/analyst.fr")["edition"]["key"] == "k1"


def test_an_unknown_name_is_answered_with_the_closest(archive: Archive, identity: Make, manifest: Manifest) -> None:
    with pytest.raises(UsageError) as caught:
        archive.manifest("kz-kg/2026-10/analist.fr")
    assert (caught.value.message, caught.value.hint) == ("is not in the archive", "there are: none yet")

    archive.publish(identity(), 1, b"%PDF one", manifest())

    with pytest.raises(UsageError) as caught:
        archive.manifest("kz-kg/2026-10/analist.fr")
    assert caught.value.message == "is not in the archive (did you mean 'kz-kg/2026-10/analyst.fr'?)"
    assert caught.value.hint == "there are: kz-kg/2026-10/analyst.fr"


@pytest.mark.parametrize("name", ["../../secret", "/secret", "a\0b", "x" * 5000])
def test_no_name_leads_out_of_the_archive(archive: Archive, tmp_path: Path, name: str, root: Path) -> None:
    (tmp_path / "secret.manifest.json").write_text("{}")
    root.mkdir()

    with pytest.raises(UsageError):
        archive.manifest(name)
    with pytest.raises(UsageError):
        archive.manifest(tmp_path / "secret")


def test_a_damaged_manifest_is_told(archive: Archive, identity: Make, manifest: Manifest, root: Path, tamper: Tamper) -> None:
    published = archive.publish(identity(), 1, b"%PDF one", manifest())
    tamper(root / published.manifest, b"{")

    with pytest.raises(ArchiveError, match="cannot be read as a manifest"):
        archive.manifest(published.name)
    assert not archive.intact(published.manifest)


def test_tells_whether_a_pdf_is_the_one_issued(archive: Archive, identity: Make, manifest: Manifest, root: Path) -> None:
    published = archive.publish(identity(), 1, b"%PDF one", manifest())

    assert archive.intact(published.manifest)
    (root / published.name).unlink()
    assert not archive.intact(published.manifest)


def test_hands_its_editions_to_a_ledger(archive: Archive, identity: Make, manifest: Manifest) -> None:
    published = archive.publish(identity(), 1, b"%PDF one", manifest(number=7))
    archive.publish(identity(partnership="fr-kz"), 1, b"%PDF other", manifest())

    ((edition, manifest_sha256),) = archive.records("kz-kg")

    assert manifest_sha256 == published.manifest_sha256
    assert (edition.identity, edition.number, edition.issue, edition.key) == (identity(), 7, 1, "k1")
    assert (edition.path, edition.sha256, edition.as_of, edition.pages) == (published.name, published.sha256, date(2026, 11, 2), 8)
    assert len(archive.records()) == 2


def test_the_index_is_rebuilt_from_the_manifests(archive: Archive, identity: Make, manifest: Manifest, root: Path, tree: Tree) -> None:
    for audience in ("analyst", "minister"):
        archive.publish(identity(audience), 1, audience.encode(), manifest())
    before = tree()
    (root / "index.json").write_text("{}")
    (root / "kz-kg" / "index.json").unlink()
    (root / "kz-kg" / "latest").unlink()

    archive.refresh()

    assert tree() == before
    assert (root / "kz-kg" / "latest" / "analyst.fr.pdf").resolve() == root / "kz-kg/2026-10/analyst.fr.pdf"
    assert [entry.audience for entry in archive.editions()] == ["analyst", "minister"]


def test_a_file_that_is_no_manifest_is_left_out_and_told(
    archive: Archive, identity: Make, manifest: Manifest, caplog: pytest.LogCaptureFixture, root: Path
) -> None:
    published = archive.publish(identity(), 1, b"%PDF one", manifest())
    ((root / published.name).parent / "notes.manifest.json").write_text("{}")

    with caplog.at_level(logging.WARNING):
        assert len(archive.editions()) == 1
    assert "kz-kg/2026-10/notes.manifest.json: is no manifest and is left out of the index" in caplog.text


def test_an_index_that_cannot_be_written_takes_the_edition_back(
    archive: Archive, identity: Make, manifest: Manifest, monkeypatch: pytest.MonkeyPatch, tree: Tree
) -> None:
    archive.publish(identity(), 1, b"%PDF one", manifest())
    before = tree()
    monkeypatch.setattr(place, "swap", _full)

    with pytest.raises(ArchiveError, match="the disk is full"):
        archive.publish(identity("minister"), 1, b"%PDF two", manifest())
    assert tree() == before


def test_a_first_edition_taken_back_leaves_an_empty_index(
    archive: Archive, identity: Make, manifest: Manifest, monkeypatch: pytest.MonkeyPatch, root: Path
) -> None:
    swap = place.swap
    monkeypatch.setattr(place, "swap", lambda staged, target: (_full if target.name == "latest" else swap)(staged, target))

    with pytest.raises(ArchiveError, match="the disk is full"):
        archive.publish(identity(), 1, b"%PDF one", manifest())
    assert not (root / "kz-kg" / "latest").is_symlink()
    assert json.loads((root / "kz-kg" / "index.json").read_bytes()) == {
        "schema": index.SCHEMA, "partnership": "kz-kg", "editions": [], "latest": {},
    }  # fmt: skip


def _full(staged: Path, target: Path) -> None:
    del staged
    raise OSError(28, "No space left on device", str(target))


def test_an_edition_issued_anew_is_not_taken_for_the_one_the_old_index_tells_of(
    archive: Archive, identity: Make, manifest: Manifest, root: Path
) -> None:
    first = archive.publish(identity(), 1, b"one", manifest())
    (root / first.name).unlink()
    (root / first.manifest).unlink()

    second = archive.publish(identity(), 1, b"two", manifest("k2"))

    told = json.loads((root / "index.json").read_bytes())["editions"]
    assert [(entry["sha256"], entry["manifest_sha256"]) for entry in told] == [(second.sha256, second.manifest_sha256)]


@pytest.mark.parametrize("change", [{"issue": "1"}, {"audience": "minister"}, {"issue": 2}], ids=str)
def test_a_manifest_that_tells_of_another_place_is_left_out(
    archive: Archive, identity: Make, manifest: Manifest, change: dict[str, Any], root: Path, tamper: Tamper
) -> None:
    published = archive.publish(identity(), 1, b"one", manifest())
    told = json.loads((root / published.manifest).read_bytes())
    tamper(root / published.manifest, (json.dumps(told | {"edition": told["edition"] | change})).encode())

    assert archive.editions() == []


def test_a_bare_name_means_the_latest_issue(archive: Archive, identity: Make, manifest: Manifest) -> None:
    archive.publish(identity(), 1, b"one", manifest())
    archive.publish(identity(), 2, b"two", manifest("k2"))

    assert archive.manifest(str(identity()))["edition"]["issue"] == 2
    assert archive.manifest(f"{identity()}.pdf")["edition"]["issue"] == 1


def test_pages_are_made_once_for_many_editions_and_only_where_the_index_has_changed(
    root: Path, identity: Make, manifest: Manifest
) -> None:  # fmt: skip
    made: list[int] = []

    def furnish(found: Sequence[Entry], identity: str, stamp: str) -> dict[str, bytes]:
        made.append(len(found))
        return {"index.html": f"{len(found)} editions of {identity}, {stamp}".encode()}

    archive = Archive(root, furnish=furnish)
    for audience in ("analyst", "minister"):
        archive.publish(identity(audience), 1, audience.encode(), manifest())
    assert made == []

    archive.furnish()
    archive.furnish()
    archive.project([])
    assert made == [2]
    before = (root / "index.html").read_text()
    archive.withdraw("kz-kg/2026-10/minister.fr", "wrong", NOON)
    archive.refresh()

    assert made == [2, 2, 2]
    assert before.split(",")[0] == (root / "index.html").read_text().split(",")[0]
    assert before != (root / "index.html").read_text()


def test_pages_that_cannot_be_written_now_are_told_and_made_the_next_time(root: Path, identity: Make, manifest: Manifest) -> None:
    broken = [True]

    def furnish(found: Sequence[Entry], _identity: str, stamp: str) -> dict[str, bytes]:
        if broken[0]:
            raise OSError(28, "No space left on device")
        return {"index.html": f"{len(found)}, {stamp}".encode()}

    archive = Archive(root, furnish=furnish)
    archive.publish(identity(), 1, b"one", manifest())

    assert archive.project([]) == [f"{root}: the disk is full (No space left on device)"]
    broken[0] = False
    assert archive.project([]) == []
    assert (root / "index.html").read_text().startswith("1, ")


@pytest.mark.parametrize(
    ("url", "link"), [("https://example.org/bilan/", "https://example.org/bilan/kz-kg/2026-10/analyst.fr.pdf"), ("", "")]
)
def test_a_reader_finds_an_edition_where_the_archive_is_served(root: Path, url: str, link: str) -> None:
    assert Archive(root, url=url).link("kz-kg/2026-10/analyst.fr.pdf") == link
