"""Which messages are there in a language, and what does one say?"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentType
from fluent.syntax import FluentParser, ast

from bilan.document import Text
from bilan.errors import DefinitionError, UsageError, closest
from bilan.wording.languages import MESSAGES, languages

_SLOTS = re.compile("([\ue000-\uf8ff])")
_FIRST_SLOT = 0xE000  # private use: one character stands for one printed text until the sentence is split


class Slot(FluentType):
    """An argument that is printed only if the message uses it, and split out of the sentence afterwards."""

    def __init__(self, make: Callable[[], Text], said: list[Text]) -> None:
        self._make = make
        self._said = said

    def format(self, _locale: object) -> str:
        """Print it and leave a placeholder."""
        self._said.append(self._make())
        return chr(_FIRST_SLOT + len(self._said) - 1)

    def __eq__(self, other: object) -> bool:
        """No message may choose by a printed number; it chooses by its class, sign or state."""
        raise ValueError("a printed argument cannot be a selector; select on its -class, -sign, -state or -kind")

    __hash__ = FluentType.__hash__


Variable = str | Slot
Variables = Mapping[str, Variable]


@dataclass(frozen=True, slots=True)
class Words:
    """One file of messages: its name, its text, and whether it belongs to a partnership."""

    file: str
    text: str
    own: bool = False


class Catalogue:
    """The messages of one language; a partnership's own come last and may replace ours."""

    def __init__(self, lang: str, files: tuple[Words, ...]) -> None:
        self.lang = lang
        self._bundle = FluentBundle([lang], use_isolating=False)
        self._files: dict[str, str] = {}
        self._own: set[str] = set()
        for words in files:
            resource = parsed(words.text, words.file)
            self._bundle.add_resource(resource, allow_overrides=words.own)
            for name in messages_of(resource):
                self._note(name, words)

    def _note(self, name: str, words: Words) -> None:
        if name in self._files and not words.own:
            raise DefinitionError(words.file, (f"message '{name}' is already in {self._files[name]}",), "give one of them another name")
        self._files[name] = words.file
        if words.own:
            self._own.add(name)

    def has(self, message: str) -> bool:
        """Whether there is such a message."""
        return message in self._files

    def names(self) -> list[str]:
        """All messages, sorted."""
        return sorted(self._files)

    def owned(self, message: str) -> bool:
        """Whether it comes from the partnership's own texts."""
        return message in self._own

    def format(self, message: str, variables: Variables) -> str:
        """The message with its variables; any error of Fluent's is a DefinitionError."""
        if message not in self._files:
            hint = f"add it to messages/{self.lang}/ or texts.{self.lang}.ftl"
            raise DefinitionError(f"message '{message}'", (f"is not known in '{self.lang}'{closest(message, list(self._files))}",), hint)
        pattern = self._bundle.get_message(message).value
        where = f"message '{message}' ({self._files[message]})"
        if pattern is None:
            raise DefinitionError(where, ("has no text of its own",), "write it after the equals sign")
        text, errors = self._bundle.format_pattern(pattern, dict(variables))
        if errors:
            mistakes = tuple(str(error).replace("Unknown external: ", "missing argument: $") for error in errors)
            raise DefinitionError(where, mistakes, f"given: {', '.join(sorted(variables)) or 'no argument'}")
        return str(text)

    def slot(self, make: Callable[[], Text], said: list[Text]) -> Slot:
        """An argument printed on use; `said` collects what was printed for one message."""
        return Slot(make, said)

    def pieces(self, message: str, variables: Variables, said: list[Text]) -> list[str | Text]:
        """The message in order: its own words, and the texts its slots printed."""
        pieces = (piece for piece in _SLOTS.split(self.format(message, variables)) if piece)
        return [said[ord(piece) - _FIRST_SLOT] if _SLOTS.fullmatch(piece) else piece for piece in pieces]


def catalogue(lang: str, folder: Path | None = None, only: Collection[str] = ()) -> Catalogue:
    """The built-in messages of a language and `folder/texts.<lang>.ftl`; raises UsageError for a language without any.

    `only` names the files of messages to read, where a few will do: each costs some hundredths of a second.
    """
    paths = sorted((MESSAGES / lang).glob("*.ftl"))
    if not paths:
        known = languages()
        raise UsageError(f"language '{lang}'", f"has no messages{closest(lang, known)}", f"known: {', '.join(known)}")
    chosen = [path for path in paths if not only or path.stem in only]
    files = [Words(f"{lang}/{path.name}", path.read_text(encoding="utf-8")) for path in chosen]
    own = folder / f"texts.{lang}.ftl" if folder else None
    if own and own.exists():
        files.append(Words(own.name, own.read_text(encoding="utf-8"), own=True))
    return _catalogue(lang, tuple(files))


@lru_cache(maxsize=64)
def parsed(text: str, file: str) -> ast.Resource:
    """A file's messages; raises DefinitionError naming each line that is no Fluent."""
    resource = FluentParser(with_spans=True).parse(text)
    junk = [entry for entry in resource.body if isinstance(entry, ast.Junk)]
    if junk:
        lines = (1 + text.count("\n", 0, entry.span.start if entry.span else 0) for entry in junk)
        reasons = (entry.annotations[0].message if entry.annotations else "is no Fluent" for entry in junk)
        raise DefinitionError(file, tuple(f"line {line}: {reason}" for line, reason in zip(lines, reasons, strict=True)))
    return resource


def messages_of(resource: ast.Resource) -> list[str]:
    """Ids of the messages in a resource (terms are only for use inside messages)."""
    return [entry.id.name for entry in resource.body if isinstance(entry, ast.Message)]


@lru_cache(maxsize=16)
def _catalogue(lang: str, files: tuple[Words, ...]) -> Catalogue:
    return Catalogue(lang, files)
