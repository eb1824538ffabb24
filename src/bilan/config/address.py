"""Is this an address a message may go to? One spelling for each, and nothing a header could be broken with."""

import re
import unicodedata

LONGEST = 254
LONGEST_LOCAL = 64
LONGEST_LABEL = 63
LONGEST_NAME = 120
_ATEXT = "!#$%&'*+/=?^_`{|}~-"
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?")
_HINT = "write it as name@example.org"


def mail_address(text: str) -> str:
    """The one spelling of a mail address: its domain in lower case and in ASCII; ValueError says what is wrong with it."""
    written = unicodedata.normalize("NFC", text).strip(" ")
    _refuse_hidden(written, "address")
    local, sign, domain = written.rpartition("@")
    if not sign or "@" in local:
        raise ValueError(f"'{written}' is no mail address: {_HINT}")
    if not local or not all(_may_stand(one) for one in local.replace(".", "")) or "" in local.split("."):
        raise ValueError(f"'{local}' cannot stand before the @: {_HINT}")
    if len(local.encode()) > LONGEST_LOCAL:
        raise ValueError(f"the part before the @ is longer than {LONGEST_LOCAL} bytes")
    found = f"{local}@{mail_domain(domain)}"
    if len(found.encode()) > LONGEST:
        raise ValueError(f"the address is longer than {LONGEST} bytes")
    return found


def mail_domain(text: str) -> str:
    """A domain in lower case and in ASCII, as servers know it; ValueError where it can be none."""
    written = unicodedata.normalize("NFC", text).strip(" ")
    _refuse_hidden(written, "domain")
    domain = written.lower() if written.isascii() else _in_ascii(written)
    labels = domain.split(".")
    if len(labels) < 2 or any(not _LABEL.fullmatch(one) or len(one) > LONGEST_LABEL for one in labels) or labels[-1].isdigit():  # noqa: PLR2004  a name and its top
        raise ValueError(f"'{written}' is no domain: write it as example.org")
    return domain


def domain_of(address: str) -> str:
    """What follows the @."""
    return address.rpartition("@")[2]


def within(domain: str, allowed: tuple[str, ...]) -> bool:
    """Whether a domain is one of those allowed, or lies below one; no list allows all."""
    return not allowed or any(domain == one or domain.endswith(f".{one}") for one in allowed)


def plain_name(text: str) -> str:
    """A person's or office's name as a header takes it; ValueError for signs that end a line or hide something."""
    written = unicodedata.normalize("NFC", text).strip(" ")
    _refuse_hidden(written, "name")
    if len(written) > LONGEST_NAME:
        raise ValueError(f"the name is longer than {LONGEST_NAME} signs")
    return written


def _refuse_hidden(text: str, what: str) -> None:
    """Control and format signs end a header, hide a part of it, or turn it round."""
    for sign in text:
        kind = unicodedata.category(sign)
        if kind.startswith("C") or kind in ("Zl", "Zp"):
            raise ValueError(f"the {what} holds a sign that none has (U+{ord(sign):04X})")


def _may_stand(sign: str) -> bool:
    if sign.isascii():
        return sign.isalnum() or sign in _ATEXT
    return unicodedata.category(sign)[0] in "LNM"


def _in_ascii(domain: str) -> str:
    import idna  # noqa: PLC0415  only a name in another script needs it

    try:
        return idna.encode(domain, uts46=True, transitional=False).decode("ascii")
    except idna.IDNAError as error:
        raise ValueError(f"'{domain}' is no domain: {error}") from None
