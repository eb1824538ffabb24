"""Storage kept in memory, which keeps to the same laws as a real server (test_objects.py holds both to them)."""

import hashlib
from collections.abc import Iterator

from bilan.archive.objects import Objects


class Kept(Objects):
    """Objects of a dictionary, which several may share; ends at one change as a killed process does, before it or just after."""

    def __init__(self, address: str, content: dict[str, bytes], step: int = 0, *, late: bool = False) -> None:
        super().__init__(address)
        self.content, self.left, self.late = content, step, late

    def read(self, name: str) -> bytes:
        if name not in self.content:
            raise FileNotFoundError(name)
        return self.content[name]

    def tag(self, name: str) -> str | None:
        return self._tag(name)

    def parts(self) -> Iterator[str]:
        yield from sorted({f"{name.partition('/')[0]}/" if "/" in name else name for name in self.content})

    def listed(self, start: str) -> Iterator[tuple[str, str]]:
        yield from [(name, str(self._tag(name))) for name in sorted(self.content) if name.startswith(start)]

    def _put(self, name: str, content: bytes, **condition: str) -> bool:
        self.left -= 1
        if self.left == 0 and not self.late:
            raise KeyboardInterrupt
        expected = None if "IfNoneMatch" in condition else condition["IfMatch"]
        done = self._tag(name) == expected
        if done:
            self.content[name] = content
        if self.left == 0:
            raise KeyboardInterrupt
        return done

    def _tag(self, name: str) -> str | None:
        return f'"{hashlib.md5(self.content[name], usedforsecurity=False).hexdigest()}"' if name in self.content else None
