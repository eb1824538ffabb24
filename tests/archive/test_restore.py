import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.archive.test_archive import Row

from bilan.archive.archive import Archive
from bilan.archive.check import check
from bilan.archive.restore import restore
from bilan.document import Identity
from bilan.errors import ArchiveError

Make = Callable[..., Identity]
Manifest = Callable[..., dict[str, Any]]


def test_every_name_comes_back_from_what_is_kept_and_recorded(archive: Archive, identity: Make, manifest: Manifest, root: Path) -> None:
    rows = [Row(archive.publish(identity(period=period), 1, period.encode(), manifest(period))) for period in ("2026-09", "2026-10")]
    shutil.rmtree(root / "kz-kg")
    (root / "index.json").unlink()

    assert restore(archive, rows) == []

    assert check(archive, rows).faults == ()
    assert (root / "kz-kg/latest/analyst.fr.pdf").read_bytes() == b"2026-10"


def test_a_single_file_comes_back_too(archive: Archive, identity: Make, manifest: Manifest, root: Path) -> None:
    stored = archive.publish(identity(), 1, b"%PDF", manifest(), {"data.csv": b"a"})
    (root / stored.name).unlink()

    assert restore(archive) == []
    assert (root / stored.name).read_bytes() == b"%PDF"


def test_an_archive_of_an_earlier_version_gets_its_contents_kept(archive: Archive, identity: Make, manifest: Manifest, root: Path) -> None:
    stored = archive.publish(identity(), 1, b"%PDF", manifest())
    shutil.rmtree(root / "blob")

    assert restore(archive) == []
    assert archive.blob(stored.sha256) == b"%PDF"
    assert check(archive, [Row(stored)]).faults == ()


def test_what_is_damaged_is_left_as_it_is_and_told(archive: Archive, identity: Make, manifest: Manifest, root: Path) -> None:
    stored = archive.publish(identity(), 1, b"%PDF", manifest())
    other = archive.publish(identity("minister"), 1, b"%PDF other", manifest())
    for name in (stored.name, f"blob/{stored.sha256}", other.name):
        (root / name).unlink()
    (root / stored.name).write_bytes(b"bad")

    told = restore(archive)

    assert told == [f"{root}/blob/{stored.sha256}: is missing: {stored.name} cannot be given its content"]
    assert (root / stored.name).read_bytes() == b"bad"
    assert (root / other.name).read_bytes() == b"%PDF other"


def test_who_waits_hears_of_every_edition_and_may_end_it_without_harm(
    archive: Archive, identity: Make, manifest: Manifest, root: Path
) -> None:
    rows = [Row(archive.publish(identity(period=period), 1, period.encode(), manifest(period))) for period in ("2026-09", "2026-10")]
    (root / rows[1].path).unlink()
    heard: list[str] = []

    def once(name: str) -> None:
        heard.append(name)
        raise ArchiveError("restore", "was called off")

    with pytest.raises(ArchiveError, match="was called off"):
        restore(archive, rows, once)
    assert restore(archive, rows, heard.append) == []
    assert len(heard) == 3
    assert check(archive, rows).faults == ()
