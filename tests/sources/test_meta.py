from pathlib import Path

import pytest

from bilan.errors import ConfigError
from bilan.sources.meta import TableMeta, read_meta

REAL = Path(__file__).parents[2] / "data" / "kz-kg"


def written(folder: Path, text: str) -> Path:
    path = folder / "trade.meta.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_reads_what_a_table_is(tmp_path: Path) -> None:
    text = 'title = "T"\nkind = "observations"\nid-column = "id"\nundated-from = "2026-11-23"\n[value-map.status]\nfirst = "final"\n'

    meta = read_meta(written(tmp_path, text))

    assert meta == TableMeta(
        title="T", kind="observations", id_column="id", undated_from="2026-11-23", value_map={"status": {"first": "final"}}
    )


def test_tells_every_mistake_of_a_side_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        read_meta(written(tmp_path, 'titel = "T"\nkind = "observation"\nid-column = "id"\nundated-from = "soon"\n'))

    told = "\n".join(caught.value.mistakes)
    assert caught.value.where == "trade.meta.toml"
    assert "line 1: titel: unknown setting (did you mean 'title'?)" in told
    assert "(did you mean 'observations'?)" in told
    assert "'soon' is no date: write 2024-04-19, 2024-04 or 2024" in told


@pytest.mark.parametrize("path", sorted(REAL.glob("*.meta.toml")), ids=lambda path: str(path.name))
def test_reads_each_side_file_of_the_pack(path: Path) -> None:
    assert read_meta(path).title
