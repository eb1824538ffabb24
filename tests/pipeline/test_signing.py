import io
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

import pikepdf
import pytest
from tests.pipeline import credentials
from tests.pipeline.test_sign import SETTINGS

from bilan.pipeline.sign import FIELD, VARIABLE, signed, signer
from bilan.pipeline.signing import only_a_signature, reader, writer
from bilan.render.bundle import Bundle
from bilan.render.pdf import Metadata, pdf

Book = Any  # pyHanko is only half typed


@pytest.fixture(scope="module")
def laid_out() -> bytes:
    return pdf("<html lang=en><title>t</title>", Bundle({}), {}, Metadata("A title", "en", date(2026, 11, 24), "7f3a91c2")).pdf


def test_nothing_to_add_leaves_the_file_alone(laid_out: bytes) -> None:
    made = io.BytesIO()
    cast("Any", writer(laid_out)).write(made)

    assert made.getvalue() == laid_out


def test_what_is_added_has_no_date_and_no_chance_in_it(laid_out: bytes) -> None:
    def added() -> bytes:
        made, book = io.BytesIO(), cast("Book", writer(laid_out))
        book.update_root()
        book.write(made)
        return made.getvalue()

    assert added() == added()
    with pikepdf.open(io.BytesIO(added())) as file, pikepdf.open(io.BytesIO(laid_out)) as before:
        assert str(file.docinfo.ModDate) == str(before.docinfo.ModDate)
        assert bytes(file.trailer.ID[0]) == bytes(before.trailer.ID[0])
        assert bytes(file.trailer.ID[1]) != bytes(before.trailer.ID[1])


def test_a_signature_alone_is_told_from_one_with_a_change_beside_it(laid_out: bytes, tmp_path: Path) -> None:
    credentials.write(tmp_path)
    office = signer(SETTINGS, tmp_path, {VARIABLE: credentials.PASSPHRASE})
    alone = signed(laid_out, office, "", datetime(2026, 11, 24, tzinfo=UTC))

    assert only_a_signature(reader(io.BytesIO(alone)))
    assert not only_a_signature(reader(io.BytesIO(laid_out)))
    for change in (changed_page, changed_catalog, replaced_info):
        made, book = io.BytesIO(), cast("Book", writer(laid_out))
        change(book)
        book.write(made)
        assert not only_a_signature(reader(io.BytesIO(made.getvalue()))), change.__name__
    assert FIELD.encode() in alone


def changed_page(book: Book) -> None:
    page = book.root["/Pages"]["/Kids"][0]
    page["/Rotate"] = page["/StructParents"]
    book.update_container(page)


def changed_catalog(book: Book) -> None:
    del book.root["/Lang"]
    book.update_root()


def replaced_info(book: Book) -> None:
    info = book.trailer["/Info"]
    del info["/Author"]
    book.update_container(info)
