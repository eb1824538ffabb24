"""What does a table say? Its side file: kind, licence, and how its columns and words translate into ours."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from bilan.config.decode import load
from bilan.config.models import Model
from bilan.period import known_from

SUFFIX = ".meta.toml"


def _day(text: str) -> str:
    known_from(text)
    return text


class TableMeta(Model):
    """`NAME.meta.toml` beside `NAME.csv`.

    `constant` is the same for every row, `column` maps our field to their column (the same name by default),
    `value_map` their words to ours, `ignore` names columns not read; rows without any date count from
    `undated_from`, the day they were retrieved.
    """

    title: str
    kind: Literal["observations", "events", "projects", "claims", "places", "sources"]
    licence: str = ""
    id_column: str
    constant: dict[str, str] = Field(default_factory=dict)
    column: dict[str, str] = Field(default_factory=dict)
    value_map: dict[str, dict[str, str]] = Field(default_factory=dict)
    ignore: tuple[str, ...] = ()
    undated_from: Annotated[str, AfterValidator(_day)] = ""


def read_meta(path: Path) -> TableMeta:
    """The side file of a table; raises ConfigError listing every mistake at once."""
    return load(path, TableMeta)
