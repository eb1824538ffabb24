from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from bilan.archive.archive import Archive
from bilan.archive.entry import decoded, encoded
from bilan.document import Identity

Make = Callable[..., Identity]
Manifest = Callable[..., dict[str, Any]]


def test_an_entry_survives_the_index(archive: Archive, identity: Make, manifest: Manifest) -> None:
    archive.publish(identity(), 1, b"1", manifest(), {"data.csv": b"a"})
    (entry,) = archive.editions()

    assert decoded(encoded(entry)) == entry
    assert (entry.name, entry.reader, entry.stem) == ("kz-kg/2026-10/analyst.fr", "analyst.fr", "kz-kg/2026-10/analyst.fr")
    assert entry.within().files == ("2026-10/analyst.fr.data.csv",)
    assert entry.since == "2026-11-02T00:00:00+00:00"


def test_an_entry_is_an_edition_with_its_life(archive: Archive, identity: Make, manifest: Manifest) -> None:
    archive.publish(identity(), 1, b"1", manifest())
    archive.withdraw(str(identity()), "wrong", datetime(2026, 11, 3, tzinfo=UTC))

    edition = archive.editions()[0].edition

    assert (edition.identity, edition.as_of, edition.pages) == (identity(), date(2026, 11, 2), 8)
    assert (edition.state, edition.reason, edition.settled_at) == ("withdrawn", "wrong", datetime(2026, 11, 3, tzinfo=UTC))
