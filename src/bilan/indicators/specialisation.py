"""How do two patterns of trade compare? Comparative advantage, intensity, complementarity, similarity, two-way trade."""

from decimal import Decimal, localcontext

from bilan.indicators.expression import EXACT, Missing
from bilan.indicators.formulas import HUNDRED, ONE, ZERO, Lines, divide, shares, total


def rca(own: Lines, world: Lines, product: str) -> Decimal:
    """(x_ik / X_i) / (x_wk / X_w): the product's share in own exports over its share in the world's; 1 is average.

    Source: Balassa (1965), Trade Liberalisation and "Revealed" Comparative Advantage; World Integrated Trade Solution.
    Zero where the country does not export the product. Raises Missing where a total, or the world's line, is zero.
    """
    ours = divide(own.get(product, ZERO), total(own), "the country's exports")
    theirs = divide(world.get(product, ZERO), total(world), "the world's exports")
    return divide(ours, theirs, f"the world's exports of {product}")


def rsca(advantage: Decimal) -> Decimal:
    """(RCA - 1) / (RCA + 1), the symmetric form: -1 to 1, 0 is average.

    Source: Laursen (1998), Revealed Comparative Advantage and the Alternatives as Measures of International
    Specialisation. Raises Missing for a negative RCA.
    """
    if advantage < 0:
        raise Missing("comparative advantage is negative")
    with localcontext(EXACT):
        return (advantage - ONE) / (advantage + ONE)


def trade_intensity(bilateral: Decimal, own: Decimal, to_partner: Decimal, world: Decimal, *, less_own: bool = False) -> Decimal:
    """(x_ij / X_i) / (x_wj / X_w): the partner's share in own exports over its share in the world's; 1 is average.

    `bilateral` is x_ij, `own` X_i, `to_partner` x_wj and `world` X_w. With `less_own` the world is X_w - X_i, because a
    country does not export to itself: another number, so an indicator says which it prints.
    Source: World Integrated Trade Solution, trade intensity index; ESCAP, Trade Statistics in Policymaking (2009).
    Raises Missing where a denominator is zero or a flow negative, or where own exports exceed the world's.
    """
    if min(bilateral, own, to_partner, world) < 0:
        raise Missing("a flow is negative")
    with localcontext(EXACT):
        rest = world - own if less_own else world
        if rest < 0:
            raise Missing("the country's exports exceed the world's")
        ours = divide(bilateral, own, "the country's exports")
        theirs = divide(to_partner, rest, "the world's exports")
        return divide(ours, theirs, "the world's exports to the partner")


def complementarity(exports: Lines, imports: Lines) -> Decimal:
    """100 (1 - sum |m_k - x_k| / 2) over shares: 100 where one exports just what the other imports, 0 where nothing fits.

    Source: Michaely (1996); World Integrated Trade Solution, trade complementarity index; ESCAP (2009). Both sides by one
    classification level. Raises Missing where a side has no trade.
    """
    sold, bought = shares(exports), shares(imports)
    with localcontext(EXACT):
        apart = sum((abs(bought.get(code, ZERO) - sold.get(code, ZERO)) for code in sorted(sold.keys() | bought.keys())), ZERO)
        return HUNDRED * (1 - apart / 2)


def export_similarity(first: Lines, second: Lines) -> Decimal:
    """100 sum min(a_k, b_k) over shares: 100 for the same pattern of exports, 0 for none in common.

    Source: Finger and Kreinin (1979), A Measure of 'Export Similarity' and Its Possible Uses, Economic Journal 89.
    Falls as the classification becomes finer, so the level is stated. Raises Missing where a side has no trade.
    """
    one, other = shares(first), shares(second)
    with localcontext(EXACT):
        return HUNDRED * sum((min(one[code], other[code]) for code in sorted(one.keys() & other.keys())), ZERO)


def grubel_lloyd(exports: Lines, imports: Lines) -> Decimal:
    """1 - sum |X_k - M_k| / sum (X_k + M_k): 0 where no line goes both ways, 1 where every line is balanced.

    Source: Grubel and Lloyd (1975), Intra-Industry Trade. Taken line by line: totals in place of lines let a surplus in
    one line hide a deficit in another. A line without trade either way drops out. Raises Missing where all do.
    """
    codes = sorted(exports.keys() | imports.keys())
    pairs = [(exports.get(code, ZERO), imports.get(code, ZERO)) for code in codes]
    if any(sold < 0 or bought < 0 for sold, bought in pairs):
        raise Missing("a line is negative")
    with localcontext(EXACT):
        apart = sum((abs(sold - bought) for sold, bought in pairs), ZERO)
        both = sum((sold + bought for sold, bought in pairs), ZERO)
        return 1 - divide(apart, both, "trade in both directions")
