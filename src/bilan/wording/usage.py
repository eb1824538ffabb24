"""Which messages does nothing print?"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from fluent.syntax import ast as fluent
from fluent.syntax import visitor

from bilan.errors import Problem, Severity
from bilan.wording.catalogue import messages_of, parsed
from bilan.wording.languages import MESSAGES

CODE = MESSAGES.parents[1]
_UNIT = re.compile(r"[a-z-]+-(one|thousand|million|billion)-(long|short)")
_QUOTED = re.compile(r"""["']([a-z][\w-]*)["']""")
_LETTERS = 3
"""A pattern with fewer letters of its own would account for every message."""


class _References(visitor.Visitor):
    """Messages that other messages print."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_MessageReference(self, node: fluent.MessageReference) -> None:  # noqa: N802  the name is Fluent's
        self.names.add(node.id.name)


def unused(code: Path = CODE, messages: Path = MESSAGES, lang: str = "en") -> list[Problem]:
    """A problem for every message of a language that no string, f-string, template or other message in `code` names."""
    resources = [(path, parsed(path.read_text(encoding="utf-8"), path.name)) for path in sorted((messages / lang).glob("*.ftl"))]
    references = _References()
    for _, resource in resources:
        references.visit(resource)
    plain, patterns = _named(code)
    known = plain | references.names
    found = [
        (path, name) for path, resource in resources for name in messages_of(resource) if name not in known and not _UNIT.fullmatch(name)
    ]
    left = [(path, name) for path, name in found if not any(one.fullmatch(name) for one in patterns)]
    return [
        Problem(
            f"message '{name}'", f"is in {lang}/{path.name} and printed nowhere", "remove it in every language", Severity.HOLD, "wording"
        )
        for path, name in left
    ]


def _named(code: Path) -> tuple[set[str], list[re.Pattern[str]]]:
    """Whole names, and names made of parts."""
    plain: set[str] = set()
    patterns: set[str] = set()
    for path in sorted(code.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                plain.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                patterns |= set(_pattern(node))
    for path in sorted(code.rglob("*.html")):
        plain |= set(_QUOTED.findall(path.read_text(encoding="utf-8")))
    return plain, [re.compile(one) for one in sorted(patterns)]


def _pattern(node: ast.JoinedStr) -> Iterator[str]:
    parts = [str(one.value) if isinstance(one, ast.Constant) else None for one in node.values]
    if sum(map(str.isalpha, "".join(one or "" for one in parts))) >= _LETTERS:
        yield "".join(".+" if one is None else re.escape(one) for one in parts)
