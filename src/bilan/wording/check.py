"""Do the message files of all languages say the same things, none of ours a number, and none a case ending on one?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from fluent.syntax import ast, visitor

from bilan.errors import Problem, Severity
from bilan.wording.catalogue import parsed
from bilan.wording.numberwords import constants_in
from bilan.wording.suffixes import filled, hanging

OF_READINGS = ("-class", "-sign", "-state", "-kind", "-short", "-abs", "-plain", "-signed", "-change", "-precision", "-status")
OF_PARTNERS = ("-the", "-of", "-to", "-in")
OF_DAYS = ("-digits", "-when")
VARIANTS = (*OF_READINGS, *OF_PARTNERS, *OF_DAYS)


@dataclass
class _Uses(visitor.Visitor):
    """What one message prints (never what it chooses by) and which words it holds."""

    printed: set[str] = field(default_factory=set)
    words: list[str] = field(default_factory=list)
    ways: list[str] = field(default_factory=list)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802  the name is Fluent's
        for variant in node.variants:
            self.visit(variant.value)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.printed.add(_base(node.id.name))

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802
        self.words.append(node.value)

    def visit_StringLiteral(self, node: ast.StringLiteral) -> None:  # noqa: N802
        self.words.append(str(node.parse()["value"]))


Uses = dict[str, _Uses]


def compare(folder: Path, languages: Iterable[str] = ()) -> list[Problem]:
    """What differs between the languages of a folder, and numerals in built-in texts.

    A folder holds either one folder of messages a language (ours) or `texts.<lang>.ftl` files (a partnership's,
    where a number written into a text is a declared constant). One of `languages` that has none of them lacks all.
    """
    ours = {name: _uses(paths) for name, paths in files(folder).items() if paths[0].parent != folder}
    own = {name: _uses(paths) for name, paths in files(folder).items() if paths[0].parent == folder}
    for known in (ours, own):
        if known:
            known |= {name: {} for name in languages if name not in known}
    numerals = [problem for lang, uses in ours.items() for problem in _numerals(lang, uses)]
    endings = [problem for lang, uses in (*ours.items(), *own.items()) for problem in _endings(lang, uses)]
    return [*_differences(ours), *_differences(own), *numerals, *endings]


def files(folder: Path) -> dict[str, list[Path]]:
    """The message files of a folder by language: one folder a language, or `texts.<lang>.ftl`."""
    ours = {path.name: sorted(path.glob("*.ftl")) for path in sorted(folder.iterdir()) if path.is_dir()}
    own = {path.suffixes[0].lstrip("."): [path] for path in sorted(folder.glob("texts.*.ftl"))}
    return {name: paths for name, paths in (own or ours).items() if paths}


def words(paths: Iterable[Path]) -> str:
    """All that the messages of some files may print of their own."""
    return "".join(text for one in _uses(paths).values() for text in one.words)


def _uses(paths: Iterable[Path]) -> Uses:
    found: Uses = {}
    for path in paths:
        for entry in parsed(path.read_text(encoding="utf-8"), path.name).body:
            if isinstance(entry, ast.Message | ast.Term):
                uses = _Uses()
                uses.visit(entry)
                uses.ways = filled(entry.value) if entry.value else []
                found[entry.id.name if isinstance(entry, ast.Message) else f"-{entry.id.name}"] = uses
    return found


def _differences(languages: dict[str, Uses]) -> Iterator[Problem]:
    everything = {name for uses in languages.values() for name in uses if not name.startswith("-")}
    for name in sorted(everything):
        having = {lang: uses[name] for lang, uses in languages.items() if name in uses}
        lacking = sorted(set(languages) - set(having))
        if lacking:
            yield _problem(name, f"is missing in {', '.join(lacking)}", f"it is there in {', '.join(sorted(having))}")
        printed = {lang: uses.printed for lang, uses in having.items()}
        everywhere = set.union(*printed.values())
        for lang in sorted(printed):
            left_out = sorted(everywhere - printed[lang])
            if left_out:
                yield _problem(name, f"leaves out ${', $'.join(left_out)} in {lang}", "print the same arguments in every language")


def _numerals(lang: str, uses: Uses) -> Iterator[Problem]:
    for name, one in sorted(uses.items()):
        found = [text[start:end] for text in one.words for start, end in constants_in(text, lang)]
        if found:
            yield _problem(name, f"holds the numeral '{found[0]}' in {lang}", "pass every number as an argument")


def _endings(lang: str, uses: Uses) -> Iterator[Problem]:
    for name, one in sorted(uses.items()):
        found = [ending for way in one.ways for ending in hanging(way, lang)]
        if found:
            yield _problem(name, f"hangs a case ending on a number or name in {lang}: '{found[0]}'", "turn the sentence round it")


def _problem(name: str, message: str, hint: str) -> Problem:
    return Problem(f"message '{name}'", message, hint, Severity.HOLD, "wording")


def _base(variable: str) -> str:
    for suffix in VARIANTS:
        variable = variable.removesuffix(suffix)
    return variable
