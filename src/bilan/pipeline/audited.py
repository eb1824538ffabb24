"""How is a finished file audited that a stranger sent? In a process of its own, from a folder, and told as JSON."""

from dataclasses import replace
from pathlib import Path

from bilan.audit.finished import Audited, attached_manifest, audited, read_manifest
from bilan.errors import Problem
from bilan.pipeline.reported import told_audit
from bilan.pipeline.told import Json

DOCUMENT, MANIFEST = "document", "manifest"
TASK = "bilan.pipeline.audited:task"
MOST, LONGEST = 500, 300
HINT = "send the manifest.json of this edition with the file"


def task(told: Json) -> Json:
    """The audit of `document` in a `folder`, called `name` by who sent it, against `manifest` there or the one it carries.

    As `bilan audit --json` tells it, the first 500 numerals; UsageError for what is no PDF, or no manifest.
    """
    folder, name = Path(told["folder"]), str(told["name"])
    content, named = (folder / DOCUMENT).read_bytes(), folder / MANIFEST
    text = named.read_bytes() if named.is_file() else attached_manifest(name, content)
    return told_audit(_shortened(audited(name, content, read_manifest(MANIFEST, text, HINT))), MOST)


def _shortened(one: Audited) -> Audited:
    """The same with every text cut to what a person reads."""
    return replace(one, problems=tuple(_cut(problem) for problem in one.problems))


def _cut(one: Problem) -> Problem:
    return replace(one, where=one.where[:LONGEST], message=one.message[:LONGEST], hint=one.hint[:LONGEST])
