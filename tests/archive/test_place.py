import errno
import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bilan.archive import place
from bilan.archive.folder import Archive
from bilan.document import Identity
from bilan.errors import ArchiveError, BusyError
from bilan.period import Period

Make = Callable[..., Identity]
Manifest = Callable[..., dict[str, Any]]

_PUBLISH = """
import os, resource, signal, sys
from pathlib import Path
from bilan.archive.folder import Archive
from bilan.document import Identity
from bilan.period import Period

steps, root, month, size = int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
def counted(call):
    def step(*args, **kwargs):
        global steps
        steps -= 1
        if steps == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*args, **kwargs)
    return step
for name in ("fsync", "link", "replace", "symlink", "mkdir", "unlink", "rmdir"):
    setattr(os, name, counted(getattr(os, name)))
facts = {"number": 1, "key": month, "as_of": "2026-11-02", "issued_on": "2026-11-02", "pages": 8}
if size:
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
identity = Identity("kz-kg", Period.parse(month), "analyst", "fr")
Archive(root).publish(identity, 1, (month * (size or 1)).encode(), {"edition": facts}, {"data.csv": month.encode()})
"""


def publish(root: Path, *, month: str, kill_at: int = 0, size: int = 0) -> subprocess.CompletedProcess[str]:
    arguments = [sys.executable, "-c", _PUBLISH, str(kill_at), str(root), month, str(size)]
    return subprocess.run(arguments, capture_output=True, text=True, check=False)  # noqa: S603  this very Python


def publish_here(root: Path, month: str) -> None:
    facts = {"number": 1, "key": month, "as_of": "2026-11-02", "issued_on": "2026-11-02", "pages": 8}
    identity = Identity("kz-kg", Period.parse(month), "analyst", "fr")
    Archive(root).publish(identity, 1, month.encode(), {"edition": facts}, {"data.csv": month.encode()})


def check_whole(archive: Archive) -> list[str]:
    """Every manifest has its PDF, index and `latest` are whole and name only what is there."""
    manifests = sorted(archive.root.glob("kz-kg/2*/*.manifest.json"))
    assert all(archive.intact(path) for path in manifests)
    for path in archive.root.glob("**/index.json"):
        told = json.loads(path.read_bytes())
        assert all((path.parent / entry["pdf"]).is_file() and (path.parent / entry["manifest"]).is_file() for entry in told["editions"])
    return [path.parent.name for path in manifests]


def test_a_kill_at_any_step_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    kills, outcomes = 0, set()
    while True:
        archive = Archive(tmp_path / f"reports-{kills}")
        publish_here(archive.root, "2026-09")
        done = publish(archive.root, month="2026-10", kill_at=kills + 1)
        months = check_whole(archive)
        outcomes.add(tuple(months))
        assert (archive.root / "kz-kg" / "latest" / "analyst.fr.manifest.json").is_file()
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL, done.stderr
        kills += 1
        publish_here(archive.root, "2026-10")
        assert check_whole(archive) == ["2026-09", "2026-10"]
        assert (archive.root / "kz-kg" / "latest").readlink() == Path("2026-10")
        assert list(archive.root.glob(".tmp-*")) == []

    assert kills >= 20
    assert outcomes == {("2026-09",), ("2026-09", "2026-10")}


def test_a_kill_during_the_first_publication_ever_is_made_good(tmp_path: Path) -> None:
    for step in range(1, 12):
        archive = Archive(tmp_path / f"reports-{step}")
        assert publish(archive.root, month="2026-10", kill_at=step).returncode == -signal.SIGKILL
        check_whole(archive)
        publish_here(archive.root, "2026-10")
        assert check_whole(archive) == ["2026-10"]


def test_a_file_too_large_for_the_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "reports")
    publish_here(archive.root, "2026-09")

    done = publish(archive.root, month="2026-10", size=1000)

    assert "the disk is full (File too large)" in done.stderr
    assert check_whole(archive) == ["2026-09"]
    assert list(archive.root.glob("**/.tmp-*")) == []
    assert sorted(path.name for path in (archive.root / "kz-kg" / "2026-10").iterdir()) == []


@pytest.mark.parametrize("call", ["fsync", "link", "replace"])
def test_a_full_disk_at_any_step_leaves_the_old_edition_the_latest(
    tmp_path: Path, identity: Make, manifest: Manifest, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    real, steps, failures = getattr(os, call), [0], 0

    def fails(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  stands in for three calls
        steps[0] -= 1
        if steps[0] == 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(*args, **kwargs)

    monkeypatch.setattr(os, call, fails)
    while True:
        archive = Archive(tmp_path / f"reports-{failures}")
        archive.publish(identity(period="2026-09"), 1, b"old", manifest())
        steps[0] = failures + 1
        try:
            archive.publish(identity(), 1, b"new", manifest())
        except ArchiveError as error:
            assert error.message == "the disk is full (No space left on device)"  # noqa: PT017  the loop ends without one
        else:
            break
        failures += 1
        assert check_whole(archive) == ["2026-09"]
        assert (archive.root / "kz-kg" / "latest").readlink() == Path("2026-09")
        assert list(archive.root.glob(".tmp-*")) == []
        archive.publish(identity(), 1, b"new", manifest())
    assert failures >= 2


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
    archive: Archive, identity: Make, manifest: Manifest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)

    assert archive.publish(identity(), 1, b"one", manifest()).path.read_bytes() == b"one"


def test_waits_for_another_publisher_but_not_for_ever(
    tmp_path: Path, identity: Make, manifest: Manifest, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    monkeypatch.setattr(time, "sleep", waits.append)
    monkeypatch.setattr(time, "monotonic", lambda: len(waits) / 10)
    archive = Archive(tmp_path, patience=0.3)
    with (tmp_path / ".lock").open("a") as other:
        fcntl.flock(other, fcntl.LOCK_EX)

        with pytest.raises(BusyError, match="another process is publishing"):
            archive.publish(identity(), 1, b"one", manifest())

    assert waits == [0.05] * 3
    assert archive.publish(identity(), 1, b"one", manifest()).path.is_file()
