"""Who gets which edition, by which channel? The list of recipients, in TOML or CSV, with all its mistakes told at once."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bilan.config.decode import decode, lines_of, told
from bilan.config.delivery import DeliveryConfig, RecipientEntry, RecipientsFile
from bilan.delivery.channel import CHANNELS, load_channels
from bilan.delivery.records import Recipient
from bilan.document import Identity
from bilan.errors import ConfigError, Problem, closest
from bilan.project import Project

DEFAULT = "recipients.toml"
LISTS = ("audiences", "partnerships", "groups")
_YES, _NO = ("yes", "true", "1", "x"), ("no", "false", "0", "")
_PARTS = re.compile(r"[;|\s]+")
_HINT = "mend the list of recipients; nothing is sent until all of it can be read"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it was written, and its line."""

    line: int
    said: RecipientEntry


def recipients(project: Project) -> tuple[Recipient, ...]:
    """Everybody on the list; ConfigError with every mistake, and the line it stands on."""
    delivery = project.config.delivery
    path = project.root / delivery.recipients
    if not path.exists() and delivery.recipients == DEFAULT:
        return ()
    entries = list(_from_csv(path) if path.suffix.lower() == ".csv" else _from_toml(path))
    found: list[Recipient] = []
    mistakes: list[tuple[int, str]] = []
    for one in entries:
        wrong = list(_wrong(one.said, project))
        mistakes += [(one.line, mistake) for mistake in wrong]
        if not wrong:
            address = load_channels().get(one.said.channel).checked(one.said.address, delivery)
            found.append(_recipient(one, address))
    mistakes += _twice(found)
    if mistakes:
        told_at = tuple(f"line {line}: {mistake}" for line, mistake in sorted(mistakes))
        raise ConfigError(path.name, told_at, _HINT)
    return tuple(found)


def receivers(project: Project, identity: Identity, on: date, groups: tuple[str, ...] = ()) -> list[Recipient]:
    """Who gets an edition issued on a day; with groups, only those in one of them."""
    return [one for one in recipients(project) if one.gets(identity, on, groups)]


def problems(project: Project) -> list[Problem]:
    """What an operator should know of a list that can be read."""
    found = recipients(project)
    where = project.config.delivery.recipients
    told_of = [
        Problem(where, f"line {one.line}: {one.name} gets nothing: no edition is made for {', '.join(one.audiences)} in '{one.language}'")
        for one in found
        if one.language not in project.config.languages or not set(one.audiences) & set(project.config.audiences)
    ]
    delivery = project.config.delivery
    if delivery.smtp is not None and not project.config.archive.url:
        told_of.append(
            Problem("bilan.toml", "archive.url is not set: a PDF too large to attach cannot be sent", "name the archive's address")
        )
    if delivery.smtp is not None and not delivery.owner:
        told_of.append(Problem("bilan.toml", "delivery.owner is not set: nobody is told of a hold or a failed delivery", "name an address"))
    return told_of + [
        Problem("bilan.toml", f"delivery.hook: {mistake}", "nothing goes there until it is mended") for mistake in _hooks(delivery)
    ]


def _hooks(delivery: DeliveryConfig) -> Iterator[str]:
    """What is wrong with the addresses events go to."""
    for one in delivery.hook:
        try:
            load_channels().get("webhook").checked(one.url, delivery)
        except ValueError as error:
            yield str(error)


def _wrong(said: RecipientEntry, project: Project) -> Iterator[str]:
    """What one entry says that cannot be."""
    delivery, config, channels = project.config.delivery, project.config, load_channels()
    if said.channel not in channels:
        yield f"channel: '{said.channel}' is not known{closest(said.channel, channels.names())}, known: {', '.join(channels.names())}"
    else:
        yield from _wrong_address(said, delivery)
    for name, known in (("audiences", project.audiences()), ("partnerships", list(config.partnerships))):
        for word in getattr(said, name):
            if word not in known:
                yield f"{name}: '{word}' is not among the project's {name}{closest(word, known)}"
    if said.outsider and said.consent is None:
        yield "consent: an outsider must have agreed: write the day, as 2026-10-01"
    if said.outsider and said.channel == "smtp" and not delivery.unsubscribe:
        yield "outsider: needs a way out: set delivery.unsubscribe in bilan.toml"


def _wrong_address(said: RecipientEntry, delivery: DeliveryConfig) -> Iterator[str]:
    try:
        CHANNELS.get(said.channel).checked(said.address, delivery)
    except ValueError as error:
        yield f"address: {error}"


def _twice(found: list[Recipient]) -> Iterator[tuple[int, str]]:
    """Two entries that would bring the same edition to the same address."""
    by_address: dict[tuple[str, str, str], list[Recipient]] = {}
    for other in found:
        same = by_address.setdefault((other.channel, other.address.casefold(), other.language), [])
        for one in same:
            both = sorted(set(one.audiences) & set(other.audiences))
            apart = one.partnerships and other.partnerships and not set(one.partnerships) & set(other.partnerships)
            if both and not apart:
                yield other.line, f"address: {other.address} stands on line {one.line} already, for {', '.join(both)} in '{one.language}'"
        same.append(other)


def _recipient(one: Entry, address: str) -> Recipient:
    names = ("name", "channel", "audiences", "language", "partnerships", "groups", "outsider", "consent", "secret")
    return Recipient(address=address, line=one.line, **{name: getattr(one.said, name) for name in names})


def _from_toml(path: Path) -> Iterator[Entry]:
    text = _text(path)
    lines = lines_of(text)
    for number, said in enumerate(decode(text, RecipientsFile, path.name).recipient):
        yield Entry(lines.get(f"recipient[{number}]", 0), said)


def _from_csv(path: Path) -> list[Entry]:
    """One entry a row; columns are named as in TOML, several words in a cell are parted by spaces, `;` or `|`."""
    text = _text(path).removeprefix("\ufeff")
    head = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",", strict=True)
    known = [name.replace("_", "-") for name in RecipientEntry.model_fields]
    mistakes = [f"line 1: column '{name}' is not known{closest(name, known)}" for name in reader.fieldnames or () if name not in known]
    entries: list[Entry] = []
    try:
        for row in reader:
            try:
                entries.append(Entry(reader.line_num, RecipientEntry.model_validate(_row(row))))
            except ValidationError as error:
                mistakes += [f"line {reader.line_num}: {mistake}" for mistake in told(error, RecipientEntry)]
    except csv.Error as error:
        mistakes.append(f"line {reader.line_num + 1}: {error}")
    if mistakes:
        raise ConfigError(path.name, tuple(mistakes), _HINT)
    return entries


def _row(row: dict[str, Any]) -> dict[str, Any]:
    """A row as TOML would have it; what cannot be understood is left for the model to refuse."""
    said: dict[str, Any] = {}
    for name, cell in row.items():
        text = cell.strip() if isinstance(cell, str) else ""
        if name is None or not isinstance(cell, str | None):
            said["more cells than columns"] = str(cell)
        elif name in LISTS:
            said[name] = tuple(part for part in _PARTS.split(text) if part)
        elif name == "outsider":
            said[name] = text.lower() in _YES if text.lower() in (*_YES, *_NO) else text
        elif text:
            said[name] = _day(text) if name == "consent" else text
    return said


def _day(text: str) -> date | str:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigError(path.name, (f"cannot be read: {error.strerror}",), "name the list in delivery.recipients") from None
    except UnicodeDecodeError as error:
        raise ConfigError(path.name, (f"is not UTF-8 (byte {error.start})",), "save the file as UTF-8") from None
