"""What does every indicator mean? The page docs/indicators.md, written from the definitions themselves.

`python -m bilan.indicators.document > docs/indicators.md` writes it anew.
"""

import sys
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from bilan.indicators.definition import AS_REPORTED, Definition, Rules, all_definitions
from bilan.indicators.functions import FUNCTIONS
from bilan.period import Frequency

GROUPS = {
    "trade": "Trade by each country's own statistics",
    "mirror": "Two records of one trade",
    "product": "Trade by product",
    "investment": "Investment",
    "macro": "The two economies",
    "movement": "People and goods on the move",
    "target": "Aims",
    "promise": "Promises and projects",
    "treaty": "Treaties",
    "threshold": "Thresholds",
    "outlook": "Outlook",
    "data": "Age of the data",
}
TIMES = {
    Frequency.ANNUAL: "annual", Frequency.QUARTERLY: "quarterly", Frequency.MONTHLY: "monthly", Frequency.YEAR_TO_DATE: "year to date",
}  # fmt: skip
RULES = {"zero": "Zero", "missing": "Missing", "negative": "Negative", "breaks": "Break", "provisional": "Provisional"}
HEAD = """# Indicators

{count} indicators, each with its question, formula, unit and the source of its definition. `bilan list indicators` shows
the same for a project, with the indicators of its partnerships; `--json` gives every field.

This page is written from the definitions: `python -m bilan.indicators.document > docs/indicators.md`.

## Common rules

- A reading lists its inputs. It has the weakest status of them, and is approximate unless all of them are exact. What
  would rest on a bound ("over one billion") is withheld.
- Missing is not zero. A reading whose input is missing has no value and says which input.
- The two countries' statistics meet only in indicators that compare them.
- One id is one formula. A second formula for the same question is a second id.
- Rounding is for display only; every value is computed exactly, in decimals.

Unless an indicator says otherwise:

| Case | A figure as reported | A figure computed |
| --- | --- | --- |
{rules}

## Adding an indicator

A partnership adds its own in `indicators.toml`, beside `partnership.toml`. Names, units, frequencies and circles are
checked before any data are read, and all mistakes are told at once, each with its file, its indicator and its position in
the expression.

A **series** is read as it is; `{{reporter}}` and `{{partner}}` stand for the two countries in turn:

```toml
[indicator."energy.water"]
question = "How much water does the reporter give its partner?"
unit = "m3"
series = {{ indicator = "water_release", partner = "{{partner}}", lag = 90 }}
```

An **expression** computes with readings of one subject, period by period:

```toml
[indicator."trade.exports_per_person"]
question = "How much does the reporter sell to its partner for each of its people?"
unit = "USD_per_person"
expr = "exports / people"
inputs = {{ exports = "trade.exports", people = "macro.population" }}
```

It has names of inputs, whole numbers, `+ - * /`, brackets, and these functions (x is an expression, n a number of periods,
y a year):

{functions}

Units are checked with their kind. Dollars and tonnes are not added, nor a flow and a stock, nor two indices of different
bases. The difference of two percentages is in percentage points. A stock is declared with `kind = "stock"`, an index with
its `base`.

A **query** reads trade by product, where there is a table of it (see [data.md](data.md)):

```toml
[indicator."trade.fuel"]
question = "How much mineral fuel does the reporter sell to its partner?"
unit = "USD"
sql = \"\"\"
SELECT reporter AS subject, left(period, 4) AS period, sum(value) AS value
FROM products
WHERE partner IN ($first, $second) AND flow = 'export' AND product LIKE '27%'
GROUP BY ALL
\"\"\"
slices = [{{ flow = "export" }}]
```

It gives the columns `subject`, `period` and `value`, one row for each subject and period, of one `frequency` (annual
unless it says otherwise). `$first` and `$second` are the codes of the two countries; `value` of `products` is in the unit
of its column `unit`. `slices` say which trade the readings rest on, `inputs` which other indicators. It is one SELECT over
`products`, the sums `product_months` and `product_years`, and `observations`, without files, network or settings; a value
that is not exact is refused. Without product tables each country has a reading without value that says what is needed.

A **Python function** is declared with `@indicator` (see `src/bilan/indicators/mirror.py`).
"""


