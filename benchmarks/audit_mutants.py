"""Which single mistakes can be put into a finished edition? One function a kind, each yielding whole mutants."""

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from bilan.audit.directions import directions_in
from bilan.audit.evidence import Evidence

SPAN = re.compile(r'<(data|span)((?: value="[^"]*")?(?: data-id="[^"]*"| data-fixed="[^"]*" data-ref="[^"]*"))>(.*?)</\1>')
NUMERAL = re.compile(r"\d+(?:[.,\u202f\u00a0]\d+)*")
NUMBER_WORDS = {
    "en": ("three", "doubled", "a third of"),
    "fr": ("trois", "doublé", "la moitié"),
    "ru": ("вдвое", "три"),
    "kk": ("үш",),
    "ky": ("үч",),
}
DIRECTIONS = {
    "en": ("grew", "fell", "up", "down", "above", "below"), "fr": ("augmenté", "reculé", "hausse", "baisse", "plus", "moins"),
    "ru": ("вырос", "сократился", "выше", "ниже"), "kk": ("өсті", "азайды", "жоғары", "төмен"), "ky": ("өстү", "азайды", "жогору", "төмөн"),
}  # fmt: skip
COUNTED = ('data-fixed="ordinal"', 'data-fixed="code"')


@dataclass(frozen=True, slots=True)
class Mutant:
    """An edition with one mistake in it, and where the mistake is."""

    what: str
    evidence: Evidence


Maker = Callable[[Evidence, random.Random], Iterator[Mutant]]
Stale = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of mistake, and the layers of the audit that may catch it.

    Of a wrong page the layer that compares page and paper is left out, and of a wrong drawing all but those that measure it:
    in life such a mistake would be on paper as well. A mistake in the page for screens (`light`) is looked for there alone.
    """

    make: Maker
    layers: tuple[str, ...]
    light: bool = False


def changed_digit(text: str, dice: random.Random) -> str:
    """The text with one digit changed to another one."""
    places = [index for index, sign in enumerate(text) if sign.isdecimal()]
    if not places:
        return text
    place = dice.choice(places)
    return f"{text[:place]}{(int(text[place]) + dice.randint(1, 9)) % 10}{text[place + 1 :]}"


def changed_sign(text: str, _: random.Random) -> str:
    """A minus or plus lost, turned or added before the number."""
    for old, new in (("\u2212", "+"), ("+", "\u2212")):
        if old in text:
            return text.replace(old, new, 1)
    return re.sub(r"(\$?\d)", "\u2212\\1", text, count=1)


def changed_separator(text: str, _: random.Random) -> str:
    """The decimal sign of the other kind of language, or a group sign in its place."""
    return (
        text.translate(str.maketrans(".,", ",.")) if re.search(r"\d[.,]\d", text) else re.sub("(\\d)[\u202f\u00a0](\\d)", "\\1.\\2", text)
    )


def changed_unit(text: str, _: random.Random) -> str:
    """Millions for billions and back, percentage points for per cent, another currency."""
    pairs = (
        ("billion", "million"),
        ("million", "billion"),
        ("milliard", "million"),
        ("bn", "m"),
        ("Md", "M"),
        ("%", " pp"),
        ("$", "€"),
        ("dollars", "euros"),
    )
    return next((text.replace(old, new, 1) for old, new in pairs if old in text), text)


def changed_year(text: str, dice: random.Random) -> str:
    """A year later or earlier."""
    return re.sub(r"\b(?:19|20)\d\d\b", lambda match: str(int(match[0]) + dice.choice((-1, 1))), text, count=1)


EDITS: Mapping[str, Callable[[str, random.Random], str]] = {
    "digit": changed_digit, "sign": changed_sign, "separator": changed_separator, "unit": changed_unit, "year": changed_year,
}  # fmt: skip


def in_html(kind: str) -> Maker:
    """An edit of the text of a marked numeral."""

    def make(one: Evidence, dice: random.Random) -> Iterator[Mutant]:
        for match in SPAN.finditer(one.html):
            if (new := EDITS[kind](match[3], dice)) != match[3]:
                yield _html(one, match.span(3), new, match[3])

    return make


def in_alternatives(kind: str) -> Maker:
    """An edit of a numeral in an alternative text."""

    def make(one: Evidence, dice: random.Random) -> Iterator[Mutant]:
        for alt in re.finditer(r'(?<= alt=")[^"]+', one.html):
            for match in NUMERAL.finditer(alt[0]):
                if (new := EDITS[kind](match[0], dice)) != match[0]:
                    yield _html(one, (alt.start() + match.start(), alt.start() + match.end()), new, match[0])

    return make


def on_paper(kind: str) -> Maker:
    """An edit of a numeral, with its sign and unit, in the text of a page."""
    form = re.compile(rf"[\u2212+]?\$?{NUMERAL.pattern}(?:[ \u00a0]?(?:billion|million|milliards?|bn|Md|%|m\b|M\b))?")

    def make(one: Evidence, dice: random.Random) -> Iterator[Mutant]:
        for index, page in enumerate(one.pages):
            for match in form.finditer(page):
                if (new := EDITS[kind](match[0], dice)) != match[0]:
                    yield _page(one, index, match.span(), new, match[0])

    return make


def stale(old: Stale) -> Maker:
    """The value an older vintage had, as it would have been printed then."""

    def make(one: Evidence, _: random.Random) -> Iterator[Mutant]:
        for match in SPAN.finditer(one.html):
            ref = re.search(r'data-id="([^"]*)"', match[2])
            before = old.get((ref[1], re.sub("<[^>]*>", "", match[3]))) if ref else None
            if before:
                yield _html(one, match.span(3), before, match[3])

    return make


def swapped_texts(one: Evidence, dice: random.Random) -> Iterator[Mutant]:
    """The texts of two marked numerals, each in the other's mark."""
    yield from _swapped(one, dice, 3)


