"""How is a finished file audited that a stranger sent? In a process of its own, from a folder, and told as JSON."""

from dataclasses import replace
from pathlib import Path

from bilan.audit.finished import Audited, attached_manifest, audited, read_manifest
from bilan.errors import Problem
from bilan.pipeline.reported import told_audit
from bilan.pipeline.told import Json

MOST, LONGEST = 500, 300
HINT = "send the manifest.json of this edition with the file"


def task(told: Json) -> Json:
    """The audit of the file at `document`, called `name` by who sent it, against the one at `manifest`, or that it carries.

    As `bilan audit --json` tells it, the first 500 numerals; UsageError for what is no PDF, or no manifest.
    """
    name, content, named = str(told["name"]), Path(told["document"]).read_bytes(), told["manifest"]
    text = Path(named).read_bytes() if named else attached_manifest(name, content)
    return told_audit(_shortened(audited(name, content, read_manifest("manifest", text, HINT))), MOST)


def _shortened(one: Audited) -> Audited:
    """The same with every text cut to what a person reads."""
    return replace(one, problems=tuple(_cut(problem) for problem in one.problems))


def _cut(one: Problem) -> Problem:
    return replace(one, where=one.where[:LONGEST], message=one.message[:LONGEST], hint=one.hint[:LONGEST])
