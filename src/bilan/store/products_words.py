"""What do the words of a product table mean? Every different word of a column read once, translated, or named as a mistake."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bilan.errors import closest
from bilan.model import Status
from bilan.period import Frequency, Period, known_from
from bilan.store.products_model import CODED, FLOWS, WORLD, ProductMapping, listed, quoted

FEW = 256
"""So many words are found sooner in a list than by a cast of every row."""
_DEFAULTS: dict[str, str | None] = {"partner": WORLD, "quantity_unit": None, "status": Status.FINAL.value}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of words: what each word written means (None: nothing), and what is wrong with it otherwise."""

    name: str
    meanings: Mapping[str | None, str | None]
    faults: Mapping[str | None, str]


def read_words(name: str, written: Iterable[str | None], mapping: ProductMapping) -> Column:
    """The words of a column in ours; `published_on` becomes whole days."""
    meanings: dict[str | None, str | None] = {}
    faults: dict[str | None, str] = {}
    translated = mapping.value_map.get(name, {})
    for word in written:
        text = (word or "").strip()
        try:
            meanings[word] = _READERS.get(name, _plain)(name, translated.get(text, text), mapping)
        except ValueError as error:
            faults[word] = str(error)
    return Column(name, meanings, faults)


class Words:
    """The words of a connection's tables as ENUM types, sorted, so that a few bits a row are sorted and not texts."""

    def __init__(self, words: Mapping[str, Iterable[str | None]]) -> None:
        found = {name: set(words[name]) for name in CODED}
        self.gaps = {name for name, words in found.items() if None in words}
        self.words = {name: sorted(word for word in words if word is not None) for name, words in found.items()}

    @property
    def only(self) -> dict[str, str]:
        """The columns with one word in all rows: they need not be sorted."""
        return {name: words[0] for name, words in self.words.items() if len(words) == 1 and name not in self.gaps}

    def declare(self) -> list[str]:
        """Statements that make the types."""
        return [enum(f"coded_{name}", words) for name, words in self.words.items()]

    def place(self, names: Iterable[str]) -> str:
        """An SQL number that sorts like the named columns one after the other."""
        sizes = {name: len(self.words[name]) for name in names if name not in self.only}
        capacity = 1
        for size in sizes.values():
            capacity *= size
        kind = "UBIGINT" if capacity < 2**63 else "UHUGEINT"
        told = f"0::{kind}"
        for name, size in sizes.items():
            told = f"({told} * {size} + enum_code({name}))"
        return told


def enum(name: str, words: Iterable[str]) -> str:
    """A statement that makes an ENUM type; of one word nobody uses where there are none."""
    return f"CREATE TYPE {name} AS ENUM ({', '.join(map(quoted, words)) or quoted('')})"


def translation(column: Column, written: str, *, columnar: bool = False) -> str:
    """SQL that turns `written`, the column as text, into its coded words or, for published_on, days.

    A `columnar` file holds every word once in a page, and the database calls a function (but makes no cast) once for it,
    not for every row: a few words are therefore looked up in a list.
    """
    kind = "DATE" if column.name == "published_on" else f"coded_{column.name}"
    blank = column.meanings.get(None)
    texts = {word: meaning for word, meaning in column.meanings.items() if word is not None}
    if not texts:
        return f"{_literal(blank)}::{kind}"
    words = sorted(texts)
    meanings = f"([{', '.join(_literal(texts[word]) for word in words)}]::{kind}[])"
    if columnar and len(words) <= FEW:
        told = f"{meanings}[list_position([{listed(words)}], {written})]"
    elif kind != "DATE" and all(word == meaning for word, meaning in texts.items()):
        told = f"{written}::{kind}"
    else:
        told = f"{meanings}[enum_code({written}::raw_{column.name})::INTEGER + 1]"
    return told if blank is None else f"coalesce({told}, {_literal(blank)}::{kind})"


def raw_type(column: Column) -> str:
    """A statement that makes the type of the words as written."""
    return enum(f"raw_{column.name}", sorted(word for word in column.meanings if word is not None))


def _literal(word: str | None) -> str:
    return "NULL" if word is None else quoted(word)


def _plain(name: str, text: str, _: ProductMapping) -> str | None:
    if text or name in _DEFAULTS:
        return text or _DEFAULTS[name]
    raise ValueError("is missing: '' says nothing; fill the cell")


def _flow(name: str, text: str, mapping: ProductMapping) -> str | None:
    if not text or text in FLOWS:
        return _plain(name, text, mapping)
    raise ValueError(f"'{text}' is not known{closest(text.lower(), FLOWS)}; write {' or '.join(FLOWS)}, or translate it under value-map")


def _status(name: str, text: str, mapping: ProductMapping) -> str | None:
    known = [one.value for one in Status]
    if not text or text in known:
        return _plain(name, text, mapping)
    raise ValueError(f"'{text}' is not known{closest(text, known)}; write {', '.join(known)}")


def _period(name: str, text: str, mapping: ProductMapping) -> str | None:
    if not text:
        return _plain(name, text, mapping)
    period = Period.stated(text)
    if period.frequency is Frequency.YEAR_TO_DATE:
        raise ValueError(f"'{text}' is a year-to-date span; a product table holds years, quarters or months")
    return str(period)


def _published(_: str, text: str, mapping: ProductMapping) -> str | None:
    if not text and not mapping.undated_from:
        raise ValueError("'' is blank; write it, or set undated-from in the meta file")
    try:
        day: date = known_from(text or mapping.undated_from)
    except ValueError as error:
        raise ValueError(str(error) if "is no date" in str(error) else f"'{text}' is no date: {error}") from None
    return day.isoformat()


_READERS: dict[str, Callable[[str, str, ProductMapping], str | None]] = {
    "flow": _flow,
    "status": _status,
    "period": _period,
    "published_on": _published,
}
