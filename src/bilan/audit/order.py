"""Does every numeral and every name of a partner stand on the page where composition put it?"""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import combinations

from bilan.audit.composed import Group, groups, statuses
from bilan.audit.directions import directions_in
from bilan.audit.numerals import squeezed
from bilan.audit.runs import CLOSE, OPEN, Run, kind_of, numerals, plain
from bilan.document import Briefing

COUNTED = ("ordinal", "code")
"""Kinds of constant that the layout itself counts or names."""
NEARLY = 0.7
MOST = 160
LABEL, VALUE = 0, 1
"""Roles of the parts of a headline."""
_WORDS = 4
"""From how many words on a text is told by them, even beside other words."""
_TOLD = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}")


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A run of the page that composition did not put there, and what is wrong with it."""

    text: str
    message: str


@dataclass(slots=True)
class Walk:
    """Where a reader of the page is: which groups the last runs may belong to, and how far each has been read."""

    groups: Sequence[Group]
    statuses: AbstractSet[str] = frozenset()
    heads: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    members: set[str] = field(default_factory=set)
    open: dict[int, tuple[int, ...]] = field(default_factory=dict)
    stray: str = ""
    before: set[tuple[int, int]] = field(default_factory=set)
    labels: list[int] = field(default_factory=list)
    values: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.members.update(self.statuses)
        for number, group in enumerate(self.groups):
            self.members.update(group.parts)
            for part in group.parts if group.roles else group.parts[:1]:
                self.heads[part].append(number)

    def step(self, part: str) -> bool:
        """Whether a part may stand after those before it."""
        going = {number: (*read, place) for number, read in self.open.items() if (place := self._next(number, read, part)) >= 0}
        if going:
            self.open, self.stray = going, ""
            return True
        if part in self.statuses:
            return not any(one in self.statuses for number, read in self.open.items() for one in self._unread(number, read))
        complete = not self.open or any(len(read) == len(self.groups[number].parts) for number, read in self.open.items())
        in_row = any(not self.groups[number].roles for number in self.open) and not complete
        started: dict[int, tuple[int, ...]] = {number: (self.groups[number].parts.index(part),) for number in self.heads.get(part, ())}
        if in_row:
            started = {number: (place,) for number, (place,) in started.items() if place == 0}
        early = bool(started) and all(self.stray in self.groups[number].parts for number in started)
        self.close()
        self.open, self.stray = started, "" if started else part
        return (bool(started) or complete) and not early

    def close(self) -> None:
        """Note which roles of a group stood together, and in which order, where only one group can be meant."""
        if len(self.open) == 1:
            ((number, read),) = self.open.items()
            roles = [self.groups[number].roles[place] for place in read] if self.groups[number].roles else []
            self.before.update(combinations(roles, 2))
            if LABEL in roles and VALUE not in roles:
                self.labels.append(number)
            if VALUE in roles and LABEL not in roles:
                self.values.append(number)
        self.open = {}

    @property
    def turned(self) -> bool:
        """Whether headlines stand with their parts in different orders, or labels apart from values in another order than these."""
        values, whole = iter(self.values), (LABEL, VALUE) in self.before or (VALUE, LABEL) in self.before
        apart = bool(self.labels) and (whole or not all(one in values for one in self.labels))
        return apart or any((after, before) in self.before for before, after in self.before)

    def _unread(self, number: int, read: tuple[int, ...]) -> list[str]:
        return [one for place, one in enumerate(self.groups[number].parts) if place not in read]

    def _next(self, number: int, read: tuple[int, ...], part: str) -> int:
        group = self.groups[number]
        places = [place for place, one in enumerate(group.parts) if one == part and place not in read]
        return next((place for place in places if group.roles or place > read[-1]), -1)


def misplaced(page: Iterable[Run], briefing: Briefing, names: Sequence[str], lang: str) -> Iterator[Misplaced]:
    """Numerals, partners and directions that stand elsewhere than in their composed sentence, row or headline."""
    walk = Walk(groups(briefing), statuses(briefing))
    texts = sorted((one for one in walk.members if one.endswith(".") or one.count(" ") >= _WORDS - 1), key=len, reverse=True)
    skeletons = {skeleton for one in walk.members if OPEN in (skeleton := _TOLD.sub(OPEN, one)) and skeleton != OPEN}
    for run in page:
        if not run.told:
            continue
        if run.told in walk.members:
            if not walk.step(run.told):
                yield Misplaced(run.text, "stands in another row, sentence or headline than it was composed for")
            continue
        rest = _untold(run.told, texts)
        if _TOLD.sub(OPEN, run.told) in skeletons and any(kind_of(one) not in COUNTED for one in numerals(rest)):
            yield Misplaced(run.text, "has other numerals than were composed for these words")
        else:
            yield from _strange(run, rest, (walk.members, names, lang))
    walk.close()
    if walk.turned:
        yield Misplaced("headlines", "do not all stand with their own label and value, in one order")


def _untold(text: str, texts: Iterable[str]) -> str:
    """What is left of a run without the composed texts in it."""
    for one in texts:
        if len(one) <= len(text) and one in text:
            text = text.replace(one, " \ue002 ")
    return text


def _strange(run: Run, rest: str, known: tuple[Iterable[str], Sequence[str], str]) -> Iterator[Misplaced]:
    """Directions come from rules alone; a template may name a partner, but not beside a number or in another's place."""
    members, names, lang = known
    words, counted = _TOLD.sub(" ", rest), [one for one in numerals(rest) if kind_of(one) not in COUNTED]
    directions = directions_in(words, lang)
    partners = [name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.IGNORECASE)]
    sentence = re.search(r"[^\W\d]", words) is not None and not list(numerals(rest)) and run.text.count(" ") > 0
    if not (counted or directions or partners or sentence):
        return
    near = difflib.get_close_matches(run.text, [plain(one) for one in members], n=1, cutoff=NEARLY)
    composed = f"; composed was '{squeezed(near[0])}'" if near else ""
    heavy = [*directions, *(partners if near or counted else ()), *(map(plain, counted) if near else ())]
    for word in dict.fromkeys(heavy or ([run.text] if near else [])):
        yield Misplaced(word, f"stands in '{_cut(run.text)}', which no rule said{composed}")


def _cut(text: str) -> str:
    return text if len(text) <= MOST else f"{text[: MOST - 1]}…"
