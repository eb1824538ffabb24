"""What is handed over, to whom, and what is said to have become of it?"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Literal
from urllib.parse import quote

from bilan.config.base import Language
from bilan.document import Identity
from bilan.project import Project

Kind = Literal["edition", "correction", "withdrawal"]
MANIFEST = "manifest.json"


def as_json(content: object) -> bytes:
    """JSON in one spelling."""
    return (json.dumps(content, ensure_ascii=False, sort_keys=True) + "\n").encode()


class Result(StrEnum):
    """What became of a delivery: `unknown` where it may have arrived and may not."""

    SENT = "sent"
    DEFERRED = "deferred"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a channel says of one delivery, with the server's code and words.

    `stuck`: the channel cannot work at all just now, whoever the recipient is; no other need be tried.
    """

    result: Result
    text: str
    code: int | None = None
    stuck: bool = False


@dataclass(frozen=True, slots=True)
class Recipient:
    """One line of the list of recipients; `address` is in the one spelling its channel knows, `line` where it stands."""

    name: str
    address: str
    channel: str
    audiences: tuple[str, ...]
    language: Language
    partnerships: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    outsider: bool = False
    consent: date | None = None
    secret: str | None = None
    line: int = 0

    def gets(self, identity: Identity, on: date, groups: tuple[str, ...] = ()) -> bool:
        """Whether an edition issued on a day is for this recipient; no groups asked for means all."""
        wanted = identity.audience in self.audiences and identity.language == self.language
        wanted = wanted and (not self.partnerships or identity.partnership in self.partnerships)
        agreed = self.consent <= on if self.consent else not self.outsider
        return wanted and agreed and (not groups or bool(set(groups) & set(self.groups)))


@dataclass(frozen=True, slots=True)
class Parcel:
    """One edition on its way to one recipient; `key` is the same each time, `name` the edition's path without its ending."""

    key: str
    kind: Kind
    recipient: Recipient
    name: str
    manifest: Mapping[str, Any]
    pdf: bytes
    at: datetime
    files: Mapping[str, bytes] = field(default_factory=dict)
    reason: str = ""
    test: bool = False

    @property
    def sha256(self) -> str:
        """The hash of the PDF."""
        return str(self.manifest["pdf"]["sha256"])

    @property
    def contents(self) -> dict[str, bytes]:
        """What a place of files gets, by name, the manifest last; of a withdrawn edition the notice alone."""
        if self.kind == "withdrawal":
            return {f"{self.name}.withdrawn.json": as_json(self.told())}
        beside = sorted(self.files.items(), key=lambda one: (one[0] == MANIFEST, one[0]))
        return {f"{self.name}.pdf": self.pdf} | {f"{self.name}.{suffix}": content for suffix, content in beside}

    def told(self) -> dict[str, Any]:
        """What there is to know of it, for a program."""
        names = ("partnership", "period", "audience", "language", "number", "issue", "title", "as_of", "issued_on", "pages")
        about = {name: self.manifest["edition"].get(name) for name in names}
        return {
            "schema": 1,
            "id": self.key,
            "kind": self.kind,
            "name": self.name,
            "sha256": self.sha256,
            "reason": self.reason,
            "edition": about,
        }


@dataclass(frozen=True, slots=True)
class Note:
    """Something the owner must know."""

    key: str
    to: str
    subject: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Post:
    """What every channel works with: the project and its environment, where secrets are."""

    project: Project
    environ: Mapping[str, str] = field(repr=False)

    def link(self, parcel: Parcel) -> str:
        """Where readers find the PDF of a parcel."""
        return self.address(parcel.name)

    def address(self, name: str) -> str:
        """Where readers find the PDF of an edition's path without its ending, as `[archive] url` says; empty where it says nothing."""
        url = self.project.config.archive.url
        return f"{url.rstrip('/')}/{quote(name)}.pdf" if url else ""
