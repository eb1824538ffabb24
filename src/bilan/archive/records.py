"""What passes between the archive and the ledger? What was stored, and what was issued."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Stored:
    """An edition whose contents are kept: `name` is its PDF's path within the archive, as index and ledger give it.

    `manifest_sha256` is all that is needed to reveal it, now or after a crash.
    """

    name: str
    manifest: str
    sha256: str
    manifest_sha256: str


class Issued(Protocol):
    """What the archive must know of an issued edition, as the ledger holds it."""

    @property
    def path(self) -> str:
        """Its PDF within the archive."""
        ...

    @property
    def manifest_sha256(self) -> str:
        """Hash of its manifest."""
        ...

    @property
    def issued_at(self) -> datetime:
        """When the ledger took it down."""
        ...

    @property
    def state(self) -> str:
        """Whether it is issued, superseded or withdrawn."""
        ...

    @property
    def reason(self) -> str:
        """Why it was withdrawn."""
        ...

    @property
    def settled_at(self) -> datetime | None:
        """When it was."""
        ...
