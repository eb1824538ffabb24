"""What became of an order? An edition, as its manifest describes it, or the error that kept it from being issued."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bilan.document import Edition, Identity
from bilan.errors import BilanError, Problem, Severity
from bilan.period import Period


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one order: an edition, or the error that kept it from being issued."""

    identity: Identity
    edition: Edition | None = None
    error: BilanError | None = None


def edition_of(manifest: Mapping[str, Any], path: str, *, reused: bool = False) -> Edition:
    """The edition a manifest describes; `path` is where its PDF is, within the archive."""
    about = manifest["edition"]
    identity = Identity(about["partnership"], Period.parse(about["period"]), about["audience"], about["language"])
    return Edition(
        identity=identity,
        number=about["number"],
        issue=about["issue"],
        as_of=date.fromisoformat(about["as_of"]),
        issued_on=date.fromisoformat(about["issued_on"]),
        key=about["key"],
        path=path,
        sha256=manifest["pdf"]["sha256"],
        pages=about["pages"],
        findings=len(manifest["findings"]),
        problems=tuple(
            Problem(one["where"], one["message"], one["hint"], Severity(one["severity"]), one["rule"], tuple(one["rows"]))
            for one in manifest["problems"]
        ),
        reused=reused,
    )
