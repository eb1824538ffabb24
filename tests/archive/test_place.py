import errno
import fcntl
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bilan.archive import place
from bilan.archive.archive import Archive
from bilan.archive.folder import Folder
from bilan.archive.records import Stored
from bilan.document import Identity
from bilan.errors import ArchiveError, BusyError
from bilan.period import Period

Make = Callable[..., Identity]
Manifest = Callable[..., dict[str, Any]]


def killed(base: Path, what: str, before: str = "") -> list[Path]:
    """Archives in which it was killed one step later each, and at last one in which it was not."""
    script = Path(__file__).with_name("killed.py")
    done = subprocess.run([sys.executable, script, base, what, before], capture_output=True, text=True, check=False)  # noqa: S603  this very Python
    assert done.returncode == 0, done.stderr
    return [base / f"reports-{step}" for step in range(int(done.stdout) + 1)]


def publish(root: Path, month: str) -> Stored:
    facts = {"number": 1, "key": month, "as_of": "2026-11-02", "issued_on": "2026-11-02", "pages": 8}
    identity = Identity("kz-kg", Period.parse(month), "analyst", "fr")
    return Archive(root).publish(identity, 1, month.encode(), {"edition": facts}, {"data.csv": month.encode()})


def check_whole(root: Path) -> list[str]:
    """Every manifest has its PDF, index and `latest` are whole and name only what is there."""
    archive = Archive(root)
    manifests = sorted(path.relative_to(root) for path in root.glob("kz-kg/2*/*.manifest.json"))
    assert all(archive.intact(str(path)) for path in manifests)
    for path in (root / name for pattern in ("index.json", "*/index.json") for name in Folder(root).find(pattern)):
        told = json.loads(path.read_bytes())
        assert all((path.parent / entry["pdf"]).is_file() and (path.parent / entry["manifest"]).is_file() for entry in told["editions"])
    shown = [path.read_bytes().decode() for path in root.glob("kz-kg/latest/analyst.fr.pdf")]
    assert len(shown) == len(list(root.glob("kz-kg/latest/*.manifest.json"))) <= len(manifests)
    return [path.parent.name for path in manifests]


def latest(root: Path) -> str:
    return (root / "kz-kg" / "latest" / "analyst.fr.pdf").read_text()


def test_a_kill_at_any_step_leaves_the_old_or_the_new(quick: Path) -> None:
    tries = killed(quick, "publish", before="2026-09")

    outcomes = set()
    for root in tries:
        outcomes.add((tuple(check_whole(root)), latest(root)))
        publish(root, "2026-10")
        assert check_whole(root) == ["2026-09", "2026-10"]
        assert latest(root) == "2026-10"
        assert list(root.glob(".tmp-*")) == []

    both = ("2026-09", "2026-10")
    assert outcomes == {(("2026-09",), "2026-09"), (both, "2026-09"), (both, "2026-10")}
    assert len(tries) >= 25


def test_a_kill_during_the_first_publication_ever_is_made_good(quick: Path) -> None:
    tries = killed(quick, "publish")

    for root in tries:
        check_whole(root)
        publish(root, "2026-10")
        assert check_whole(root) == ["2026-10"]
        assert list(root.glob(".tmp-*")) == []
    assert len(tries) >= 25


def test_a_kill_while_an_edition_is_withdrawn_leaves_it_issued_or_withdrawn(quick: Path) -> None:
    tries = killed(quick, "withdraw", before="2026-09,2026-10")

    outcomes = set()
    for root in tries:
        archive = Archive(root)
        assert check_whole(root) == ["2026-09", "2026-10"]
        outcomes.add((archive.editions()[1].state, latest(root)))
        archive.withdraw("kz-kg/2026-10/analyst.fr", "wrong", datetime(2026, 11, 3, tzinfo=UTC))
        assert (archive.editions()[1].state, latest(root)) == ("withdrawn", "2026-09")

    assert outcomes == {("issued", "2026-10"), ("withdrawn", "2026-10"), ("withdrawn", "2026-09")}
    assert len(tries) >= 20


def test_a_file_too_large_for_the_disk_leaves_nothing_behind(quick: Path) -> None:
    root = quick / "reports"
    publish(root, "2026-09")
    before = sorted(root.rglob("*"))
    code = """
import resource, sys
from pathlib import Path
from bilan.archive.archive import Archive
from bilan.archive.records import Stored
from bilan.archive.folder import Folder
from bilan.document import Identity
from bilan.period import Period
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
facts = {"number": 1, "key": "k", "as_of": "2026-11-02", "issued_on": "2026-11-02", "pages": 8}
Archive(Path(sys.argv[1])).publish(Identity("kz-kg", Period.parse("2026-10"), "analyst", "fr"), 1, b"%PDF" * 2000, {"edition": facts})
"""
    done = subprocess.run([sys.executable, "-c", code, root], capture_output=True, text=True, check=False)  # noqa: S603  this very Python

    assert "the disk is full (File too large)" in done.stderr
    assert check_whole(root) == ["2026-09"]
    assert sorted(root.rglob("*")) == before


