"""What does a mail say, in which order? The same blocks for its HTML and its plain text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from bilan.delivery.records import Kind
from bilan.document import Printed, Summary, Text
from bilan.wording.numberwords import constants_in

Role = Literal["office", "title", "head", "alert", "note", "lead", "figure", "heading", "item", "line", "button", "foot", "quiet"]


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a mail: what it is, its texts, and where it leads."""

    role: Role
    texts: tuple[Text, ...]
    link: str = ""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a mail depends on beside the edition: the kind of message, links, whether the PDF is in it, a reason."""

    kind: Kind
    lang: str
    link: str = ""
    attached: bool = True
    unsubscribe: str = ""
    reason: Text = field(default_factory=Text)


def quoted(reason: str, lang: str) -> Text:
    """An operator's reason; the numerals in it are quoted as they were written."""
    parts: list[str | Printed] = []
    at = 0
    for start, end in constants_in(reason, lang):
        parts += [reason[at:start], Printed(reason[start:end], "claim", "reason")]
        at = end
    return Text(tuple(part for part in (*parts, reason[at:]) if str(part)))


def blocks(summary: Summary, around: Circumstances) -> list[Block]:
    """The blocks of a mail; the notice of a withdrawal repeats no figure."""
    head = [Block("office", (summary.words["office"],)), Block("title", (summary.words["title"],)), Block("head", (summary.words["head"],))]
    main = [] if around.kind == "withdrawal" else [*_content(summary), *_document(summary, around)]
    return [*head, *_alert(summary, around), *main, *_foot(summary, around)]


def as_text(found: list[Block]) -> str:
    """The plain text of a mail: what the HTML says, in its order."""
    return "\n".join(_line(one, before) for one, before in zip(found, [None, *found], strict=False)) + "\n"


def _alert(summary: Summary, around: Circumstances) -> Iterator[Block]:
    if around.kind != "edition":
        yield Block("alert", (summary.words["corrected" if around.kind == "correction" else "withdrawn"],))
    if around.reason:
        yield Block("note", (Text.of(summary.words["reason"], " ", around.reason),))


def _content(summary: Summary) -> Iterator[Block]:
    yield from (Block("note", (one,)) for one in summary.notes)
    yield Block("lead", (summary.words["lead"],))
    yield from (Block("figure", tuple(map(Text.of, (one.label, one.note, one.value, one.change)))) for one in summary.headlines)
    for name, items in (("findings", summary.findings), ("changes", summary.changes)):
        if items:
            yield Block("heading", (summary.words[name],))
            yield from (Block("item", (_stopped(Text.of(one.lead)), Text.of(one.body))) for one in items)


def _document(summary: Summary, around: Circumstances) -> Iterator[Block]:
    yield Block("line", (summary.words["attached" if around.attached else "large"],))
    if around.link:
        yield Block("button", (summary.words["open"],), around.link)


def _foot(summary: Summary, around: Circumstances) -> Iterator[Block]:
    yield Block("foot", (summary.words["dates"],))
    yield Block("foot", (summary.words["why"],))
    if around.unsubscribe:
        yield Block("quiet", (summary.words["unsubscribe"],), around.unsubscribe)


def _stopped(lead: Text) -> Text:
    """The bold start of an item, as a sentence of its own."""
    return lead if str(lead).endswith((".", "!", "?", ":")) else Text.of(lead, ".")


def _line(one: Block, before: Block | None) -> str:
    """A block as lines of text, with an empty one before it where something new begins."""
    said = [str(text) for text in one.texts]
    match one.role:
        case "figure":
            line = " · ".join(part for part in said if part)
        case "item":
            line = f"- {' '.join(said)}".rstrip()
        case "button" | "quiet":
            line = f"{said[0]}\n{one.link}"
        case _:
            line = said[0]
    together = before is None or (before.role, one.role) in _CLOSE or (before.role == one.role and one.role not in ("note", "alert"))
    return line if together else f"\n{line}"


_CLOSE = {("office", "title"), ("title", "head"), ("heading", "item"), ("foot", "quiet"), ("line", "button")}
