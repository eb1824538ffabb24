from typing import Any

import pytest

from bilan.archive.names import named, stem_of
from bilan.document import Identity
from bilan.period import Period

DIGEST = "a" * 64


def told(**changes: object) -> dict[str, Any]:
    about = {"partnership": "kz-kg", "period": "2026-10", "audience": "analyst", "language": "fr", "issue": 2}
    pdf = {"file": "analyst.fr.issue-2.pdf", "sha256": DIGEST, "bytes": 3}
    return {"edition": about, "pdf": pdf, "files": {"analyst.fr.issue-2.data.csv": DIGEST}} | changes


def test_all_files_of_an_edition_share_its_name_and_its_issue() -> None:
    who = Identity("kz-kg", Period.parse("2026-10"), "analyst", "fr")

    assert [stem_of(who, issue) for issue in (1, 2)] == ["kz-kg/2026-10/analyst.fr", "kz-kg/2026-10/analyst.fr.issue-2"]
    assert list(named(told(), "b" * 64, "kz-kg/2026-10/analyst.fr.issue-2.pdf").items()) == [
        ("kz-kg/2026-10/analyst.fr.issue-2.pdf", DIGEST),
        ("kz-kg/2026-10/analyst.fr.issue-2.data.csv", DIGEST),
        ("kz-kg/2026-10/analyst.fr.issue-2.manifest.json", "b" * 64),
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"files": {"../../secret": DIGEST}},
        {"files": {"analyst.fr.issue-2./../x": DIGEST}},
        {"files": {"analyst.fr.pdf": DIGEST}},
        {"pdf": {"file": "minister.fr.pdf", "sha256": DIGEST}},
        {"edition": {"partnership": "kz-kg"}},
        {"edition": told()["edition"] | {"issue": "2"}},
        {"edition": told()["edition"] | {"issue": 1}},
    ],
    ids=str,
)
def test_a_manifest_that_names_files_of_others_is_not_believed(changes: dict[str, Any]) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        named(told(**changes), "b" * 64, "kz-kg/2026-10/analyst.fr.issue-2.pdf")
