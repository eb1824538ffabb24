"""What may an edition say? The page docs/findings.md, written from the rules and their examples.

`python -m bilan.findings.document > docs/findings.md` writes it anew.
"""

import inspect
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from bilan.findings.examples import Example, examples
from bilan.findings.noise import BLURRED, FEWEST, LEVEL_NOISE, NOISE, RECENT_DAYS, RECORD_POINTS
from bilan.findings.rule import ROOM, Hedge, Rule, Voice, rules

SECTIONS = ("trade", "mirror", "macro", "measures", "investment", "projects", "agreements", "targets", "outlook", "notes")
HEDGES: Mapping[Hedge, str] = {
    Hedge.NOISE: "below the noise no direction",
    Hedge.STATUS: "says what is provisional or estimated",
    Hedge.PRECISION: "“about” where a figure is not exact",
    Hedge.BOUND: "bounds are withheld",
    Hedge.FEW: f"from fewer than {FEWEST} figures no direction",
}
HEAD = """# Findings

A finding is a bold start and a sentence that a rule derives from readings. {count} rules ship with Bilan; `bilan list rules`
names them. The same readings give the same sentences, in five languages; no language model is involved.

This page is written from the rules and their examples: `python -m bilan.findings.document > docs/findings.md`.

## What rules keep to

The first and the last of these bind every rule; the hedges named with a rule say which of the others do.

- **Period, reporter, source.** `finding()` refuses a finding that lacks one. Rules on projects, treaties and announcements
  stand on dated sources instead of a country's statistics, and say the date.
- **Noise.** A change below the noise of its series is told as "hardly moved", without a word of direction. Noise is a point
  of figures in percent unless said otherwise below; figures that are not exact differ from a whole point on. Levels move from
  one per cent on; levels that are not exact have {blurred} times that noise.
- **Short series, thin bases.** With fewer than {few} figures, or on a base too small to grow from, levels are told and no
  direction. A record needs {record} years in a row and names the first of them.
- **Bounds.** "Over a billion" is printed as stated, and nothing is compared with it.
- **Old figures.** What ended more than {recent} days before the as-of date is left to the tables.
- **Status.** A fixed second sentence says that some of the figures are provisional, or estimates.
- **Causes** are never stated.

## What stands beside what

Each rule has a topic, by default its own name. Of two findings on one topic, subject and period only the heavier stands; so
does the heavier of two on one topic that rest on the same readings. So "grew" and "fell" never stand together. Opposites are
the words of which a finding says one.

Weight decides what page one tells: the heaviest, one of a rule. A finding that tells of no movement weighs 15 less. Rules
marked *as room allows* fill at most {room} places of a section, the heaviest first.

## Noise of single series

| Figure | Noise |
| --- | --- |
{noise}

## Adding a rule

1. A function under `src/bilan/findings/` with `@rule(name, section=…, weight=…, says=Says(…))` that yields `finding(…)`; its
   module is named in `builtin.py`.
2. `finding-<name>-lead` and `finding-<name>` in `findings*.ftl` of every language. Readings arrive as arguments; no numeral
   is written, and no case ending hangs on one.
3. Examples in `src/bilan/findings/examples/`, at least one for each opposite:

```toml
[[trade-growth]]
about = "KGZ"
given.readings."trade.total:KGZ:2023" = "1317884000"
given.readings."trade.growth:KGZ:2023" = "11.58 approximate provisional"
```

`given.series."trade.total:KGZ" = "2019 5 6 7"` writes a run of years; `given.projects`, `given.treaties`,
`given.thresholds` and `given.revisions` are lists, `given.day` is the as-of date. The sentences are written by
`pytest tests/findings/test_examples.py --update-golden`; read them in every language before you keep them.

# The rules
"""


def page(known: Sequence[Rule], told: Mapping[str, Sequence[Example]]) -> str:
    """The whole page, section by section, the heaviest rule first."""
    points = {name: f"{noise:g} points" for name, noise in NOISE.items()}
    table = points | {name: f"{noise:g} % of the level" for name, noise in LEVEL_NOISE.items()}
    head = HEAD.format(
        count=len(known),
        blurred=f"{BLURRED:g}",
        few=FEWEST,
        record=RECORD_POINTS,
        recent=RECENT_DAYS,
        room=ROOM,
        noise="\n".join(f"| {name} | {noise} |" for name, noise in sorted(table.items())),
    )
    ordered = sorted(known, key=lambda one: (SECTIONS.index(one.section), -one.weight, one.name))
    parts = [head]
    for section, group in groupby(ordered, key=lambda one: one.section):
        parts.append(f"\n## Section `{section}`\n")
        parts += ["\n".join(_entry(one, told.get(one.name, ()))) + "\n" for one in group]
    return "\n".join(parts)


def _entry(one: Rule, told: Sequence[Example]) -> Iterator[str]:
    yield f"### {one.name}\n"
    yield f"{inspect.getdoc(one.derive)}\n"
    room = ", as room allows" if one.says.limited else ""
    yield f"- Weight: {one.weight}{room}"
    if one.says.topic != one.name:
        yield f"- Topic: {one.says.topic}"
    if one.says.opposites:
        yield f"- Opposites: {', '.join(one.says.opposites)}"
    if one.says.voice is Voice.SOURCE:
        yield "- Stands on: dated sources"
    if one.says.hedges:
        yield f"- Hedges: {'; '.join(HEDGES[hedge] for hedge in one.says.hedges)}"
    for example in told:
        yield f"- *{example.says['en']}*"


if __name__ == "__main__":
    import bilan.findings.builtin  # noqa: F401  registers the rules

    sys.stdout.write(page(list(rules), examples()))
