from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from bilan.errors import UsageError
from bilan.project import Project
from bilan.web import known
from bilan.web.known import day_named, day_of, knowledge_of, slug_of, view_of
from bilan.web.site import Site

TODAY = date(2026, 11, 25)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site that knows nothing but what was asked of it."""
    (tmp_path / "bilan.toml").write_text('partnerships = ["kz-kg", "kg-uz"]\naudiences = ["a"]\nlanguages = ["en"]\n', encoding="utf-8")
    knowledge = SimpleNamespace(earlier=lambda day: ("view", day))
    made = SimpleNamespace(
        project=Project(tmp_path), today=TODAY, now=lambda: datetime(2026, 11, 25, tzinfo=UTC),
        knowledge=lambda slug, day: knowledge if day == TODAY else (slug, day),
    )  # fmt: skip
    return cast("Site", made)


def test_the_first_partnership_and_today_are_meant_where_nothing_is_said(site: Site) -> None:
    assert (slug_of(site, None), slug_of(site, "kg-uz"), day_of(site, None)) == ("kz-kg", "kg-uz", TODAY)
    with pytest.raises(UsageError, match="is not in"):
        slug_of(site, "xx-yy")


def test_nothing_is_known_of_tomorrow(site: Site) -> None:
    with pytest.raises(UsageError, match="is a day of which nothing can be known"):
        day_of(site, date(2026, 11, 26))


def test_what_was_known_then_is_looked_at_through_what_is_known_today(site: Site) -> None:
    day = date(2024, 12, 31)

    found: tuple[object, object] = (knowledge_of(site, None, day), view_of(site, None, day))

    assert found == (("kz-kg", day), ("view", day))


def test_a_day_is_written_out_or_that_of_an_edition(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "entry_of", lambda _, name: SimpleNamespace(as_of={"kz-kg/2026-10/a.en": "2026-10-31"}[name]))

    assert day_named(site, "2024-11-30") == date(2024, 11, 30)
    assert day_named(site, "kz-kg/2026-10/a.en") == date(2026, 10, 31)
    for wrong in ("2024-02-30", "0001-01-01", "soon"):
        with pytest.raises(UsageError, match="is no day"):
            day_named(site, wrong)
