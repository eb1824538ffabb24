from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from bilan.archive.check import Checked, Fault
from bilan.audit.finished import Audited
from bilan.errors import Problem, UsageError
from bilan.pipeline.fetch import Fetched
from bilan.pipeline.reported import told_audit, told_check, told_fetch, told_galleries, told_gallery, told_rebuild
from bilan.sources.fetched import News

AT = datetime(2026, 11, 25, tzinfo=UTC)
NEWS = {"kz-kg": News(added=("a", "b", "c"), revised=("d",), unchanged=7)}


def test_a_source_is_told_with_its_rows_or_with_its_error() -> None:
    came, failed = Fetched("wb-gdp", AT, "2024-10-21", 2, 11, NEWS), Fetched("un-trade", error=UsageError("x", "is odd"))

    told = told_fetch([came, failed], dry=True)
    assert (told["schema"], told["dry_run"]) == (1, True)
    assert told["sources"][0] == {
        "source": "wb-gdp", "at": "2026-11-25T00:00:00+00:00", "release": "2024-10-21", "pages": 2, "values": 11,
        "partnerships": {"kz-kg": {"new": ["a", "b", "c"], "revised": ["d"], "withdrawn": [], "unchanged": 7}},
    }  # fmt: skip
    assert told["sources"][1]["error"]["message"] == "is odd"


def test_long_lists_are_cut_and_say_how_many_follow() -> None:
    (told,) = told_fetch([Fetched("wb-gdp", AT, news=NEWS)], dry=False, most=2)["sources"]
    assert told["partnerships"]["kz-kg"] == {
        "new": ["a", "b"], "revised": ["d"], "withdrawn": [], "unchanged": 7, "more": {"new": 1, "revised": 0, "withdrawn": 0},
    }  # fmt: skip

    audit = Audited("x.pdf", 1, 9, None, tuple(Problem("page 1", f"'{number}' resolves to nothing") for number in range(5)))
    assert (len(told_audit(audit, 3)["problems"]), told_audit(audit, 3)["more"], len(told_audit(audit)["problems"])) == (3, 2, 5)
    assert "more" not in told_audit(audit)


def test_the_archive_and_a_gallery_are_told_alike_for_all() -> None:
    fault = Fault("a.pdf", "is missing", "restore it")
    assert told_check(Checked(2, 9, (fault,))) == {
        "editions": 2, "files": 9, "faults": [{"where": "a.pdf", "what": "is missing", "hint": "restore it"}],
    }  # fmt: skip
    assert told_rebuild(2, ["a.pdf: is gone"]) == {"editions": 2, "lost": ["a.pdf: is gone"]}
    made: Any = SimpleNamespace(language="fr", pages=3, figures=(1, 2), problems=(Problem("page 1", "overflows"),))
    row = told_gallery(made, "gallery.fr.pdf")
    assert row == {"file": "gallery.fr.pdf", "language": "fr", "pages": 3, "figures": 2, "pictures": []}
    assert told_galleries([row], [made])["problems"][0]["message"] == "overflows"
