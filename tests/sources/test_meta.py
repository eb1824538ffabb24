from pathlib import Path

import pytest

from bilan.errors import ConfigError
from bilan.sources.meta import SqlMeta, TableMeta, has_secret, read_meta

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


HEAD = 'title = "T"\nkind = "observations"\nid-column = "id"\n'


@pytest.mark.parametrize("kind", ["products", "names"])
def test_knows_tables_that_others_read(tmp_path: Path, kind: str) -> None:
    assert read_meta(written(tmp_path, HEAD.replace("observations", kind))).kind == kind


def test_reads_where_a_table_lies(tmp_path: Path) -> None:
    meta = read_meta(written(tmp_path, HEAD + '[sql]\nurl-env = "BILAN_DB_URL"\nquery = "SELECT 1"\ntimeout = 5\n'))

    assert meta.sql == SqlMeta(url_env="BILAN_DB_URL", query="SELECT 1", timeout=5)
    assert read_meta(written(tmp_path, HEAD + 'location = "s3://bucket/trade.csv"\n')).location == "s3://bucket/trade.csv"
    assert read_meta(written(tmp_path, HEAD + 'sheet = "Trade"\n')).sheet == "Trade"


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ('[sql]\nquery = "SELECT 1"\n', "sql: write either url or url-env"),
        ('[sql]\nurl = "sqlite:///a"\nurl-env = "BILAN_DB_URL"\nquery = "SELECT 1"\n', "sql: write either url or url-env"),
        ('[sql]\nurl = "postgresql://me:hunter2@host/x"\nquery = "SELECT 1"\n', "sql.url: holds a password"),
        ('[sql]\nurl = "postgresql://host/x?user=me&password=hunter2"\nquery = "SELECT 1"\n', "sql.url: holds a password"),
        ('location = "sftp://me:hunter2@host/a.csv"\n', "location: holds a password or key"),
        ('location = "s3://bucket/a.csv?X-Amz-Signature=hunter2"\n', "location: holds a password or key"),
        ('location = "s3://bucket/a.csv"\n[sql]\nurl = "sqlite:///a"\nquery = "SELECT 1"\n', "location and sql: a table has one place"),
        ('[sql]\nurl-env = "sqlite:///hunter"\nquery = "SELECT 1"\n', "url-env: "),
    ],
)
def test_refuses_a_place_with_a_secret_and_never_repeats_it(tmp_path: Path, rest: str, told: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_meta(written(tmp_path, HEAD + rest))

    assert told in str(caught.value)
    assert "hunter2" not in f"{caught.value}{caught.value.hint}"


@pytest.mark.parametrize(
    "address",
    ["sqlite:///trade.sqlite", "postgresql://me@host:5432/x", "s3://bucket/a:b@c.csv", "memory://a.csv", "file:///home/x/monkeys.csv"],
)
def test_takes_no_plain_address_for_a_secret(address: str) -> None:
    assert not has_secret(address)


@pytest.mark.parametrize("path", sorted(REAL.glob("*.meta.toml")), ids=lambda path: str(path.name))
def test_reads_each_side_file_of_the_pack(path: Path) -> None:
    assert read_meta(path).title
