"""How does a manifest keep what a mail says, so that the mail can be made later without computing anything?"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from bilan.document import Headline, Item, Printed, Summary, Text, Words

Json = dict[str, Any]


def told(summary: Summary) -> Json:
    """A summary as JSON: words as strings, each printed numeral with what it resolves to."""
    return {
        "subjects": {kind: _text(one) for kind, one in sorted(summary.subjects.items())},
        "notes": [_text(one) for one in summary.notes],
        "headlines": [
            {"label": _text(one.label), "value": _text(one.value), "change": _text(one.change), "note": _text(one.note)}
            for one in summary.headlines
        ],
        "findings": [_item(one) for one in summary.findings],
        "changes": [_item(one) for one in summary.changes],
        "words": {name: _text(one) for name, one in sorted(summary.words.items())},
    }


def read(content: Mapping[str, Any]) -> Summary:
    """The summary a manifest keeps; KeyError or TypeError for what was not written by `told`."""
    return Summary(
        subjects={kind: _read(one) for kind, one in content["subjects"].items()},
        notes=tuple(_read(one) for one in content["notes"]),
        headlines=tuple(
            Headline(_read(one["label"]), _read(one["value"]), _read(one["change"]), None, _read(one["note"]))
            for one in content["headlines"]
        ),
        findings=tuple(Item(_read(one["lead"]), _read(one["body"])) for one in content["findings"]),
        changes=tuple(Item(_read(one["lead"]), _read(one["body"])) for one in content["changes"]),
        words={name: _read(one) for name, one in content["words"].items()},
    )


def rows(summary: Summary) -> list[Printed]:
    """Every numeral a mail may print, each once."""
    return list(dict.fromkeys(one for text in _texts(summary) for one in text.printed))


def _texts(summary: Summary) -> Iterator[Text]:
    yield from summary.subjects.values()
    yield from (*summary.words.values(), *summary.notes)
    for one in summary.headlines:
        yield from map(Text.of, (one.label, one.value, one.change, one.note))
    for item in (*summary.findings, *summary.changes):
        yield from map(Text.of, (item.lead, item.body))


def _item(one: Item) -> Json:
    return {"lead": _text(one.lead), "body": _text(one.body)}


def _text(words: Words) -> list[str | Json]:
    return [asdict(part) if isinstance(part, Printed) else part for part in Text.of(words).parts if str(part)]


def _read(parts: list[str | Json]) -> Text:
    return Text(tuple(part if isinstance(part, str) else Printed(**part) for part in parts))
