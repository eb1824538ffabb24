"""Where do two editions part? The first cause named, then the page and its words, else the byte."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bilan.audit.paper import page_texts
from bilan.pipeline.files import BESIDE

Json = Mapping[str, Any]
CAUSES = {
    "program": "program version", "libraries": "library", "data": "data version", "definitions": "indicator definitions",
    "partnership": "partnership files", "template": "template", "brand": "brand", "fonts": "font", "office": "office settings",
    "variant": "PDF variant", "previous": "edition before",
}  # fmt: skip
AROUND = 24
SHORT = 12
ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not the same: what, where in it, as the file has it, as it is made today (empty where it stands alone)."""

    what: str
    where: str
    file: str
    rebuilt: str

    def __str__(self) -> str:
        where = f" {self.where}" if self.where else ""
        return f"{self.what}{where}: {self.file} in the file, {self.rebuilt} today" if self.rebuilt else f"{self.what}{where}: {self.file}"


def causes(made_from: Json, today: Json) -> list[Difference]:
    """What an edition was made from and would not be made from today, in the order of suspicion."""
    found = []
    for name, word in CAUSES.items():
        then, now = made_from.get(name), today.get(name)
        if isinstance(then, Mapping) and isinstance(now, Mapping):
            parts = sorted(part for part in {**then, **now} if then.get(part) != now.get(part))
            found += [Difference(word, part, _short(then.get(part)), _short(now.get(part))) for part in parts]
        elif then != now:
            found.append(Difference(word, "", _short(then), _short(now)))
    return found


def of_pages(file: bytes, rebuilt: bytes) -> Difference | None:
    """The first page whose text differs, and the words around the first difference; None where all texts are the same."""
    try:
        theirs, ours = page_texts(file), page_texts(rebuilt)
    except Exception as error:  # noqa: BLE001  a damaged file fails anywhere in the library
        return Difference("pages", "", f"cannot be read ({type(error).__name__})", "")
    for number, (one, other) in enumerate(zip(theirs, ours, strict=False), start=1):
        if one != other:
            return Difference("page", str(number), *_around(one, other))
    return None if len(theirs) == len(ours) else Difference("pages", "", str(len(theirs)), str(len(ours)))


def of_bytes(file: bytes, rebuilt: bytes) -> Difference | None:
    """The first byte that differs; None where there is none."""
    if file == rebuilt:
        return None
    offset = next(
        (place for place, (one, other) in enumerate(zip(file, rebuilt, strict=False)) if one != other), min(len(file), len(rebuilt))
    )
    return Difference("byte", f"{offset}", _byte(file, offset), _byte(rebuilt, offset))


def of_manifests(file: Json, rebuilt: Json) -> Difference | None:
    """The first entry of two manifests that differs, but for what stands there once the PDF is finished; None where there is none."""
    mine = {name: value for name, value in file.items() if name not in BESIDE}
    other = {name: value for name, value in rebuilt.items() if name not in BESIDE}
    return next((Difference("manifest", *one) for one in _walked("", mine, other)), None)


def _walked(where: str, one: Any, other: Any) -> Iterator[tuple[str, str, str]]:  # noqa: ANN401  whatever JSON can say
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        for name in sorted({*one, *other}):
            yield from _walked(f"{where}.{name}".lstrip("."), one.get(name, ABSENT), other.get(name, ABSENT))
    elif isinstance(one, list) and isinstance(other, list):
        for number, (left, right) in enumerate(zip(one, other, strict=False)):
            yield from _walked(f"{where}[{number}]", left, right)
        if len(one) != len(other):
            yield where, f"{len(one)} entries", f"{len(other)} entries"
    elif one != other:
        yield where, _short(one), _short(other)


def _around(one: str, other: str) -> tuple[str, str]:
    place = next((at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), min(len(one), len(other)))
    window = slice(max(place - AROUND, 0), place + AROUND)
    return tuple(f"“{' '.join(text[window].split())}”" for text in (one, other))  # type: ignore[return-value]  # two of them


def _byte(content: bytes, offset: int) -> str:
    return f"{content[offset]:#04x}" if offset < len(content) else f"the end ({len(content)} bytes)"


def _short(value: object) -> str:
    if value in (None, ""):
        return ABSENT
    text = str(value)
    return text[:SHORT] if len(text) == 64 else text[:80]  # noqa: PLR2004  a hash is recognised by its first digits