def page(definitions: Mapping[str, Definition]) -> str:
    """The page in Markdown: how to read and add indicators, then each of them by group."""
    plain = Rules()
    rules = "\n".join(f"| {title} | {getattr(AS_REPORTED, name)} | {getattr(plain, name)} |" for name, title in RULES.items())
    listed = "\n".join(f"- `{head}`:{says}" for head, _, says in (one.says.partition(":") for one in FUNCTIONS.values()))
    parts = [HEAD.format(count=len(definitions), rules=rules, functions=listed)]
    ordered = sorted(definitions.values(), key=lambda one: (_place(one), one.name))
    for group, ones in groupby(ordered, key=_group):
        parts += [f"## {GROUPS.get(group, group.capitalize())}\n", *("\n".join(_entry(one)) + "\n" for one in ones)]
    return "\n".join(parts)


def told(one: Definition) -> dict[str, Any]:
    """Every field of a definition, for machines and lists."""
    return {
        "indicator": one.name,
        "question": one.question,
        "formula": one.formula,
        "unit": one.unit,
        "kind": one.kind,
        "base": one.base,
        "display": one.display,
        "frequency": _when(one),
        "periods": one.periods,
        "needs": needs(one),
        "inputs": dict(one.inputs),
        "slices": [f"{each.reporter} {each.partner} {each.flow}" for each in one.slices],
        "source": one.source,
        "rules": {name: getattr(one.rules, name) for name in RULES},
        "declared in": one.origin,
    }


def needs(one: Definition) -> str:
    """What must be there for a value, in words: indicators or the series, and how many periods."""
    what = ", ".join(one.needs)
    if one.series is not None:
        parts = (one.series.indicator, "{reporter}", one.series.partner, one.series.flow, one.series.product)
        what = f"series {'/'.join(parts).rstrip('/')}"
    elif one.slices:
        what = ", ".join([f"trade by product ({', '.join(each.flow for each in one.slices)})", *one.needs])
    return "; ".join(part for part in (what, _span(one)) if part)


def _span(one: Definition) -> str:
    """An expression looks back so far, whatever lies between; a function says how many periods it takes."""
    if one.periods == 1:
        return ""
    if not one.is_expression:
        return f"{one.periods} periods"
    return "and the period before" if one.periods == 2 else f"and up to {one.periods - 1} periods before"  # noqa: PLR2004  two of them


def _group(one: Definition) -> str:
    return one.name.partition(".")[0]


def _place(one: Definition) -> tuple[int, str]:
    group = _group(one)
    return (list(GROUPS).index(group) if group in GROUPS else len(GROUPS), group)


def _entry(one: Definition) -> Iterator[str]:
    yield f"### {one.name}\n"
    yield f"{one.question}\n"
    yield f"- Formula: `{one.formula}`"
    if one.inputs:
        yield f"- Inputs: {', '.join(f'`{name}` is {need}' for name, need in one.inputs.items())}"
    kind = f" ({one.kind})" if one.kind in ("flow", "stock") else f" ({one.base} = 100)" if one.base else ""
    yield f"- Unit: {one.unit}{kind}, {_when(one)}; shown: {one.display}"
    if needs(one):
        yield f"- Needs: {needs(one)}"
    if one.source:
        yield f"- Source: {one.source}"
    for name, rule in min((_differing(one.rules, common) for common in (Rules(), AS_REPORTED)), key=len):
        yield f"- {RULES[name]}: {rule}"


def _differing(rules: Rules, common: Rules) -> list[tuple[str, str]]:
    return [(name, getattr(rules, name)) for name in RULES if getattr(rules, name) != getattr(common, name)]


def _when(one: Definition) -> str:
    return TIMES[one.frequency] if one.frequency else "of the frequency of what it speaks of"


if __name__ == "__main__":
    sys.stdout.write(page(all_definitions()))
