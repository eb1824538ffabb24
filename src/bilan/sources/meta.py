"""What does a table say? Its side file: kind, licence, place, and how its columns and words translate into ours."""

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from bilan.config.base import Model
from bilan.config.decode import load
from bilan.errors import ConfigError
from bilan.period import known_from

SUFFIX = ".meta.toml"
_USER = re.compile(r"^[^:/?#]+(::?)?//[^/?#]*:[^/?#]*@")
_SECRET = re.compile(r"[?&;][^=&;]*(pass|pwd|secret|token|key|signature)[^=&;]*=", re.IGNORECASE)


def _day(text: str) -> str:
    known_from(text)
    return text


class SqlMeta(Model):
    """A table in a database: where, and the one SELECT that gives its rows.

    `url` is for databases without a password, a relative SQLite path counts from the side file; `url_env` names
    the environment variable with the whole address. `timeout` is in seconds.
    """

    url: str = ""
    url_env: Annotated[str, Field(pattern=r"^([A-Z][A-Z0-9_]*)?$")] = ""
    query: Annotated[str, Field(min_length=1)]
    timeout: Annotated[int, Field(ge=1, le=3600)] = 30
    rows: Annotated[int, Field(ge=1, le=1_000_000)] = 100_000


class TableMeta(Model):
    """`NAME.meta.toml` beside `NAME.csv`.

    `constant` is the same for every row, `column` maps our field to their column (the same name by default),
    `value_map` their words to ours, `ignore` names columns not read; rows without any date count from
    `undated_from`, the day they were retrieved. A table with `location` or `sql` has no file beside the side file;
    `sheet` names the sheet of a workbook.
    """

    title: str
    kind: Literal["observations", "products", "events", "projects", "claims", "places", "sources", "names"]
    licence: str = ""
    id_column: str
    constant: dict[str, str] = Field(default_factory=dict)
    column: dict[str, str] = Field(default_factory=dict)
    value_map: dict[str, dict[str, str]] = Field(default_factory=dict)
    ignore: tuple[str, ...] = ()
    undated_from: Annotated[str, AfterValidator(_day)] = ""
    sheet: str = ""
    location: str = ""
    sql: SqlMeta | None = None


def read_meta(path: Path) -> TableMeta:
    """The side file of a table; raises ConfigError listing every mistake at once, and never repeating a secret."""
    meta = load(path, TableMeta)
    mistakes = tuple(_place_mistakes(meta))
    if mistakes:
        raise ConfigError(path.name, mistakes, "passwords and keys stand in the environment, never in a file")
    return meta


def has_secret(address: str) -> bool:
    """Whether an address carries a password, key or token."""
    return bool(_USER.search(address) or _SECRET.search(address))


def _place_mistakes(meta: TableMeta) -> list[str]:
    mistakes = []
    if meta.location and meta.sql:
        mistakes.append("location and sql: a table has one place; keep one of them")
    if has_secret(meta.location):
        mistakes.append("location: holds a password or key; take it out, the environment gives it to the storage library")
    if meta.sql and bool(meta.sql.url) == bool(meta.sql.url_env):
        mistakes.append("sql: write either url or url-env")
    if meta.sql and has_secret(meta.sql.url):
        mistakes.append('sql.url: holds a password; put the whole address into a variable and write url-env = "BILAN_DB_URL"')
    return mistakes
