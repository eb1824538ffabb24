"""What text stands on the pages of a finished PDF?"""


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page, as a reader's copy would have it."""
    from pypdfium2 import PdfDocument  # noqa: PLC0415  only a finished edition needs it

    document = PdfDocument(pdf)
    try:
        texts = []
        for page in document:
            textpage = page.get_textpage()
            texts.append(str(textpage.get_text_bounded()))
            textpage.close()
            page.close()
        return texts
    finally:
        document.close()
