"""What is an account, and what may it do? Roles in order, names and fingerprints that can be kept, rows as the ledger holds them."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from bilan.errors import UsageError

if TYPE_CHECKING:
    from sqlalchemy import Row

LONGEST = 100
_NAME = re.compile(r"[\w.@+-]+")
_SHA256 = re.compile(r"[0-9a-f]{64}")


class Role(StrEnum):
    """What an account may do; each role may do what those before it may."""

    VIEW = "view"
    RUN = "run"
    APPROVE = "approve"
    ADMIN = "admin"

    def at_least(self, other: "Role") -> bool:
        """Whether this role may do what the other may."""
        order = list(Role)
        return order.index(self) >= order.index(other)


def lesser(one: Role, other: Role) -> Role:
    """That of two roles which may do less."""
    return other if one.at_least(other) else one


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account as the ledger holds it; `subject` is who it is at a provider of log-ins, as issuer|subject."""

    id: int
    name: str
    password: str | None = field(repr=False)
    role: Role
    subject: str | None
    created_at: datetime
    disabled_at: datetime | None
    failures: int
    locked_until: datetime | None

    @property
    def disabled(self) -> bool:
        """Whether it may do nothing at all."""
        return self.disabled_at is not None

    @property
    def state(self) -> str:
        """Its role, or that it is disabled: what the events say it was and is."""
        return "disabled" if self.disabled else self.role

    def locked(self, now: datetime) -> bool:
        """Whether nobody may log in to it for a while, after too many wrong passwords."""
        return self.locked_until is not None and now < self.locked_until


@dataclass(frozen=True, slots=True)
class TokenRow:
    """One token as the ledger holds it: whose it is and until when it works; what it is, nobody can tell any more."""

    id: int
    account: str
    name: str
    role: Role
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None

    def works(self, now: datetime) -> bool:
        """Whether it is neither revoked nor past its end."""
        return self.revoked_at is None and now < self.expires_at


def folded(name: str) -> str:
    """How a name is kept and looked for: without regard to capitals, and to how letters are composed."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name.strip()).casefold())


def account_name(name: str) -> str:
    """A name as it is kept; UsageError where it cannot be one."""
    kept = folded(name)
    if not _NAME.fullmatch(kept) or len(kept) > LONGEST:
        hint = f"give 1 to {LONGEST} letters, digits or signs of . _ @ + -"
        raise UsageError(f"account '{name[:LONGEST]}'", "is no name for an account", hint)
    return kept


def token_name(name: str) -> str:
    """What a token is called; UsageError where that cannot be printed."""
    kept = name.strip()
    if not kept or len(kept) > LONGEST or not kept.isprintable():
        raise UsageError(f"token {name[:LONGEST]!r}", "is no name for a token", f"give 1 to {LONGEST} printable characters: what it is for")
    return kept


def fingerprint(sha256: str) -> str:
    """A SHA-256 in hexadecimal digits; ValueError for anything else, so that no secret gets into the ledger by mistake."""
    if not _SHA256.fullmatch(sha256):
        raise ValueError("the ledger takes the SHA-256 of a secret, never the secret")
    return sha256


def account_row(row: "Row[Any]") -> AccountRow:
    """An account from a row that holds its columns, whatever else it holds."""
    names = ("id", "name", "password", "subject", "created_at", "disabled_at", "failures", "locked_until")
    return AccountRow(role=Role(row.role), **{name: getattr(row, name) for name in names})
