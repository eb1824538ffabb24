import csv
import shutil
from datetime import date

import pytest
from tests.web.conftest import Serve
from tests.web.sites import EDITION, NOW, Place

from bilan.web.editions import entry_of
from bilan.web.site import Kept


def test_the_archive_is_read_anew_only_where_it_has_changed(archive: Place) -> None:
    site = archive.site
    before = site.editions()
    again = site.editions()
    site.archive.withdraw(before[0].pdf, "wrong figures", NOW)

    assert again is before
    assert [one.state for one in before] == ["issued"]
    assert [one.state for one in site.editions()] == ["withdrawn"]


def test_a_manifest_is_read_once(archive: Place) -> None:
    entry = entry_of(archive.site, EDITION)

    assert archive.site.manifest(entry) is archive.site.manifest(entry)
    assert archive.site.manifest(entry)["pdf"]["sha256"] == entry.sha256


def test_what_is_known_is_taken_in_anew_where_a_table_has_changed(place: Place) -> None:
    day = date(2026, 11, 25)
    before = place.site.knowledge("kz-kg", day)
    again = place.site.knowledge("kz-kg", day)
    table = place.site.project.root / "data" / "kz-kg" / "sources.csv"
    with table.open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    with table.open("a", encoding="utf-8", newline="") as file:
        row = {"source_id": "new", "title": "New", "publisher": "Somebody", "kind": "press", "url": "https://example.org/new"}
        csv.DictWriter(file, header, lineterminator="\n").writerow(
            row | {"published_on": "2026-11-01", "language": "en", "licence": "free"}
        )
    after = place.site.knowledge("kz-kg", day)

    assert again is before
    assert "new" not in before.sources
    assert after.sources["new"].publisher == "Somebody"


def test_series_are_called_by_what_a_partnership_says_of_them_now(place: Place) -> None:
    before = place.site.printer("kz-kg", "en")
    again = place.site.printer("kz-kg", "en")
    with (place.site.project.root / "data" / "kz-kg" / "texts.en.ftl").open("a", encoding="utf-8") as texts:
        texts.write("\nseries-yaks = yaks\n")
    after = place.site.printer("kz-kg", "en")

    assert again is before
    assert (before.has("series-yaks"), after.word("series-yaks"), after.country("KGZ")) == (False, "yaks", "Kyrgyzstan")


def test_another_day_is_other_knowledge(place: Place) -> None:
    assert place.site.knowledge("kz-kg", date(2026, 11, 25)) is not place.site.knowledge("kz-kg", date(2026, 10, 1))


def test_a_project_without_editions_has_none(place: Place) -> None:
    shutil.rmtree(place.site.project.reports, ignore_errors=True)

    assert place.site.editions() == ()


@pytest.mark.parametrize(("origin", "secure"), [("https://bilan.example.org", True), ("http://127.0.0.1:8765", False), ("", False)])
def test_it_is_secure_where_browsers_reach_it_through_tls(serve: Serve, origin: str, secure: bool) -> None:  # noqa: FBT001  expected
    assert serve(origin=origin).site.secure is secure


def test_the_last_few_are_kept() -> None:
    made: list[str] = []
    kept: Kept[str] = Kept(2)

    def get(key: str) -> str:
        return kept.get(key, lambda: made.append(key) or key.upper())  # type: ignore[func-returns-value]  # notes that it was made

    assert [get(key) for key in ("a", "b", "a", "c", "a", "b")] == ["A", "B", "A", "C", "A", "B"]
    assert made == ["a", "b", "c", "b"]


def test_what_cannot_be_made_is_tried_again() -> None:
    kept: Kept[int] = Kept(2)
    with pytest.raises(ZeroDivisionError):
        kept.get("a", lambda: 1 // 0)

    assert kept.get("a", lambda: 1) == 1
