"""Does a case ending hang on a number or a name?"""

# ruff: noqa: RUF001, RUF002  Cyrillic words are what this module is about

import re

from fluent.syntax import ast

# Kazakh and Kyrgyz endings follow the last vowel of what they hang on, and that of a number is nowhere written.
# In ky `2005-жылдан` the ending follows жыл (year), which is always the same.
_ENDINGS = ("ға", "ге", "қа", "ке", "дан", "ден", "тан", "тен", "нан", "нен", "га", "го", "гө", "ко", "кө", "дон", "дөн", "тон", "төн")
_HANGING = {lang: re.compile(rf"\d(?!\d*-жыл)\S*?-?(?:{'|'.join(_ENDINGS)})\b", re.IGNORECASE) for lang in ("kk", "ky")}
_FILLED = "7"


def hanging(text: str, lang: str) -> list[str]:
    """Numerals with a case ending on them: `2023-ке`, `7ден`; none in a language whose endings do not follow vowels."""
    pattern = _HANGING.get(lang)
    return [match[0] for match in pattern.finditer(text)] if pattern else []


def filled(pattern: ast.Pattern) -> list[str]:
    """Every way a message may read, with a digit in each gap, be it for a number or for a name."""
    ways = [""]
    for element in pattern.elements:
        ways = [way + more for way in ways for more in _ways(element)]
    return ways


def _ways(element: ast.TextElement | ast.Placeable) -> list[str]:
    if isinstance(element, ast.TextElement):
        return [element.value]
    inner = element.expression
    if isinstance(inner, ast.SelectExpression):
        return [way for variant in inner.variants for way in filled(variant.value)]
    if isinstance(inner, ast.StringLiteral):
        return [str(inner.parse()["value"])]
    return [_FILLED]
