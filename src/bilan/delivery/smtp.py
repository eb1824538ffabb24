"""The channel `smtp`: editions as mails, each with one recipient; what cannot be known is never sent twice."""

from collections.abc import Callable
from email.message import EmailMessage

from bilan.config.address import domain_of, mail_address, within
from bilan.config.delivery import DeliveryConfig, SmtpConfig
from bilan.delivery import unsubscribe
from bilan.delivery.body import Circumstances, quoted
from bilan.delivery.channel import channel
from bilan.delivery.conversation import TOO_LARGE, Conversation, Server, StuckError
from bilan.delivery.keys import secret
from bilan.delivery.message import WAY_OUT, Letter, letter, mail, owners_mail
from bilan.delivery.records import Answer, Note, Parcel, Post, Recipient, Result
from bilan.errors import ConfigError


@channel("smtp")
class Smtp:
    """Mail."""

    again = False

    def checked(self, address: str, delivery: DeliveryConfig) -> str:
        """A mail address whose domain is allowed."""
        found = mail_address(address)
        if not within(domain_of(found), delivery.domains):
            raise ValueError(f"the domain {domain_of(found)} is not among those allowed: {', '.join(delivery.domains)}")
        return found

    def place(self, address: str) -> str:
        """The domain."""
        return domain_of(address)

    def open(self, post: Post) -> "Mailer":
        """A mailer; ConfigError where the settings name no server, or no password."""
        return Mailer(post)


class Mailer:
    """Hands over mails, on one connection as long as it lasts."""

    def __init__(self, post: Post) -> None:
        self._post, self._delivery = post, post.project.config.delivery
        self._settings = _settings(self._delivery)
        password = secret(post, self._settings.password) if self._settings.user else ""
        hello = self._settings.hello or domain_of(str(self._delivery.sender))
        self._server = Server(self._settings, password, hello, post.project.root)
        self._talk: Conversation | None = None
        self._letters: dict[tuple[object, ...], Letter] = {}

    def deliver(self, parcel: Parcel) -> Answer:
        """One mail; HeldError where it says what was not printed. A PDF too large to attach is linked."""
        Smtp().checked(parcel.recipient.address, self._delivery)

        def made(*, attach: bool) -> EmailMessage:
            leave = self._way_out(parcel.recipient)
            found = self._letter(parcel, attach=attach, outsider=bool(leave)).with_way_out(leave)
            return mail(parcel, self._delivery, found, leave, attach=attach)

        if len(parcel.pdf) > self._delivery.attach_bytes:
            return self._sent(made(attach=False), parcel) if self._post.link(parcel) else _unlinked(len(parcel.pdf))
        answer = self._sent(made(attach=True), parcel)
        if answer.code == TOO_LARGE and answer.result is Result.REFUSED and self._post.link(parcel) and parcel.kind != "withdrawal":
            return self._sent(made(attach=False), parcel)
        return answer

    def tell(self, note: Note) -> Answer:
        """One note to the owner."""
        return self._transferred(owners_mail(note, self._delivery), note.to)

    def close(self) -> None:
        """Take leave of the server."""
        if self._talk is not None and self._talk.open:
            self._talk.part()
        self._talk = None

    def _letter(self, parcel: Parcel, *, attach: bool, outsider: bool) -> Letter:
        """The letter of an edition, made and audited once for all who get the same."""
        known = (parcel.sha256, parcel.kind, parcel.reason, attach, outsider)
        if known not in self._letters:
            lang = parcel.manifest["edition"]["language"]
            way_out, reason = WAY_OUT if outsider else "", quoted(parcel.reason, lang)
            around = Circumstances(parcel.kind, lang, self._post.link(parcel), attach, way_out, reason)
            self._letters[known] = letter(parcel.manifest, self._post.project.brand, around)
        return self._letters[known]

    def _way_out(self, recipient: Recipient) -> str:
        """The link by which an outsider leaves the list."""
        if not recipient.outsider or not self._delivery.unsubscribe:
            return ""
        return unsubscribe.link(self._delivery.unsubscribe, recipient.address, secret(self._post, self._delivery.unsubscribe_secret))

    def _sent(self, message: EmailMessage, parcel: Parcel) -> Answer:
        return self._transferred(message, parcel.recipient.address)

    def _transferred(self, message: EmailMessage, address: str) -> Answer:
        """Over the open connection, else over a new one; one found dead before anything left is replaced once."""
        content, sender = message.as_bytes(), str(self._delivery.sender)
        fresh = self._talk is None
        answer = self._with(lambda talk: self._handed(talk, sender, address, content))
        if answer.result is Result.DEFERRED and answer.code is None and not answer.stuck and not fresh:
            return self._with(lambda talk: self._handed(talk, sender, address, content))
        return answer

    def _with(self, step: Callable[[Conversation], Answer]) -> Answer:
        if self._talk is not None and (not self._talk.open or self._talk.used >= self._settings.messages_per_connection):
            self.close()
        try:
            self._talk = self._talk or Conversation(self._server)
        except StuckError as error:
            return error.answer
        answer = step(self._talk)
        if not self._talk.open:
            self._talk = None
        return answer

    def _handed(self, talk: Conversation, sender: str, address: str, content: bytes) -> Answer:
        limit = talk.limit()
        if limit is not None and len(content) > limit:
            return Answer(Result.REFUSED, f"the mail has {len(content)} bytes, and the server takes {limit}", TOO_LARGE)
        if not (sender + address).isascii() and not talk.takes_unicode():
            return Answer(Result.REFUSED, "the server takes no address with letters beyond ASCII (SMTPUTF8)")
        return talk.hand_over(sender, address, content)


def _settings(delivery: DeliveryConfig) -> SmtpConfig:
    if delivery.smtp is None:
        hint = 'write [delivery.smtp] with host = "mail.example.org"'
        raise ConfigError("bilan.toml", ("delivery: there is no mail server",), hint)
    return delivery.smtp


def _unlinked(size: int) -> Answer:
    return Answer(Result.REFUSED, f"the PDF has {size} bytes, too many to attach, and archive.url names no place to link to")
