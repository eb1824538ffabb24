import io
from datetime import date
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from tests.render.standards import archival, universal

from bilan.render.attachments import Attachment
from bilan.render.bundle import Bundle
from bilan.render.job import FontFiles
from bilan.render.pdf import Metadata, pdf
from bilan.render.variants import ARCHIVAL, UA, completed

FILES = (
    Attachment("manifest.json", b"{}", "application/json", "Manifest", "Supplement"),
    Attachment("data.csv", b"a\n", "text/csv", "Data"),
)
TITLE = 'Казахстан – <Kyrgyzstan> & "others"'


@pytest.fixture(scope="module")
def laid_out(fonts: FontFiles) -> bytes:
    """One page with a link, as WeasyPrint leaves it."""
    body = '<h1>A</h1><p>Text and <a href="https://example.org">a link</a></p>'
    page = f'<html lang="en"><head><title>t</title></head><body style="font-family:IBM Plex Sans">{body}</body></html>'
    return pdf(page, Bundle({}), fonts, Metadata(TITLE, "en", date(2024, 12, 2), "7f3a91c2", "An office")).pdf


def test_the_plain_variant_is_the_file_as_it_was_laid_out(laid_out: bytes) -> None:
    assert completed(laid_out, UA, FILES) is laid_out


def test_the_archival_variant_keeps_both_standards(laid_out: bytes) -> None:
    with pikepdf.open(io.BytesIO(completed(laid_out, ARCHIVAL, FILES))) as file:
        assert universal(file) == []
        assert archival(file, {"manifest.json", "data.csv"}) == []
        assert file.pdf_version == "1.7"


def test_the_archival_variant_changes_no_page(laid_out: bytes) -> None:
    with pikepdf.open(io.BytesIO(laid_out)) as before, pikepdf.open(io.BytesIO(completed(laid_out, ARCHIVAL, FILES))) as after:
        assert [page.Contents.read_bytes() for page in before.pages] == [page.Contents.read_bytes() for page in after.pages]
        assert bytes(before.trailer.ID[0]) == bytes(after.trailer.ID[0]) == b"7f3a91c2"


def test_the_same_file_and_attachments_give_the_same_bytes(laid_out: bytes) -> None:
    assert completed(laid_out, ARCHIVAL, FILES) == completed(laid_out, ARCHIVAL, FILES)
    assert completed(laid_out, ARCHIVAL, FILES) != completed(laid_out, ARCHIVAL, FILES[:1])


def test_the_title_is_the_same_for_a_reader_and_for_a_catalogue(laid_out: bytes) -> None:
    with pikepdf.open(io.BytesIO(completed(laid_out, ARCHIVAL))) as file:
        packet = ET.fromstring(file.Root.Metadata.read_bytes().decode())  # noqa: S314  our own file
        title = packet.find(".//{http://purl.org/dc/elements/1.1/}title//{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li")

        assert title is not None
        assert title.text == str(file.docinfo.Title) == TITLE
