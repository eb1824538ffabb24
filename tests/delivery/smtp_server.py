"""A real mail server on this machine that misbehaves as told, and remembers every mail it took; for tests and benchmarks.

How it treats a mail is told by the address: `ok@…`, or one of `BEHAVIOURS` before the first hyphen or the @.
"""

import base64
import datetime as dt
import re
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

HOLD = 20.0
"""Seconds after which a server that keeps silent lets go, should a test forget its time-out."""
RCPT = {
    "refuse": "550 5.1.1 no such user",
    "busy": "450 4.2.1 mailbox busy",
    "grey": "451 4.7.1 come back later",
    "shut": "421 4.3.2 closing",
}
DATA = {"full": "452 4.3.1 no room", "never": "554 5.7.1 no"}
AFTER = {
    "late": "451 4.3.0 try later", "spam": "554 5.7.1 refused as spam", "large": "552 5.3.4 too large", "closing": "421 4.3.2 closing",
    "odd": "hello?", "later": "354 still waiting",
}  # fmt: skip
CUTS = ("cut-before", "cut-data", "cut-kept", "cut-lost", "mute-kept", "mute-lost", "mute-before")
BEHAVIOURS = ("ok", *RCPT, *DATA, *AFTER, *CUTS)


@dataclass
class Taken:
    """One mail the server has."""

    sender: str
    recipient: str
    content: bytes
    encrypted: bool

    @property
    def message(self) -> EmailMessage:
        """The mail, parsed."""
        found = message_from_bytes(self.content, policy=policy.default)
        assert isinstance(found, EmailMessage)
        return found


@dataclass
class Rules:
    """How the server as a whole behaves."""

    encrypts: bool = True
    greeting: str = "220 test server"
    hello: str = "250"
    mail: str = "250 ok"
    size: int | None = None
    user: str = ""
    password: str = ""
    unicode: bool = True
    hangs_up_after: int | None = None
    fixes: dict[str, int] = field(default_factory=dict)
    """After so many tries a behaviour of its kind is over: greylisting ends."""


class MailServer:
    """Serves on a port of the loopback until closed; `taken` is what it has, `seen` every line it was told."""

    def __init__(self, rules: Rules, context: ssl.SSLContext | None = None, *, tls: bool = False) -> None:
        self.rules, self.taken, self.seen = rules, list[Taken](), list[str]()
        self.connections = self.most_at_once = self._now_open = 0
        self.tries: dict[str, int] = {}
        self._context, self._tls = context, tls
        self._over = threading.Event()
        self._lock = threading.Lock()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self._threads: list[threading.Thread] = []
        self._sockets: set[socket.socket] = set()
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()

    def recipients(self) -> list[str]:
        """To whom the mails it has are, in order."""
        return [one.recipient for one in self.taken]

    def at_rest(self, seconds: float = 5.0) -> None:
        """Wait until no conversation is open, for that long at most."""
        for thread in list(self._threads):
            thread.join(seconds)

    def close(self) -> None:
        self._over.set()
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        for one in list(self._sockets):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        for thread in (self._accepting, *self._threads):
            thread.join()

    def _accept(self) -> None:
        while not self._over.is_set():
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads = [one for one in self._threads if one.is_alive()] + [thread]
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with self._lock:
            self.connections += 1
            self._now_open += 1
            self._sockets.add(connection)
            self.most_at_once = max(self.most_at_once, self._now_open)
        try:
            with suppress(OSError), closing(_Talk(self, connection)) as talk:
                talk.run(tls=self._tls)
        finally:
            with self._lock:
                self._now_open -= 1
                self._sockets.discard(connection)

    def keep_silent(self) -> None:
        """Say nothing until the server is closed, or the other side has long gone."""
        self._over.wait(HOLD)

    def behaviour(self, recipient: str) -> str:
        """How the server treats a mail to an address, this time."""
        found = next((one for one in sorted(BEHAVIOURS, key=len, reverse=True) if re.match(rf"{one}[-@]", recipient)), "ok")
        with self._lock:
            self.tries[recipient] = self.tries.get(recipient, 0) + 1
            return "ok" if self.tries[recipient] > self.rules.fixes.get(found, 10**9) else found

    def keep(self, taken: Taken) -> None:
        with self._lock:
            self.taken.append(taken)

    def encrypted(self, connection: socket.socket) -> socket.socket:
        assert self._context
        with self._lock:
            self._sockets.discard(connection)
            found = self._context.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
            self._sockets.add(found)
        try:
            found.do_handshake()
        except OSError:
            found.close()
            raise
        return found


