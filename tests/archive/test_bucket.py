import itertools
import json
import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.archive.kept import Kept

from bilan.archive.archive import Archive
from bilan.archive.bucket import TRIES, Bucket
from bilan.archive.objects import Objects
from bilan.archive.shelf import Projection
from bilan.document import Identity
from bilan.errors import ArchiveError, BusyError, UsageError
from bilan.project import Project

Make = Callable[..., Identity]
Manifest = Callable[..., dict[str, Any]]
NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
_numbers = itertools.count()


@pytest.fixture
def address(storage: Callable[[str], str]) -> str:
    return f"{storage(f'reports-{next(_numbers)}')}/out"


@pytest.fixture
def far(address: str) -> Archive:
    return Archive(Bucket(address))


def seen(address: str) -> dict[str, bytes]:
    objects = Objects(address)
    return {name: objects.read(name) for name, _ in objects.listed("") if not name.startswith("blob/")}


def whole(archive: Archive, found: Mapping[str, bytes]) -> list[str]:
    """Every manifest has its PDF, every index names only what is there; the months that are out."""
    for name in (one for one in found if one.endswith("index.json")):
        home = name.removesuffix("index.json")
        assert all(home + one["pdf"] in found and home + one["manifest"] in found for one in json.loads(found[name])["editions"])
    assert all(archive.intact(name) for name in found if name.endswith(".manifest.json"))
    return [entry.period for entry in archive.editions()]


def test_an_archive_lies_on_storage_as_it_lies_in_a_folder(
    far: Archive, address: str, archive: Archive, identity: Make, manifest: Manifest
) -> None:
    for one in (far, archive):
        one.publish(identity(period="2026-09"), 1, b"old", manifest(), {"data.csv": b"a"})
        one.publish(identity(), 1, b"new", manifest("k2", 2), {"data.csv": b"b"})
        one.withdraw("kz-kg/2026-10/analyst.fr", "wrong", NOON)

    assert far.editions() == archive.editions()
    assert far.records() == archive.records()
    here = {
        name: archive.shelf.read(name)
        for pattern in ("*", "*/*", "*/*/*")
        for name in archive.shelf.find(pattern)
        if _is_file(archive, name)
    }
    assert seen(address) == {name: content for name, content in here.items() if not name.startswith(("blob/", "kz-kg/latest"))}


def _is_file(archive: Archive, name: str) -> bool:
    return Path(archive.shelf.where(name)).is_file()


def test_an_edition_on_storage_is_found_read_traced_and_brought_home(
    far: Archive, address: str, identity: Make, manifest: Manifest, tmp_path: Path
) -> None:
    stored = far.publish(identity(), 1, b"%PDF", manifest("k7"), {"data.csv": b"a"})

    names = ["kz-kg/2026-10/analyst.fr", stored.name, f"{address}/{stored.name}", stored.manifest, "kz-kg/latest/analyst.fr"]
    assert [far.locate(name) for name in names] == [stored.manifest] * 5
    assert far.manifest("kz-kg/2026-10/analyst.fr")["edition"]["key"] == "k7"
    assert far.intact(stored.manifest)
    assert far.bring(stored.name, tmp_path).read_bytes() == b"%PDF"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["analyst.fr.data.csv", "analyst.fr.manifest.json", "analyst.fr.pdf"]
    with pytest.raises(UsageError, match="did you mean"):
        far.manifest("kz-kg/2026-10/analist.fr")


def test_objects_tell_what_they_are(far: Archive, address: str, identity: Make, manifest: Manifest) -> None:
    stored = far.publish(identity(), 1, b"%PDF", manifest())
    objects = Objects(address)

    kinds = {
        name: objects._storage.call_s3("head_object", Bucket=objects._bucket, Key=f"out/{name}")["ContentType"]
        for name in (stored.name, stored.manifest)
    }
    assert list(kinds.values()) == ["application/pdf", "application/json"]