def swapped_marks(one: Evidence, dice: random.Random) -> Iterator[Mutant]:
    """Two numerals with all their marks, each in the other's place."""
    yield from _swapped(one, dice, 0)


def swapped_neighbours(one: Evidence, _: random.Random) -> Iterator[Mutant]:
    """Two numerals that follow each other, with all their marks."""
    spans = _readings(one)
    for left, right in pairwise(spans):
        if _read(left) != _read(right):
            yield _exchanged(one, left, right, 0)


def swapped_partners(one: Evidence, _: random.Random) -> Iterator[Mutant]:
    """One partner named in place of the other, once."""
    for old, new in _partners(one):
        for match in re.finditer(rf"(?<=[>\s'\u2019]){re.escape(old)}(?=[\s<.,;:])", one.html[one.html.index("<main") :]):
            start = one.html.index("<main") + match.start()
            yield _html(one, (start, start + len(old)), new, old)


def swapped_partners_on_paper(one: Evidence, _: random.Random) -> Iterator[Mutant]:
    """The same in the text of a page."""
    for index, page in enumerate(one.pages):
        for old, new in _partners(one):
            for match in re.finditer(rf"(?<!\w){re.escape(old)}(?!\w)", page):
                yield _page(one, index, match.span(), new, old)


def swapped_on_paper(one: Evidence, dice: random.Random) -> Iterator[Mutant]:
    """Two numerals of a page, each in the other's place."""
    for index, page in enumerate(one.pages):
        found = list(NUMERAL.finditer(page))
        for left, right in pairs(found, dice, 120):
            if left[0] != right[0]:
                text = f"{page[: left.start()]}{right[0]}{page[left.end() : right.start()]}{left[0]}{page[right.end() :]}"
                yield Mutant(
                    f"page {index + 1}: {left[0]} <> {right[0]}", altered(one, pages=[*one.pages[:index], text, *one.pages[index + 1 :]])
                )


def number_word(one: Evidence, dice: random.Random) -> Iterator[Mutant]:
    """A number in words before a sentence's last word."""
    for match in re.finditer(r"(?<=[a-zà-ÿа-я]) (?=[a-zà-ÿа-я]+[.<])", one.html[one.html.index("<main") :]):
        start = one.html.index("<main") + match.start()
        yield _html(one, (start, start + 1), f" {dice.choice(NUMBER_WORDS[one.lang])} ", "")


def number_word_on_paper(one: Evidence, dice: random.Random) -> Iterator[Mutant]:
    """The same on a page."""
    for index, page in enumerate(one.pages):
        for match in re.finditer(r"(?<=[a-zà-ÿа-я]) (?=[a-zà-ÿа-я]+\.)", page):
            yield _page(one, index, match.span(), f" {dice.choice(NUMBER_WORDS[one.lang])} ", "")


def direction(one: Evidence, dice: random.Random) -> Iterator[Mutant]:
    """A direction word turned into another one."""
    main = one.html.index("<main")
    for match in re.finditer(r">([^<]+)<", one.html[main:]):
        for word in dict.fromkeys(directions_in(match[1], one.lang)):
            start = main + match.start(1) + match[1].index(word)
            yield _html(one, (start, start + len(word)), _other(word, one.lang, dice), word)


def direction_on_paper(one: Evidence, dice: random.Random) -> Iterator[Mutant]:
    """The same on a page."""
    for index, page in enumerate(one.pages):
        for word in dict.fromkeys(directions_in(page, one.lang)):
            start = page.index(word)
            yield _page(one, index, (start, start + len(word)), _other(word, one.lang, dice), word)


def in_text(one: Evidence, dice: random.Random) -> Iterator[Mutant]:
    """An edit of a numeral drawn in the page for screens."""
    for match in re.finditer(r"(?<=>)[^<>]*\d[^<>]*(?=</text>)", one.html):
        if (new := changed_digit(match[0], dice)) != match[0]:
            yield _html(one, match.span(), new, match[0])


