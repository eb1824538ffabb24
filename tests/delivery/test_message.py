from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from tests.delivery.conftest import NOW, PDF, TRADE

from bilan.config.models import BrandConfig
from bilan.delivery.body import Circumstances, quoted
from bilan.delivery.message import WAY_OUT, letter, mail, owners_mail, problems
from bilan.delivery.records import Note, Parcel, Post, Recipient
from bilan.errors import HeldError, LedgerError

Parcels = Callable[..., Parcel]
Made = Callable[..., EmailMessage]
Office = Callable[..., Post]
BRAND = BrandConfig()
OUT = "https://bilan.example.org/unsubscribe"


@pytest.fixture
def office(post: Callable[..., Post]) -> Office:
    def make(more: str = "") -> Post:
        return post(f'[archive]\nurl = "https://bilan.example.org/reports"\n[delivery]\nfrom = "bilan@example.org"\n{more}')

    return make


@pytest.fixture
def sent(office: Office) -> Made:
    """The message as it leaves."""

    def make(parcel: Parcel, more: str = "", *, attach: bool = True, leave: str = "") -> EmailMessage:
        here = office(more)
        around = Circumstances(parcel.kind, "en", here.link(parcel), attach, WAY_OUT if leave else "", quoted(parcel.reason, "en"))
        found = letter(parcel.manifest, BRAND, around).with_way_out(leave)
        return mail(parcel, here.project.config.delivery, found, leave, attach=attach)

    return make


@pytest.fixture
def made(sent: Made) -> Made:
    """The message as it arrives."""

    def make(parcel: Parcel, more: str = "", *, attach: bool = True, leave: str = "") -> EmailMessage:
        found = message_from_bytes(sent(parcel, more, attach=attach, leave=leave).as_bytes(), policy=policy.default)
        assert isinstance(found, EmailMessage)
        return found

    return make


def test_one_recipient_gets_text_page_and_pdf_in_one_mail(parcel: Parcels, made: Made) -> None:
    found = made(parcel())

    assert [part.get_content_type() for part in found.walk()] == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "application/pdf",
    ]  # fmt: skip
    (attached,) = found.iter_attachments()
    assert (attached.get_content(), attached.get_filename()) == (PDF, "kz-kg-2026-10-minister.en.pdf")
    assert found["To"] == "Aigul Sadykova <ok@example.org>"
    assert (found["Cc"], found["Bcc"]) == (None, None)


def test_the_head_says_what_programs_need_to_know(parcel: Parcels, made: Made) -> None:
    found = made(parcel(), 'reply-to = "desk@example.org"\n')

    assert found["Message-ID"] == f"<{'k' * 40}@example.org>"
    assert found["Date"].datetime == NOW
    assert (found["From"], found["Reply-To"]) == ("bilan@example.org", "desk@example.org")
    assert (found["Auto-Submitted"], found["Content-Language"]) == ("auto-generated", "en")
    assert found["List-Id"] == "<minister.en.kz-kg.example.org>"
    assert found["X-Bilan-Edition"] == "kz-kg/2026-10/minister.en; issue=1; kind=edition"


def test_the_subject_states_the_fact_on_one_line(parcel: Parcels, made: Made) -> None:
    assert made(parcel())["Subject"] == "Kazakhstan – Kyrgyzstan, October · Trade $1.34bn"
    assert made(parcel(kind="correction"))["Subject"] == "Correction: Kazakhstan – Kyrgyzstan"
    assert made(parcel(kind="withdrawal"))["Subject"] == "Withdrawn: Kazakhstan – Kyrgyzstan"
    assert made(parcel(test=True))["Subject"].startswith("[Test] Kazakhstan")


def test_the_same_mail_is_the_same_bytes_and_holds_no_line_a_server_would_break(parcel: Parcels, sent: Made) -> None:
    first, second = (sent(parcel()).as_bytes() for _ in range(2))

    assert first == second
    assert max(map(len, first.split(b"\r\n"))) <= 998
    assert first.isascii()


def test_a_mail_that_is_linked_has_no_pdf_in_it(parcel: Parcels, made: Made) -> None:
    found = made(parcel(), attach=False)

    assert list(found.iter_attachments()) == []
    body = found.get_body(("plain",))
    assert body is not None
    assert "https://bilan.example.org/reports/kz-kg/2026-10/minister.en.pdf" in body.get_content()


