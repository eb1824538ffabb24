import logging
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bilan.archive.archive import Archive
from bilan.archive.lives import instant, notice_of
from bilan.document import Identity

Make = Callable[..., Identity]
Manifest = Callable[..., dict[str, Any]]
Life = tuple[str, str, str, str]
NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)


def lives(archive: Archive) -> list[Life]:
    return [(one.state, one.reason, one.supersedes, one.settled_at) for one in archive.editions()]


@pytest.fixture
def corrected(archive: Archive, identity: Make, manifest: Manifest) -> Archive:
    """Three issues: the second corrects the first, the third has later data."""
    archive.publish(identity(), 1, b"1", manifest("k1"))
    erratum = {"issue": 1, "issued_on": "2026-11-02", "reason": "Exports were counted twice."}
    for issue, made_from in ((2, {"erratum": erratum}), (3, {})):
        told = manifest(f"k{issue}") | {"made_from": made_from}
        stored = archive.store(identity(), issue, f"{issue}".encode(), told)
        archive.reveal(stored.name, stored.manifest_sha256, NOON)
    return archive


def test_a_later_issue_takes_the_place_of_the_one_before_and_a_correction_says_why(corrected: Archive) -> None:
    assert lives(corrected) == [
        ("superseded", "Exports were counted twice.", "", "2026-11-03T12:00:00+00:00"),
        ("superseded", "", "kz-kg/2026-10/analyst.fr.pdf", "2026-11-03T12:00:00+00:00"),
        ("issued", "", "kz-kg/2026-10/analyst.fr.issue-2.pdf", ""),
    ]


def test_the_issue_before_does_not_come_back_when_a_later_one_is_withdrawn(corrected: Archive, root: Path) -> None:
    corrected.withdraw("kz-kg/2026-10/analyst.fr", "The third is wrong as well.", NOON)

    assert [state for state, *_ in lives(corrected)] == ["superseded", "superseded", "withdrawn"]
    assert not (root / "kz-kg" / "latest").exists()


def test_a_withdrawn_edition_stays_so_when_it_is_corrected(archive: Archive, identity: Make, manifest: Manifest) -> None:
    archive.publish(identity(), 1, b"1", manifest("k1"))
    archive.withdraw("kz-kg/2026-10/analyst.fr", "wrong", NOON)
    archive.publish(identity(), 2, b"2", manifest("k2"))

    assert [(state, reason) for state, reason, *_ in lives(archive)] == [("withdrawn", "wrong"), ("issued", "")]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"edition": "x", "issue": 1, "manifest_sha256": "", "reason": "", "at": "once"}'])
def test_a_notice_that_cannot_be_read_withdraws_its_edition_all_the_same(
    archive: Archive, identity: Make, manifest: Manifest, root: Path, text: str
) -> None:  # fmt: skip
    archive.publish(identity(), 1, b"1", manifest())
    (root / "kz-kg/2026-10/analyst.fr.withdrawn.json").write_text(text)

    assert lives(archive) == [("withdrawn", "", "", "")]


def test_a_notice_that_cannot_be_read_is_told(
    archive: Archive, identity: Make, manifest: Manifest, root: Path, caplog: pytest.LogCaptureFixture
) -> None:
    archive.publish(identity(), 1, b"1", manifest())
    (root / "kz-kg/2026-10/analyst.fr.withdrawn.json").write_text("{")

    with caplog.at_level(logging.WARNING):
        archive.editions()
    assert "kz-kg/2026-10/analyst.fr.withdrawn.json: cannot be read as a notice; the edition counts as withdrawn" in caplog.text


def test_a_notice_tells_which_edition_why_and_since_when(archive: Archive, identity: Make, manifest: Manifest) -> None:
    stored = archive.publish(identity(), 1, b"1", manifest())

    assert notice_of(archive.editions()[0], "Ошибка в экспорте.", NOON).decode().split("\n") == [
        "{",
        ' "at": "2026-11-03T12:00:00+00:00",',
        ' "edition": "kz-kg/2026-10/analyst.fr",',
        ' "issue": 1,',
        f' "manifest_sha256": "{stored.manifest_sha256}",',
        ' "reason": "Ошибка в экспорте.",',
        ' "schema": 1,',
        ' "state": "withdrawn"',
        "}",
        "",
    ]
    assert instant(None) == ""
