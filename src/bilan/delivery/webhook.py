"""The channel `webhook`: a signed call to a program elsewhere; the same call may come twice, and says so by its id."""

import contextlib
import hashlib
import hmac
import http.client
import ipaddress
import socket
import ssl
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self
from urllib.parse import urlsplit

from bilan.config.delivery import LOOPBACK, DeliveryConfig, HookConfig
from bilan.delivery.channel import channel
from bilan.delivery.keys import secret
from bilan.delivery.records import Answer, Note, Parcel, Post, Result, as_json

LATER = (408, 425, 429)
_REDIRECT, _CLIENT, _SERVER = 300, 400, 500
_MOST = 64 * 1024
_PORTS = {"https": 443, "http": 80}


@channel("webhook")
class Webhook:
    """Calls over https."""

    again = True

    def checked(self, address: str, delivery: DeliveryConfig) -> str:
        """An https address; unencrypted only on this machine or where the settings allow the host."""
        parts = urlsplit(address)
        if parts.scheme not in ("https", "http") or not parts.hostname or parts.username is not None:
            raise ValueError(f"'{address}' is no address to call: write https://host/path")
        if not address.isascii() or not address.isprintable() or " " in address:
            raise ValueError(f"'{address}' holds signs no address has")
        if parts.scheme == "http" and parts.hostname not in LOOPBACK and not _allowed(parts.hostname, parts.port, delivery):
            raise ValueError(f"'{address}' is not encrypted: write https://, or name the host in delivery.webhook.allow")
        return address

    def place(self, address: str) -> str:
        """The host."""
        return str(urlsplit(address).hostname)

    def open(self, post: Post) -> "Caller":
        """Somebody who calls."""
        return Caller(post)


class Caller:
    """Calls one address after the other, each on a connection of its own."""

    def __init__(self, post: Post) -> None:
        self._post, self._delivery = post, post.project.config.delivery

    def deliver(self, parcel: Parcel) -> Answer:
        """What there is to know of the edition and where it lies, as signed JSON."""
        body = parcel.told() | {"link": self._post.link(parcel), "bytes": len(parcel.pdf), "test": parcel.test}
        signed = secret(self._post, parcel.recipient.secret or self._delivery.webhook.secret)
        return self._called(parcel.recipient.address, as_json(body), (parcel.key, int(parcel.at.timestamp()), signed))

    def tell(self, note: Note) -> Answer:
        """One note to the owner."""
        body = {"schema": 1, "id": note.key, "kind": "notice", "subject": note.subject, "text": note.text}
        signed = secret(self._post, self._delivery.webhook.secret)
        return self._called(note.to, as_json(body), (note.key, int(note.at.timestamp()), signed))

    def announce(self, hook: HookConfig, event: Mapping[str, Any], at: datetime) -> Answer:
        """One event to a program that asked for it; its `id` is the same each time."""
        signed = secret(self._post, hook.secret or self._delivery.webhook.secret)
        return self._called(hook.url, as_json(event), (str(event["id"]), int(at.timestamp()), signed))

    def close(self) -> None:
        """Nothing is held open."""

    def _called(self, address: str, body: bytes, proof: tuple[str, int, str]) -> Answer:
        parts = urlsplit(Webhook().checked(address, self._delivery))
        port = parts.port or _PORTS[parts.scheme]
        try:
            with _Connection(str(parts.hostname), port, parts.scheme, self._delivery) as connection:
                connection.request("POST", f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}", body, headers(body, *proof))
                response = connection.getresponse()
                response.read(_MOST)
        except PrivateError as error:
            return Answer(Result.REFUSED, str(error))
        except (OSError, http.client.HTTPException) as error:  # twice is as good as once: whatever was lost is tried again
            return Answer(Result.DEFERRED, f"no answer: {' '.join(str(error).split()) or type(error).__name__}")
        return judged(response.status, response.reason)


def headers(body: bytes, key: str, at: int, signed: str) -> dict[str, str]:
    """The headers of a call: its id, its instant, and the HMAC-SHA256 of both instant and body."""
    return {
        "Content-Type": "application/json", "User-Agent": "Bilan", "Bilan-Delivery": key, "Idempotency-Key": key,
        "Bilan-Timestamp": str(at), "Bilan-Signature": f"v1={signature(body, at, signed)}",
    }  # fmt: skip


def signature(body: bytes, at: int, signed: str) -> str:
    """HMAC-SHA256, in hexadecimal, over the instant in seconds, a full stop, and the body."""
    return hmac.new(signed.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()


def judged(status: int, reason: str) -> Answer:
    """What a status means: redirects are not followed, a server's trouble passes."""
    if status < _REDIRECT:
        return Answer(Result.SENT, reason, status)
    if status < _CLIENT:
        return Answer(Result.REFUSED, f"{reason}: redirects are not followed", status)
    return Answer(Result.DEFERRED if status in LATER or status >= _SERVER else Result.REFUSED, reason, status)


class PrivateError(Exception):
    """A host leads into a private network."""


class _Connection(http.client.HTTPConnection):
    """A connection to an address that was looked at before: the name is looked up once, and only a public address is called."""

    def __init__(self, host: str, port: int, scheme: str, delivery: DeliveryConfig) -> None:
        super().__init__(host, port, timeout=delivery.webhook.timeout)
        self._encrypted = scheme == "https"
        self.default_port = _PORTS[scheme]
        self._free = _allowed(host, port, delivery)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def connect(self) -> None:
        """To the host, after all of its addresses were looked at."""
        found = [str(one[4][0]) for one in socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)]
        private = [one for one in found if not is_public(one)]
        if private and not self._free:
            raise PrivateError(f"{self.host} leads to the private address {private[0]}; name the host in delivery.webhook.allow if it may")
        self.sock = self._reached(found)
        if self._encrypted:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)

    def _reached(self, found: list[str]) -> socket.socket:
        """A socket to the first of some addresses that answers."""
        *others, last = found
        for one in others:
            with contextlib.suppress(OSError):
                return socket.create_connection((one, self.port), self.timeout)
        return socket.create_connection((last, self.port), self.timeout)


def is_public(address: str) -> bool:
    """Whether an address is one of the wide network, also where it hides a private one inside."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _TRANSLATED else None)
        if inner is not None:
            return inner.is_global and not inner.is_multicast
    return ip.is_global and not ip.is_multicast


_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")


def _allowed(host: str, port: int | None, delivery: DeliveryConfig) -> bool:
    return host in delivery.webhook.allow or f"{host}:{port}" in delivery.webhook.allow
