"""One small registry for every extension point: source, indicator, chart, finding rule, channel."""

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from bilan.errors import DefinitionError, UsageError, closest

T = TypeVar("T")


class Registry(Generic[T]):
    """Names of one kind, each registered once."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._entries: dict[str, T] = {}

    def add(self, name: str, entry: T) -> T:
        """Register `entry`; a name taken twice is a DefinitionError."""
        if name in self._entries:
            raise DefinitionError(f"{self.kind} '{name}'", ("is defined twice",), "give one of them another name")
        self._entries[name] = entry
        return entry

    def register(self, name: str) -> Callable[[T], T]:
        """Decorator form of `add`."""
        return lambda entry: self.add(name, entry)

    def get(self, name: str) -> T:
        """The entry, or a UsageError that names the closest known one."""
        if name not in self._entries:
            raise UsageError(
                f"{self.kind} '{name}'",
                f"is not known{closest(name, self.names())}",
                f"known: {', '.join(self.names()) or 'none'}",
            )
        return self._entries[name]

    def names(self) -> list[str]:
        """All names, sorted."""
        return sorted(self._entries)

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def __iter__(self) -> Iterator[T]:
        return (self._entries[name] for name in self.names())

    def __len__(self) -> int:
        return len(self._entries)
