"""The channel `folder`: editions as files in a folder that others read; each appears whole or not at all."""

import errno
import os
from pathlib import Path

from bilan.config.delivery import DeliveryConfig
from bilan.delivery.channel import channel
from bilan.delivery.records import Answer, Parcel, Post, Result

_LASTING = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM)


@channel("folder")
class Folder:
    """Files in a folder."""

    again = True

    def checked(self, address: str, delivery: DeliveryConfig) -> str:
        """A path from the project folder, below one of `delivery.folder.roots`."""
        path = Path(address)
        if ".." in path.parts or not all(sign.isprintable() for sign in address):
            raise ValueError(f"'{address}' is no folder editions may be put into")
        roots = delivery.folder.roots
        if not any(path.is_relative_to(root) for root in roots):
            raise ValueError(f"'{address}' is in none of the folders allowed: {', '.join(roots)}")
        return path.as_posix()

    def place(self, address: str) -> str:
        """The folder."""
        return address

    def open(self, post: Post) -> "Shelf":
        """The folders of a project."""
        return Shelf(post)


class Shelf:
    """Puts files where they belong."""

    def __init__(self, post: Post) -> None:
        self._root, self._delivery = post.project.root, post.project.config.delivery

    def deliver(self, parcel: Parcel) -> Answer:
        """PDF, data and at last the manifest; what lies there already is left alone, and never written over."""
        folder = self._root / Folder().checked(parcel.recipient.address, self._delivery)
        try:
            return _put_all(folder, parcel, self._inside(folder))
        except OSError as error:
            return Answer(Result.DEFERRED, f"cannot be written: {error.strerror}", error.errno, stuck=error.errno in _LASTING)

    def close(self) -> None:
        """Nothing is held open."""

    def _inside(self, folder: Path) -> bool:
        """Whether a folder lies where it says it does: no link leads elsewhere."""
        return any(folder.resolve().is_relative_to((self._root / one).resolve()) for one in self._delivery.folder.roots)


def _put_all(folder: Path, parcel: Parcel, inside: bool) -> Answer:  # noqa: FBT001  one of three facts
    if not inside:
        return Answer(Result.REFUSED, "the folder goes through a link to another place")
    new = 0
    for name, content in parcel.contents.items():
        path = folder / name
        if path.exists():
            if path.read_bytes() != content:
                return Answer(Result.REFUSED, f"{name} lies there with other content; it was left as it is")
            continue
        _put(path, content, parcel.key)
        new += 1
    return Answer(Result.SENT, f"{new} files" if new else "lay there already")


def _put(path: Path, content: bytes, key: str) -> None:
    """A file that is there whole or not at all, also after the power was lost."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{key[:16]}.part")
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    handle = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
