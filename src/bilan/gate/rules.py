"""Which checks are declared for which series? The rules of `gate.toml`."""

from pathlib import Path
from typing import Literal, Self, get_args

from pydantic import Field, model_validator

from bilan.config.base import Model
from bilan.config.decode import load
from bilan.errors import ConfigError, closest
from bilan.sources.kinds import open_table
from bilan.sources.meta import SUFFIX, read_meta

Check = Literal[
    "schema", "unit", "range", "duplicate",
    "jump", "revision", "disappearance", "drift", "freshness",
    "mirror", "sum", "growth", "statement",
]  # fmt: skip
Action = Literal["pass", "warn", "hold"]
CHECKS: tuple[Check, ...] = get_args(Check)
_FAR = ("warn-mads", "hold-mads", "warn-factor", "hold-factor", "history")
_OPTIONS: dict[Check, tuple[str, ...]] = {
    "unit": ("unit",),
    "range": ("min", "max"),
    "jump": (*_FAR, "days"),
    "revision": (*_FAR, "material", "days"),
    "disappearance": ("least", "warn-share", "hold-share"),
    "drift": ("hold-factor", "rebased", "days"),
    "freshness": ("max-age-days", "lag-days", "grace-days"),
    "mirror": ("min", "max", "hold-mads", "history", "years"),
    "sum": ("years",),
    "growth": ("table", "column", "years"),
    "statement": ("tolerance", "years"),
}
_NEEDS: dict[Check, tuple[str, ...]] = {"unit": ("unit",), "range": ("min", "max")}
_TABLE = "the table of a growth rule"


class GateRule(Model):
    """One check of the series its pattern matches (`trade/*/total/TOTAL/A`; `*` also stands for several parts).

    `action` is the most that happens where the check fails: checks with two thresholds may only warn. Of several
    rules with the same check that match a series the last one counts, so the general rule comes first and the
    exception after it. An option not given has the default docs/gate.md states.
    """

    series: str
    check: Check
    action: Action = "hold"
    unit: str | None = None
    min: int | float | None = None
    max: int | float | None = None
    warn_mads: int | float | None = Field(default=None, gt=0)
    hold_mads: int | float | None = Field(default=None, gt=0)
    warn_factor: int | float | None = Field(default=None, gt=1)
    hold_factor: int | float | None = Field(default=None, gt=1)
    history: int | None = Field(default=None, ge=1)
    material: int | float | None = Field(default=None, ge=0)
    days: int | None = Field(default=None, ge=0)
    least: int | None = Field(default=None, ge=1)
    warn_share: int | float | None = Field(default=None, gt=0, le=1)
    hold_share: int | float | None = Field(default=None, gt=0, le=1)
    rebased: tuple[str, ...] | None = None
    max_age_days: int | None = Field(default=None, ge=0)
    lag_days: int | None = Field(default=None, ge=0)
    grace_days: int | None = Field(default=None, ge=0)
    table: str | None = None
    column: str | None = None
    tolerance: int | float | None = Field(default=None, ge=0)
    years: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def _says_what_it_needs(self) -> Self:
        own = {"series", "check", "action"}
        given = [
            info.alias or name for name, info in type(self).model_fields.items() if name not in own and getattr(self, name) is not None
        ]
        needed = _NEEDS.get(self.check, ())
        foreign = [name for name in given if name not in _OPTIONS.get(self.check, ())]
        if needed and not any(name in given for name in needed):
            raise ValueError(f"check '{self.check}' needs {' or '.join(needed)}")
        if foreign:
            raise ValueError(f"check '{self.check}' has no {' or '.join(foreign)}")
        if ("table" in given) is not ("column" in given):
            raise ValueError("table and column stand together or not at all")
        for low, high in (("min", "max"), ("warn_mads", "hold_mads"), ("warn_factor", "hold_factor"), ("warn_share", "hold_share")):
            below, above = getattr(self, low), getattr(self, high)
            if below is not None and above is not None and below > above:
                raise ValueError(f"{low.replace('_', '-')} {below} is above {high.replace('_', '-')} {above}")
        return self


class Accepted(Model):
    """A row somebody looked at: what a check says of it is known to be so, and why."""

    row: str
    check: Check
    reason: str = Field(min_length=1)


class GateConfig(Model):
    """`gate.toml`: all rules, the general ones first; rows accepted; growth stated beside a value, in percent, by row."""

    rule: tuple[GateRule, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    stated: dict[str, str] = Field(default_factory=dict)


DEFAULT = GateConfig(rule=(GateRule(series="*", check="schema"), GateRule(series="*", check="duplicate")))


def load_gate(path: Path) -> GateConfig:
    """The rules of a partnership; without a file, sound rows and no contradictions are asked of every series.

    Growth rules that name a table and a column bring the growth stated there. Raises ConfigError for a rule that
    would check nothing, and SourceError for a table that cannot be read.
    """
    if not path.exists():
        return DEFAULT
    config = load(path, GateConfig)
    stated: dict[str, str] = {}
    for place in dict.fromkeys((rule.table, rule.column) for rule in config.rule if rule.table and rule.column):
        stated |= _stated(path, *place)
    return config.model_copy(update={"stated": stated | config.stated}) if stated else config


def _stated(path: Path, name: str | None, column: str | None) -> dict[str, str]:
    side = path.with_name(f"{str(name).rpartition('.')[0]}{SUFFIX}")
    if not side.exists():
        raise ConfigError(path.name, (f"rule.table: there is no {side.name} beside it",), f"name {_TABLE}, such as 'trade.csv'")
    meta = read_meta(side)
    table, _ = open_table(side, meta)
    if column not in table.columns:
        mistake = f"rule.column: {table.name} has no column '{column}'{closest(str(column), table.columns)}"
        raise ConfigError(path.name, (mistake,), "name the column of the stated growth, in percent")
    return {f"{table.name}#{row.cells[meta.id_column]}": row.cells[column].strip() for row in table.rows if row.cells[column].strip()}
