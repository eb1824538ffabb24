"""Which channels are there? One file in this folder each, found by itself."""

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache
from typing import Protocol, TypeVar, runtime_checkable

import bilan.delivery
from bilan.config.delivery import DeliveryConfig
from bilan.delivery.records import Answer, Note, Parcel, Post
from bilan.registry import Registry


class Line(Protocol):
    """An open channel, used by one thread: it hands over one parcel after the other, and is closed at the end."""

    def deliver(self, parcel: Parcel) -> Answer:
        """Hand over a parcel and say what became of it; BilanError where it cannot even be made."""
        ...

    def close(self) -> None:
        """Let go of connections."""
        ...


@runtime_checkable
class Teller(Protocol):
    """A line over which the owner can be told something."""

    def tell(self, note: Note) -> Answer:
        """Hand over a note."""
        ...


class Channel(Protocol):
    """What a channel's file brings.

    `again` tells whether handing over the same parcel twice does no harm: only then a delivery whose end is not known is
    tried again.
    """

    @property
    def again(self) -> bool:
        """Whether twice is as good as once."""
        ...

    def checked(self, address: str, delivery: DeliveryConfig) -> str:
        """An address in its one spelling; ValueError says why nothing may go there."""
        ...

    def place(self, address: str) -> str:
        """What a delivery loads: the domain, host or folder that limits are counted by."""
        ...

    def open(self, post: Post) -> Line:
        """A line to deliver by."""
        ...


C = TypeVar("C", bound=Channel)
CHANNELS: Registry[Channel] = Registry("channel")


def channel(name: str) -> Callable[[type[C]], type[C]]:
    """Register a channel under the name the list of recipients uses."""

    def register(made: type[C]) -> type[C]:
        CHANNELS.add(name, made())
        return made

    return register


@cache
def load_channels() -> Registry[Channel]:
    """All channels; the files of this folder are read on first use."""
    for module in pkgutil.iter_modules(bilan.delivery.__path__, "bilan.delivery."):
        importlib.import_module(module.name)
    return CHANNELS
