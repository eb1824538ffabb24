"""What may never be shown? Secrets read from the environment, and texts with every one of them struck out."""

import base64
import hashlib
import json
import re
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from bilan.errors import UsageError

STRUCK = "***"
PREFIX = "BILAN_"
FILE = "_FILE"
_SHORTEST = 4
_TELLING = re.compile(r"PASS(WORD|WD|PHRASE)?(_|$)|SECRET|TOKEN|CREDENTIAL|(^|_)KEY(_|$)", re.IGNORECASE)
_NO_VALUE = re.compile(r"_(FILE|PATH|DIR|ID)$", re.IGNORECASE)
_PATTERNS = (
    (re.compile(r"(\w://[^\s/:@]*:)[^\s@]+@"), rf"\1{STRUCK}@"),
    (
        re.compile(
            r"\b((?:proxy-)?authorization|x-api-key|ocp-apim-subscription-key|(?:set-)?cookie)(\\?[\"']?\s*[:=,]\s*\\?[\"']?)[^\r\n\"'\\]+",
            re.IGNORECASE,
        ),
        rf"\1\2{STRUCK}",
    ),
    (re.compile(r"\b(bearer\s+)[\w+/=.~-]{8,}", re.IGNORECASE), rf"\1{STRUCK}"),
    (
        re.compile(r"([?&;][^=&;?\s]*(?:pass|pwd|secret|token|key|signature)[^=&;?\s]*=)[^&;\s\"'<>]+", re.IGNORECASE),
        rf"\1{STRUCK}",
    ),
    (re.compile(r"(unsubscribe[/=+][^\s\"'<>?@]*?)[\w.~-]{8,}", re.IGNORECASE), rf"\1{STRUCK}"),
)
_known: dict[str, None] = {}


@dataclass(frozen=True, slots=True)
class Secret:
    """A value read from the environment; it is shown by nothing but `value`."""

    variable: str
    value: str = field(repr=False)


def read_secret(variable: str, environ: Mapping[str, str], *, any_sign: bool = False) -> Secret | None:
    """The secret in `BILAN_X`, or in the file named by `BILAN_X_FILE`; None where neither is set. No text shows it from then on.

    Raises UsageError where the file cannot be read, both are set, or it cannot stand in a header (unless `any_sign` may).
    """
    if not variable.startswith(PREFIX):
        raise UsageError(variable, f"is no variable of ours: secrets are read from {PREFIX}* only", f"name it {PREFIX}{variable}")
    named, file = environ.get(variable, ""), environ.get(f"{variable}{FILE}", "")
    if named and file:
        raise UsageError(variable, f"is set, and so is {variable}{FILE}", "keep one of the two")
    try:
        value = named or (Path(file).read_text(encoding="utf-8") if file else "")
    except (OSError, UnicodeDecodeError):
        raise UsageError(f"{variable}{FILE}", "cannot be read as UTF-8 text", "check the path and its permissions") from None
    value = value.strip()
    if not any_sign and not all("!" <= sign <= "~" for sign in value):
        raise UsageError(variable, "holds signs that no key has", "give printable ASCII without spaces")
    hide(value)
    return Secret(variable, value) if value else None


def hide(value: str) -> None:
    """Let no text show a value from now on, however it is written: plain, escaped, or in base64."""
    if len(value) >= _SHORTEST:
        _known.update(dict.fromkeys(sorted(set(_forms(value)), key=len, reverse=True)))


def fresh_secret() -> str:
    """A secret nobody can guess."""
    return secrets.token_urlsafe(32)


def fresh_token() -> str:
    """A personal token: a fresh secret that says whose it is, so that one found somewhere is known for what it is."""
    return f"bilan_{fresh_secret()}"


def digest(secret: str) -> str:
    """The SHA-256 that is kept of a secret in its place, as hexadecimal digits."""
    return hashlib.sha256(secret.encode()).hexdigest()


def hide_environment(environ: Mapping[str, str]) -> None:
    """Hide every variable that is named like a secret, and what the files hold that `BILAN_*_FILE` names."""
    for name, value in environ.items():
        if name.startswith(PREFIX) and name.endswith(FILE):
            hide(_content(value))
        elif _TELLING.search(name) and not _NO_VALUE.search(name):
            hide(value.strip())


def redacted(text: str) -> str:
    """A text without secrets: known values, passwords in addresses, keys in queries and headers, tokens of unsubscribe links."""
    for form in list(_known):
        text = text.replace(form, STRUCK)
    for pattern, instead in _PATTERNS:
        text = pattern.sub(instead, text)
    return text


def _content(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):  # who needs it is told when it is read
        return ""


def _forms(value: str) -> Iterator[str]:
    yield from (value, quote(value, safe=""), repr(value)[1:-1])
    yield from (json.dumps(value, ensure_ascii=ascii_only)[1:-1] for ascii_only in (True, False))
    content = value.encode()
    for before in range(3):  # where a secret stands within what is encoded shifts its letters
        whole = base64.b64encode(bytes(before) + content).decode().rstrip("=")
        certain = whole[-(-before * 8 // 6) : (before + len(content)) * 8 // 6]
        if len(certain) >= _SHORTEST:
            yield certain