class _Talk:
    """One connection."""

    def __init__(self, server: MailServer, connection: socket.socket) -> None:
        self._server, self._rules, self._encrypted = server, server.rules, False
        self._take(connection)
        self._sender = self._recipient = self._behaviour = ""
        self._logged_in = False
        self._mails = 0

    def _take(self, connection: socket.socket) -> None:
        self._connection = connection
        self._file = connection.makefile("rb")

    def close(self) -> None:
        self._file.close()
        self._connection.close()

    def _encrypt(self) -> None:
        self._file.close()
        self._take(self._server.encrypted(self._connection))
        self._encrypted = True

    def run(self, *, tls: bool) -> None:
        if tls:
            self._encrypt()
        self._say(self._rules.greeting)
        steps: dict[str, Callable[[str], bool]] = {
            "EHLO": self._ehlo, "HELO": self._ehlo, "STARTTLS": self._starttls, "AUTH": self._auth, "MAIL": self._mail, "RCPT": self._rcpt,
            "DATA": self._data, "RSET": self._ok, "NOOP": self._ok, "QUIT": self._quit,
        }  # fmt: skip
        while line := self._file.readline():
            text = line.decode().strip()
            self._server.seen.append(text)
            if not steps.get(text.partition(" ")[0].upper(), self._unknown)(text):
                return

    def _say(self, text: str) -> None:
        self._connection.sendall(text.encode() + b"\r\n")

    def _ok(self, _: str) -> bool:
        self._say("250 ok")
        return True

    def _unknown(self, _: str) -> bool:
        self._say("500 what?")
        return True

    def _quit(self, _: str) -> bool:
        self._say("221 bye")
        return False

    def _ehlo(self, _: str) -> bool:
        if not self._rules.hello.startswith("250"):
            self._say(self._rules.hello)
            return True
        told = ["test server", *(["STARTTLS"] if self._rules.encrypts and not self._encrypted else [])]
        told += [f"SIZE {self._rules.size}"] if self._rules.size else []
        told += ["SMTPUTF8", "8BITMIME"] if self._rules.unicode else []
        told += ["AUTH PLAIN"] if self._rules.user else []
        for one in told[:-1]:
            self._say(f"250-{one}")
        self._say(f"250 {told[-1]}")
        return True

    def _starttls(self, _: str) -> bool:
        self._say("220 go ahead")
        self._encrypt()
        return True

    def _auth(self, text: str) -> bool:
        given = base64.b64decode(text.rsplit(maxsplit=1)[-1]).decode().split("\0")[1:]
        self._logged_in = given == [self._rules.user, self._rules.password]
        self._say("235 welcome" if self._logged_in else "535 5.7.8 wrong password")
        return True

    def _mail(self, text: str) -> bool:
        if self._rules.hangs_up_after is not None and self._mails >= self._rules.hangs_up_after:
            return False
        self._mails += 1
        self._sender = _address(text)
        self._say("530 5.7.0 log in first" if self._rules.user and not self._logged_in else self._rules.mail)
        return True

    def _rcpt(self, text: str) -> bool:
        self._recipient = _address(text)
        self._behaviour = self._server.behaviour(self._recipient)
        if self._behaviour == "cut-before":
            return False
        if self._behaviour == "mute-before":
            self._server.keep_silent()
            return False
        self._say(RCPT.get(self._behaviour, "250 ok"))
        return self._behaviour != "shut"

    def _data(self, _: str) -> bool:
        if self._behaviour == "cut-data":
            return False
        if self._behaviour in DATA:
            self._say(DATA[self._behaviour])
            return True
        self._say("354 go ahead")
        content = self._content()
        if content is None:
            return False
        answer = self._verdict(content)
        if answer.startswith("250") and not self._behaviour.endswith("-lost"):
            self._server.keep(Taken(self._sender, self._recipient, content, self._encrypted))
        if self._behaviour.startswith("cut"):
            return False
        if self._behaviour.startswith("mute"):
            self._server.keep_silent()
            return False
        self._say(answer)
        return self._behaviour != "closing"

    def _verdict(self, content: bytes) -> str:
        """The last word on a mail."""
        if self._rules.size and len(content) > self._rules.size:
            return AFTER["large"]
        if self._behaviour == "large" and b"application/pdf" not in content:
            return "250 ok"
        return AFTER.get(self._behaviour, "250 ok")

    def _content(self) -> bytes | None:
        """What comes up to the line with a dot alone; None where the other side is gone before it: such a mail was never given."""
        lines: list[bytes] = []
        while (line := self._file.readline()) != b".\r\n":
            if not line.endswith(b"\n"):
                return None
            lines.append(line[1:] if line.startswith(b".") else line)
        return b"".join(lines)


def _address(text: str) -> str:
    found = re.search(r"<([^>]*)>", text)
    return found[1] if found else ""


@contextmanager
def mail_server(rules: Rules | None = None, context: ssl.SSLContext | None = None, *, tls: bool = False) -> Iterator[MailServer]:
    """A server that runs while the block does."""
    server = MailServer(rules or Rules(), context, tls=tls)
    try:
        yield server
    finally:
        server.close()


def certified(folder: Path, name: str = "localhost") -> ssl.SSLContext:
    """A server's TLS with a certificate of its own, which is written to `folder/ca.pem` for clients to trust."""
    from cryptography import x509  # noqa: PLC0415  heavy
    from cryptography.hazmat.primitives import hashes, serialization  # noqa: PLC0415  same
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415  same

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    begin, end = dt.datetime(2020, 1, 1, tzinfo=dt.UTC), dt.datetime(2099, 1, 1, tzinfo=dt.UTC)
    made = x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(begin).not_valid_after(end)
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
    made = made.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    usage = dict.fromkeys(("content_commitment", "key_encipherment", "data_encipherment", "key_agreement", "crl_sign"), False)
    usage |= {"digital_signature": True, "key_cert_sign": True, "encipher_only": False, "decipher_only": False}
    made = made.add_extension(x509.KeyUsage(**usage), critical=True)
    made = made.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    pem = made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "ca.pem").write_bytes(pem)
    (folder / "server.pem").write_bytes(pem + secret)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.pem")
    return context
