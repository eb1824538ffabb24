"""What may `[delivery]` in `bilan.toml` and the list of recipients say?"""

from datetime import date
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator

from bilan.config.address import mail_address, mail_domain, plain_name
from bilan.config.base import Language, Model, Slug

LOOPBACK = ("127.0.0.1", "localhost", "::1")
MIB = 2**20


def _web_address(text: str) -> str:
    if not text:
        return text
    parts = urlsplit(text)
    if parts.scheme not in ("https", "http") or not parts.hostname or parts.username is not None or any(map(str.isspace, text)):
        raise ValueError("expected an address that starts with https:// and holds no name and password")
    return text


def _owner(text: str) -> str:
    return _web_address(text) if "://" in text else mail_address(text)


MailAddress = Annotated[str, AfterValidator(mail_address)]
MailDomain = Annotated[str, AfterValidator(mail_domain)]
PlainName = Annotated[str, AfterValidator(plain_name)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
Owners = Annotated[tuple[Annotated[str, AfterValidator(_owner)], ...], BeforeValidator(lambda one: (one,) if isinstance(one, str) else one)]
Secret = Annotated[str, StringConstraints(pattern=r"^BILAN_[A-Z0-9_]+$")]
HookEvent = Literal["issued", "held", "failed", "awaiting", "withdrawn"]
HostName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9.:-]+$")]


class SmtpConfig(Model):
    """`[delivery.smtp]`: the server that takes our mail; its password comes from the variable named.

    `security` "starttls" sends nothing before the connection is encrypted and the server's certificate verified, "tls"
    begins so, "none" is for a relay on this machine or in a closed network. Limits are those towards one recipient domain.
    """

    host: HostName
    port: int = Field(default=587, ge=1, le=65535)
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str = ""
    password: Secret = "BILAN_SMTP_PASSWORD"  # noqa: S105  the name of a variable
    ca: str = ""
    hello: str = ""
    timeout: float = Field(default=30.0, gt=0, le=300)
    connections: int = Field(default=4, ge=1, le=32)
    connections_per_domain: int = Field(default=2, ge=1, le=32)
    messages_per_minute: int = Field(default=60, ge=1)
    messages_per_connection: int = Field(default=100, ge=1)

    @model_validator(mode="after")
    def _keeps_the_password(self) -> "SmtpConfig":
        if self.user and self.security == "none" and self.host not in LOOPBACK:
            raise ValueError('a password must not travel unencrypted: set security to "starttls" or "tls"')
        return self


class FolderConfig(Model):
    """`[delivery.folder]`: the folders editions may be put into, from the project folder."""

    roots: tuple[str, ...] = ("deliveries",)


class StoreConfig(Model):
    """`[delivery.s3]`: the places on S3-like storage editions may be put to, and the server where it is not the usual one."""

    places: tuple[Annotated[str, StringConstraints(pattern=r"^s3://[a-z0-9.-]+(/[^?#\s]*)?$")], ...] = Field(min_length=1)
    endpoint: str = ""
    timeout: float = Field(default=30.0, gt=0, le=300)


class WebhookConfig(Model):
    """`[delivery.webhook]`: the variable of the key calls are signed with, and hosts that may be private or unencrypted."""

    secret: Secret = "BILAN_WEBHOOK_SECRET"  # noqa: S105  the name of a variable
    allow: tuple[HostName, ...] = ()
    timeout: float = Field(default=30.0, gt=0, le=300)


class HookConfig(Model):
    """`[[delivery.hook]]`: an address that is called whenever one of these events happens, signed as `[delivery.webhook]` has it."""

    url: WebAddress = Field(min_length=1, max_length=500)
    events: tuple[HookEvent, ...] = Field(default=("issued", "held"), min_length=1)
    secret: Secret | None = None


class DeliveryConfig(Model):
    """`[delivery]`: who sends, who is told when something goes wrong, to whom editions may go, and by which channels."""

    sender: MailAddress | None = Field(default=None, alias="from")
    reply_to: MailAddress | None = None
    owner: Owners = ()
    recipients: str = "recipients.toml"
    domains: tuple[MailDomain, ...] = ()
    attach_up_to_mib: float = Field(default=5.0, ge=0, le=50)
    unsubscribe: WebAddress = ""
    unsubscribe_secret: Secret = "BILAN_UNSUBSCRIBE_SECRET"  # noqa: S105  the name of a variable
    smtp: SmtpConfig | None = None
    folder: FolderConfig = FolderConfig()
    s3: StoreConfig | None = None
    webhook: WebhookConfig = WebhookConfig()
    hook: tuple[HookConfig, ...] = ()

    @property
    def attach_bytes(self) -> int:
        """Up to how many bytes a PDF is attached; above, it is linked."""
        return int(self.attach_up_to_mib * MIB)

    @model_validator(mode="after")
    def _can_sign_a_mail(self) -> "DeliveryConfig":
        if self.smtp is not None and self.sender is None:
            raise ValueError('mail needs a sender: write from = "bilan@example.org"')
        return self

    @model_validator(mode="after")
    def _calls_each_address_once(self) -> "DeliveryConfig":
        urls = [one.url for one in self.hook]
        for url in urls:
            if urls.count(url) > 1:
                raise ValueError(f"'{url}' stands in more than one [[delivery.hook]]: name all of its events in one")
        return self


class RecipientEntry(Model):
    """One recipient: who, where, of which audiences and in which language; an outsider must have agreed.

    `address` is a mail address, or what the channel delivers to: a folder, `s3://bucket/folder`, an https address.
    `partnerships` empty means all. `groups` are names a schedule's `delivery` may choose by.
    """

    name: PlainName
    address: Annotated[str, StringConstraints(min_length=1, max_length=500)]
    audiences: tuple[Slug, ...] = Field(min_length=1)
    language: Language
    channel: Slug = "smtp"
    consent: date | None = None
    partnerships: tuple[Slug, ...] = ()
    groups: tuple[Slug, ...] = ()
    outsider: bool = False
    secret: Secret | None = None


class RecipientsFile(Model):
    """`recipients.toml`."""

    recipient: tuple[RecipientEntry, ...] = ()
