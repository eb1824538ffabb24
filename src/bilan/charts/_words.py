"""How do words break into lines? At spaces, never inside a printed numeral."""

from collections.abc import Callable

from bilan.document import Printed, Text, Words

_STEP = 0.05


def printed_in(words: Words) -> tuple[Printed, ...]:
    """The numerals in words."""
    if isinstance(words, Printed):
        return (words,)
    return words.printed if isinstance(words, Text) else ()


def wrap(words: Words, width: float, measure: Callable[[Text], float]) -> list[Text]:
    """Lines no wider than `width`, but for a single word that is."""
    lines: list[Text] = []
    for piece in _pieces(words):
        longer = Text.of(lines[-1], " ", piece) if lines else piece
        if lines and measure(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(piece)
    return lines


def balanced(words: Words, width: float, measure: Callable[[Text], float]) -> list[Text]:
    """As many lines as `wrap` gives, as even as can be."""
    lines = wrap(words, width, measure)
    while len(lines) > 1:
        narrower = wrap(words, max(measure(line) for line in lines) - _STEP, measure)
        if len(narrower) > len(lines) or max(measure(line) for line in narrower) >= max(measure(line) for line in lines):
            break
        lines = narrower
    return lines


def _pieces(words: Words) -> list[Text]:
    pieces: list[list[str | Printed]] = [[]]
    for part in Text.of(words).parts:
        if isinstance(part, Printed):
            pieces[-1].append(part)
            continue
        first, *others = part.split(" ")
        pieces[-1].append(first)
        pieces += [[word] for word in others]
    return [text for text in (Text(tuple(part for part in piece if str(part))) for piece in pieces) if text]
