import io
import zlib
from collections.abc import Callable
from datetime import date
from typing import Any

import pikepdf
import pytest

from bilan.errors import RenderError
from bilan.render.attachments import LARGEST, MOST, Attachment, attached, embed, identifier
from bilan.render.bundle import Bundle
from bilan.render.job import FontFiles
from bilan.render.pdf import Metadata, pdf

Node = Any  # pikepdf is untyped
WHEN = "D:20241202000000Z"


def page(fonts: FontFiles) -> bytes:
    return pdf("<html lang=en><title>t</title><p>a", Bundle({}), fonts, Metadata("A title", "en", date(2024, 12, 2), "7f3a91c2")).pdf


def carrying(*attachments: Attachment) -> bytes:
    made = io.BytesIO()
    with pikepdf.new() as file:
        embed(file, attachments, WHEN)
        file.save(made)
    return made.getvalue()


def test_what_is_embedded_is_found_again_byte_by_byte() -> None:
    files = {"manifest.json": b"{}", "data.csv": "id,Қазақстан\n".encode()}

    assert attached(carrying(*(Attachment(name, content, "text/csv", "Data") for name, content in files.items()))) == files


def test_each_file_stands_once_in_the_name_tree_and_once_among_the_associated() -> None:
    with pikepdf.open(io.BytesIO(carrying(Attachment("b", b"2", "text/csv", "B"), Attachment("a", b"1", "application/json", "A")))) as file:
        tree = file.Root.Names.EmbeddedFiles.Names
        assert [str(tree[place]) for place in (0, 2)] == ["a", "b"]
        assert [one.objgen for one in file.Root.AF] == [tree[1].objgen, tree[3].objgen]
        assert tree[1].EF.F.Subtype == "/application/json"
        assert tree[1].EF.F.Params.ModDate == WHEN


def test_nothing_embedded_leaves_nothing_behind() -> None:
    with pikepdf.open(io.BytesIO(carrying())) as file:
        assert "/Names" not in file.Root
        assert "/AF" not in file.Root


def test_a_file_without_attachments_carries_none(fonts: FontFiles) -> None:
    assert attached(page(fonts)) == {}


def test_the_identifier_of_an_edition_is_its_key(fonts: FontFiles) -> None:
    assert identifier(page(fonts)) == "7f3a91c2"


def test_a_file_of_somebody_elses_may_have_no_identifier(fonts: FontFiles) -> None:
    assert identifier(page(fonts).replace(b"/ID [", b"/No [")) == ""


def test_what_is_no_pdf_is_told_so() -> None:
    with pytest.raises(RenderError, match="is no PDF that can be read"):
        attached(b"<html>")


def test_more_files_than_an_edition_has_are_not_read() -> None:
    many = carrying(*(Attachment(f"{number}", b"", "text/csv", "x") for number in range(MOST + 1)))

    with pytest.raises(RenderError, match="more than"):
        attached(many)


def tampered(change: Callable[[Node], object]) -> bytes:
    """A file whose one attachment was changed by hand."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(carrying(Attachment("a", b"1", "text/csv", "A")))) as file:
        change(file.Root.Names.EmbeddedFiles.Names[1])
        file.save(made, compress_streams=False)
    return made.getvalue()


def bomb(entry: Node) -> None:
    stream = entry.EF.F
    stream.write(zlib.compress(bytes(LARGEST + 1), 9), filter=pikepdf.Name.FlateDecode)


def hexed(entry: Node) -> None:
    entry.EF.F.write(b"31>", filter=pikepdf.Name.ASCIIHexDecode)


def nameless(entry: Node) -> None:
    del entry.UF


@pytest.mark.parametrize(("change", "said"), [(bomb, "is larger than"), (hexed, "is packed as"), (nameless, "cannot be read")])
def test_what_no_edition_carries_is_not_unpacked(change: Callable[[Node], object], said: str) -> None:
    with pytest.raises(RenderError, match=said):
        attached(tampered(change))
