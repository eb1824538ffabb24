"""How is an expression read? Arithmetic and named functions, each part with its position; nothing else is understood."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context
from functools import lru_cache

from bilan.errors import BilanError

EXACT = Context(prec=34)
LONGEST = 600
DEEPEST = 60
_SIGNS = re.compile(r"\s*(?:(?P<number>[0-9]+)|(?P<name>[A-Za-z_][A-Za-z_0-9]*)|(?P<sign>[-+*/(),])|(?P<end>\Z)|(?P<odd>.))", re.DOTALL)
HINT = "an expression has names of inputs, whole numbers, + - * / and functions; nothing else"


@dataclass(frozen=True, slots=True)
class Missing(Exception):  # noqa: N818  a reason that travels, not a fault of the program
    """Why there is no value at a period."""

    reason: str


class Misread(BilanError):  # noqa: N818  told as one mistake among others
    """An expression that is no arithmetic, with the position where it stops being one."""


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number."""

    value: int
    at: int


@dataclass(frozen=True, slots=True)
class Name:
    """An input."""

    name: str
    at: int


@dataclass(frozen=True, slots=True)
class Minus:
    """The opposite of a part."""

    part: "Node"
    at: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parts and the sign between them, which stands at `at`."""

    sign: str
    left: "Node"
    right: "Node"
    at: int


@dataclass(frozen=True, slots=True)
class Call:
    """A function and its arguments."""

    name: str
    parts: tuple["Node", ...]
    at: int


Node = Number | Name | Minus | Pair | Call


@dataclass(frozen=True, slots=True)
class Sign:
    """One word or sign of an expression; positions count from one."""

    kind: str
    text: str
    at: int

    @property
    def told(self) -> str:
        """As a mistake names it."""
        return f"'{self.text}'" if self.text else "the end"


@lru_cache(maxsize=512)
def parse(expression: str) -> Node:
    """The tree of an expression; raises Misread with the position of what cannot be read."""
    if len(expression) > LONGEST:
        raise Misread("expression", f"is longer than {LONGEST} signs", "split it into two indicators")
    return _Reader(expression).whole()


def walk(node: Node) -> Iterator[Node]:
    """A node and everything in it, from left to right."""
    yield node
    match node:
        case Minus(part=part):
            yield from walk(part)
        case Pair(left=left, right=right):
            yield from walk(left)
            yield from walk(right)
        case Call(parts=parts):
            for part in parts:
                yield from walk(part)


def names_in(node: Node) -> list[Name]:
    """The inputs a tree reads, from left to right, once for each place."""
    return [one for one in walk(node) if isinstance(one, Name)]


class _Reader:
    """Recursive descent: sums of products of signed parts."""

    def __init__(self, expression: str) -> None:
        self.signs = list(_signs(expression))
        self.here = 0
        self.depth = 0

    def whole(self) -> Node:
        node = self._sum()
        if self._now.kind != "end":
            raise _misread(self._now, f"expected + - * / or the end, found {self._now.told}")
        return node

    @property
    def _now(self) -> Sign:
        return self.signs[self.here]

    def _take(self) -> Sign:
        self.here += 1
        return self.signs[self.here - 1]

    def _sum(self) -> Node:
        node = self._product()
        while self._now.text in ("+", "-"):
            sign = self._take()
            node = Pair(sign.text, node, self._product(), sign.at)
        return node

    def _product(self) -> Node:
        node = self._part()
        while self._now.text in ("*", "/"):
            sign = self._take()
            node = Pair(sign.text, node, self._part(), sign.at)
        return node

    def _part(self) -> Node:
        sign = self._take()
        self.depth += 1
        if self.depth > DEEPEST:
            raise _misread(sign, "too deeply nested")
        node = self._after(sign)
        self.depth -= 1
        return node

    def _after(self, sign: Sign) -> Node:
        if sign.kind == "number":
            return Number(int(sign.text), sign.at)
        if sign.kind == "name" and self._now.text == "(":
            self._take()
            return Call(sign.text, self._arguments(), sign.at)
        if sign.kind == "name":
            return Name(sign.text, sign.at)
        if sign.text == "-":
            return Minus(self._part(), sign.at)
        if sign.text == "(":
            node = self._sum()
            self._close()
            return node
        self.here -= 1
        raise _misread(sign, f"expected a name, a whole number or '(', found {sign.told}")

    def _arguments(self) -> tuple[Node, ...]:
        if self._now.text == ")":
            self._take()
            return ()
        parts = [self._sum()]
        while self._now.text == ",":
            self._take()
            parts.append(self._sum())
        self._close()
        return tuple(parts)

    def _close(self) -> None:
        if self._now.text != ")":
            raise _misread(self._now, f"expected ')', found {self._now.told}")
        self._take()


def _signs(expression: str) -> Iterator[Sign]:
    for found in _SIGNS.finditer(expression):
        kind = found.lastgroup or "end"
        sign = Sign(kind, found[kind], found.start(kind) + 1)
        if kind == "odd":
            raise _misread(sign, f"{sign.told} has no meaning here")
        yield sign
        if kind == "end":
            return


def _misread(sign: Sign, reason: str) -> Misread:
    return Misread(f"position {sign.at}", reason, HINT)
