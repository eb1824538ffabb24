from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.archive.kept import Kept
from tests.archive.test_archive import Row

from bilan.archive.archive import Archive
from bilan.archive.bucket import Bucket
from bilan.archive.check import check, newest
from bilan.archive.records import Stored
from bilan.document import Identity
from bilan.errors import ArchiveError

Make = Callable[..., Identity]
Manifest = Callable[..., dict[str, Any]]
NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
STEM = "kz-kg/2026-10/analyst.fr"


@pytest.fixture
def stored(archive: Archive, identity: Make, manifest: Manifest) -> Stored:
    """The latest of three editions, the first of which is withdrawn."""
    for number, period in enumerate(("2026-08", "2026-09", "2026-10"), start=1):
        last = archive.publish(identity(period=period), 1, period.encode(), manifest(period, number), {"data.csv": b"a,b\n"})
    archive.withdraw("kz-kg/2026-08/analyst.fr", "wrong", NOON)
    return last


def told(archive: Archive, *rows: Row) -> list[tuple[str, str]]:
    root = archive.shelf.where()
    return [(one.where.removeprefix(f"{root}/"), one.what) for one in check(archive, rows).faults]


def test_an_archive_that_is_as_it_was_issued_has_no_fault(archive: Archive, stored: Stored) -> None:
    found = check(archive, [Row(stored)])

    assert (found.editions, found.faults) == (3, ())
    assert found.files == 3 * 3 + 3 + 3 + 2  # named, and kept: PDFs, manifests, the data they share, the notice


@pytest.mark.parametrize(
    ("name", "what"),
    [
        (f"{STEM}.pdf", f"is damaged: its content is not what its manifest {STEM}.manifest.json names"),
        (f"{STEM}.data.csv", f"is damaged: its content is not what its manifest {STEM}.manifest.json names"),
        ("kz-kg/2026-08/analyst.fr.withdrawn.json", "cannot be read as a notice; its edition counts as withdrawn"),
        ("index.json", "is not what the manifests say"),
        ("kz-kg/index.json", "is not what the manifests say"),
    ],
)
def test_a_file_that_was_changed_is_named(archive: Archive, stored: Stored, root: Path, name: str, what: str) -> None:
    (root / name).unlink()  # a new file: what is kept by its hash stays as it was
    (root / name).write_bytes(b"changed")

    assert (name, what) in told(archive, Row(stored))


def test_a_manifest_that_was_changed_is_named_by_its_form_or_by_the_ledger(archive: Archive, stored: Stored, root: Path) -> None:
    text = (root / stored.manifest).read_bytes()
    (root / stored.manifest).unlink()
    (root / stored.manifest).write_bytes(text.replace(b'"pages": 8', b'"pages": 9'))
    assert (stored.manifest, "is not the manifest the ledger recorded") in told(archive, Row(stored))

    (root / stored.manifest).write_bytes(b"{")
    faults = told(archive, Row(stored))
    assert next(what for name, what in faults if name == stored.manifest).startswith("cannot be read as a manifest (")
    assert (stored.name, "is issued and not to be found") in faults


def test_what_is_written_into_a_name_damages_what_is_kept_and_both_are_named(
    archive: Archive, stored: Stored, root: Path, tamper: Callable[[Path, bytes], None]
) -> None:
    tamper(root / stored.name, b"changed")

    assert [name for name, _ in told(archive, Row(stored))] == [stored.name, f"blob/{stored.sha256}"]


def test_a_file_that_is_gone_is_named(archive: Archive, stored: Stored, root: Path) -> None:
    (root / stored.name).unlink()
    (root / "kz-kg" / "latest").unlink()

    assert told(archive) == [
        (stored.name, "is missing"),
        ("kz-kg/latest", "does not lead to the last edition: analyst.fr.data.csv, analyst.fr.manifest.json, analyst.fr.pdf"),
    ]


def test_an_edition_the_ledger_issued_and_nobody_sees_is_named(
    archive: Archive, stored: Stored, identity: Make, manifest: Manifest
) -> None:
    hidden = archive.store(identity("minister"), 1, b"%PDF", manifest())

    (fault,) = check(archive, [Row(stored), Row(hidden)]).faults
    assert (fault.what, fault.hint) == ("is issued and not to be found", "run `bilan archive rebuild`")
    assert str(fault) == f"{archive.shelf.where(hidden.name)}: is issued and not to be found"


def test_the_quick_look_reads_the_latest_editions_alone(archive: Archive, stored: Stored, root: Path) -> None:
    (root / "kz-kg/2026-09/analyst.fr.pdf").unlink()
    assert (newest(archive).editions, newest(archive).faults) == (1, ())

    (root / stored.name).unlink()
    assert [one.what for one in newest(archive).faults] == ["is missing"]


def test_storage_is_looked_through_as_well(identity: Make, manifest: Manifest) -> None:
    content: dict[str, bytes] = {}
    archive = Archive(Bucket("s3://kept", Kept("s3://kept", content)))
    stored = archive.publish(identity(), 1, b"%PDF", manifest())
    assert check(archive, [Row(stored)]).faults == ()

    content[stored.name] = b"changed"

    assert told(archive) == [(stored.name, f"is damaged: its content is not what its manifest {stored.manifest} names")]


def test_who_waits_hears_of_every_file_and_may_end_it(archive: Archive, stored: Stored) -> None:
    heard: list[str] = []
    check(archive, (), heard.append)

    assert stored.manifest in heard
    assert {name.partition("/")[0] for name in heard if not name.endswith(".manifest.json")} == {"blob"}

    def enough(_name: str) -> None:
        raise ArchiveError("check", "was called off")

    with pytest.raises(ArchiveError, match="was called off"):
        check(archive, (), enough)
