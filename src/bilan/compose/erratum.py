"""What does a correction say of itself? Which issue it replaces, and what was wrong with that one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from bilan.document import Text

if TYPE_CHECKING:
    from bilan.wording.printer import Printer

KIND = "erratum"
"""What the audit knows the reason as: words of a person, with whatever numbers they name."""


@dataclass(frozen=True, slots=True)
class Erratum:
    """The issue that is replaced, when it was issued, and what was wrong with it, in the words of who corrects it."""

    issue: int
    issued_on: date
    reason: str

    @property
    def told(self) -> dict[str, Any]:
        """As a manifest holds it."""
        return {"issue": self.issue, "issued_on": self.issued_on.isoformat(), "reason": self.reason}

    @classmethod
    def of(cls, made_from: Mapping[str, Any]) -> Self | None:
        """That of an edition, from what it was made from; None for one that corrects nothing. Raises what a broken manifest raises."""
        told = made_from.get(KIND)
        return None if told is None else cls(int(told["issue"]), date.fromisoformat(told["issued_on"]), str(told["reason"]))


def erratum_in_words(printer: "Printer", erratum: Erratum, issue: int) -> Text:
    """The note on page one."""
    return printer.say(
        "erratum",
        issue=printer.constant(str(issue), "edition", "issue"),
        replaced=printer.constant(str(erratum.issue), "edition", "replaced"),
        date=erratum.issued_on,
        reason=printer.constant(erratum.reason, KIND, "reason"),
    )
