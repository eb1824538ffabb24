"""Which words of a language are numerals in disguise?"""

import re

from bilan.wording.numerals import numerals_in

# Left out on purpose: one, first, second, third (also articles, ordinals, "third country"), fr un, neuf (new), tiers.
# "the two" and "les deux" only mean both, as in a partnership two sides always do; "double taxation" is a term of law.
_WORDS = {
    "en": (
        r"(?<!\bthe )(?<!\bthese )(?<!\bboth )two(?! (?:countries|sides|directions|partners|statistics))", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundreds?", "dozens?", r"double[ds]?(?![ -]tax)",
        "doubling", "tripled?", "triples", "tripling", r"quadrupl\w+", "(?:two|three|four|five|six|ten)-?fold", "twice", "thrice", "half of", "halv(?:e[ds]?|ing)",
        "a quarter of", r"a third of", r"(?:two|three)[ -](?:thirds|quarters)",
    ),
    "fr": (
        r"(?<!\bles )(?<!\bdes )(?<!\baux )(?<!\bces )deux(?! (?:pays|sens|côtés|partenaires|parties|statistiques))", "trois", "quatre", "cinq", "six", "sept", "huit", "dix", "onze", "douze",
        "treize", "quatorze", "quinze", "seize", "vingt", "trente", "quarante", "cinquante", "soixante", "cents?", "mille",
        "(?:diz|douz|quinz|vingt|trent|cinquant|cent)aines?", r"doubl(?:é|ée|és|ées|er|ent|ait|ant|ement)", r"doubles?(?! (?:impos|taxa))",
        r"tripl(?:e|é|ée|és|ées|er|ent|ement)", r"quadrupl\w+", "moitié", "un tiers", "un quart",
    ),
}  # fmt: skip
_PATTERNS = {lang: re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE) for lang, words in _WORDS.items()}


def number_words_in(text: str, lang: str) -> list[tuple[int, int]]:
    """Where words stand for numbers: `deux`, `doublé`, `twofold`; none for a language without a list."""
    pattern = _PATTERNS.get(lang)
    return [match.span() for match in pattern.finditer(text)] if pattern else []


def constants_in(text: str, lang: str) -> list[tuple[int, int]]:
    """Where numerals and number words are, in order, none overlapping."""
    spans = sorted(numerals_in(text) + number_words_in(text, lang))
    return [span for index, span in enumerate(spans) if not index or span[0] >= spans[index - 1][1]]
