import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.config.delivery import DeliveryConfig
from bilan.delivery.folder import Folder, Shelf
from bilan.delivery.records import Answer, Parcel, Post, Result

FILES = {"manifest.json": b"{}\n", "data.csv": b"a,b\n"}


@pytest.fixture
def shelf(post: Callable[..., Post]) -> Shelf:
    return Folder().open(post(""))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "project" / "deliveries" / "mfa"


def found(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def test_an_edition_lies_in_the_folder_with_its_data_and_manifest(shelf: Shelf, root: Path, parcel: Callable[..., Parcel]) -> None:
    answer = shelf.deliver(parcel("deliveries/mfa", "folder", files=FILES))
    shelf.close()

    assert answer == Answer(Result.SENT, "3 files")
    assert found(root) == [f"kz-kg/2026-10/minister.en.{suffix}" for suffix in ("data.csv", "manifest.json", "pdf")]


def test_the_same_again_changes_nothing(shelf: Shelf, root: Path, parcel: Callable[..., Parcel]) -> None:
    one = parcel("deliveries/mfa", "folder", files=FILES)
    shelf.deliver(one)
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}

    assert shelf.deliver(one) == Answer(Result.SENT, "lay there already")
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before


def test_a_delivery_that_broke_off_is_completed(shelf: Shelf, root: Path, parcel: Callable[..., Parcel]) -> None:
    one = parcel("deliveries/mfa", "folder", files=FILES)
    shelf.deliver(one)
    (root / "kz-kg/2026-10/minister.en.manifest.json").unlink()

    assert shelf.deliver(one) == Answer(Result.SENT, "1 files")


def test_what_somebody_put_there_is_never_written_over(shelf: Shelf, root: Path, parcel: Callable[..., Parcel]) -> None:
    (root / "kz-kg/2026-10").mkdir(parents=True)
    (root / "kz-kg/2026-10/minister.en.pdf").write_bytes(b"mine")

    answer = shelf.deliver(parcel("deliveries/mfa", "folder"))

    assert answer.result is Result.REFUSED
    assert "minister.en.pdf lies there with other content" in answer.text
    assert (root / "kz-kg/2026-10/minister.en.pdf").read_bytes() == b"mine"


def test_a_withdrawal_leaves_a_notice_beside_the_edition(shelf: Shelf, root: Path, parcel: Callable[..., Parcel]) -> None:
    shelf.deliver(parcel("deliveries/mfa", "folder"))
    shelf.deliver(parcel("deliveries/mfa", "folder", kind="withdrawal", reason="wrong total"))

    assert found(root) == ["kz-kg/2026-10/minister.en.pdf", "kz-kg/2026-10/minister.en.withdrawn.json"]


def test_a_link_to_another_place_is_not_followed(shelf: Shelf, root: Path, tmp_path: Path, parcel: Callable[..., Parcel]) -> None:
    (tmp_path / "elsewhere").mkdir()
    root.parent.mkdir(parents=True)
    root.symlink_to(tmp_path / "elsewhere")

    assert shelf.deliver(parcel("deliveries/mfa", "folder")).text == "the folder goes through a link to another place"
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize(("number", "stuck"), [(errno.ENOSPC, True), (errno.EROFS, True), (errno.EIO, False)])
def test_a_full_or_closed_disk_defers_and_leaves_no_half_file(
    shelf: Shelf, root: Path, parcel: Callable[..., Parcel], monkeypatch: pytest.MonkeyPatch, number: int, *, stuck: bool
) -> None:
    def full(_: int) -> None:
        raise OSError(number, "no room")

    monkeypatch.setattr("bilan.delivery.folder.os.fsync", full)
    answer = shelf.deliver(parcel("deliveries/mfa", "folder"))

    assert answer == Answer(Result.DEFERRED, "cannot be written: no room", number, stuck=stuck)
    assert [name for name in found(root) if not name.endswith(".part")] == []


@pytest.mark.parametrize("address", ["deliveries/../..", "/etc", "elsewhere", "deliveries/a\nb"])
def test_only_the_folders_that_are_allowed_are_written_to(address: str) -> None:
    with pytest.raises(ValueError, match=r"is no folder|none of the folders allowed: deliveries"):
        Folder().checked(address, DeliveryConfig())


def test_limits_count_by_folder() -> None:
    assert Folder().place(Folder().checked("deliveries/mfa/", DeliveryConfig())) == "deliveries/mfa"
