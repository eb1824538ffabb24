"""Which words tell a direction, and does each agree with the change it stands beside?"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from bilan.audit.composed import Line
from bilan.document import Briefing, Printed, Text
from bilan.errors import Problem, Severity

# Words that say a figure went up or down: beside a change they must agree with its sign. Nouns that go either way
# (growth, croissance, рост) are left out; comparisons (above, more) tell a direction, though not that of a change.
UP = {
    "en": (r"gr(?:ew|own|ows)", r"r(?:ose|isen|ises|ising)", r"increas(?:e|ed|es|ing)", r"gain(?:ed|s)", r"climb\w*", r"widen\w*", "up", r"recover\w*"),
    "fr": (r"(?:ont |a |avait )?progress(?:é|ée|ent|e)", r"augment(?:é|ée|ent|e|ait|aient)", r"accr(?:u|ue|us|ues|oît|oissent)", r"(?:en )?hausse", r"mont(?:é|ée|ent)",
           r"cr(?:û|oî)(?:t|ssent)", r"grandi\w*", r"creus(?:é|ée|e|ent)"),
    "ru": (r"вырос\w*", r"раст[уё]\w*", r"увелич\w+", r"возрос\w*", r"повыс\w+", r"прибав\w+"),
    "kk": (r"өс(?:ті|кен|іп|еді)", r"артты|артқан|артып", r"ұлғай\w*", r"көбей\w*", r"жоғарыла\w*"),
    "ky": (r"өс(?:тү|көн|үп|өт)", r"артты|арткан|артып", r"көбөй\w*", r"чоңой\w*", r"жогорула\w*"),
}  # fmt: skip
DOWN = {
    "en": (r"f(?:ell|allen|alls|alling)", r"decreas(?:e|ed|es|ing)", r"declin(?:e|ed|es|ing)", r"dropp(?:ed|ing)|drops?", r"shr(?:ank|unk|inks?)", r"narrow(?:ed|s|ing)", "down", "lost"),
    "fr": (r"recul(?:é|ée|e|ent|ait)?", r"baiss(?:é|ée|er|ent|ait|e)", r"(?:en )?baisse", r"dimin(?:ué|uée|ue|uent|uait)", r"chut(?:é|e|ent)", r"tomb(?:é|ée|és|ées|ent|e)",
           r"repli\w*", r"réduit\w*"),
    "ru": (r"сниз\w+", r"снижа\w+", r"упал\w*", r"уменьш\w+", r"сократ\w+", r"сокращ\w+"),
    "kk": (r"азай\w*", r"төменде\w*", r"кемі(?:ді|ген|п)", r"қысқар\w*", r"құлды\w*"),
    "ky": (r"азай\w*", r"төмөндө\w*", r"кеми(?:ди|ген|п)", r"кыскар\w*"),
}  # fmt: skip
COMPARED = {
    "en": ("above", "below", "more", "less", "fewer", "higher", "lower", "larger", "smaller", "ahead", "behind", "over", "under", "surplus", "deficit",
           "exceed(?:s|ed)?", "unchanged", "hardly moved", "highest", "lowest", "record"),
    "fr": (r"au-dess(?:us|ous)", r"sous", "plus", "moins", r"supérieure?s?", r"inférieure?s?", "excédent", "déficit", "dépasse(?:nt)?", "stables?", "inchangée?s?",
           r"en avance", r"en retard", "record"),
    "ru": ("выше", "ниже", "больше", "меньше", "более", "менее", "превы\\w+", "профицит", "дефицит", "рекорд\\w*", "почти не измен\\w+"),
    "kk": ("жоғары", "төмен", "көп", "аз", "артық", "кем", "рекорд\\w*", "тапшылық\\w*", "шамамен өзгеріссіз"),
    "ky": ("жогору", "төмөн", "көп", "аз", "артык", "кем", "рекорд\\w*", "тартыштык\\w*", "дээрлик өзгөргөн жок"),
}  # fmt: skip
CHANGES = re.compile(r"(?:^|[._])(?:growth|cagr|trend|change|contribution)(?:[._]|$)")
"""Indicators whose sign is the direction of a change."""
_CLAUSE = re.compile(r"[,.;:!?()\u2013\u2014]")
_NEAR = 4


def _compiled(*lists: Mapping[str, tuple[str, ...]]) -> dict[str, re.Pattern[str]]:
    langs = {lang for words in lists for lang in words}
    return {
        lang: re.compile(rf"(?<![\w-])(?:{'|'.join(one for words in lists for one in words.get(lang, ()))})(?![\w-])", re.IGNORECASE)
        for lang in langs
    }


_UP, _DOWN, _ANY = _compiled(UP), _compiled(DOWN), _compiled(UP, DOWN, COMPARED)


def directions_in(text: str, lang: str) -> list[str]:
    """The words of a text that tell a direction; none for a language without a list."""
    pattern = _ANY.get(lang)
    return [match[0] for match in pattern.finditer(text)] if pattern else []


def senses(text: str, lang: str) -> set[int]:
    """Whether a text says up (1), down (-1), both or neither."""
    found = {1} if lang in _UP and _UP[lang].search(text) else set()
    return found | ({-1} if lang in _DOWN and _DOWN[lang].search(text) else set())


def disagreeing(briefing: Briefing, lines: Iterator[Line], lang: str) -> list[Problem]:
    """Sentences in which a direction word and the change beside it say opposite things."""
    values = {one.id: one.value for one in briefing.readings if one.value is not None and CHANGES.search(one.indicator)}
    problems = []
    for line in lines:
        for numeral, words in _beside(line.text):
            value = values.get(numeral.ref)
            if numeral.kind != "reading" or not value:
                continue
            problems += _against(line, numeral, words, (value, lang))
        problems += _lead(line, values, lang)
    return problems


def _against(line: Line, numeral: Printed, words: str, fact: tuple[Decimal, str]) -> list[Problem]:
    value, lang = fact
    said, sign = senses(words, lang), 1 if value > 0 else -1
    if said != {-sign}:
        return []
    message = f"'{words.strip()} {numeral.text}' tells the opposite of reading '{numeral.ref}', which is {value:f}"
    return [Problem(line.where, message, "the rule's direction and its reading differ: report this as a bug", Severity.HOLD, "audit")]


def _lead(line: Line, values: Mapping[str, Decimal], lang: str) -> list[Problem]:
    """A bold start against the only change its sentence tells."""
    said = senses(str(line.lead), lang)
    known = {one.ref: values[one.ref] for one in line.text.printed if one.kind == "reading" and one.ref in values}
    if len(said) != 1 or len(known) != 1:
        return []
    ((ref, value),) = known.items()
    if not value or (1 if value > 0 else -1) in said:
        return []
    return [
        Problem(
            line.where, f"'{line.lead}' stands before reading '{ref}', which is {value:f}", "look at the rule", Severity.WARNING, "audit"
        )
    ]


def _beside(text: Text) -> Iterator[tuple[Printed, str]]:
    """Each numeral with the few words before it in its clause, as they stand after the numeral before."""
    words = ""
    for part in text.parts:
        if isinstance(part, Printed):
            yield part, " ".join(_CLAUSE.split(words)[-1].split()[-_NEAR:])
            words = ""
        else:
            words = part
