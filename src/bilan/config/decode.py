"""How is a TOML file decoded? Into its model, or into a list of all its mistakes at once."""

import re
import tomllib
import types
import typing
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from bilan.config.base import Model
from bilan.errors import ConfigError, closest

M = TypeVar("M", bound=Model)


def load(path: Path, model: type[M]) -> M:
    """Decode a TOML file; raises ConfigError listing every mistake with key, line where known, and a hint."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ConfigError(str(path.name), ("the file is missing",), "run `bilan init` to write a working project") from None
    except UnicodeDecodeError as error:
        raise ConfigError(path.name, (f"is not UTF-8 (byte {error.start})",), "save the file as UTF-8") from None
    return decode(text, model, path.name)


def decode(text: str, model: type[M], where: str) -> M:
    """Decode TOML text; `where` names it in messages."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(where, (str(error),), "mend the TOML syntax; text needs quotes") from None
    try:
        return model.model_validate(_tuples(raw))
    except ValidationError as error:
        raise ConfigError(where, told(error, model, lines_of(text))) from None


def told(error: ValidationError, model: type[Model], lines: Mapping[str, int] | None = None) -> tuple[str, ...]:
    """Every mistake that was found, in our words; `lines` tells where each key stands."""
    return tuple(_mistake(item, model, lines or {}) for item in error.errors())


def schema(model: type[Model]) -> dict[str, Any]:
    """The JSON schema of a file, for editors."""
    return model.model_json_schema(by_alias=True)


def _tuples(raw: Any) -> Any:  # noqa: ANN401  decoding
    if isinstance(raw, dict):
        return {key: _tuples(value) for key, value in raw.items()}
    return tuple(_tuples(value) for value in raw) if isinstance(raw, list) else raw


def _mistake(item: Any, model: type[Model], lines: Mapping[str, int]) -> str:  # noqa: ANN401  pydantic's error records
    path = [part for part in item["loc"] if part != "[key]"]
    key = _dotted(path)
    line = lines.get(key) or lines.get(_dotted(path[:-1]))
    at = f"line {line}: " if line else ""
    match item["type"]:
        case "extra_forbidden":
            return f"{at}{key}: unknown setting{closest(str(path[-1]), _fields_at(model, path[:-1]))}"
        case "missing":
            return f"{at}{key}: missing"
        case "literal_error":
            hint = closest(str(item["input"]), [word.strip("' ") for word in re.split(r",| or ", item["ctx"]["expected"])])
            return f"{at}{key}: expected {item['ctx']['expected']}, got {item['input']!r}{hint}"
        case _:
            return f"{at}{key}: {_expected(item)}"


def _expected(item: Any) -> str:  # noqa: ANN401  pydantic's error records
    kind = {
        "string_type": "expected text in quotes", "int_type": "expected a whole number", "float_type": "expected a number",
        "tuple_type": "expected a list", "bool_type": "expected true or false", "dict_type": "expected a table",
        "model_type": "expected a table",
    }.get(item["type"])  # fmt: skip
    said = kind or item["msg"][:1].lower() + item["msg"][1:]
    got = "" if isinstance(item["input"], dict) else f", got {item['input']!r}"
    return said.removeprefix("value error, ") + got


def _dotted(path: list[Any]) -> str:
    key = ""
    for part in path:
        key += f"[{part}]" if isinstance(part, int) else f".{part}" if key else str(part)
    return key


def _fields_at(model: Any, path: list[Any]) -> list[str]:  # noqa: ANN401  a walk over annotations
    here: Any = model
    for part in path:
        here = _step(here, part)
    if isinstance(here, type) and issubclass(here, BaseModel):
        return [info.alias or name for name, info in here.model_fields.items()]
    return []


def _step(here: Any, part: Any) -> Any:  # noqa: ANN401  a walk over annotations
    if isinstance(here, type) and issubclass(here, BaseModel):
        info = next((one for name, one in here.model_fields.items() if part in (name, one.alias)), None)
        return _unwrap(info.annotation if info else None)
    arguments = typing.get_args(here)
    return _unwrap(arguments[-1] if typing.get_origin(here) is dict else arguments[0]) if arguments else None


def _unwrap(annotation: Any) -> Any:  # noqa: ANN401  a walk over annotations
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        return next(one for one in typing.get_args(annotation) if one is not type(None))
    return annotation


def lines_of(text: str) -> dict[str, int]:
    """Key path to line number, for keys and tables written one a line."""
    lines: dict[str, int] = {}
    prefix, counts = "", dict[str, int]()
    for number, line in enumerate(text.splitlines(), start=1):
        head = re.match(r"\s*(\[\[?)\s*([^\]]+?)\s*\]", line)
        if head:
            name = head[2].replace('"', "")
            if head[1] == "[[":
                counts[name] = counts.get(name, -1) + 1
            prefix = _indexed(name, counts)
            lines[prefix] = number
            continue
        key = re.match(r"\s*([\w\-.\"]+)\s*=", line)
        if key:
            lines[f"{prefix}.{key[1]}" if prefix else key[1].replace('"', "")] = number
    return lines


def _indexed(name: str, counts: dict[str, int]) -> str:
    done, path = "", ""
    for part in name.split("."):
        done = f"{done}.{part}" if done else part
        path = f"{path}.{part}" if path else part
        if done in counts:
            path += f"[{counts[done]}]"
    return path
