from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from bilan.document import Identity
from bilan.period import Period
from bilan.pipeline.drafts import drafted
from bilan.pipeline.edition import Finished

OCTOBER = Identity("kz-kg", Period.parse("2026-10"), "press", "fr")
ABOUT = {
    "partnership": "kz-kg", "period": "2026-10", "audience": "press", "language": "fr", "number": 1, "issue": 1, "as_of": "2026-10-31",
    "issued_on": "2026-11-01", "key": "k", "pages": 2,
}  # fmt: skip
MANIFEST = {"edition": ABOUT, "pdf": {"sha256": "0" * 64}, "findings": [], "problems": []}


@pytest.mark.parametrize(
    ("whole", "names"), [(False, ["kz-kg-2026-10-press.fr.pdf"]), (True, ["kz-kg-2026-10-press.fr.html", "kz-kg-2026-10-press.fr.pdf"])]
)
def test_a_draft_lies_in_its_folder_alone_or_with_what_goes_beside_it(tmp_path: Path, whole: bool, names: list[str]) -> None:  # noqa: FBT001
    finished = cast("Finished", SimpleNamespace(pdf=b"%PDF", manifest=MANIFEST, files={"html": b"<p>"}))

    outcome = drafted(tmp_path / "drafts", OCTOBER, finished, whole=whole)
    assert outcome.edition is not None
    assert outcome.edition.path == str(tmp_path / "drafts" / "kz-kg-2026-10-press.fr.pdf")
    assert sorted(path.name for path in (tmp_path / "drafts").iterdir()) == names
