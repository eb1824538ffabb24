import itertools
import sys
from collections.abc import Callable
from typing import Any

import pytest
from tests.archive.kept import Kept

from bilan.archive.objects import Objects
from bilan.errors import ArchiveError

_numbers = itertools.count()


@pytest.fixture
def objects(storage: Callable[[str], str]) -> Objects:
    return Objects(f"{storage(f'objects-{next(_numbers)}')}/a")


@pytest.mark.parametrize("kind", ["server", "memory"])
def test_an_object_is_written_where_none_is_and_replaced_only_as_it_was_seen(request: pytest.FixtureRequest, kind: str) -> None:
    objects: Objects = Kept("s3://kept", {}) if kind == "memory" else request.getfixturevalue("objects")

    assert objects.create("x", b"1")
    assert not objects.create("x", b"2")
    tag = objects.tag("x")
    assert objects.replace("x", b"3", tag)
    assert not objects.replace("x", b"4", tag)
    assert not objects.replace("gone", b"4", tag)

    assert objects.create("y/z", b"")
    assert objects.read("x") == b"3"
    assert objects.tag("gone") is None
    assert sorted(objects.parts()) == ["x", "y/"]
    assert list(objects.listed("")) == [("x", objects.tag("x")), ("y/z", objects.tag("y/z"))]
    with pytest.raises(FileNotFoundError):
        objects.read("gone")


def test_long_lists_come_whole(objects: Objects, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        objects.create(f"b/{number}", b"")
    objects.create("c", b"")
    call = objects._storage.call_s3
    monkeypatch.setattr(
        objects._storage, "call_s3", lambda method, **asked: call(method, **asked, **({"MaxKeys": 2} if "list" in method else {}))
    )

    assert [name for name, _ in objects.listed("b/")] == [f"b/{number}" for number in range(5)]
    assert list(objects.parts()) == ["b/", "c"]


def test_a_bucket_that_is_not_there_is_told(storage: Callable[[str], str]) -> None:
    storage("there")

    for ask in (lambda one: one.read("x"), lambda one: list(one.listed("")), lambda one: one.create("x", b"")):
        with pytest.raises(ArchiveError, match="there is no bucket 'nowhere'") as caught:
            ask(Objects("s3://nowhere/a"))
        assert caught.value.hint == "make it, or mend `reports` in bilan.toml"


@pytest.mark.parametrize(
    ("error", "said", "hint"),
    [
        (PermissionError("Access Denied"), "is refused (Access Denied)", "check the credentials in the environment"),
        (TimeoutError(), "cannot be reached (TimeoutError)", "try again when it is back"),
        (OSError("x" * 300), f"cannot be reached ({'x' * 199}…)", "try again when it is back"),
    ],
    ids=["refused", "late", "long"],
)
def test_says_what_the_storage_said(objects: Objects, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str, hint: str) -> None:
    def fail(*_: Any, **__: Any) -> None:  # noqa: ANN401  stands in for the library
        raise error

    monkeypatch.setattr(objects._storage, "call_s3", fail)

    with pytest.raises(ArchiveError) as caught:
        objects.create("x", b"")
    assert (caught.value.where, caught.value.message, caught.value.hint) == (f"{objects.address}/x", said, hint)


def test_storage_without_conditions_is_refused(objects: Objects, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:  # noqa: ANN401  stands in for the library
        error = OSError("not implemented")
        error.__cause__ = type("Unable", (Exception,), {"response": {"Error": {"Code": "NotImplemented"}}})()
        raise error

    monkeypatch.setattr(objects._storage, "call_s3", fail)

    with pytest.raises(ArchiveError, match="the storage knows no conditional writes"):
        objects.create("x", b"")


def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    monkeypatch.setenv("AWS_PROFILE", "another")  # no client that is known already

    with pytest.raises(ArchiveError, match="the library for s3:// is not installed") as caught:
        Objects("s3://x").read("y")
    assert caught.value.hint == "run `pip install 'bilan[s3]'`"


def test_no_secret_is_told_when_the_storage_is_away(objects: Objects, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")

    with pytest.raises(ArchiveError) as caught:
        Objects(objects.address).read("x")
    assert "very-secret" not in str(caught.value)
