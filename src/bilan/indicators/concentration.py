"""On how few products does trade rest? Herfindahl-Hirschman, its two normalised forms, largest lines, active lines."""

from decimal import Decimal, localcontext

from bilan.indicators.expression import EXACT, Missing
from bilan.indicators.formulas import ONE, ZERO, Lines, shares


def hhi(lines: Lines) -> Decimal:
    """Sum of squared shares, 1/n to 1; times 10 000 on the scale of competition law.

    Source: Herfindahl-Hirschman index; World Integrated Trade Solution, Hirschman Herfindahl index. Lines of zero change
    nothing. Raises Missing for no lines, a negative line or a total of zero.
    """
    with localcontext(EXACT):
        return sum((share * share for _, share in sorted(shares(lines).items())), ZERO)


def hhi_norm(lines: Lines, n: int | None = None) -> Decimal:
    """(HHI - 1/n) / (1 - 1/n), 0 for equal shares to 1 for a single line.

    Source: World Integrated Trade Solution, normalised Herfindahl. `n` is the number of lines above zero unless it is
    given. Raises Missing as `hhi`, for n = 1 (there is nothing to be concentrated among) and where n lines are exceeded.
    """
    plain, n = hhi(lines), _count(lines, n)
    with localcontext(EXACT):
        return (plain - ONE / n) / (1 - ONE / n)


def unctad_concentration(lines: Lines, n: int) -> Decimal:
    """(sqrt(sum of squared shares) - sqrt(1/n)) / (1 - sqrt(1/n)), 0 to 1: not the normalised HHI.

    Source: UNCTAD Handbook of Statistics, product concentration index. `n` is the number of lines of the classification,
    traded or not, the same for every country and year. Raises Missing as `hhi_norm`.
    """
    plain, n = hhi(lines), _count(lines, n)
    with localcontext(EXACT):
        least = (ONE / n).sqrt()
        return (plain.sqrt() - least) / (1 - least)


def top_k_share(lines: Lines, k: int = 5) -> Decimal:
    """Share of the k largest lines, 0 to 1; 1 where there are no more than k.

    Source: World Integrated Trade Solution, share of the largest products. Raises Missing as `hhi`.
    """
    if k < 1:
        raise Missing("at least one line must be asked for")
    largest = sorted(shares(lines).values(), reverse=True)[:k]
    with localcontext(EXACT):
        return sum(largest, ZERO)


def active_lines(lines: Lines, threshold: Decimal) -> Decimal:
    """Number of lines traded above the threshold, in the unit of the lines; zero where none is.

    Source: World Integrated Trade Solution, number of products traded. A threshold keeps samples and personal effects
    out; it is stated with the number.
    """
    return Decimal(sum(value > threshold for value in lines.values()))


def largest_line(lines: Lines) -> str:
    """Code of the largest line, the lowest code among equals; raises Missing where nothing was traded."""
    if not any(value > 0 for value in lines.values()):
        raise Missing("nothing was traded")
    return min(lines, key=lambda code: (-lines[code], code))


def _count(lines: Lines, n: int | None) -> int:
    traded = sum(value > 0 for value in lines.values())
    count = traded if n is None else n
    if count == 1:
        raise Missing("with one line there is nothing to be concentrated among")
    if traded > count:
        raise Missing(f"{traded} lines are traded, the classification is said to have {count}")
    return count
