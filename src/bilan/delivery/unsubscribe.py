"""How does an outsider leave the list? By a link that names the address and cannot be made up."""

import base64
import hashlib
import hmac
from urllib.parse import urlencode

_SIGNED = 16


def link(page: str, address: str, secret: str) -> str:
    """The address of the page at which one address leaves the list, at once where it is posted to (RFC 8058)."""
    return f"{page}{'&' if '?' in page else '?'}{urlencode({'token': token(address, secret)})}"


def token(address: str, secret: str) -> str:
    """An address and its signature, fit for a link."""
    return f"{_spelled(address.encode())}.{_spelled(_signature(address, secret))}"


def address_in(given: str, secret: str) -> str | None:
    """The address a token was made for, or None for a token that is not ours."""
    name, _, signature = given.partition(".")
    try:
        address = _read(name).decode()
        signed = _read(signature)
    except ValueError:
        return None
    return address if hmac.compare_digest(signed, _signature(address, secret)) else None


def _signature(address: str, secret: str) -> bytes:
    return hmac.new(secret.encode(), b"unsubscribe\n" + address.encode(), hashlib.sha256).digest()[:_SIGNED]


def _spelled(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


def _read(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
