"""What is wrong in a product table? One pass that counts; only where something is wrong, others that name the lines."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bilan.errors import SourceError
from bilan.store.products_file import HINT, WORDS, ProductFile
from bilan.store.products_model import DECIMALS, KEY, WHOLE, listed
from bilan.store.products_words import Column, read_words

SHOWN = 20
AMOUNTS = ("value", "quantity")
_COMMA = re.compile(r"[+-]?[0-9]+(,[0-9]+)+(\.[0-9]+)?")
_SPACED = re.compile(r"[+-]?[0-9]{1,3}([ '\u00a0\u2009\u202f][0-9]{3})+([.,][0-9]+)?")
_PLAIN = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Profile:
    """A file read through once: its rows, and the words of its columns in our words."""

    rows: int
    columns: dict[str, Column]


def profile(file: ProductFile) -> Profile:
    """The words of a file; raises SourceError listing every mistake with its line."""
    names = [name for name in WORDS if name != "published_on" or not file.is_dated()]
    rows, wrong, found = _read(file, names)
    if not rows:
        raise SourceError(file.path.name, ("holds no rows",), "check the delivery; nothing was taken in")
    columns = {name: read_words(name, written, file.mapping) for name, written in zip(names, found, strict=True)}
    if wrong or any(column.faults for column in columns.values()):
        raise SourceError(file.path.name, tuple(mistakes(file, columns)), HINT)
    return Profile(rows, columns)


def _read(file: ProductFile, names: Sequence[str]) -> tuple[int, bool, list[list[str | None]]]:
    """How many rows, whether an amount or a day cannot be used, and the words of some columns.

    A file of columns is asked one question at a time: each reads one column once, or only the limits in the file's foot.
    """
    faults = [file.unexact(name) for name in AMOUNTS] + [
        "published_on IS NULL" if file.is_dated() and not file.mapping.undated_from else ""
    ]
    faults = [fault for fault in faults if fault]
    words = [f"list(DISTINCT {name})" for name in names]
    if file.is_columnar:
        asked = ["count(*) FROM raw", *(f"count(*) FROM raw WHERE {fault}" for fault in faults), *(f"{one} FROM raw" for one in words)]
        told = [run(file, f"SELECT {one}").fetchone()[0] for one in asked]
    else:
        columns = ["count(*)", *(f"count(*) FILTER ({fault})" for fault in faults), *words]
        told = list(run(file, f"SELECT {', '.join(columns)} FROM raw").fetchone())  # noqa: S608  SQL of ours
    return told[0], any(told[1 : 1 + len(faults)]), [list(one or ()) for one in told[1 + len(faults) :]]


def refuse(file: ProductFile, columns: dict[str, Column]) -> SourceError:
    """The error for rows that contradict each other or themselves."""
    found = tuple(mistakes(file, columns)) or ("holds two rows of one key and one day of publication that differ",)
    return SourceError(file.path.name, found, HINT)


def mistakes(file: ProductFile, columns: dict[str, Column]) -> Iterator[str]:
    """Every mistake of a file, in the order of its columns; of many of one kind the first twenty."""
    for column in columns.values():
        if column.faults:
            words = [word for word in column.faults if word is not None]
            wrong = f"{column.name} IN ({listed(words) or 'NULL'})" + (f" OR {column.name} IS NULL" if None in column.faults else "")
            yield from _lines(file, column.name, wrong, column.faults)
    for name in AMOUNTS:
        yield from _lines(file, name, file.unexact(name) or "false")
    if file.is_dated() and not file.mapping.undated_from:
        yield from _lines(
            file, "published_on", "published_on IS NULL", {None: "'' is blank; write it, or set undated-from in the meta file"}
        )
    withdrawn = listed(word for word, meaning in columns["status"].meanings.items() if meaning == "withdrawn") or "NULL"
    told = "stands in a withdrawn row; leave it blank, or give another status"
    yield from _lines(file, "value", f"value IS NOT NULL AND status IN ({withdrawn})", told)
    yield from _lines(file, "quantity", "quantity IS NOT NULL AND quantity_unit IS NULL", "has no unit; fill quantity_unit")
    yield from _twice(file)


def run(file: ProductFile, sql: str) -> Any:  # noqa: ANN401  duckdb is imported lazily
    """The result of a query on the file; raises SourceError where the file itself cannot be read."""
    from bilan.store.engine import duckdb  # noqa: PLC0415  only who asks for data pays it

    try:
        return file.connection.execute(sql)
    except (duckdb.InvalidInputException, duckdb.IOException, duckdb.ConversionException) as error:
        told = str(error).splitlines()
        line = re.search(r"on Line: (\d+)", told[0])
        found = f"line {line[1]}: {' '.join(told[1:3]) or told[0]}" if line else told[0]
        raise SourceError(file.path.name, (f"cannot be read: {found}",), HINT) from error


def _lines(file: ProductFile, name: str, wrong: str, told: str | Mapping[str | None, str] | None = None) -> Iterator[str]:
    numbered = f"SELECT row_number() OVER () + {file.first_line - 1} AS line, * FROM raw"  # noqa: S608  SQL of ours
    sql = f"SELECT line, {name}::VARCHAR, count(*) OVER () FROM ({numbered}) WHERE {wrong} ORDER BY line LIMIT {SHOWN}"  # noqa: S608  SQL of ours
    found = run(file, sql).fetchall()
    for line, word, _ in found:
        yield f"line {line}: {_called(file, name)}: {_fault(word, told)}"
    if found and found[0][2] > len(found):
        yield f"{_called(file, name)}: and {found[0][2] - len(found)} more of the kind"


def _fault(word: str, told: str | Mapping[str | None, str] | None) -> str:
    if isinstance(told, str):
        return f"'{word}' {told}"
    return told[word] if told else _number_fault(word)


def _twice(file: ProductFile) -> Iterator[str]:
    key = (*KEY, "published_on")
    content = "concat_ws('|', coalesce(value::VARCHAR, ''), unit, coalesce(quantity::VARCHAR, ''), quantity_unit, status)"
    sql = f"""SELECT min(line), max(line), {", ".join(f"any_value({name})::VARCHAR" for name in KEY)}
      FROM (SELECT row_number() OVER () + {file.first_line - 1} AS line, {content} AS content, * FROM raw)
      GROUP BY {", ".join(key)} HAVING count(DISTINCT content) > 1 ORDER BY 2, 1 LIMIT {SHOWN}"""  # noqa: S608  SQL of ours
    for first, last, *words in run(file, sql).fetchall():
        yield f"line {last}: {' '.join(str(word) for word in words if word)} stands on line {first} already with another content"


def _called(file: ProductFile, name: str) -> str:
    return file.mapping.column.get(name, name)


def _number_fault(written: str) -> str:
    if _SPACED.fullmatch(written):
        return f"'{written}' has spaces between digits: write {re.sub(r'[^0-9.,+-]', '', written).replace(',', '.')}"
    if _COMMA.fullmatch(written):
        return f"'{written}' has a comma: write digits and one decimal point only"
    if _PLAIN.fullmatch(written):
        return f"'{written}' does not fit: at most {WHOLE} digits before the point and {DECIMALS} after it; choose another unit"
    return f"'{written}' is no decimal: digits and one point only"
