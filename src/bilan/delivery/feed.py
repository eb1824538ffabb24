"""The channel `feed`: the archive's feed tells of every edition by itself; the ledger keeps that it was meant to."""

from bilan.config.delivery import DeliveryConfig
from bilan.delivery.channel import channel
from bilan.delivery.records import Answer, Parcel, Post, Result


@channel("feed")
class Feed:
    """A projection of the ledger: nothing travels."""

    again = True

    def checked(self, address: str, delivery: DeliveryConfig) -> str:  # noqa: ARG002  the same for every channel
        """A name for the feed."""
        if not address.replace("-", "").isalnum():
            raise ValueError(f"'{address}' is no name of a feed: write it in letters, digits and hyphens")
        return address

    def place(self, address: str) -> str:
        """The feed."""
        return address

    def open(self, post: Post) -> "Feed":  # noqa: ARG002  the same for every channel
        """Itself: there is nothing to open."""
        return self

    def deliver(self, parcel: Parcel) -> Answer:
        """Said of what is in the archive, where the feed finds it."""
        return Answer(Result.SENT, f"{parcel.name} stands in the feed")

    def close(self) -> None:
        """Nothing is held open."""
