"""Who vouches for an edition? An optional PAdES signature after its last byte, and what a signature that is found says."""

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bilan.config.models import SignConfig
from bilan.errors import ConfigError
from bilan.project import Project
from bilan.secret import hide

if TYPE_CHECKING:
    from bilan.pipeline.edition import Finished

FIELD = "Signature"
VARIABLE = "BILAN_SIGN_PASSPHRASE"
USAGE = frozenset({"digital_signature", "non_repudiation"})


@dataclass(frozen=True, slots=True)
class Signature:
    """What the signature of a file says; `trusted` is None where the settings name nobody to trust.

    `intact`: the signed bytes are as they were signed. `whole`: nothing was added after it, and with it only itself.
    """

    signer: str
    at: str
    intact: bool
    whole: bool
    trusted: bool | None

    @property
    def good(self) -> bool:
        """Whether there is nothing to object to."""
        return self.intact and self.whole and self.trusted is not False


def sealed(finished: "Finished", project: Project, now: datetime, environ: Mapping[str, str] | None = None) -> "Finished":
    """The edition signed as `[pdf.sign]` says, or as it was where nothing is said; raises ConfigError for unusable keys."""
    settings = project.config.pdf.sign
    if settings is None:
        return finished
    unsigned = {"sha256": hashlib.sha256(finished.pdf).hexdigest(), "bytes": len(finished.pdf)}
    pdf = signed(finished.pdf, signer(settings, project.root, environ if environ is not None else os.environ), settings.reason, now)
    told = {"pdf": {"sha256": hashlib.sha256(pdf).hexdigest(), "bytes": len(pdf)}, "signature": {"field": FIELD, "unsigned": unsigned}}
    return replace(finished, pdf=pdf, manifest=finished.manifest | told)


def signer(settings: SignConfig, root: Path, environ: Mapping[str, str]) -> Any:  # noqa: ANN401  pyHanko is loaded only here
    """Certificate and key, ready to sign; raises ConfigError naming the file that cannot be used."""
    signers = _library().signers
    named = [settings.certificate, settings.key, *settings.chain]
    missing = tuple(f"pdf.sign: there is no file '{name}'" for name in named if not (root / name).is_file())
    if missing:
        raise ConfigError("bilan.toml", missing, "write paths from the project folder")
    found = signers.SimpleSigner.load(
        key_file=root / settings.key,
        cert_file=root / settings.certificate,
        ca_chain_files=tuple(root / name for name in settings.chain),
        key_passphrase=passphrase(environ, root),
    )
    if found is None:
        mistake = f"pdf.sign: '{settings.key}' or '{settings.certificate}' cannot be read, or the passphrase is wrong"
        raise ConfigError("bilan.toml", (mistake,), f"both in PEM or DER; the passphrase in {VARIABLE} or {VARIABLE}_FILE")
    return found


def passphrase(environ: Mapping[str, str], root: Path) -> bytes | None:
    """The passphrase of the key, from the variable or from the file it names; None where there is none."""
    if environ.get(VARIABLE):
        hide(environ[VARIABLE])
        return environ[VARIABLE].encode()
    named = environ.get(f"{VARIABLE}_FILE")
    if not named:
        return None
    try:
        found = (root / named).read_bytes().rstrip(b"\r\n")
    except OSError as error:
        raise ConfigError(f"{VARIABLE}_FILE", (f"cannot be read: {error.strerror}",), "name a file the program may read") from None
    hide(found.decode(errors="replace"))
    return found


def signed(pdf: bytes, credentials: Any, reason: str, at: datetime) -> bytes:  # noqa: ANN401  a signer of pyHanko
    """The file with a signature (PAdES B-B, SHA-256) appended; with an RSA key the same input gives the same bytes."""
    import asyncio  # noqa: PLC0415  only who signs pays it

    sign = _library()
    meta = sign.signers.PdfSignatureMetadata(
        field_name=FIELD, md_algorithm="sha256", subfilter=sign.fields.SigSeedSubFilter.PADES, reason=reason or None
    )
    outside = sign.fields.InvisSigSettings(box_out_of_bounds=True)  # a hidden field may not be in PDF/A, an untagged one not in PDF/UA
    field = sign.fields.SigFieldSpec(FIELD, invis_sig_settings=outside, readable_field_name=FIELD)
    session = sign.signers.PdfSigner(meta, credentials, new_field_spec=field).init_signing_session(sign.writer(pdf))
    session.system_time = at

    async def made() -> bytes:
        size = await session.estimate_signature_container_size(None, tight=False)
        document = session.prepare_tbs_document(None, size)
        digest, output = document.digest_tbs_document()
        attributes = sign.PdfCMSSignedAttributes(signing_time=at)
        await document.perform_signature(digest.document_digest, attributes)
        content: bytes = output.getvalue()
        return content

    return asyncio.run(made())


def signature_of(pdf: bytes, root: Path, trust: Sequence[str]) -> Signature | None:
    """The last signature of a file, checked against the certificates trusted; None where it has none.

    Raises ConfigError for a trusted certificate that cannot be read.
    """
    if b"/ByteRange" not in pdf:
        return None
    sign = _library()
    anchors = [one for name in trust for one in _anchors(sign, root, name)]
    try:
        return _read(sign, pdf, anchors)
    except Exception as error:  # noqa: BLE001  a damaged file fails anywhere in the library, and is damaged then
        return Signature(f"unreadable ({type(error).__name__})", "", intact=False, whole=False, trusted=None)


def _anchors(sign: Any, root: Path, name: str) -> list[Any]:  # noqa: ANN401  pyHanko is loaded only here
    """The certificates in a file."""
    try:
        found = {one.subject.human_friendly: one for one in sign.certificates([str(root / name)])}
    except (OSError, ValueError, TypeError):
        found = {}
    if not found:
        raise ConfigError("bilan.toml", (f"pdf.trust: '{name}' is no file with a certificate",), "name a file in PEM or DER")
    return list(found.values())


def _read(sign: Any, pdf: bytes, anchors: list[Any]) -> Signature | None:  # noqa: ANN401  pyHanko is loaded only here
    reader = sign.reader(BytesIO(pdf), strict=False)
    found = reader.embedded_regular_signatures
    if not found:
        return None
    last = found[-1]
    at = last.self_reported_timestamp
    context = sign.ValidationContext(trust_roots=anchors, moment=at, allow_fetching=False)
    usage = sign.KeyUsageConstraints(key_usage=USAGE, match_all_key_usages=False)
    status = sign.validate(last, context, key_usage_settings=usage)
    whole = status.coverage == sign.Coverage.ENTIRE_FILE and len(found) == 1 and sign.only_a_signature(reader)
    return Signature(
        signer=str(last.signer_cert.subject.human_friendly),
        at=at.isoformat() if at else "",
        intact=bool(status.intact and status.valid),
        whole=bool(whole),
        trusted=bool(status.trusted) if anchors else None,
    )


def _library() -> Any:  # noqa: ANN401  a module of ours that loads pyHanko
    """The door to pyHanko; ConfigError where it is not installed."""
    try:
        from bilan.pipeline import signing  # noqa: PLC0415  1.5 s: only who signs or checks a signature pays it
    except ImportError as error:
        raise ConfigError("bilan.toml", (f"pdf.sign: {error.name} is not installed",), "install bilan with its extra 'sign'") from None
    return signing
