import hashlib
import io
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

import pikepdf
import pytest
from pyhanko.pdf_utils.generic import pdf_string
from tests.pipeline import credentials
from tests.render.standards import archival, universal

from bilan.config.models import SignConfig
from bilan.errors import ConfigError
from bilan.pipeline.sign import VARIABLE, Signature, passphrase, signature_of, signed, signer
from bilan.pipeline.signing import writer
from bilan.render.bundle import Bundle
from bilan.render.pdf import Metadata, pdf
from bilan.render.variants import ARCHIVAL, completed

SETTINGS = SignConfig(certificate="office.pem", key="office.key", chain=("root.pem",), reason="issued")
KNOWN = {VARIABLE: credentials.PASSPHRASE}
AT = datetime(2026, 11, 24, 1, tzinfo=UTC)
Change = Callable[[bytes], bytes]


def retold(content: bytes) -> bytes:
    """The file with another language appended."""
    made, book = io.BytesIO(), cast("Any", writer(content))  # pyHanko is only half typed
    book.root["/Lang"] = pdf_string("fr")
    book.update_root()
    book.write(made)
    return made.getvalue()


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with certificates."""
    folder = tmp_path_factory.mktemp("keys")
    credentials.write(folder)
    return folder


@pytest.fixture(scope="module")
def laid_out() -> bytes:
    """A page that keeps both standards."""
    page = '<html lang="en"><head><title>t</title></head><body></body></html>'
    return completed(pdf(page, Bundle({}), {}, Metadata("A title", "en", date(2026, 11, 24), "7f3a91c2")).pdf, ARCHIVAL)


@pytest.fixture(scope="module")
def vouched(laid_out: bytes, keys: Path) -> bytes:
    """The page, signed."""
    return signed(laid_out, signer(SETTINGS, keys, KNOWN), SETTINGS.reason, AT)


def test_a_signed_file_is_the_file_with_a_signature_after_it(laid_out: bytes, vouched: bytes, keys: Path) -> None:
    assert vouched.startswith(laid_out)
    assert signature_of(vouched, keys, ["root.pem"]) == Signature(
        "Common Name: Test office", "2026-11-24T01:00:00+00:00", intact=True, whole=True, trusted=True
    )
    assert b"/ETSI.CAdES.detached" in vouched


def test_the_same_file_key_and_instant_give_the_same_bytes(laid_out: bytes, vouched: bytes, keys: Path) -> None:
    again = signed(laid_out, signer(SETTINGS, keys, KNOWN), SETTINGS.reason, AT)

    assert hashlib.sha256(again).hexdigest() == hashlib.sha256(vouched).hexdigest()
    assert signed(laid_out, signer(SETTINGS, keys, KNOWN), SETTINGS.reason, AT.replace(hour=2)) != vouched


def test_a_signed_file_still_keeps_both_standards(vouched: bytes) -> None:
    with pikepdf.open(io.BytesIO(vouched)) as file:
        (field,) = file.Root.AcroForm.Fields
        assert universal(file) == []
        assert archival(file, set()) == []
        assert str(field.TU) == "Signature"
        assert max(float(side) for side in field.Rect) < 0  # off the page, so it need not be in the structure


@pytest.mark.parametrize(
    ("trust", "trusted"), [((), None), (("root.pem",), True), (("stranger.pem",), False), (("stranger.pem", "root.pem"), True)]
)
def test_who_is_trusted_is_for_the_settings_to_say(vouched: bytes, keys: Path, trust: tuple[str, ...], *, trusted: bool | None) -> None:
    found = signature_of(vouched, keys, trust)

    assert found is not None
    assert (found.intact, found.whole, found.trusted) == (True, True, trusted)
    assert found.good is (trusted is not False)


def test_a_file_nobody_signed_has_no_signature(laid_out: bytes, keys: Path) -> None:
    assert signature_of(laid_out, keys, ["root.pem"]) is None
    assert signature_of(laid_out + b"% /ByteRange", keys, []) is None


@pytest.mark.parametrize(
    ("change", "intact"),
    [
        (lambda content: content[:300] + bytes([content[300] ^ 1]) + content[301:], False),
        (lambda content: content.replace(b"(issued)", b"(forged)"), False),
        (retold, True),
        (lambda content: content[:-200], False),
    ],
    ids=["a byte of the page", "the reason", "something after it", "its end is lost"],
)
def test_what_was_changed_after_signing_is_seen(vouched: bytes, keys: Path, change: Change, *, intact: bool) -> None:
    found = signature_of(change(vouched), keys, ["root.pem"])

    assert found is None or (found.good, found.intact) == (False, intact)
    assert found is not None or not change(vouched).endswith(b"%%EOF\n")


def test_a_signature_over_more_than_the_edition_is_not_whole(laid_out: bytes, keys: Path) -> None:
    """Somebody who holds a trusted key signs pages that were changed beforehand."""
    found = signature_of(signed(retold(laid_out), signer(SETTINGS, keys, KNOWN), "", AT), keys, ["root.pem"])

    assert found is not None
    assert (found.intact, found.trusted, found.whole) == (True, True, False)


def test_a_passphrase_comes_from_the_environment_alone(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("from a file\n", encoding="utf-8")

    assert passphrase({}, tmp_path) is None
    assert passphrase({VARIABLE: "direct"}, tmp_path) == b"direct"
    assert passphrase({f"{VARIABLE}_FILE": "secret"}, tmp_path) == b"from a file"
    with pytest.raises(ConfigError, match="cannot be read"):
        passphrase({f"{VARIABLE}_FILE": "none"}, tmp_path)


def test_a_wrong_passphrase_or_a_missing_file_is_told_without_the_secret(keys: Path) -> None:
    with pytest.raises(ConfigError, match="or the passphrase is wrong") as wrong:
        signer(SETTINGS, keys, {VARIABLE: "guess"})
    assert "guess" not in str(wrong.value)
    with pytest.raises(ConfigError, match=r"there is no file 'none\.pem'"):
        signer(SETTINGS.model_copy(update={"certificate": "none.pem"}), keys, KNOWN)


def test_a_trusted_certificate_that_is_none_is_told(vouched: bytes, keys: Path) -> None:
    with pytest.raises(ConfigError, match=r"pdf\.trust"):
        signature_of(vouched, keys, ["office.key"])
    with pytest.raises(ConfigError, match=r"pdf\.trust"):
        signature_of(vouched, keys, ["none.pem"])
