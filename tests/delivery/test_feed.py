from collections.abc import Callable

import pytest

from bilan.config.delivery import DeliveryConfig
from bilan.delivery.feed import Feed
from bilan.delivery.records import Parcel, Post, Result


def test_the_feed_only_records(post: Callable[..., Post], parcel: Callable[..., Parcel]) -> None:
    line = Feed().open(post(""))

    answer = line.deliver(parcel("public", "feed"))
    line.close()

    assert (answer.result, answer.text) == (Result.SENT, "kz-kg/2026-10/minister.en stands in the feed")


def test_a_feed_has_a_plain_name() -> None:
    assert Feed().checked("press-room", DeliveryConfig()) == "press-room"
    assert Feed().place("press-room") == "press-room"
    with pytest.raises(ValueError, match="is no name of a feed"):
        Feed().checked("press/room", DeliveryConfig())