@pytest.mark.parametrize("call", ["fsync", "link", "replace"])
def test_a_full_disk_at_any_step_leaves_the_old_edition_the_latest(
    quick: Path, identity: Make, manifest: Manifest, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    real, steps, failures = getattr(os, call), [0], 0

    def fails(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  stands in for three calls
        steps[0] -= 1
        if steps[0] == 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(*args, **kwargs)

    monkeypatch.setattr(os, call, fails)
    while True:
        root = quick / f"reports-{failures}"
        archive = Archive(root)
        archive.publish(identity(period="2026-09"), 1, b"old", manifest())
        steps[0] = failures + 1
        try:
            archive.publish(identity(), 1, b"new", manifest())
        except ArchiveError as error:
            assert error.message == "the disk is full (No space left on device)"  # noqa: PT017  the loop ends without one
        else:
            break
        failures += 1
        assert check_whole(root) == ["2026-09"]
        assert latest(root) == "old"
        assert list(root.glob(".tmp-*")) == []
        archive.publish(identity(), 1, b"new", manifest())
    assert failures >= 2


@contextmanager
def disk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int], None]]:
    """A small disk of its own; the call leaves so many pages of it free. Where none can be mounted, writing fails as it would on one."""
    folder.mkdir()
    asked = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if subprocess.run(asked, capture_output=True, check=False).returncode != 0:  # noqa: S603  our own words
        with _counted(monkeypatch) as leave:
            yield leave
        return

    def leave_free(pages: int) -> None:
        filler = folder / "filler"
        filler.unlink(missing_ok=True)
        free = os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize
        filler.write_bytes(bytes(max(0, free - pages * 4096)))

    try:
        yield leave_free
    finally:
        subprocess.run(["umount", str(folder)], check=True)  # noqa: S603, S607  what was mounted above


@contextmanager
def _counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int], None]]:
    """A disk that counts a page for each file written."""
    left, write = [1000], place.write

    def limited(path: Path, content: bytes, mode: int = 0o644) -> Path:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(path, content, mode)

    with monkeypatch.context() as patch:
        patch.setattr(place, "write", limited)
        yield lambda pages: left.__setitem__(0, pages)


def test_a_disk_of_any_size_holds_the_old_edition_or_the_new(quick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outcomes = []
    with disk(quick / "disk", monkeypatch) as leave:
        for pages in range(16):
            root = quick / "disk" / "reports"
            leave(200)
            publish(root, "2026-09")
            leave(pages)
            try:
                publish(root, "2026-10")
            except ArchiveError as error:
                assert error.message == "the disk is full (No space left on device)"  # noqa: PT017  the loop tells how many
                outcomes.append("old")
                assert (check_whole(root), latest(root)) == (["2026-09"], "2026-09")
            else:
                outcomes.append("new")
                assert (check_whole(root), latest(root)) == (["2026-09", "2026-10"], "2026-10")
            leave(200)
            publish(root, "2026-10")
            assert (check_whole(root), latest(root)) == (["2026-09", "2026-10"], "2026-10")
            shutil.rmtree(root)

    assert outcomes.count("old") >= 3
    assert outcomes == sorted(outcomes, reverse=True)
    assert outcomes[-1] == "new"


def test_a_disk_for_reading_only_changes_nothing_and_says_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(root, "2026-09")
    before = sorted(root.rglob("*"))

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    for call in ("mkdir", "open", "link"):
        with monkeypatch.context() as patch:
            patch.setattr(os, call, refuse)
            with pytest.raises(ArchiveError) as caught:
                publish(root, "2026-10")
        assert caught.value.message == "cannot be written (Read-only file system)"
        assert caught.value.hint == "check the owner and permissions of the reports folder"
        assert (check_whole(root), latest(root)) == (["2026-09"], "2026-09")
    assert {path.name for path in sorted(root.rglob("*")) if path not in before} <= {
        "2026-10",
        *(path.name for path in (root / "blob").iterdir()),
    }


@pytest.mark.parametrize(
    ("number", "said", "hint"),
    [
        (errno.ENOSPC, "the disk is full (x)", "free some space and build again; nothing was published"),
        (errno.EROFS, "cannot be written (x)", "check the owner and permissions of the reports folder"),
        (errno.EIO, "could not be published (x)", "mend the cause and build again; nothing was published"),
    ],
)
def test_says_what_the_disk_said(number: int, said: str, hint: str) -> None:
    error = place.told("reports", OSError(number, "x"))

    assert (error.where, error.message, error.hint) == ("reports", said, hint)


def test_a_disk_without_hard_links_is_good_enough(
    archive: Archive, identity: Make, manifest: Manifest, monkeypatch: pytest.MonkeyPatch, root: Path
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)

    path = root / archive.publish(identity(), 1, b"one", manifest()).name
    assert (path.read_bytes(), oct(path.stat().st_mode & 0o777)) == (b"one", "0o444")


def test_waits_for_another_publisher_but_not_for_ever(
    quick: Path, identity: Make, manifest: Manifest, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    monkeypatch.setattr(time, "sleep", waits.append)
    monkeypatch.setattr(time, "monotonic", lambda: len(waits) / 10)
    archive = Archive(Folder(quick, patience=0.3))
    archive.publish(identity(), 1, b"one", manifest())
    with (quick / ".lock").open("a") as other:
        fcntl.flock(other, fcntl.LOCK_EX)

        stored = archive.store(identity(), 2, b"two", manifest())
        with pytest.raises(BusyError, match="another process is publishing"):
            archive.reveal(stored.name, stored.manifest_sha256)
        assert archive.project([]) == [f"{quick}: another process is publishing"]

    assert waits == [0.05] * 6
    archive.reveal(stored.name, stored.manifest_sha256)
    assert check_whole(quick) == ["2026-10"] * 2


def test_a_temporary_folder_in_use_is_not_taken_for_a_leftover(quick: Path) -> None:
    (quick / ".tmp-gone").mkdir()
    (quick / ".tmp-gone" / "half").write_bytes(b"half")

    with place.workshop(quick) as one, place.workshop(quick) as other:
        assert sorted(quick.iterdir()) == sorted([one, other])
    assert list(quick.iterdir()) == []
