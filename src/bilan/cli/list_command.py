"""`bilan list`: what there is, with units and sources."""

import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from bilan.cli.output import common, opened, say, table
from bilan.project import Project

Rows = list[dict[str, Any]]
WIDTH = 96


def indicators(project: Project) -> Rows:
    """Indicators of every partnership, with everything their definitions say."""
    from bilan.indicators.definition import Definition, all_definitions  # noqa: PLC0415  loads pydantic models of definitions
    from bilan.indicators.document import told  # noqa: PLC0415  same

    found: dict[str, Definition] = {}
    for slug in project.config.partnerships:
        found |= all_definitions(project.folder(slug) / "indicators.toml")
    return [told(one) for _, one in sorted(found.items())]


def described(rows: Rows) -> str:
    """Indicators for reading: a paragraph each, of lines that fit a terminal."""
    return "\n\n".join("\n".join(_paragraph(row)) for row in rows)


def _paragraph(row: dict[str, Any]) -> Iterator[str]:
    yield f"{row['indicator']}  [{row['unit']}, {row['frequency']}]"
    lines = [row["question"], f"= {row['formula']}"]
    if row["inputs"]:
        lines.append(f"with {', '.join(f'{name} = {need}' for name, need in row['inputs'].items())}")
    elif row["needs"]:
        lines.append(f"needs {row['needs']}")
    for line in [*lines, f"after {row['source']}" if row["source"] else ""]:
        yield from textwrap.wrap(line, WIDTH, initial_indent="    ", subsequent_indent="      ", break_long_words=False)


def charts(_: Project) -> Rows:
    """Kinds of chart."""
    from bilan.charts.registry import load  # noqa: PLC0415  loads the chart files

    return [{"chart": name} for name in load().names()]


def rules(_: Project) -> Rows:
    """Finding rules with the section they speak to and their weight."""
    import bilan.findings.builtin  # noqa: F401, PLC0415  registers the rules
    from bilan.findings.rule import rules as known  # noqa: PLC0415  same

    return [{"rule": one.name, "section": one.section, "weight": one.weight} for one in known]


def sources(project: Project) -> Rows:
    """The register of sources."""
    from bilan.sources.register import read_sources  # noqa: PLC0415  only here

    found = []
    for slug in project.config.partnerships:
        path = project.folder(slug) / "sources.csv"
        if path.exists():
            found += [
                {
                    "source": one.id,
                    "publisher": one.publisher,
                    "published": one.published,
                    "title": one.title,
                    "url": one.url,
                    "licence": one.licence,
                }
                for _, one in sorted(read_sources(path).items())
            ]
    return found


def audiences(project: Project) -> Rows:
    """Audiences with their page budget and sections."""
    return [
        {
            "audience": name,
            "pages": (config := project.audience(name)).pages,
            "findings": config.findings,
            "sections": " ".join(config.sections),
        }
        for name in project.audiences()
    ]


def editions(project: Project) -> Rows:
    """Issued editions, oldest first."""
    from bilan.archive.folder import Archive  # noqa: PLC0415  only here

    return [
        {
            "edition": f"{one['partnership']}/{one['period']}/{one['audience']}.{one['language']}",
            "number": one["number"],
            "issue": one["issue"],
            "issued": one["issued_on"],
            "as of": one["as_of"],
        }
        for one in Archive(project.reports).editions()
    ]


KINDS: dict[str, Callable[[Project], Rows]] = {
    "indicators": indicators, "charts": charts, "rules": rules, "sources": sources, "audiences": audiences, "editions": editions,
}  # fmt: skip


@click.command("list", epilog="Examples:  bilan list indicators   ·   bilan list editions --json")
@click.argument("kind", type=click.Choice(list(KINDS)))
@common
def command(kind: str, folder: Path | None, *, as_json: bool, quiet: bool, verbose: bool) -> int:  # noqa: ARG001  common options
    """Show what there is of a KIND."""
    rows = KINDS[kind](opened(folder, verbose=verbose))
    if as_json:
        say(rows, as_json=True)
    elif kind == "indicators":
        say(described(rows))
    elif rows:
        say(table([tuple(rows[0]), *(tuple(str(value) for value in row.values()) for row in rows)]))
    else:
        say(f"no {kind}")
    return 0
