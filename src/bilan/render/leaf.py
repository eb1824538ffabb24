"""What does one page of a PDF look like? A PNG picture, quick enough to follow somebody who types."""

from io import BytesIO

import pypdfium2 as pdfium

from bilan.errors import UsageError

POINTS_PER_INCH = 72
QUICK = 1


def leaf(pdf: bytes, number: int, dpi: int = 96) -> bytes:
    """One page, counted from 1, as PNG; raises UsageError for one that is not there. One caller at a time: PDFium shares its state."""
    document = pdfium.PdfDocument(pdf)
    try:
        if not 1 <= number <= len(document):
            raise UsageError(f"page {number}", "is not there", f"the document has {len(document)} pages")
        made = BytesIO()
        document[number - 1].render(scale=dpi / POINTS_PER_INCH).to_pil().save(made, format="PNG", compress_level=QUICK)
        return made.getvalue()
    finally:
        document.close()