def test_the_notice_of_a_withdrawal_brings_no_pdf(parcel: Parcels, made: Made) -> None:
    found = made(parcel(kind="withdrawal", reason="the total was wrong"))

    assert list(found.iter_attachments()) == []
    assert "the total was wrong" in found.get_body(("plain",)).get_content()  # type: ignore[union-attr]  # it has one


def test_an_outsider_leaves_with_one_click(parcel: Parcels, recipient: Callable[..., Recipient], made: Made) -> None:
    link = f"{OUT}?token=a.b"
    found = made(parcel(to=recipient(outsider=True)), leave=link)

    assert found["List-Unsubscribe"] == f"<{link}>"
    assert found["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert link in found.get_body(("plain",)).get_content()  # type: ignore[union-attr]  # it has one


def test_a_colleague_is_asked_nothing(parcel: Parcels, made: Made) -> None:
    assert made(parcel())["List-Unsubscribe"] is None


@pytest.mark.parametrize("hidden", ["Aigul\r\nBcc: all@example.org", "Aigul\nX: y"])
def test_a_header_cannot_be_broken_even_by_a_name_nobody_checked(
    parcel: Parcels, recipient: Callable[..., Recipient], hidden: str, sent: Made
) -> None:
    with pytest.raises(ValueError, match=r"CR|LF"):
        sent(parcel(to=recipient(name=hidden)))


def test_names_in_any_script_arrive_as_they_are(parcel: Parcels, recipient: Callable[..., Recipient], made: Made) -> None:
    found = made(parcel(to=recipient("press@xn--e1afmkfd.xn--g1af", name="Садыкова, Айгүл (СІМ)")))

    assert found["To"].addresses[0].display_name == "Садыкова, Айгүл (СІМ)"
    assert found["To"].addresses[0].addr_spec == "press@xn--e1afmkfd.xn--g1af"


def test_an_address_in_another_script_asks_for_a_server_that_takes_it(
    parcel: Parcels, recipient: Callable[..., Recipient], sent: Made
) -> None:
    content = sent(parcel(to=recipient("бөлім@example.org"))).as_bytes()

    assert "бөлім@example.org".encode() in content


# What keeps a mail from leaving


def test_a_number_nobody_printed_keeps_the_mail_from_leaving(manifest: dict[str, Any]) -> None:
    manifest["mail"]["words"]["lead"].append(" It was 1.99 before.")

    with pytest.raises(HeldError, match=r"(?s)mail of kz-kg/2026-10/minister\.en: held.*'1\.99' is not declared"):
        letter(manifest, BRAND, Circumstances("edition", "en"))


def test_a_number_that_is_not_its_readings_keeps_the_mail_from_leaving(manifest: dict[str, Any]) -> None:
    manifest["readings"][0]["value"] = "1440000000"

    with pytest.raises(HeldError, match=r"'\$1\.34bn': names the reading 'trade\.total/KGZ/2024', which has the value 1440000000"):
        letter(manifest, BRAND, Circumstances("edition", "en"))


def test_a_number_that_reads_otherwise_than_its_value_keeps_the_mail_from_leaving(manifest: dict[str, Any]) -> None:
    for part in manifest["mail"]["words"]["lead"]:
        if isinstance(part, dict) and part["ref"] == TRADE.ref:
            part["text"], part["number"] = "$1.43bn", "1.43"

    with pytest.raises(HeldError, match=r"1\.43"):
        letter(manifest, BRAND, Circumstances("edition", "en"))


def test_problems_are_told_before_anything_is_issued(manifest: dict[str, Any]) -> None:
    assert problems(manifest, BRAND) == []
    manifest["mail"]["words"]["head"].append(" 77")
    assert "'77' is not declared" in {one.message for one in problems(manifest, BRAND)}


def test_an_edition_from_before_there_were_mails_is_told(manifest: dict[str, Any]) -> None:
    del manifest["mail"]

    with pytest.raises(LedgerError, match="its manifest keeps no mail"):
        letter(manifest, BRAND, Circumstances("edition", "en"))


def test_the_owner_gets_plain_words(office: Office) -> None:
    found = owners_mail(Note("n" * 40, "ops@example.org", "Bilan: held", "kz-kg: why\n", NOW), office().project.config.delivery)

    assert (found["To"], found["Subject"], found.get_content()) == ("ops@example.org", "Bilan: held", "kz-kg: why\n")
    assert found["Message-ID"] == f"<{'n' * 40}@example.org>"