def moved_on_screen(one: Evidence, dice: random.Random) -> Iterator[Mutant]:
    """A bar or point a pixel or more further along its axis, in the page for screens."""
    for match in re.finditer(r'<path d="([^"]*)"[^>]*data-mark="\w+"[^>]*data-axis="(\w)"', one.html):
        shift, place = dice.choice((-1, 1)) * dice.uniform(1, 8), iter(range(10**6))
        axis = 0 if match[2] == "x" else 1
        new = re.sub(r"-?\d+\.?\d*", lambda one: f"{float(one[0]) + shift * (next(place) % 2 == axis):.2f}", match[1])  # noqa: B023  used at once
        yield _html(one, match.span(1), new, f"by {shift:.2f}")


def _readings(one: Evidence) -> list[re.Match[str]]:
    return [match for match in SPAN.finditer(one.html) if not any(kind in match[2] for kind in COUNTED)]


def _swapped(one: Evidence, dice: random.Random, group: int) -> Iterator[Mutant]:
    for left, right in pairs(_readings(one), dice, 400):
        if _read(left) != _read(right):
            yield _exchanged(one, left, right, group)


def _read(match: re.Match[str]) -> str:
    return re.sub("<[^>]*>", "", match[3])


def _exchanged(one: Evidence, left: re.Match[str], right: re.Match[str], group: int) -> Mutant:
    html = f"{one.html[: left.start(group)]}{right[group]}{one.html[left.end(group) : right.start(group)]}{left[group]}{one.html[right.end(group) :]}"
    return Mutant(f"{left[3]} <> {right[3]}", altered(one, html=html))


def pairs(found: Sequence[re.Match[str]], dice: random.Random, most: int) -> list[tuple[re.Match[str], re.Match[str]]]:
    """At most so many pairs, the left one first."""
    every = list(combinations(found, 2))
    return dice.sample(every, min(most, len(every)))


def _partners(one: Evidence) -> list[tuple[str, str]]:
    names = one.composed.names if one.composed else ()
    half = len(names) // 2
    return [pair for left, right in zip(names[:half], names[half:], strict=True) for pair in ((left, right), (right, left))]


def _other(word: str, lang: str, dice: random.Random) -> str:
    new = dice.choice([one for one in DIRECTIONS[lang] if one != word.lower()])
    return new.capitalize() if word[0].isupper() else new


def _html(one: Evidence, place: tuple[int, int], new: str, old: str) -> Mutant:
    start, end = place
    return Mutant(
        f"{old} > {new} in …{one.html[max(0, start - 40) : end + 20]}", altered(one, html=f"{one.html[:start]}{new}{one.html[end:]}")
    )


def _page(one: Evidence, index: int, place: tuple[int, int], new: str, old: str) -> Mutant:
    page = one.pages[index]
    text = f"{page[: place[0]]}{new}{page[place[1] :]}"
    return Mutant(f"page {index + 1}: {old} > {new}", altered(one, pages=[*one.pages[:index], text, *one.pages[index + 1 :]]))


def altered(one: Evidence, **changes: object) -> Evidence:
    """The same with one part changed; what was read of the others stays read."""
    new = replace(one, **changes)  # type: ignore[arg-type]  # parts by name
    if "html" not in changes:
        new.__dict__["markup"] = one.markup
    new.__dict__["made"] = one.made
    return new


ON_PAGE, ON_PAPER = ("marks", "composition", "charts"), ("paper",)


def kinds(old: Stale) -> dict[str, Kind]:
    """Every kind of mistake in words and numerals, by name."""
    edits = {f"{place}: {edit}": Kind(make(edit), layers) for place, (make, layers) in PLACES.items() for edit in EDITS}
    page = {
        "stale value": stale(old), "texts swapped": swapped_texts, "numerals swapped": swapped_marks,
        "neighbours swapped": swapped_neighbours, "reporter swapped": swapped_partners, "number word": number_word,
        "direction word": direction,
    }  # fmt: skip
    paper = {
        "numerals swapped": swapped_on_paper, "reporter swapped": swapped_partners_on_paper, "number word": number_word_on_paper,
        "direction word": direction_on_paper,
    }  # fmt: skip
    edits |= {f"html: {name}": Kind(make, ON_PAGE) for name, make in page.items()}
    screen = {name: in_html(name) for name in EDITS} | page | {"drawn text": in_text} | {"bar or point moved": moved_on_screen}
    edits |= {f"light: {name}": Kind(make, (), light=True) for name, make in screen.items()}
    return edits | {f"pdf: {name}": Kind(make, ON_PAPER) for name, make in paper.items()}


PLACES: Mapping[str, tuple[Callable[[str], Maker], tuple[str, ...]]] = {
    "html": (in_html, ON_PAGE),
    "alt": (in_alternatives, ON_PAGE),
    "pdf": (on_paper, ON_PAPER),
}
