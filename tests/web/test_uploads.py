import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bilan.errors import ConfigError, InvalidFileError, SourceError, UsageError
from bilan.ledger.book import Ledger
from bilan.project import Project
from bilan.web.site import Site
from bilan.web.uploads import tried

NOW = datetime(2026, 11, 25, tzinfo=UTC)
SETTINGS = 'partnerships = ["kz-kg"]\naudiences = ["minister"]\nlanguages = ["en"]\n'
NEW = "own1,KGZ,KAZ,total,TOTAL,A,2025,1500,USD_million,exact,reported,stated,,1500,,2026-03-01,24kg-20250225,\n"


@pytest.fixture
def site(tmp_path: Path, checkout: Path) -> Iterator[Site]:
    """The real partnership, nothing taken in yet."""
    root = tmp_path / "project"
    shutil.copytree(checkout / "data" / "kz-kg", root / "data" / "kz-kg")
    (root / "bilan.toml").write_text(SETTINGS, encoding="utf-8")
    project = Project(root)
    with Ledger.open(project.config.ledger, project.root) as ledger:
        yield Site(project, ledger, lambda: NOW, open=True)


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where copies are made; whatever happens none may stay."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def text(site: Site, name: str = "trade.csv") -> str:
    return (site.project.root / "data" / "kz-kg" / name).read_text(encoding="utf-8")


def files(site: Site) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(site.project.root.rglob("*")) if path.is_file()}


def test_the_same_table_changes_nothing(site: Site) -> None:
    found = tried(site, "kz-kg", "trade.csv", text(site).encode())

    assert found.counts == {"new": 0, "revised": 0, "withdrawn": 0, "unchanged": len(text(site).splitlines()) - 1}
    assert (found.changes, found.gate_new, found.gate_gone, found.turned) == ((), (), (), ())


def test_new_revised_and_withdrawn_rows_are_told_and_nothing_is_written(site: Site, scratch: Path) -> None:
    site.knowledge("kz-kg", site.today)
    before = files(site)
    lines = text(site).replace(",1340,USD_million", ",350.9,USD_million").splitlines(keepends=True)
    found = tried(site, "kz-kg", "trade.csv", "".join(one for one in [*lines, NEW] if not one.startswith("bt001,")).encode())

    by_row = {one.row: one for one in found.changes}
    assert {name: one.what for name, one in by_row.items()} == {"bt001": "withdrawn", "bt056": "revised", "own1": "new"}
    assert by_row["bt056"].place == ("trade/KGZ/KAZ/total/TOTAL/A", "2024")
    assert by_row["bt056"].columns == ("value",)
    assert found.counts["unchanged"] == len(lines) - 3
    assert next(one.message for one in found.gate_new if one.action == "hold").startswith("350.9 for 2024: at least 500")
    assert any(one.rule == "freshness" for one in found.gate_gone)
    assert files(site) == before
    assert list(scratch.iterdir()) == []


def test_sentences_that_would_turn_are_told(site: Site) -> None:
    found = tried(site, "kz-kg", "trade.csv", text(site).replace(",1340,USD_million", ",1990,USD_million").encode())

    assert ("meaning", "totals-differ/KAZ-KGZ") in [(one.change.value, one.subject) for one in found.turned]


def test_a_table_of_another_kind_is_compared_row_by_row(site: Site) -> None:
    found = tried(site, "kz-kg", "events.csv", "".join(text(site, "events.csv").splitlines(keepends=True)[:-1]).encode())

    assert (found.kind, [one.what for one in found.changes]) == ("events", ["withdrawn"])


def test_a_table_that_mends_a_broken_one_is_not_compared(site: Site) -> None:
    sound = text(site)
    (site.project.root / "data" / "kz-kg" / "trade.csv").write_text("obs_id\n", encoding="utf-8")

    found = tried(site, "kz-kg", "trade.csv", sound.encode())

    assert (found.compared, found.counts["new"]) == (False, len(sound.splitlines()) - 1)


def test_a_table_not_there_yet_is_all_new(site: Site) -> None:
    folder = site.project.root / "data" / "kz-kg"
    (folder / "more.meta.toml").write_text((folder / "trade.meta.toml").read_text(encoding="utf-8"), encoding="utf-8")
    found = tried(site, "kz-kg", "more.csv", (text(site).splitlines(keepends=True)[0] + NEW).encode())

    assert (found.compared, found.counts) == (True, {"new": 1, "revised": 0, "withdrawn": 0, "unchanged": 0})


def test_every_mistake_is_told_at_once(site: Site, scratch: Path) -> None:
    broken = text(site).replace(",1340,USD_million", ',"1,340",USD_million').replace(",2001,120.8,", ",20o1,120.8,")
    with pytest.raises(SourceError) as caught:
        tried(site, "kz-kg", "trade.csv", broken.encode())

    assert len(caught.value.mistakes) == 2
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\x00", b"\xff\xfe", b"a,b\n\x00,1\n", b"," * 1_000_000, b'"\n",' * 100_000, b"\n" * 500_000, b'"', b"obs_id\n" * 3,
        ("x" * 200_000).encode(), "obs_id,ключ\n=cmd|'/c calc'!A1,\U0001f4a9\n".encode(),
    ],
    ids=range(11),
)  # fmt: skip
def test_what_is_no_table_is_refused(site: Site, scratch: Path, content: bytes) -> None:
    for name in ("trade.csv", "events.csv", "sources.csv"):
        with pytest.raises((SourceError, ConfigError)):
            tried(site, "kz-kg", name, content)

    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (",2024,1340,", ",9999,1340,"), (",2024,1340,", ",0001,1340,"), (",1340,USD", ",1e99,USD"), (",1340,USD", ",1e-99,USD"),
        (",1340,USD", ",-1340,USD"), (",1340,USD", f",{'9' * 5000},USD"), (",1340,USD_million", ",1340,=1+1"), (",1340,USD", ",0,USD"),
    ],
    ids=range(8),
)  # fmt: skip
def test_odd_figures_are_tried_or_refused(site: Site, scratch: Path, old: str, new: str) -> None:
    try:
        found = tried(site, "kz-kg", "trade.csv", text(site).replace(old, new).encode())
    except InvalidFileError as error:
        assert error.mistakes  # noqa: PT017  either is an answer
    else:
        assert "bt056" in [one.row for one in found.changes]
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["../trade.csv", "trade.xlsx", "/etc/passwd", "a/b.csv", ".csv", "trade.csv\n", "TRADE.CSV", "trade.csv\0", "country_codes.csv"]
)
def test_names_that_would_not_be_read_are_refused(site: Site, name: str) -> None:
    with pytest.raises(UsageError):
        tried(site, "kz-kg", name, b"a\n1\n")


@pytest.mark.parametrize(
    ("said", "message"),
    [('kind = "observations"\nlocation = "s3://x/y.csv"', "lies elsewhere"), ('kind = "products"', "too large to try")],
)
def test_tables_that_are_no_file_to_try_are_refused(site: Site, said: str, message: str) -> None:
    side = f'title = "x"\n{said}\nid-column = "id"\n'
    (site.project.root / "data" / "kz-kg" / "other.meta.toml").write_text(side, encoding="utf-8")

    with pytest.raises(UsageError, match=message):
        tried(site, "kz-kg", "other.csv", b"id\n1\n")


def test_an_unknown_partnership_is_not_there(site: Site) -> None:
    with pytest.raises(UsageError, match=r"is not in bilan\.toml"):
        tried(site, "xx-yy", "trade.csv", b"a\n1\n")
