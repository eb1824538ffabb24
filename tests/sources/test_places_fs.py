import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import fsspec
import pytest

from bilan.errors import Problem, SourceError
from bilan.sources.places_fs import AwayError, Reach, bring, download, name_at

NOW = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
CSV = b"id,value\nb1,455.702\n"


@pytest.fixture(scope="module")
def bucket() -> Iterator[str]:
    """The address of a real S3-like server, with credentials in the environment only."""
    from moto.server import ThreadedMotoServer  # noqa: PLC0415  heavy

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ACCESS_KEY_ID", "testing")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "very-secret")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        patch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        place = fsspec.filesystem("s3", skip_instance_cache=True)
        place.mkdir("statistics")
        place.pipe_file("statistics/trade.csv", CSV)
        yield "s3://statistics/trade.csv"
    server.stop()


def reach(folder: Path, days: int = 0, **more: object) -> Reach:
    return Reach(NOW + timedelta(days=days), folder / "copies", **more)  # type: ignore[arg-type]


def bring_it(folder: Path, location: str, days: int = 0, **more: object) -> tuple[bytes, tuple[Problem, ...]]:
    use = reach(folder, days, **more)
    path, problems = bring("trade.csv", location, lambda: download("trade.csv", location, use), use)
    assert path.name == "trade.csv"
    return path.read_bytes(), problems


def test_brings_a_file_of_a_folder_and_notes_hash_and_instant(tmp_path: Path) -> None:
    location = (tmp_path / "shared.csv").as_uri()
    (tmp_path / "shared.csv").write_bytes(CSV)

    assert bring_it(tmp_path, location) == (CSV, ())

    (record,) = (tmp_path / "copies").glob("*/copy.json")
    assert json.loads(record.read_bytes()) == {
        "address": location, "sha256": sha256(CSV).hexdigest(), "bytes": len(CSV), "fetched_at": "2026-11-20T07:00:00+00:00",
    }  # fmt: skip


def test_brings_a_file_of_an_s3_like_place(tmp_path: Path, bucket: str) -> None:
    assert bring_it(tmp_path, bucket) == (CSV, ())


def test_tells_a_file_that_an_s3_like_place_does_not_have(tmp_path: Path, bucket: str) -> None:
    with pytest.raises(SourceError, match=r"s3://statistics/gone\.csv is not there"):
        bring_it(tmp_path, bucket.replace("trade", "gone"))


def test_uses_the_copy_and_says_how_old_it_is_while_the_place_is_away(tmp_path: Path, bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    bring_it(tmp_path, bucket)
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")

    content, (problem,) = bring_it(tmp_path, bucket, days=5)

    assert content == CSV
    assert problem.rule == "sources.away"
    assert "the copy of 2026-11-20 is used, 5 days old, sha256 " + sha256(CSV).hexdigest()[:16] in problem.message
    assert "very-secret" not in str(problem)


def test_fails_where_a_place_is_away_and_no_copy_was_kept(tmp_path: Path, bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")

    with pytest.raises(SourceError, match=r"s3://statistics/trade\.csv is away and no copy was kept: "):
        bring_it(tmp_path, bucket)


@pytest.mark.parametrize(("days", "age"), [(0, "of the same day"), (1, "of the day before"), (40, "40 days old")])
def test_reads_only_the_copy_while_working_offline(tmp_path: Path, days: int, age: str) -> None:
    fsspec.filesystem("memory").pipe_file("/trade.csv", CSV)
    bring_it(tmp_path, "memory://trade.csv")
    fsspec.filesystem("memory").pipe_file("/trade.csv", b"id,value\nb1,1\n")

    content, (problem,) = bring_it(tmp_path, "memory://trade.csv", days, offline=True)

    assert content == CSV
    assert f"memory://trade.csv is away (working offline); the copy of 2026-11-20 is used, {age}" in problem.message


def test_does_not_use_a_copy_that_was_changed(tmp_path: Path) -> None:
    fsspec.filesystem("memory").pipe_file("/trade.csv", CSV)
    bring_it(tmp_path, "memory://trade.csv")
    (copy,) = (tmp_path / "copies").glob("*/trade.csv")
    copy.write_bytes(CSV.replace(b"455", b"999"))

    with pytest.raises(SourceError, match="no copy was kept"):
        bring_it(tmp_path, "memory://trade.csv", offline=True)


def test_tells_a_file_that_is_gone_instead_of_using_its_copy(tmp_path: Path) -> None:
    path = tmp_path / "shared.csv"
    path.write_bytes(CSV)
    bring_it(tmp_path, path.as_uri())
    path.unlink()

    with pytest.raises(SourceError, match="is not there"):
        bring_it(tmp_path, path.as_uri())


def test_refuses_more_bytes_than_allowed(tmp_path: Path) -> None:
    (tmp_path / "shared.csv").write_bytes(CSV)

    with pytest.raises(SourceError, match=f"has {len(CSV)} bytes or more, 10 at most"):
        bring_it(tmp_path, (tmp_path / "shared.csv").as_uri(), limit=10)


@pytest.mark.parametrize(
    ("location", "told"),
    [
        ("https://example.org/trade.csv", "has no known scheme"),
        ("trade.csv", "has no known scheme"),
        ("s33://b/trade.csv", r"has no known scheme \(did you mean 's3'\?\)"),
        ("file://simplecache::s3://b/trade.csv", "has no known scheme"),
    ],
)
def test_knows_only_places_that_hold_files(tmp_path: Path, location: str, told: str) -> None:
    with pytest.raises(SourceError, match=told):
        bring_it(tmp_path, location)


def test_says_how_to_install_what_reads_s3(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    monkeypatch.delitem(sys.modules["fsspec.registry"]._registry, "s3", raising=False)

    with pytest.raises(SourceError, match="the library for it is not installed") as caught:
        bring_it(tmp_path, "s3://statistics/trade.csv")
    assert caught.value.hint == "run `pip install 'bilan[s3]'`"


def test_keeps_the_older_copy_where_fetching_fails_midway(tmp_path: Path) -> None:
    use = reach(tmp_path)

    def cut() -> bytes:
        raise AwayError("10 of 20 bytes came")

    bring("trade.csv", "memory://x.csv", lambda: CSV, use)
    path, problems = bring("trade.csv", "memory://x.csv", cut, use)

    assert (path.read_bytes(), len(problems)) == (CSV, 1)
    assert [one.name for one in path.parent.iterdir() if one.suffix == ".part"] == []


def test_takes_no_part_for_the_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = fsspec.filesystem("memory")
    place.pipe_file("/trade.csv", CSV)
    monkeypatch.setattr(type(place), "info", lambda *_: {"size": len(CSV) + 5})

    with pytest.raises(SourceError, match=f"no copy was kept: {len(CSV)} of {len(CSV) + 5} bytes came"):
        bring_it(tmp_path, "memory://trade.csv")


@pytest.mark.parametrize(
    ("location", "name"), [("s3://bucket/a/Trade.CSV", "trade.csv"), ("file:///x/export.xlsx", "trade.xlsx"), ("memory://x", "trade")]
)
def test_names_a_table_by_its_side_file_and_the_kind_of_its_location(location: str, name: str) -> None:
    assert name_at("trade", location) == name
