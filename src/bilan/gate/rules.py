"""Which checks are declared for which series? The rules of `gate.toml`."""

from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from bilan.config.decode import load
from bilan.config.models import Model

Check = Literal["schema", "unit", "range", "duplicate", "freshness"]
Action = Literal["pass", "warn", "hold"]
_NEEDS = {"unit": ("unit",), "range": ("min", "max"), "freshness": ("max-age-days",)}


class GateRule(Model):
    """One check of the series its pattern matches (`trade/*/total/TOTAL/A`; `*` also stands for several parts).

    `action` is what happens where the check fails. Of several rules with the same check that match a series the
    last one counts, so the general rule comes first and the exception after it.
    """

    series: str
    check: Check
    action: Action = "hold"
    unit: str | None = None
    min: int | float | None = None
    max: int | float | None = None
    max_age_days: int | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _says_what_it_needs(self) -> Self:
        said = {"unit": self.unit, "min": self.min, "max": self.max, "max-age-days": self.max_age_days}
        given = [name for name, value in said.items() if value is not None]
        needed = _NEEDS.get(self.check, ())
        foreign = [name for name in given if name not in needed]
        if needed and not any(name in given for name in needed):
            raise ValueError(f"check '{self.check}' needs {' or '.join(needed)}")
        if foreign:
            raise ValueError(f"check '{self.check}' has no {' or '.join(foreign)}")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(f"min {self.min} is above max {self.max}")
        return self


class GateConfig(Model):
    """`gate.toml`: all rules, the general ones first."""

    rule: tuple[GateRule, ...] = ()


DEFAULT = GateConfig(rule=(GateRule(series="*", check="schema"), GateRule(series="*", check="duplicate")))


def load_gate(path: Path) -> GateConfig:
    """The rules of a partnership; without a file, sound rows and no contradictions are asked of every series."""
    return load(path, GateConfig) if path.exists() else DEFAULT
