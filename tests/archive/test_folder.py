import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bilan.archive.archive import Archive
from bilan.archive.folder import Folder
from bilan.archive.shelf import Projection
from bilan.document import Identity
from bilan.errors import ArchiveError

Make = Callable[..., Identity]
Manifest = Callable[..., dict[str, Any]]


def pointed(root: Path) -> dict[str, str]:
    latest = root / "kz-kg" / "latest"
    return {path.name: path.resolve().relative_to(root / "kz-kg").as_posix() for path in sorted(latest.iterdir())}


def test_latest_holds_the_last_edition_of_each_reader_under_a_name_that_stays(
    archive: Archive, identity: Make, manifest: Manifest, root: Path
) -> None:
    archive.publish(identity("minister", "en", "2026-09"), 1, b"1", manifest())
    archive.publish(identity(), 1, b"2", manifest(), {"data.csv": b"a"})
    archive.publish(identity(), 2, b"3", manifest("k2"), {"data.csv": b"b"})

    assert pointed(root) == {
        "analyst.fr.data.csv": "2026-10/analyst.fr.issue-2.data.csv",
        "analyst.fr.manifest.json": "2026-10/analyst.fr.issue-2.manifest.json",
        "analyst.fr.pdf": "2026-10/analyst.fr.issue-2.pdf",
        "minister.en.manifest.json": "2026-09/minister.en.manifest.json",
        "minister.en.pdf": "2026-09/minister.en.pdf",
    }
    assert archive.locate("kz-kg/latest/analyst.fr") == "kz-kg/2026-10/analyst.fr.issue-2.manifest.json"


def test_no_more_than_one_former_latest_is_kept_for_whoever_reads_in_it(
    archive: Archive, identity: Make, manifest: Manifest, root: Path
) -> None:
    for month in range(1, 6):
        archive.publish(identity(period=f"2026-0{month}"), 1, b"1", manifest())

    assert len(list((root / "kz-kg" / ".latest").iterdir())) == 2


def test_a_link_to_a_month_as_it_was_before_becomes_a_link_to_the_latest_files(
    archive: Archive, identity: Make, manifest: Manifest, root: Path
) -> None:
    (root / "kz-kg" / "2026-09").mkdir(parents=True)
    (root / "kz-kg" / "latest").symlink_to("2026-09")

    archive.publish(identity(), 1, b"1", manifest())

    assert pointed(root)["analyst.fr.pdf"] == "2026-10/analyst.fr.pdf"


def test_a_disk_without_links_gets_a_text_file(
    archive: Archive, identity: Make, manifest: Manifest, monkeypatch: pytest.MonkeyPatch, root: Path
) -> None:
    def refuse(path: Path, target: str) -> None:
        raise PermissionError(1, "Operation not permitted", target, None, str(path))

    monkeypatch.setattr(Path, "symlink_to", refuse)

    archive.publish(identity(), 1, b"1", manifest())

    assert (root / "kz-kg" / "latest.txt").read_text() == (
        "analyst.fr.manifest.json\t2026-10/analyst.fr.manifest.json\nanalyst.fr.pdf\t2026-10/analyst.fr.pdf\n"
    )


@pytest.mark.parametrize("link", ["kz-kg", "kz-kg/2026-10", "blob"])
def test_a_folder_that_is_a_link_is_refused(archive: Archive, identity: Make, manifest: Manifest, root: Path, link: str) -> None:
    outside = root.parent / "outside"
    outside.mkdir()
    (root / link).parent.mkdir(parents=True)
    (root / link).symlink_to(outside)

    with pytest.raises(ArchiveError, match="goes through a link"):
        archive.publish(identity(), 1, b"one", manifest())
    assert list(outside.rglob("*")) == []


def test_a_partnership_without_an_edition_left_has_no_latest(root: Path) -> None:
    (root / "kz-kg").mkdir(parents=True)
    (root / "kz-kg" / "latest").symlink_to("2026-09")

    Folder(root).arrange([], lambda: Projection(latest={"kz-kg": {}}))

    assert not (root / "kz-kg" / "latest").is_symlink()


def test_a_pattern_finds_what_people_see(root: Path) -> None:
    for name in ("kz-kg/2026-10/a.manifest.json", "kz-kg/index.json", ".tmp-1/2/b.manifest.json"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()

    assert Folder(root).find("*/*/*.manifest.json") == ["kz-kg/2026-10/a.manifest.json"]
    assert Folder(root).find("*/index.json") == ["kz-kg/index.json"]


def test_what_is_still_being_put_together_is_not_found(tmp_path: Path) -> None:
    for name in ("kz-kg/2026-10/a.manifest.json", ".tmp-1/2026-10/b.manifest.json"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_bytes(b"{}")

    assert Folder(tmp_path).find("*/*/*.manifest.json") == ["kz-kg/2026-10/a.manifest.json"]
    assert Folder(tmp_path).find("*.none") == []


def test_one_who_looks_while_others_arrange_finds_all_that_stands(tmp_path: Path) -> None:
    """Folders come and go under the eyes of who looks into them."""
    (tmp_path / "kz-kg" / "2026-10").mkdir(parents=True)
    (tmp_path / "kz-kg" / "2026-10" / "a.pdf").write_bytes(b"%PDF")
    over = threading.Event()

    def arrange() -> None:
        while not over.is_set():
            for name in (".tmp-1", "kz-kg/latest"):
                (tmp_path / name / "more").mkdir(parents=True)
                shutil.rmtree(tmp_path / name)

    thread = threading.Thread(target=arrange)
    thread.start()
    try:
        found = [Folder(tmp_path).find("*/*/*.pdf") for _ in range(60)]
    finally:
        over.set()
        thread.join()

    assert {tuple(one) for one in found} == {("kz-kg/2026-10/a.pdf",)}
