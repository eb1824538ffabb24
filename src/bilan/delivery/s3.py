"""The channel `s3`: editions as objects on S3-like storage, named by their content, written only where they are not yet."""

from typing import TYPE_CHECKING, Any

from bilan.config.delivery import DeliveryConfig
from bilan.delivery.channel import channel
from bilan.delivery.records import Answer, Parcel, Post, Result
from bilan.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

_HASHED = 16


@channel("s3")
class Store:
    """Objects in a bucket; credentials come from the environment, as for every S3 client."""

    again = True

    def checked(self, address: str, delivery: DeliveryConfig) -> str:
        """`s3://bucket/folder`, below one of `delivery.s3.places`."""
        places = tuple(one.rstrip("/") for one in delivery.s3.places) if delivery.s3 else ()
        found = address.rstrip("/")
        if any(part in ("", ".", "..") for part in found.removeprefix("s3://").split("/")) or any(map(str.isspace, found)):
            raise ValueError(f"'{address}' is no place on S3-like storage: write s3://bucket/folder")
        if not any(found == one or found.startswith(f"{one}/") for one in places):
            raise ValueError(f"'{address}' is in none of the places allowed: {', '.join(places) or 'delivery.s3 is not set'}")
        return found

    def place(self, address: str) -> str:
        """The bucket."""
        return address.removeprefix("s3://").partition("/")[0]

    def open(self, post: Post) -> "Bucket":
        """A client; ConfigError where the library is not installed or nothing is set."""
        return Bucket(post)


class Bucket:
    """Writes objects."""

    def __init__(self, post: Post) -> None:
        self._delivery = post.project.config.delivery
        if self._delivery.s3 is None:
            raise ConfigError("bilan.toml", ("delivery: there is no S3-like storage",), 'write [delivery.s3] with places = ["s3://…"]')
        self._storage = _client(self._delivery.s3.endpoint, self._delivery.s3.timeout)

    def deliver(self, parcel: Parcel) -> Answer:
        """Each file under a name that holds the hash of the PDF, so that the same again changes nothing."""
        base = Store().checked(parcel.recipient.address, self._delivery)
        try:
            new = sum(self._put(f"{base}/{name}", content) for name, content in _named(parcel).items())
        except Exception as error:  # noqa: BLE001  the storage library has errors of its own; each means that it did not work now
            return Answer(Result.DEFERRED, " ".join(str(error).split())[:300] or type(error).__name__)
        return Answer(Result.SENT, f"{new} objects" if new else "lay there already")

    def close(self) -> None:
        """Nothing is held open."""

    def _put(self, name: str, content: bytes) -> bool:
        """Write an object that is not there yet; False where it is."""
        try:
            self._storage.pipe_file(name, content, mode="create")
        except FileExistsError:
            return False
        except OSError:
            if self._storage.exists(name) and self._storage.info(name)["size"] == len(content):
                return False
            raise
        return True


def _named(parcel: Parcel) -> "Mapping[str, bytes]":
    """File names with the first signs of the PDF's hash before their ending, the manifest last."""
    if parcel.kind == "withdrawal":
        return parcel.contents
    stem = f"{parcel.name}.{parcel.sha256[:_HASHED]}"
    return {f"{stem}{name.removeprefix(parcel.name)}": content for name, content in parcel.contents.items()}


def _client(endpoint: str, seconds: float) -> Any:  # noqa: ANN401  the library has no types
    try:
        import s3fs  # noqa: PLC0415  heavy

        tries = {"total_max_attempts": 2, "mode": "standard"}
        said: dict[str, Any] = {"connect_timeout": min(seconds, 10), "read_timeout": seconds, "retries": tries}
        where = {"endpoint_url": endpoint} if endpoint else {}
        return s3fs.S3FileSystem(skip_instance_cache=True, use_listings_cache=False, config_kwargs=said, **where)
    except ImportError:
        raise ConfigError("bilan.toml", ("delivery: the library for s3:// is not installed",), "run `pip install 'bilan[s3]'`") from None
