"""How does an edition become a mail? Made from its manifest alone, and audited like a page before it may leave."""

from collections.abc import Mapping
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from typing import Any
from urllib.parse import quote

from bilan.audit.against import rows_of
from bilan.audit.mail import audit_mail
from bilan.config.address import domain_of
from bilan.config.delivery import DeliveryConfig
from bilan.config.models import BrandConfig
from bilan.delivery import unsubscribe
from bilan.delivery.body import Circumstances, as_text, blocks, quoted
from bilan.delivery.html import page
from bilan.delivery.records import Kind, Note, Parcel
from bilan.delivery.summary import read, rows
from bilan.document import Printed
from bilan.errors import HeldError, LedgerError, Problem, Severity

TEST = "[Test] "
_PLAIN, _WIDE = SMTP.clone(cte_type="7bit"), SMTPUTF8.clone(cte_type="7bit")


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail before it is put into its envelope."""

    subject: str
    text: str
    html: str


def letter(manifest: Mapping[str, Any], brand: BrandConfig, around: Circumstances) -> Letter:
    """The mail of an edition; HeldError where it says anything that was not printed for the edition."""
    about = manifest["edition"]
    where = f"mail of {about['partnership']}/{about['period']}/{about['audience']}.{about['language']}"
    if not manifest.get("mail"):
        raise LedgerError(where, "its manifest keeps no mail: it was issued by an older Bilan", "issue it again")
    summary = read(manifest["mail"])
    found = blocks(summary, around)
    subject = str(summary.subjects[around.kind])
    made = Letter(subject, as_text(found), page(found, brand, around.lang, str(summary.words["title"])))
    wrong = [*_unbacked(rows(summary), manifest), *audit_mail(subject, made.html, made.text, _made(manifest, around), around.lang)]
    if wrong:
        raise HeldError(where, tuple(wrong))
    return made


def problems(manifest: Mapping[str, Any], brand: BrandConfig) -> list[Problem]:
    """What would keep any mail of an edition from leaving; told before the edition is issued."""
    kinds: tuple[Kind, ...] = ("edition", "correction", "withdrawal")
    found: list[Problem] = []
    for kind in kinds:
        try:
            letter(manifest, brand, Circumstances(kind, manifest["edition"]["language"]))
        except HeldError as error:
            found += error.problems
    return list(dict.fromkeys(found))


def mail(parcel: Parcel, delivery: DeliveryConfig, brand: BrandConfig, secret: str = "", *, attach: bool = True) -> EmailMessage:
    """The whole message to one recipient; `secret` signs the link by which an outsider leaves, `attach` puts the PDF into it."""
    recipient = parcel.recipient
    leave = unsubscribe.link(delivery.unsubscribe, recipient.address, secret) if recipient.outsider and delivery.unsubscribe else ""
    lang = parcel.manifest["edition"]["language"]
    link = f"{delivery.link.rstrip('/')}/{quote(parcel.name)}.pdf" if delivery.link else ""
    around = Circumstances(parcel.kind, lang, link, attach, leave, quoted(parcel.reason, lang))
    made = letter(parcel.manifest, brand, around)
    message = _envelope(delivery, recipient.address, recipient.name, parcel.key)
    message["Subject"] = (TEST if parcel.test else "") + made.subject
    message["Date"] = parcel.at
    _list_headers(message, parcel, leave)
    message.set_content(made.text)
    message.add_alternative(made.html, subtype="html")
    if attach and parcel.kind != "withdrawal":
        message.add_attachment(parcel.pdf, maintype="application", subtype="pdf", filename=f"{parcel.name.replace('/', '-')}.pdf")
    message["Content-Language"] = lang  # last: each new part takes what begins with Content- into itself
    return _bounded(message, parcel.key)


def owners_mail(note: Note, delivery: DeliveryConfig) -> EmailMessage:
    """What the owner is told, as a plain message."""
    message = _envelope(delivery, note.to, "", note.key)
    message["Subject"] = note.subject
    message["Date"] = note.at
    message.set_content(note.text)
    return message


def _envelope(delivery: DeliveryConfig, address: str, name: str, key: str) -> EmailMessage:
    """Whom it is from and to: one recipient, so that none sees another."""
    sender = str(delivery.sender)
    message = EmailMessage(policy=_PLAIN if (address + sender).isascii() else _WIDE)
    message["From"] = _address(sender, "")
    message["To"] = _address(address, name)
    if delivery.reply_to:
        message["Reply-To"] = _address(delivery.reply_to, "")
    message["Message-ID"] = f"<{key}@{domain_of(sender)}>"
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    return message


def _address(address: str, name: str) -> Address:
    local, _, domain = address.rpartition("@")
    return Address(name, local, domain)


def _list_headers(message: EmailMessage, parcel: Parcel, leave: str) -> None:
    edition = parcel.manifest["edition"]
    list_id = (
        f"{edition['audience']}.{edition['language']}.{edition['partnership']}.{domain_of(str(message['From'].addresses[0].addr_spec))}"
    )
    message["List-Id"] = f"<{list_id}>"
    message["X-Bilan-Edition"] = f"{parcel.name}; issue={edition['issue']}; kind={parcel.kind}"
    if leave:
        message["List-Unsubscribe"] = f"<{leave}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"


def _bounded(message: EmailMessage, key: str) -> EmailMessage:
    """The same parts with boundaries that do not depend on chance."""
    several = [part for part in message.walk() if part.is_multipart()]
    for number, part in enumerate(several, start=1):
        part.set_boundary(f"=_{key[:32]}_{number}")
    return message


def _made(manifest: Mapping[str, Any], around: Circumstances) -> list[Printed]:
    return [*rows_of(manifest), *rows(read(manifest["mail"])), *around.reason.printed]


def _unbacked(printed: list[Printed], manifest: Mapping[str, Any]) -> list[Problem]:
    """Numerals of the mail whose exact value is not that of the reading they name."""
    values = {one["id"]: one["value"] for one in manifest["readings"]}
    return [
        Problem(f"'{one.text}'", f"names the reading '{one.ref}', which has the value {values.get(one.ref)}", "", Severity.HOLD, "audit")
        for one in printed
        if one.kind == "reading" and (values.get(one.ref) or "").lstrip("-") != one.value.lstrip("-")
    ]
