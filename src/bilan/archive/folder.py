"""How does an archive lie in a folder? Contents by hash, names as hard links to them, `latest` as a folder of links."""

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import chain
from pathlib import Path

from bilan.archive import place
from bilan.archive.shelf import BLOBS, Naming, Projection
from bilan.errors import ArchiveError
from bilan.marks import mark

Swap = tuple[Path | None, Path]
KEPT = ".latest"
LOOKS = 5
"""How often a folder is looked into again that changed under our eyes."""


class Folder:
    """A folder people can read, each edition whole or not there."""

    def __init__(self, root: Path, *, patience: float = 10.0) -> None:
        self.root = root
        self._patience = patience

    def where(self, name: str = "") -> str:
        """The path."""
        return str(self.root / name)

    def find(self, pattern: str) -> list[str]:
        """Names that fit a pattern, in folders people see."""
        for _ in range(LOOKS):
            with contextlib.suppress(FileNotFoundError):  # what we looked into was put in place, or taken away, just then
                return sorted(self._found(pattern))
        return sorted(self._found(pattern))

    def _found(self, pattern: str) -> Iterator[str]:
        """Names that fit; what is still being put together, in folders that begin with a dot, is not looked into."""
        first, _, rest = pattern.partition("/")
        for one in self.root.glob(first):
            if not one.name.startswith("."):
                yield from (path.relative_to(self.root).as_posix() for path in (one.glob(rest) if rest else (one,)))

    def inside(self, name: str | Path) -> str | None:
        """The true name of a file by its name or path."""
        home = self.root.resolve()
        for candidate in (self.root / name, Path(name)):
            with contextlib.suppress(OSError, ValueError):  # no such name can exist
                real = candidate.resolve()
                if real.is_relative_to(home) and real.is_file():
                    return real.relative_to(home).as_posix()
        return None

    def read(self, name: str) -> bytes:
        """A file of the folder."""
        return (self.root / name).read_bytes()

    def kept(self) -> list[str]:
        """Names in `blob/`."""
        return sorted(path.name for path in (self.root / BLOBS).glob("*"))

    def pointed(self, pair: str, name: str) -> str | None:
        """Where a link leads."""
        if (self.root / pair / "latest.txt").exists():
            return None
        return self.inside(f"{pair}/latest/{name}") or ""

    def store(self, contents: Mapping[str, bytes]) -> None:
        """Keep contents under `blob/<sha256>`, for reading only."""
        shelf = self.root / BLOBS
        with self._telling(str(shelf)), place.workshop(self.root) as workshop:
            place.refuse_links(self.root, shelf)
            place.make_folder(shelf)
            for digest, content in contents.items():
                if not place.holds(shelf / digest, digest):
                    place.swap(place.write(workshop / digest, content, place.ISSUED), shelf / digest)
                    mark("content kept")

    def arrange(self, namings: Sequence[Naming], projected: Callable[[], Projection]) -> None:
        """Give names, one edition after the other, then swap the projection in."""
        with self._telling(self.where()), place.workshop(self.root) as workshop, place.alone(self.root, self._patience):
            placed: list[Path] = []
            try:
                for naming in namings:
                    placed += self._named(naming, workshop)
                self._project(projected(), workshop)
            except BaseException:
                self._undo(placed, projected)
                raise

    def _named(self, naming: Naming, workshop: Path) -> Iterator[Path]:
        """PDF first, manifest last: no manifest ever speaks of a PDF that is not there."""
        *files, manifest = naming
        target = self.root / manifest
        place.refuse_links(self.root, target.parent)
        place.make_folder(target.parent)
        issued = target.exists()
        if issued and not place.holds(target, naming[manifest]):
            raise ArchiveError(str(target), "this issue is out with other content", "publish it as the next issue")
        for batch in (files, [manifest]):
            for name in batch:
                if place.put(self._blob(naming[name], name), self.root / name, workshop, replaceable=not issued):
                    yield self.root / name
                mark("named")
            place.sync(target.parent)

    def _blob(self, digest: str, name: str) -> Path:
        path = self.root / BLOBS / digest
        if not place.holds(path, digest):
            told = "is damaged" if path.exists() else "is missing"
            raise ArchiveError(str(path), f"{told}: {name} cannot be given its content", "restore it from a copy of the archive")
        return path

    def _project(self, wanted: Projection, workshop: Path) -> None:
        """All is written aside before the first file is swapped, and `latest` moves last: a full disk changes nothing."""
        fresh = chain.from_iterable(self._renewed(name, content, workshop) for name, content in wanted.files.items())
        pointed = chain.from_iterable(self._pointed(pair, links, workshop) for pair, links in wanted.latest.items())
        for staged, target in [*fresh, *pointed]:
            if staged is None:
                target.unlink(missing_ok=True)
            else:
                place.swap(staged, target)
            mark("projected")
        for pair in wanted.latest:
            _tidy(self.root / pair)

    def _undo(self, placed: list[Path], projected: Callable[[], Projection]) -> None:
        for path in reversed(placed):
            path.unlink(missing_ok=True)
        with contextlib.suppress(OSError, ArchiveError), place.workshop(self.root) as fresh:  # the index heals with the next publication
            self._project(projected(), fresh)

    def _renewed(self, name: str, content: bytes, workshop: Path) -> Iterator[Swap]:
        path = self.root / name
        if not (path.is_file() and path.read_bytes() == content):
            yield place.write(workshop / name.replace("/", "-"), content), path

    def _pointed(self, pair: str, links: Mapping[str, str], workshop: Path) -> Iterator[Swap]:
        """`latest` as a link to a folder of relative links; where the disk has no links, a text file that lists them.

        The folder is named by what it holds, so that `latest` moves from one whole set to another in one step.
        """
        home, latest = self.root / pair, self.root / pair / "latest"
        if not links:
            yield None, latest
            return
        text = "".join(f"{name}\t{target}\n" for name, target in sorted(links.items()))
        chosen = f"{KEPT}/{sha256(text.encode()).hexdigest()[:16]}"
        if latest.is_symlink() and os.readlink(latest) == chosen and (home / chosen).is_dir():  # noqa: PTH115  the text of the link
            return
        staged, pointer = workshop / f"{pair}.latest", workshop / f"{pair}.pointer"
        staged.mkdir()
        try:
            for name, target in links.items():
                (staged / name).symlink_to(f"../../{target}")
            pointer.symlink_to(chosen)
        except OSError:
            yield place.write(workshop / f"{pair}.latest.txt", text.encode()), home / "latest.txt"
            return
        place.sync(staged)
        place.make_folder(home / KEPT)
        if not (home / chosen).is_dir():
            yield staged, home / chosen
        yield pointer, latest

    @contextlib.contextmanager
    def _telling(self, where: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise place.told(where, error) from error


def _tidy(home: Path) -> None:
    """Remove the folders `latest` pointed to before, except the one before this, which a reader may be in."""
    with contextlib.suppress(OSError):
        current = (home / "latest").resolve()
        old = sorted((path for path in (home / KEPT).iterdir() if path != current), key=lambda path: path.stat().st_mtime_ns)
        for path in old[:-1]:
            shutil.rmtree(path, ignore_errors=True)
