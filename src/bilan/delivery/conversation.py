"""How is one mail handed to a server? Step by step, so that it is always known whether a byte of it had left."""

import re
import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bilan.config.delivery import SmtpConfig
from bilan.delivery.records import Answer, Result

TOO_LARGE = 552
GO_ON = 354
READY, CLOSING, REFUSING = 200, 421, 500
_WORDS = 300
_DOT = re.compile(rb"(?m)^\.")
_TROUBLE = (OSError, smtplib.SMTPException)


class StuckError(Exception):
    """The server cannot be used at all just now: `code` and words are its own where it said something."""

    def __init__(self, text: str, code: int | None = None) -> None:
        super().__init__(text)
        self.text = text
        self.code = code

    @property
    def answer(self) -> Answer:
        """What that means for a delivery: nothing of it had left."""
        return Answer(Result.DEFERRED, self.text, self.code, stuck=True)


@dataclass(frozen=True, slots=True)
class Server:
    """How a mail server is reached: settings, password, the name we give, the folder of the certificates file."""

    settings: SmtpConfig
    password: str
    hello: str
    root: Path


class Conversation:
    """One connection to a mail server, on which one mail after the other is handed over."""

    def __init__(self, server: Server) -> None:
        """Connect, encrypt and log in; StuckError where any of it fails."""
        self._server = server
        self._smtp = self._connected()
        self.used = 0
        try:
            self._begin()
        except (StuckError, *_TROUBLE) as error:
            self.close()
            raise error if isinstance(error, StuckError) else _stuck(error) from error

    def limit(self) -> int | None:
        """The size of mail the server says it takes at most, None where it says none."""
        told = self._smtp.esmtp_features.get("size", "")
        return int(told) if told.isdigit() and int(told) else None

    def takes_unicode(self) -> bool:
        """Whether addresses may hold other letters than ASCII."""
        return self._smtp.has_extn("smtputf8")

    def hand_over(self, sender: str, recipient: str, content: bytes) -> Answer:
        """One mail to one recipient, from its envelope to the server's last word.

        Whatever is lost before the first byte of the mail may be tried again; after it, nobody knows.
        """
        self.used += 1
        try:
            refusal = self._envelope(sender, recipient, len(content))
        except _TROUBLE as error:
            self.close()
            return Answer(Result.DEFERRED, f"the connection was lost before the mail began to leave: {_said(error)}")
        if refusal is not None:
            return refusal
        try:
            self._smtp.send(_DOT.sub(b"..", content.rstrip(b"\r\n")) + b"\r\n.\r\n")
            code, words = self._smtp.getreply()
        except _TROUBLE as error:
            self.close()
            return Answer(Result.UNKNOWN, f"the connection was lost after the mail had begun to leave: {_said(error)}")
        return self._judged(code, words, sent=True)

    def close(self) -> None:
        """Hang up; what the server thinks of that does not matter any more."""
        self._smtp.close()

    def part(self) -> None:
        """Take leave and hang up."""
        try:
            self._smtp.quit()
        except _TROUBLE:
            self.close()

    def _connected(self) -> smtplib.SMTP:
        said = self._server.settings
        name, where = self._server.hello, (said.host, said.port)
        try:
            if said.security == "tls":
                return smtplib.SMTP_SSL(*where, local_hostname=name, timeout=said.timeout, context=self._context())
            return smtplib.SMTP(*where, local_hostname=name, timeout=said.timeout)
        except _TROUBLE as error:
            raise _stuck(error) from error

    def _context(self) -> ssl.SSLContext:
        named = self._server.settings.ca
        try:
            return ssl.create_default_context(cafile=str(self._server.root / named) if named else None)
        except OSError as error:
            raise StuckError(f"the certificates in '{named}' cannot be read: {error.strerror or error}") from error

    def _begin(self) -> None:
        said = self._server.settings
        self._agreed(self._smtp.ehlo, "does not greet back")
        if said.security == "starttls":
            if not self._smtp.has_extn("starttls"):
                raise StuckError("the server offers no encryption (STARTTLS); nothing was sent in the clear")
            code, words = self._smtp.starttls(context=self._context())
            if code >= _NOT_READY:
                raise StuckError(f"the server would not encrypt: {_worded(words)}", code)
            self._agreed(self._smtp.ehlo, "does not greet back once encrypted")
        if said.user:
            self._log_in()

    def _log_in(self) -> None:
        try:
            self._smtp.login(self._server.settings.user, self._server.password)
        except UnicodeEncodeError:
            raise StuckError("the user's name or password holds letters a login cannot carry: only ASCII is safe") from None

    def _agreed(self, step: Callable[[], tuple[int, bytes]], wrong: str) -> None:
        code, words = step()
        if not READY <= code < _NOT_READY:
            raise StuckError(f"the server {wrong}: {_worded(words)}", code)

    def _envelope(self, sender: str, recipient: str, size: int) -> Answer | None:
        """Sender, recipient, and the wish to send; None where the server waits for the mail."""
        options = ["SMTPUTF8"] if not (sender + recipient).isascii() else []
        options += [f"SIZE={size}"] if self._smtp.has_extn("size") else []
        code, words = self._smtp.mail(sender, options)
        if not READY <= code < _NOT_READY:
            answer = self._judged(code, words)
            # No recipient was named yet: what is wrong is with the sender or the server, unless it is the size.
            return answer if code == TOO_LARGE else Answer(Result.DEFERRED, answer.text, code, stuck=True)
        code, words = self._smtp.rcpt(recipient)
        if not READY <= code < _NOT_READY:
            return self._judged(code, words)
        code, words = self._smtp.docmd("DATA")
        return None if code == GO_ON else self._judged(code, words)

    def _judged(self, code: int, words: bytes, *, sent: bool = False) -> Answer:
        """What a server's last word means; after a refusal the connection is made ready for the next mail."""
        text = _worded(words)
        if sent and READY <= code < _NOT_READY:
            return Answer(Result.SENT, text, code)
        if sent and code < _LATER:
            self.close()
            return Answer(Result.UNKNOWN, f"the server's last word is no answer: {code} {text}", code)
        if code in (CLOSING, _NO_CODE) or not self._reset():
            self.close()
        return Answer(Result.REFUSED if code >= REFUSING else Result.DEFERRED, text, code)

    def _reset(self) -> bool:
        try:
            return self._smtp.rset()[0] < _NOT_READY
        except _TROUBLE:
            return False

    @property
    def open(self) -> bool:
        """Whether it can be used for another mail."""
        return self._smtp.sock is not None


_NOT_READY, _LATER, _NO_CODE = 300, 400, -1


def _stuck(error: Exception) -> StuckError:
    code = error.smtp_code if isinstance(error, smtplib.SMTPResponseException) else None
    return StuckError(f"the server cannot be used: {_said(error)}", code)


def _said(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return _worded(error.smtp_error)
    if isinstance(error, TimeoutError):
        return "no answer in time"
    return _short(str(error) or type(error).__name__)


def _worded(words: bytes | str) -> str:
    return _short(words if isinstance(words, str) else words.decode("utf-8", "replace"))


def _short(text: str) -> str:
    """One line without control signs, of a length one can read."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return line if len(line) <= _WORDS else f"{line[: _WORDS - 1]}…"
