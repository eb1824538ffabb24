import sys
from collections.abc import Callable, Iterator

import fsspec
import pytest
from tests.delivery.conftest import PDF

from bilan.config.delivery import DeliveryConfig, StoreConfig
from bilan.delivery.records import Answer, Parcel, Post, Result
from bilan.delivery.s3 import Bucket, Store
from bilan.errors import ConfigError

PLACE = "s3://editions/out"
SETTINGS = f'[delivery.s3]\nplaces = ["{PLACE}/"]\ntimeout = 5\n'
FILES = {"manifest.json": b"{}\n", "data.csv": b"a,b\n"}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a real S3-like server with one bucket."""
    from moto.server import ThreadedMotoServer  # noqa: PLC0415  heavy

    running = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    running.start()
    host, port = running.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ACCESS_KEY_ID", "testing")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "very-secret")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        fsspec.filesystem("s3", skip_instance_cache=True, endpoint_url=f"http://{host}:{port}").mkdir("editions")
        yield f"http://{host}:{port}"
    running.stop()


@pytest.fixture
def bucket(server: str, post: Callable[..., Post]) -> Bucket:
    return Store().open(post(SETTINGS + f'endpoint = "{server}"\n'))


def test_each_object_is_named_by_its_content_and_written_once(bucket: Bucket, parcel: Callable[..., Parcel]) -> None:
    one = parcel(PLACE, "s3", files=FILES)
    stem = f"editions/out/kz-kg/2026-10/minister.en.{one.sha256[:16]}"

    assert bucket.deliver(one) == Answer(Result.SENT, "3 objects")
    assert sorted(bucket._storage.find("editions")) == [f"{stem}.data.csv", f"{stem}.manifest.json", f"{stem}.pdf"]
    assert bucket._storage.cat_file(f"{stem}.pdf") == PDF
    assert bucket.deliver(one) == Answer(Result.SENT, "lay there already")


def test_a_withdrawal_leaves_a_notice(bucket: Bucket, parcel: Callable[..., Parcel]) -> None:
    assert bucket.deliver(parcel(f"{PLACE}/press", "s3", kind="withdrawal")).result is Result.SENT
    assert bucket._storage.exists("editions/out/press/kz-kg/2026-10/minister.en.withdrawn.json")


def test_another_object_of_that_name_is_no_delivery(bucket: Bucket, parcel: Callable[..., Parcel], monkeypatch: pytest.MonkeyPatch) -> None:
    one = parcel(f"{PLACE}/broken", "s3")
    monkeypatch.setattr(bucket._storage, "pipe_file", lambda *_, **__: (_ for _ in ()).throw(OSError("503 slow down")))

    assert bucket.deliver(one) == Answer(Result.DEFERRED, "503 slow down")


def test_a_server_that_is_away_defers(post: Callable[..., Post], parcel: Callable[..., Parcel], server: str) -> None:
    assert server
    away = Store().open(post(SETTINGS + 'endpoint = "http://127.0.0.1:9"\n'))

    answer = away.deliver(parcel(PLACE, "s3"))
    away.close()

    assert answer.result is Result.DEFERRED
    assert "127.0.0.1:9" in answer.text


def test_without_the_library_it_is_said_how_to_get_it(post: Callable[..., Post], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)

    with pytest.raises(ConfigError, match="the library for s3:// is not installed") as caught:
        Store().open(post(SETTINGS))
    assert "bilan[s3]" in caught.value.hint


def test_without_settings_there_is_no_storage(post: Callable[..., Post]) -> None:
    with pytest.raises(ConfigError, match="there is no S3-like storage"):
        Store().open(post(""))


@pytest.mark.parametrize(
    "address", ["s3://editions/outside", "s3://other/out", "s3://editions/out/../x", "https://x.example", "s3://editions//out"]
)
def test_only_the_places_that_are_allowed_are_written_to(address: str) -> None:
    with pytest.raises(ValueError, match=r"is no place on S3-like storage|none of the places allowed"):
        Store().checked(address, DeliveryConfig(s3=StoreConfig(places=(PLACE,))))


def test_limits_count_by_bucket() -> None:
    assert Store().place(Store().checked(f"{PLACE}/press/", DeliveryConfig(s3=StoreConfig(places=(PLACE,))))) == "editions"
