import hashlib
import json
from typing import Any

import pytest

from bilan.audit.finished import attached_manifest, audited, read_manifest
from bilan.errors import UsageError

ROW = {"text": "12%", "kind": "reading", "ref": "share:KAZ:2024", "number": "12", "value": "0.12", "shown": "12", "scale": "0.01"}
PAGE = '<p><data value="0.12" data-id="share:KAZ:2024">12%</data></p>'


def manifest(**more: Any) -> dict[str, Any]:  # noqa: ANN401  parts of a manifest
    return {"edition": {"language": "en", "key": "ab" * 32}, "printed": [ROW], **more}


def test_a_page_is_held_against_its_manifest_and_its_bytes_against_the_hash() -> None:
    issued = {"page.html": hashlib.sha256(PAGE.encode()).hexdigest()}
    found = audited("page.html", PAGE.encode(), manifest(files=issued))

    assert (found.pages, found.printed, found.as_issued, found.problems) == (1, 1, True, ())
    other = audited("page.html", PAGE.replace("</p>", " and 99</p>").encode(), manifest(files=issued))
    assert (other.as_issued, len(other.problems)) == (False, 1)
    assert audited("other.html", PAGE.encode(), manifest()).as_issued is None


@pytest.mark.parametrize("content", [b"%PDF-1.7 and nothing more", b"%PDF" + bytes(2000)])
def test_a_broken_pdf_is_told(content: bytes) -> None:
    with pytest.raises(UsageError, match=r"x\.pdf: cannot be read as a PDF"):
        audited("x.pdf", content, manifest())
    with pytest.raises(UsageError, match=r"x\.pdf: cannot be read as a PDF"):
        attached_manifest("x.pdf", content)


def test_a_page_carries_no_manifest() -> None:
    assert attached_manifest("page.html", b"<p>x</p>") is None
    with pytest.raises(UsageError, match="the file carries no manifest"):
        read_manifest("page.manifest.json", None, "send it")


@pytest.mark.parametrize(
    "wrong",
    [
        b"[]", b"\xff", b"{}", b"[" * 100_000, json.dumps(manifest(pdf=[])).encode(), json.dumps(manifest(printed={})).encode(),
        json.dumps(manifest(edition=[])).encode(), json.dumps(manifest(edition={"language": 1, "key": ""})).encode(),
        json.dumps(manifest(printed=[ROW | {"text": 3}])).encode(), json.dumps(manifest(printed=["x"])).encode(),
    ],
)  # fmt: skip
def test_what_is_no_manifest_is_told(wrong: bytes) -> None:
    with pytest.raises(UsageError, match="is no manifest of an edition"):
        read_manifest("manifest.json", wrong, "send it")


def test_a_manifest_is_read() -> None:
    assert read_manifest("manifest.json", json.dumps(manifest()).encode(), "send it") == manifest()
