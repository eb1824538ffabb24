"""Which words of a language are numerals in disguise?"""

# ruff: noqa: RUF001, RUF003  Cyrillic words are what this module is about

import re

from bilan.wording.numerals import numerals_in

# Left out on purpose: one, first, second, third (also articles, ordinals, "third country"), fr un, neuf (new), tiers.
# "the two" and "les deux" only mean both, as in a partnership two sides always do; "double taxation" is a term of law.
# Left out in ru, kk, ky: один, бір, бир (also articles), ordinals, ru семью (also a family), kk тоқсан and ky чейрек (quarters
# of a year), and as in en the words for thousand and million: each is part of a unit printed with its number.
_RU_SIDES = r"(?! (?:стран|сторон|государств|направлени|партн[её]р|статистик))"
_KK_SIDES = r"(?! (?:ел|жақ|тарап|бағыт|мемлекет|серіктес|статистика))"
_KY_SIDES = r"(?! (?:өлкө|тарап|багыт|мамлекет|өнөктөш|статистика))"
_KK_CASES = r"(?:[ғқ]а|[гк]е|[дтн][ае]н|[дтн][ыі]ң?)?"
_KY_CASES = r"(?:[гк][аеоө]|[дт][аеоө]н|[дт][ыиуү]н?)?"
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
    "ru": (
        rf"дв(?:а|е|ух|ум|умя){_RU_SIDES}", r"двое|двоих|двоим", r"тр(?:и|[её]х|[её]м|емя)", r"трое|троих", r"четыре|четыр(?:[её]х|[её]м|ьмя)",
        r"пят(?:ь|и|ью)", r"шест(?:ь|и|ью)", "семь|семи", r"вос(?:емь|ьми|емью)", r"девят(?:ь|и|ью)", r"десят(?:ь|и|ью)",
        r"(?:один|две|три|четыр|пят|шест|сем|восем|девят)надцат(?:ь|и|ью)", r"(?:два|три)дцат(?:ь|и|ью)", "сорок|сорока",
        r"(?:пять|шесть|семь|восемь)десят", r"(?:пяти|шести|семи|восьми)десяти", "девяност[оа]", "ст[оа]", "двести|двухсот", r"(?:три|четыре)ста",
        r"(?:пять|шесть|семь|восемь|девять)сот", r"десят(?:ок|ка|ки|ков|ками|ках)", r"сот(?:ня|ни|ню|ен|нями)", r"дюжин\w*", "вдвое|втрое|вчетверо|впятеро",
        "дважды|трижды", r"удв(?:о(?:ил|ит|ен)|аива)\w*", r"утр(?:о(?:ил|ит|ен)|аива)\w*", r"учетвер\w+", r"(?:на|в)?половин\w*|пополам",
        r"полтор[аы]|полутора", "треть|трети|четверть", r"(?:дву|тр[её]х|четыр[её]х|пяти|десяти)кратн\w+", r"двойн\w+(?! налогооблож)", r"тройн\w+",
    ),
    "kk": (
        rf"екі{_KK_CASES}{_KK_SIDES}", rf"(?:үш|төрт|бес|алты|жеті|сегіз|тоғыз|он|жиырма|отыз|қырық|елу|алпыс|жетпіс|сексен|жүз){_KK_CASES}",
        r"(?:екеу|үшеу|төртеу|бесеу|алтау|жетеу)\w*", r"(?:жүз|мың|он)да(?:ған|п)", r"жарты\w*", r"ширек\w*", r"еселе\w+",
    ),
    "ky": (
        rf"эки{_KY_CASES}{_KY_SIDES}", rf"(?:үч|төрт|беш|алты|жети|сегиз|тогуз|он|жыйырма|отуз|кырк|элүү|алтымыш|жетимиш|сексен|токсон|жүз){_KY_CASES}",
        r"(?:экөө|үчөө|төртөө|бешөө|алтоо|жетөө)\w*", r"(?:жүз|миң|он)до(?:гон|п)|миңдеген|жүздөгөн", r"жарым\w*", r"эселе\w+",
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
