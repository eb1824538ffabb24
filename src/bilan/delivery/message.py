"""How does an edition become a mail? Made from its manifest alone, and audited like a page before it may leave."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from html import escape
from typing import Any

from bilan.audit.against import audit_text, rows_of
from bilan.audit.mail import audit_mail
from bilan.config.address import domain_of
from bilan.config.delivery import DeliveryConfig
from bilan.config.models import BrandConfig
from bilan.delivery.body import Circumstances, as_text, blocks
from bilan.delivery.html import page
from bilan.delivery.records import Note, Parcel
from bilan.delivery.summary import read, rows
from bilan.document import Printed, Summary
from bilan.errors import HeldError, LedgerError, Problem, Severity

TEST = "[Test] "
WAY_OUT = "https://unsubscribe.invalid/"
"""Stands in a letter for the link by which its recipient leaves the list, which is another for each."""
_PLAIN, _WIDE = SMTP.clone(cte_type="7bit"), SMTPUTF8.clone(cte_type="7bit")


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail before it is put into its envelope."""

    subject: str
    text: str
    html: str

    def with_way_out(self, leave: str) -> "Letter":
        """The same with the link by which one recipient leaves, where `WAY_OUT` stands."""
        return replace(self, text=self.text.replace(WAY_OUT, leave), html=self.html.replace(WAY_OUT, escape(leave)))


def letter(manifest: Mapping[str, Any], brand: BrandConfig, around: Circumstances) -> Letter:
    """The mail of an edition; HeldError where it says anything that was not printed for the edition."""
    summary = _summary(manifest)
    found = blocks(summary, around)
    subject = str(summary.subjects[around.kind])
    made = Letter(subject, as_text(found), page(found, brand, around.lang, str(summary.words["title"])))
    printed = _printed(summary, manifest, around)
    wrong = [*_unbacked(rows(summary), manifest), *audit_mail(subject, made.html, made.text, printed, around.lang)]
    if wrong:
        raise HeldError(_where(manifest), tuple(wrong))
    return made


def problems(manifest: Mapping[str, Any], brand: BrandConfig) -> list[Problem]:
    """What would keep any mail of an edition from leaving, told before it is issued: all texts of a correction, and those only others have."""
    around = Circumstances("correction", manifest["edition"]["language"])
    summary = _summary(manifest)
    others = [*summary.subjects.values(), *(summary.words[name] for name in ("withdrawn", "large"))]
    found = [one for text in others for one in audit_text(str(text), _printed(summary, manifest, around), around.lang)]
    try:
        letter(manifest, brand, around)
    except HeldError as error:
        found += error.problems
    return list(dict.fromkeys(found))


def mail(parcel: Parcel, delivery: DeliveryConfig, made: Letter, leave: str = "", *, attach: bool = True) -> EmailMessage:
    """The whole message to one recipient: the letter in its envelope, the PDF in it or not, and how an outsider leaves."""
    message = _envelope(delivery, parcel.recipient.address, parcel.recipient.name, parcel.key)
    message["Subject"] = (TEST if parcel.test else "") + made.subject
    message["Date"] = parcel.at
    _list_headers(message, parcel, leave)
    message.set_content(made.text)
    message.add_alternative(made.html, subtype="html")
    if attach and parcel.kind != "withdrawal":
        message.add_attachment(parcel.pdf, maintype="application", subtype="pdf", filename=f"{parcel.name.replace('/', '-')}.pdf")
    message["Content-Language"] = parcel.manifest["edition"]["language"]  # last: each new part takes what begins with Content- into itself
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


def _where(manifest: Mapping[str, Any]) -> str:
    about = manifest["edition"]
    return f"mail of {about['partnership']}/{about['period']}/{about['audience']}.{about['language']}"


def _summary(manifest: Mapping[str, Any]) -> Summary:
    if not manifest.get("mail"):
        raise LedgerError(_where(manifest), "its manifest keeps no mail: it was issued by an older Bilan", "issue it again")
    return read(manifest["mail"])


def _printed(summary: Summary, manifest: Mapping[str, Any], around: Circumstances) -> list[Printed]:
    return [*rows_of(manifest), *rows(summary), *around.reason.printed]


def _unbacked(printed: list[Printed], manifest: Mapping[str, Any]) -> list[Problem]:
    """Numerals of the mail whose exact value is not that of the reading they name."""
    values = {one["id"]: one["value"] for one in manifest["readings"]}
    return [
        Problem(f"'{one.text}'", f"names the reading '{one.ref}', which has the value {values.get(one.ref)}", "", Severity.HOLD, "audit")
        for one in printed
        if one.kind == "reading" and (values.get(one.ref) or "").lstrip("-") != one.value.lstrip("-")
    ]
