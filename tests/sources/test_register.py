from pathlib import Path

import pytest

from bilan.errors import SourceError
from bilan.model import Source
from bilan.sources.register import read_sources

REAL = Path(__file__).parents[2] / "data" / "kz-kg"
HEADER = "source_id,title,publisher,kind,url,published_on,date_quality,language,licence,note\n"


def told(folder: Path, text: str) -> tuple[str, ...]:
    (folder / "sources.csv").write_text(text, encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        read_sources(folder / "sources.csv")
    return caught.value.mistakes


def test_reads_the_register_by_id(tmp_path: Path) -> None:
    (tmp_path / "sources.csv").write_text(HEADER + "a1,Title,Agency,press,https://x.org,2024-04,url,en,CC BY 4.0,seen\n", encoding="utf-8")

    assert read_sources(tmp_path / "sources.csv") == {
        "a1": Source("a1", "Title", "Agency", "https://x.org", "2024-04", "en", "CC BY 4.0", "seen")
    }


def test_tells_missing_and_unknown_columns(tmp_path: Path) -> None:
    assert told(tmp_path, HEADER.replace("publisher", "publischer") + "a1,T,A,press,,,,,,\n") == (
        "line 1: column 'publisher' is missing",
        "line 1: unknown column 'publischer' (did you mean 'publisher'?)",
    )


def test_tells_every_bad_id_and_date_at_once(tmp_path: Path) -> None:
    rows = "a1,T,A,press,,2024-13,,,,\na1,T,A,press,,,,,,\n,T,A,press,,,,,,\na;b,T,A,press,,,,,,\n a,T,A,press,,,,,,\n"

    assert told(tmp_path, HEADER + rows) == (
        "line 2: published_on: '2024-13' is no date: month 13",
        "line 3: source_id 'a1' stands twice",
        "line 4: source_id '' is no id",
        "line 5: source_id 'a;b' is no id",
        "line 6: source_id ' a' is no id",
    )


def test_reads_the_register_of_the_pack() -> None:
    sources = read_sources(REAL / "sources.csv")

    assert len(sources) == 80
    assert sources["seed"].published == "2024-12-03"
