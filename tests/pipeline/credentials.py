"""Certificates for tests: a root that signs an office's, and keys under a passphrase."""

from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

PASSPHRASE = "lock and key"  # noqa: S105  of keys made for one test run
SINCE, UNTIL = datetime(2026, 1, 1), datetime(2028, 1, 1)  # noqa: DTZ001  cryptography takes UTC without a zone


def write(folder: Path) -> None:
    """`root.pem`, `office.pem`, `office.key`, and `stranger.pem`, another root that signed nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    root, stranger, office = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(3))
    put(folder / "root.pem", certificate("Test root", root, "Test root", root, authority=True))
    put(folder / "stranger.pem", certificate("Stranger", stranger, "Stranger", stranger, authority=True))
    put(folder / "office.pem", certificate("Test office", office, "Test root", root, authority=False))
    locked = serialization.BestAvailableEncryption(PASSPHRASE.encode())
    pem, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    (folder / "office.key").write_bytes(office.private_bytes(pem, form, locked))


def certificate(name: str, key: rsa.RSAPrivateKey, issuer: str, signing: rsa.RSAPrivateKey, *, authority: bool) -> x509.Certificate:
    """A certificate for signing documents, or other certificates."""
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=not authority, key_encipherment=False, data_encipherment=False, key_agreement=False,
        key_cert_sign=authority, crl_sign=authority, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    start = x509.CertificateBuilder().subject_name(named(name)).issuer_name(named(issuer)).public_key(key.public_key())
    dated = start.serial_number(x509.random_serial_number()).not_valid_before(SINCE).not_valid_after(UNTIL)
    told = dated.add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True).add_extension(usage, critical=True)
    return told.sign(signing, hashes.SHA256())


def named(name: str) -> x509.Name:
    """A name of one part."""
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def put(path: Path, one: x509.Certificate) -> None:
    """Write a certificate."""
    path.write_bytes(one.public_bytes(serialization.Encoding.PEM))
