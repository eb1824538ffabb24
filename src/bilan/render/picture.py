"""What do the pages look like? PNG pictures for previews and the README."""

from io import BytesIO

import pypdfium2 as pdfium

POINTS_PER_INCH = 72


def pages(pdf: bytes, dpi: int = 96) -> list[bytes]:
    """One PNG a page."""
    document = pdfium.PdfDocument(pdf)
    try:
        return [_png(document[number], dpi) for number in range(len(document))]
    finally:
        document.close()


def _png(page: pdfium.PdfPage, dpi: int) -> bytes:
    made = BytesIO()
    page.render(scale=dpi / POINTS_PER_INCH).to_pil().save(made, format="PNG")
    return made.getvalue()
