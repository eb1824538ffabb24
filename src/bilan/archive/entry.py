"""What does the index say of one edition? What its manifest tells, and what became of it after issue."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from bilan.archive.names import MANIFEST, named, sha
from bilan.document import Edition, Identity
from bilan.period import Period

ISSUED, SUPERSEDED, WITHDRAWN = "issued", "superseded", "withdrawn"


@dataclass(frozen=True, slots=True)
class Entry:
    """One edition; paths are within the archive, instants ISO 8601 in UTC, empty where nobody knows them.

    `erratum` is the reason of a correction, `supersedes` the PDF of the issue before, `reason` why it no longer counts.
    """

    partnership: str
    period: str
    audience: str
    language: str
    number: int
    issue: int
    key: str
    as_of: str
    issued_on: str
    pages: int
    title: str
    erratum: str
    pdf: str
    bytes: int
    html: str
    files: tuple[str, ...]
    manifest: str
    sha256: str
    manifest_sha256: str
    issued_at: str = ""
    state: str = ISSUED
    reason: str = ""
    supersedes: str = ""
    settled_at: str = ""

    @property
    def reader(self) -> str:
        """For whom: `analyst.fr`."""
        return f"{self.audience}.{self.language}"

    @property
    def name(self) -> str:
        """What all its issues are called: `kz-kg/2026-10/analyst.fr`."""
        return f"{self.partnership}/{self.period}/{self.reader}"

    @property
    def stem(self) -> str:
        """What its own files are called before their endings."""
        return self.pdf.removesuffix(".pdf")

    @property
    def order(self) -> tuple[str, str, str, str, int]:
        """Where it stands in the index."""
        return self.partnership, self.period, self.audience, self.language, self.issue

    @property
    def since(self) -> str:
        """When it was issued, as precisely as it is known."""
        return self.issued_at or f"{self.issued_on}T00:00:00+00:00"

    @property
    def edition(self) -> Edition:
        """The edition, without the findings and problems its manifest holds."""
        identity = Identity(self.partnership, Period.parse(self.period), self.audience, self.language)
        same = {name: getattr(self, name) for name in ("number", "issue", "key", "sha256", "pages", "state", "reason")}
        as_of, issued_on = date.fromisoformat(self.as_of), date.fromisoformat(self.issued_on)
        settled = datetime.fromisoformat(self.settled_at) if self.settled_at else None
        return Edition(identity=identity, as_of=as_of, issued_on=issued_on, path=self.pdf, findings=0, settled_at=settled, **same)

    def within(self) -> "Entry":
        """The same with paths within the partnership's own folder."""
        start = f"{self.partnership}/"
        paths = {name: getattr(self, name).removeprefix(start) for name in ("pdf", "html", "manifest", "supersedes")}
        return replace(self, files=tuple(name.removeprefix(start) for name in self.files), **paths)


def told(name: str, content: bytes) -> Entry:
    """The entry a manifest makes; ValueError, KeyError, TypeError or ArchiveError for what is no manifest of that name."""
    manifest = json.loads(content)
    digest = sha(content)
    pdf, *files, _ = named(manifest, digest, name)
    about, facts = manifest["edition"], manifest["pdf"]
    return Entry(
        partnership=about["partnership"],
        period=about["period"],
        audience=about["audience"],
        language=about["language"],
        number=about["number"],
        issue=about["issue"],
        key=about["key"],
        as_of=about["as_of"],
        issued_on=about["issued_on"],
        pages=about["pages"],
        title=about.get("title", ""),
        erratum=manifest.get("made_from", {}).get("erratum", {}).get("reason", ""),
        pdf=pdf,
        bytes=facts["bytes"],
        html=next((file for file in files if file == f"{name.removesuffix(MANIFEST)}.html"), ""),
        files=tuple(files),
        manifest=name,
        sha256=facts["sha256"],
        manifest_sha256=digest,
    )


def decoded(content: Mapping[str, Any]) -> Entry:
    """An entry as an index holds it; TypeError or KeyError for what is none."""
    return Entry(**{**content, "files": tuple(content["files"])})


def encoded(entry: Entry) -> dict[str, Any]:
    """An entry for an index."""
    return asdict(entry)