def test_publishers_at_the_same_time_lose_nothing(address: str, identity: Make, manifest: Manifest) -> None:
    audiences, failures = ("analyst", "investor", "minister", "press"), list[BaseException]()

    def publish(audience: str) -> None:
        try:
            Archive(Bucket(address)).publish(identity(audience), 1, audience.encode(), manifest(audience))
        except BaseException as error:  # noqa: BLE001  told below
            failures.append(error)

    threads = [threading.Thread(target=publish, args=(audience,)) for audience in audiences]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    for name in ("index.json", "kz-kg/index.json"):
        assert [one["audience"] for one in json.loads(seen(address)[name])["editions"]] == list(audiences)


def test_an_index_that_changed_while_it_was_made_is_made_anew() -> None:
    content: dict[str, bytes] = {}
    mine, theirs = (Bucket("s3://kept", Kept("s3://kept", content)) for _ in range(2))
    rounds = iter(range(9))

    def projected() -> Projection:
        number = next(rounds)
        if number == 0:  # another publisher is quicker
            theirs.arrange([], lambda: Projection({"index.json": b"theirs"}))
        return Projection({"index.json": f"mine, round {number}".encode()})

    mine.arrange([], projected)

    assert content == {"index.json": b"mine, round 1"}


def test_a_publisher_who_is_always_overtaken_gives_up_and_says_so() -> None:
    content: dict[str, bytes] = {}
    mine, theirs = (Bucket("s3://kept", Kept("s3://kept", content)) for _ in range(2))
    rounds = iter(range(2 * TRIES))

    def projected() -> Projection:
        theirs.arrange([], lambda: Projection({"index.json": f"theirs {next(rounds)}".encode()}))
        return Projection({"index.json": b"mine"})

    with pytest.raises(BusyError, match="others are publishing all the time"):
        mine.arrange([], projected)
    assert next(rounds) == TRIES


@pytest.mark.parametrize("late", [False, True])
def test_an_end_at_any_step_leaves_the_old_or_the_new(identity: Make, manifest: Manifest, *, late: bool) -> None:
    outcomes, step = set(), 0
    while True:
        step += 1
        content: dict[str, bytes] = {}
        archive = Archive(Bucket("s3://kept", Kept("s3://kept", content)))
        archive.publish(identity(period="2026-09"), 1, b"old", manifest())
        dying = Archive(Bucket("s3://kept", Kept("s3://kept", content, step, late=late)))
        try:
            dying.publish(identity(), 1, b"new", manifest("k2", 2), {"data.csv": b"a"})
        except KeyboardInterrupt:
            outcomes.add(tuple(whole(archive, content)))
        else:
            break
        stored = archive.publish(identity(), 1, b"new", manifest("k2", 2), {"data.csv": b"a"})
        assert whole(archive, content) == ["2026-09", "2026-10"]
        assert json.loads(content["index.json"])["latest"]["kz-kg"]["analyst.fr"] == stored.name

    assert step == 9  # three contents, three names, two indexes, and once through
    assert outcomes == {("2026-09",), ("2026-09", "2026-10")}


def test_a_damaged_object_is_mended_by_storing_again_and_an_issued_one_is_told(
    far: Archive, address: str, identity: Make, manifest: Manifest
) -> None:  # fmt: skip
    stored, objects = far.publish(identity(), 1, b"%PDF", manifest()), Objects(address)
    for name in (f"blob/{stored.sha256}", stored.name):
        assert objects.replace(name, b"bad", objects.tag(name))

    with pytest.raises(ArchiveError, match="is damaged"):
        far.reveal(stored.name, stored.manifest_sha256)
    far.store(identity(), 1, b"%PDF", manifest())
    assert far.blob(stored.sha256) == b"%PDF"
    with pytest.raises(ArchiveError, match="exists with other content"):
        far.reveal(stored.name, stored.manifest_sha256)
    assert not far.intact(stored.manifest)


def test_a_project_may_keep_its_archive_on_storage(tmp_path: Path, address: str) -> None:
    (tmp_path / "bilan.toml").write_text(f'partnerships = ["kz-kg"]\nreports = "{address}"\n')

    assert Archive.of(Project(tmp_path)).shelf.where("x") == f"{address}/x"
