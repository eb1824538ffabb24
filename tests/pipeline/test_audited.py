import json
from pathlib import Path

import pytest
from tests.audit.test_finished import PAGE, manifest

from bilan.errors import UsageError
from bilan.pipeline.audited import LONGEST, MOST, task


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "document").write_text(PAGE, encoding="utf-8")
    (tmp_path / "manifest").write_text(json.dumps(manifest()), encoding="utf-8")
    return tmp_path


def asked(folder: Path) -> dict[str, str]:
    return {"document": str(folder / "document"), "manifest": str(folder / "manifest"), "name": "page.html"}


def test_a_file_is_audited_under_the_name_it_was_given(page: Path) -> None:
    assert task(asked(page)) == {"schema": 1, "file": "page.html", "pages": 1, "printed": 1, "as_issued": None, "problems": [], "more": 0}


def test_what_is_told_of_a_file_is_bounded(page: Path) -> None:
    numbers = " ".join(str(10**9 + number) for number in range(MOST + 2))
    (page / "document").write_text(f"<p>{numbers} {'7' * 1000}</p>", encoding="utf-8")

    told = task(asked(page))
    assert (len(told["problems"]), told["more"]) == (MOST, 3)
    assert all(len(one["message"]) <= LONGEST for one in told["problems"])


def test_a_page_without_its_manifest_is_refused(page: Path) -> None:
    with pytest.raises(UsageError, match="the file carries no manifest"):
        task({"document": str(page / "document"), "manifest": None, "name": "page.html"})
