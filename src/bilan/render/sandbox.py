"""What may a template use? Layout filters and nothing that computes, formats numbers or leaves the page."""

import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Any, NoReturn

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from bilan.document import Figure, Item, Mark, Printed, Table, Text, Words
from bilan.errors import closest
from bilan.render.loader import Loader

WIDTH_MM = 174.0
GUTTER_MM = 4.0
SHORT_LINES = 8
ALLOWED = frozenset(
    (
        *(
            "batch",
            "count",
            "d",
            "default",
            "dictsort",
            "e",
            "escape",
            "first",
            "groupby",
            "items",
            "join",
            "last",
            "length",
            "list",
            "lower",
        ),
        *(
            "map",
            "reject",
            "rejectattr",
            "replace",
            "reverse",
            "select",
            "selectattr",
            "slice",
            "sort",
            "string",
            "title",
            "trim",
            "unique",
        ),
        *("upper", "urlencode"),
    )
)


_SIZE = re.compile(r"(\d+(?:\.\d+)?)pt")


class Undefined(StrictUndefined):
    """A name that does not exist is a mistake, told with the closest one that does."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        said = super()._undefined_message
        return f"{said}{closest(str(self._undefined_name), _names_in(self._undefined_obj))}"


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja without arithmetic, chance, raw HTML and number formatting."""

    intercepted_binops = frozenset(("+", "-", "*", "/", "//", "%", "**"))

    def __init__(self, loader: Loader) -> None:
        super().__init__(loader=loader, undefined=Undefined, autoescape=True, trim_blocks=True, lstrip_blocks=True)
        filters: dict[str, Callable[..., Any]] = {
            "plain": plain,
            "code": code,
            "mm": mm,
            "rows": rows,
            "rest": rest,
            "scaled": scaled,
            "enlarged": enlarged,
            "halves": halves,
        }
        self.filters = {name: made for name, made in self.filters.items() if name in ALLOWED} | filters
        self.tests |= {"mark": _is_mark, "lines": _is_lines, "narrow": narrow, "short": short}
        self.globals.clear()
        self.globals["range"] = _refuse_range

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> NoReturn:  # noqa: ARG002  Jinja's door
        """Refuses arithmetic."""
        raise SecurityError(f"'{operator}' is arithmetic; join texts with ~")


def plain(words: Words) -> str:
    """Words without marks, for attributes and alternative texts."""
    return str(words)


def code(text: str) -> Printed:
    """An id as a declared constant."""
    return Printed(text, "code", text)


def mm(length: float) -> str:
    """A length for a style attribute."""
    return f"{length:g}mm"


def rows(figures: Iterable[Figure], *more: Iterable[Figure]) -> list[list[Figure]]:
    """Figures of one list or of several, side by side as far as the page is wide."""
    packed: list[list[Figure]] = []
    left = 0.0
    for figure in chain(figures, *more):
        if packed and figure.width_mm + GUTTER_MM <= left + 0.1:
            packed[-1].append(figure)
            left -= figure.width_mm + GUTTER_MM
        else:
            packed.append([figure])
            left = WIDTH_MM - figure.width_mm
    return packed


def halves(entries: Sequence[Item]) -> tuple[Sequence[Item], Sequence[Item]]:
    """A list in two columns, the first one longer by one where the number is odd."""
    middle = (len(entries) + 1) // 2
    return entries[:middle], entries[middle:]


def scaled(value: Text) -> Markup:
    """The first numeral of a text large, what surrounds it small."""
    pieces: list[str] = []
    large = next((part for part in value.printed if part.number), None)
    for part in value.parts:
        if isinstance(part, Printed):
            pieces.append(_enlarged(part) if part is large else _small(part.__html__(), part.text))
        else:
            pieces.append(_small(html.escape(part), part))
    return Markup("".join(pieces))  # noqa: S704  every piece was escaped


def rest(figure: Figure) -> float:
    """The width beside a figure; WeasyPrint needs it stated, or takes the row for too high to fit the page."""
    return round(WIDTH_MM - GUTTER_MM - figure.width_mm, 2)


def enlarged(css: str, scale: float) -> str:
    """A style sheet with every size of type multiplied: large print."""
    return css if scale == 1 else Markup(_SIZE.sub(lambda size: f"{float(size[1]) * scale:g}pt", css))  # noqa: S704  a style sheet


def narrow(figure: Figure) -> bool:
    """Whether a figure leaves room for a table beside it."""
    return figure.width_mm <= WIDTH_MM - GUTTER_MM - 50


def short(table: Table) -> bool:
    """Whether a table is kept on one page; a row of cells in two lines counts twice."""
    return sum(max((len(cell) for cell in row if isinstance(cell, tuple)), default=1) for row in table.rows) <= SHORT_LINES


class Ordinals:
    """Numbers figures, tables and points in the order they stand on the page."""

    def __init__(self) -> None:
        self._last: Counter[str] = Counter()

    def __call__(self, kind: str) -> Printed:
        """The next number of a kind, as a declared constant."""
        self._last[kind] += 1
        number = str(self._last[kind])
        return Printed(number, "ordinal", f"{kind}-{number}", number)


def _enlarged(part: Printed) -> str:
    before, number, after = part.text.partition(part.number)
    whole = part.__html__()
    inner = _small(html.escape(before), before) + html.escape(number) + _small(html.escape(after), after)
    return whole[: whole.index(">") + 1] + inner + whole[whole.rindex("<") :]


def _small(marked: str, text: str) -> str:
    return f"<small>{marked}</small>" if text.strip() else marked


def _is_mark(value: object) -> bool:
    return isinstance(value, Mark)


def _is_lines(value: object) -> bool:
    return isinstance(value, tuple)


def _refuse_range(*_: object) -> NoReturn:
    raise SecurityError("'range' counts; loop over what the briefing holds")


def _names_in(owner: object) -> list[str]:
    keys = list(owner) if isinstance(owner, dict) else [name for name in dir(owner) if not name.startswith("_")]
    return [str(key) for key in keys]
