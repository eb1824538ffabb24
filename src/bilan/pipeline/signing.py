"""What do we use of pyHanko? The one door to it, with the clock and the random ids of its writer taken out."""

import hashlib
import logging
from io import BytesIO
from typing import Any

from pyhanko.keys import load_certs_from_pemder as certificates
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader as reader  # noqa: N813  called like a function here
from pyhanko.sign import fields, signers
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.validation import validate_pdf_signature as validate
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel as Coverage
from pyhanko_certvalidator import ValidationContext

__all__ = [
    "Coverage", "KeyUsageConstraints", "PdfCMSSignedAttributes", "ValidationContext", "certificates", "fields", "only_a_signature",
    "reader", "signers", "validate", "writer",
]  # fmt: skip

REVISIONS = 2
ADDED = {"/Catalog": ("/AcroForm", "/Extensions"), "/Page": ("/Annots",)}
for _name in ("pyhanko", "pyhanko_certvalidator"):  # what is wrong with a signature is told by us, once
    logging.getLogger(_name).addHandler(logging.NullHandler())


class _Writer(IncrementalPdfFileWriter):
    """Appends without looking at the clock: dates of the document stay, and the second half of its id is a hash."""

    @classmethod
    def _handle_id(cls, prev: reader) -> generic.ArrayObject:
        first, _ = prev.trailer["/ID"]
        prev.stream.seek(0)
        second = hashlib.sha256(prev.stream.read()).digest()[:16]
        kept = first.original_bytes if isinstance(first, generic.TextStringObject) else first
        return generic.ArrayObject([generic.ByteStringObject(kept), generic.ByteStringObject(second)])

    def _update_meta(self) -> None:
        """Title, dates and marks are those of the edition; a signature changes none of them."""


def writer(pdf: bytes) -> IncrementalPdfFileWriter:
    """A writer that appends to a file."""
    return _Writer(BytesIO(pdf))


def only_a_signature(signed: Any) -> bool:  # noqa: ANN401  a reader
    """Whether the second revision of a file, its last, only adds a form and a note on a page: nothing the pages show is replaced."""
    if signed.xrefs.total_revisions != REVISIONS:
        return False
    before = signed.get_historical_resolver(0)
    changed = [one for one in signed.xrefs.explicit_refs_in_revision(1) if not before.is_ref_unassignable(one)]
    return all(_added_to(before.get_object(one), signed.get_object(one)) for one in changed)


def _added_to(old: Any, new: Any) -> bool:  # noqa: ANN401  objects of a PDF
    """Whether a catalog got its form or a page its note, and nothing else of either is new."""
    if not isinstance(old, generic.DictionaryObject) or not isinstance(new, generic.DictionaryObject):
        return False
    extra = ADDED.get(str(old.get("/Type")), ())
    return _written(old, extra) == _written(new, extra)


def _written(one: generic.DictionaryObject, without: tuple[str, ...]) -> dict[str, bytes]:
    return {str(name): _bytes(one.raw_get(name)) for name in one if name not in without}


def _bytes(value: generic.PdfObject) -> bytes:
    made = BytesIO()
    value.write_to_stream(made, None)
    return made.getvalue()
