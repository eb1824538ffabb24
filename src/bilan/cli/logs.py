"""How is the work told? Lines for people or JSON for machines, on stderr, with every secret struck out."""

import json
import logging
import os
import sys
from datetime import UTC, datetime
from typing import TextIO, cast

import click

from bilan.config.serving import LogConfig
from bilan.errors import UsageError
from bilan.journal import concerns
from bilan.secret import hide_environment, redacted

VARIABLE = "BILAN_LOG"
FORMATS = ("text", "json")
OPTION = "bilan.log"
MEASURED = ("stage", "count", "ms")


class Lines(logging.Formatter):
    """For people: when, how grave, what, and what it concerns."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, and the trace of an error below it."""
        concerned = ", ".join(f"{name} {value}" for name, value in concerns().items())
        said = f"{_at(record)} {record.levelname} {record.getMessage()}{f' ({concerned})' if concerned else ''}"
        return redacted("\n".join(part for part in (said, _trace(self, record)) if part))


class JsonLines(logging.Formatter):
    """For machines: one object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """One object; `stage`, `count` and `ms` where a stage is done."""
        said: dict[str, object] = {"at": _at(record), "level": record.levelname.lower(), "room": record.name}
        said |= {name: vars(record)[name] for name in MEASURED if name in vars(record)}
        said |= dict(concerns())
        said["message"] = record.getMessage()
        trace = _trace(self, record)
        if trace:
            said["trace"] = trace
        return redacted(json.dumps(said, ensure_ascii=False, default=str))


class Guarded:
    """A stream on which no secret appears, whoever writes."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write without secrets; tells the length of what was given."""
        self._stream.write(redacted(text))
        return len(text)

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


def guard() -> None:
    """Let no secret of the environment appear on stderr: messages, logs, progress, warnings, traces."""
    hide_environment(os.environ)
    sys.stderr = cast("TextIO", Guarded(sys.stderr))  # everything but `write` is the stream's own


def chosen(context: click.Context, _: click.Parameter, value: str | None) -> None:
    """Keep the option for when logging is set up."""
    context.meta[OPTION] = value


def wanted() -> str:
    """The form asked for by option or variable, or nothing; UsageError for a variable that names none."""
    context = click.get_current_context(silent=True)
    asked = (context.meta.get(OPTION) if context else None) or os.environ.get(VARIABLE, "")
    if asked and asked not in FORMATS:
        raise UsageError(VARIABLE, f"'{asked}' is no form of log", f"choose {' or '.join(FORMATS)}")
    return str(asked)


def set_up(settings: LogConfig, level: int) -> None:
    """Tell what `bilan` does from a level on; libraries only warn."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines() if (wanted() or settings.format) == "json" else Lines())
    logging.basicConfig(handlers=[handler])
    logging.getLogger("bilan").setLevel(level)


def _at(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _trace(formatter: logging.Formatter, record: logging.LogRecord) -> str:
    return formatter.formatException(record.exc_info) if record.exc_info else ""
