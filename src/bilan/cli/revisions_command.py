"""`bilan revisions`: what publishers revised between two dates, and which sentences it turned."""

import os
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from bilan.cli.build_command import instant
from bilan.cli.output import common, opened, say, table
from bilan.errors import UsageError
from bilan.pipeline.facts import told_change, told_revision, told_value
from bilan.project import Project

if TYPE_CHECKING:
    from bilan.findings.revisions import Revision


@click.command(
    "revisions", epilog="Examples:  bilan revisions --from 2024-11-30 --to 2025-01-31   ·   bilan revisions population/KAZ --from … --all"
)
@click.argument("key", default="")
@click.option("--pair", help="Partnership (default: the first of bilan.toml).")
@click.option("--from", "since", required=True, help="A day, or an edition whose as-of date it is.")
@click.option("--to", "until", help="A day or an edition (default: today).")
@click.option("--all", "everything", is_flag=True, help="Small revisions and new values too.")
@common
def command(key: str, **options: Any) -> int:  # noqa: ANN401  click's options
    """Tell revisions of the series KEY, or of all, between two dates or two editions."""
    from bilan.pipeline.knowledge import learn  # noqa: PLC0415  loads the store
    from bilan.pipeline.vintages import between, turns  # noqa: PLC0415  same

    project = opened(options["folder"], verbose=options["verbose"])
    now = instant(os.environ)
    slug = options["pair"] or project.config.partnerships[0]
    old, new = _day(project, options["since"]), _day(project, options["until"] or now.date().isoformat())
    if old > new:
        raise UsageError(f"--from {old.isoformat()}", f"lies after --to {new.isoformat()}", "give the earlier date first")
    then, today = learn(project, slug, old, now), learn(project, slug, new, now)
    found = between(then.earlier(old), today.earlier(new), key, everything=options["everything"])
    turned = turns(then, today)
    if options["as_json"]:
        told = {"from": old, "to": new, "revisions": [told_revision(one) for one in found], "changes": [told_change(one) for one in turned]}
        say(told, as_json=True)
        return 0
    say(f"revised between {old.isoformat()} and {new.isoformat()}: {len(found)}")
    if found:
        say(
            table(
                [("series", "period", "what", "before", "after", "change", "usual", "published"), *(_cells(one) for one in _grouped(found))]
            )
        )
    for one in turned:
        say(f"{one.change.value}: {one.subject}: {_worded(one.before)} -> {_worded(one.after)}")
    return 0


def _day(project: Project, text: str) -> date:
    from bilan.archive.archive import Archive  # noqa: PLC0415  only for editions

    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.fromisoformat(Archive.of(project).manifest(text)["edition"]["as_of"])


def _grouped(found: "list[Revision]") -> "list[Revision]":
    """A rebased series is told by its last period alone."""
    last = {one.key: one for one in found if one.kind.value == "rebased"}
    return [one for one in found if one.kind.value != "rebased" or last[one.key] is one]


def _cells(one: "Revision") -> tuple[str, ...]:
    what = one.kind.value
    if one.factor is not None:
        what = f"series rebased by about {100 * (one.factor - 1):+.1f} %"
    elif one.turned:
        what = f"{what}, growth turned"
    change = "" if one.percent is None else f"{one.percent:+.2f} %"
    usual = "" if one.usual is None else f"{one.usual:.2f} %"
    published = one.after.published or one.after.published_on.isoformat() if one.after else ""
    return str(one.key), str(one.period), what, told_value(one.before), told_value(one.after), change, usual, published


def _worded(one: Any) -> str:  # noqa: ANN401  a state, or the words a sentence hangs on
    return ", ".join(f"{name} {value}" for name, value in sorted(one.items())) if isinstance(one, dict) else str(one)
