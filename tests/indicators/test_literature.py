"""Worked examples as others printed them; each docstring says where, and what is printed there.

Where only the inputs are printed, or only a property, the docstring says so and the number is ours, worked out by hand.
"""

from decimal import ROUND_DOWN, Decimal

import pytest

from bilan.indicators.concentration import hhi, hhi_norm, top_k_share, unctad_concentration
from bilan.indicators.formulas import mirror_difference, normalised_balance
from bilan.indicators.growth_formulas import cagr, least_squares_growth
from bilan.indicators.prices import Comparison, Line, compare, fisher, fisher_volume, laspeyres, paasche, terms_of_trade
from bilan.indicators.specialisation import complementarity, export_similarity, grubel_lloyd, rca, trade_intensity

Rows = tuple[tuple[str, str, str, str], ...]
RICE: Rows = (("39", "1", "40", "1.5"), ("40", "12", "44", "10"), ("45", "2", "50", "1.5"), ("30", "2", "36", "1.5"))
LETTERS: Rows = (("10", "20", "12", "22"), ("8", "16", "8", "18"), ("5", "10", "6", "11"), ("4", "7", "4", "8"))
SIX: Rows = (
    ("1", "1", "1.2", "0.8"), ("1", "1", "3.0", "0.9"), ("1", "2", "1.3", "1.9"),
    ("1", "1", "0.7", "1.3"), ("1", "4.5", "1.4", "4.7"), ("1", "0.5", "0.8", "0.6"),
)  # fmt: skip


def lines(*values: str) -> dict[str, Decimal]:
    return {f"{number:02d}": Decimal(value) for number, value in enumerate(values, 1)}


def prices(rows: Rows) -> Comparison:
    """Rows of price and quantity then, price and quantity now."""
    then = {str(number): Line(Decimal(p) * Decimal(q), Decimal(q), "kg") for number, (p, q, _, _) in enumerate(rows)}
    now = {str(number): Line(Decimal(p) * Decimal(q), Decimal(q), "kg") for number, (_, _, p, q) in enumerate(rows)}
    return compare(then, now)


@pytest.mark.parametrize(
    ("shares", "printed"),
    [
        (("30", "30", "20", "20"), 2600),
        (("30", "20", "15", "15", "10", "10"), 1950),
        (("10", "9", "12", "15", "12", "11", "15", "16"), 1296),
        (("60", "30", "10"), 4600),
        (("40", "30", "20", "10"), 3000),
        (("25", "25", "25", "25"), 2500),
    ],
)
def test_hhi(shares: tuple[str, ...], printed: int) -> None:
    """In the order of the cases.

    US Department of Justice, The Herfindahl-Hirschman Index: "thirty, thirty, twenty and twenty percent, the HHI is 2600".
    Collegedunia, Consider an industry with six firms: 0.195, times 10 000 is 1950.
    Investopedia, Herfindahl-Hirschman Index (video, transcript): eight participants, 1,296.
    OnLineTexts, Microeconomics, Antitrust 11: 4600, 3000 and 2500.
    """
    assert hhi(lines(*shares)) * 10_000 == printed


def test_hhi_of_two_equal_firms() -> None:
    """Wikipedia, Herfindahl index, Formula (as LiquiSearch copies it): two firms with 50 percent each, "0.50^2 + 0.50^2 = 1/2"."""
    assert hhi(lines("50", "50")) == Decimal("0.5")


def test_both_normalised_forms_of_the_first_example_differ() -> None:
    """Ours, from the four shares of the Department of Justice: (0.26 - 1/4) / (3/4) and (sqrt 0.26 - 1/2) / (1/2)."""
    shares = lines("30", "30", "20", "20")

    assert round(hhi_norm(shares), 4) == Decimal("0.0133")
    assert round(unctad_concentration(shares, 4), 4) == Decimal("0.0198")
    assert top_k_share(shares, 2) == Decimal("0.6")


def test_rca_of_brazilian_soybeans() -> None:
    """Wikipedia, Revealed comparative advantage: 7.9 % of Brazil's exports, 0.35 % of the world's in 2010, "7.9/0.35 = 22".

    The source cuts 22.57 short.
    """
    brazil, world = {"1201": Decimal("7.9"), "": Decimal("92.1")}, {"1201": Decimal("0.35"), "": Decimal("99.65")}

    assert rca(brazil, world, "1201").quantize(Decimal(1), ROUND_DOWN) == 22


def test_rca_of_one() -> None:
    """7search, Balassa Index Calculator: (1000 / 50000) / (200000 / 10000000) = 1."""
    own, world = {"k": Decimal(1000), "": Decimal(49_000)}, {"k": Decimal(200_000), "": Decimal(9_800_000)}

    assert rca(own, world, "k") == 1


def test_grubel_lloyd_of_one_line() -> None:
    """ixamBee, Economics, question 477699: X = 300, M = 200, "IIT = 0.80"."""
    assert grubel_lloyd(lines("300"), lines("200")) == Decimal("0.8")


@pytest.mark.parametrize(
    ("exports", "imports", "printed"),
    [
        (("180",), ("310",), "0.735"), (("230",), ("260",), "0.939"),
        (("80",), ("160",), "0.667"), (("100",), ("150",), "0.800"), (("150",), ("100",), "0.800"),
    ],
)  # fmt: skip
def test_grubel_lloyd_of_groups_and_their_parts(exports: tuple[str], imports: tuple[str], printed: str) -> None:
    """Lovely Professional University, International Trade and Finance (DECO503), page 89, table 2, after Greenaway and Milner (1983).

    Two groups of two sub-groups each; the second group prints 0.939 although no sub-group exceeds 0.800.
    """
    assert round(grubel_lloyd(lines(*exports), lines(*imports)), 3) == Decimal(printed)


def test_grubel_lloyd_by_sub_groups_is_the_same_in_both_groups() -> None:
    """The same table taken line by line, which is ours: 1 - 130/490 twice, where the group as a whole prints 0.735 and 0.939."""
    assert round(grubel_lloyd(lines("80", "100"), lines("160", "150")), 3) == Decimal("0.735")
    assert round(grubel_lloyd(lines("80", "150"), lines("160", "100")), 3) == Decimal("0.735")


@pytest.mark.parametrize(
    ("rows", "printed"), [(RICE, ("110.61", "110.16", "110.39")), (LETTERS, ("112.32", "112.20", "112.26"))]
)  # fmt: skip
def test_laspeyres_paasche_and_fisher(rows: Rows, printed: tuple[str, str, str]) -> None:
    """AtoZmath, Index numbers, examples 1 and 2: prices and quantities of four items, and all three indices."""
    of = prices(rows)

    assert tuple(round(index, 2) for index in (laspeyres(of), paasche(of), fisher(of))) == tuple(map(Decimal, printed))


def test_fisher_of_six_products() -> None:
    """Balk, Price and Quantity Index Numbers (2008), tables 3.1 and 3.2, after the Producer Price Index Manual (2004).

    Data as in the R package gpindex; its printed contributions to the Fisher index of period 2 add up to 0.40105003.
    """
    contributions = ("0.01782904", "0.18814917", "0.05792820", "-0.03414299", "0.18217457", "-0.01088796")

    assert abs(fisher(prices(SIX)) / 100 - 1 - sum(map(Decimal, contributions))) < Decimal("1e-7")


@pytest.mark.parametrize(
    ("first", "second", "printed"),
    [
        ("1.0082", "1.0087", "1.0085"), ("1.0516", "1.0537", "1.0527"), ("1.1081", "1.1040", "1.1061"),
        ("1.1812", "1.1680", "1.1746"), ("1.2091", "1.1884", "1.1987"), ("1.2300", "1.2086", "1.2193"),
    ],
)  # fmt: skip
def test_fisher_of_printed_laspeyres_and_paasche(first: str, second: str, printed: str) -> None:
    """ILO, IMF, OECD, UNECE, World Bank, Producer Price Index Manual (2004), table 22.18: rolling-year indices.

    All three are printed to four places, so the last digit of the mean may differ by one.
    """
    of = Comparison(Decimal(1), Decimal(first), Decimal(1), Decimal(second), Decimal(100))

    assert abs(fisher(of) / 100 - Decimal(printed)) <= Decimal("0.0001")


def test_unit_value_indices_by_hand() -> None:
    """Ours: prices 10, 20 then 12, 21; quantities 200, 100 then 70, 130; 4500/4000 and 3570/3300."""
    of = prices((("10", "200", "12", "70"), ("20", "100", "21", "130")))

    assert tuple(round(index, 1) for index in (laspeyres(of), paasche(of), fisher(of))) == tuple(map(Decimal, ("112.5", "108.2", "110.3")))
    assert round(fisher(of) * fisher_volume(of) / 100, 2) == Decimal("89.25")


def test_terms_of_trade_that_fall() -> None:
    """Nafziger, Economic Development, 4th edition: export prices +10 %, import prices +22 %, "1.10/1.22 = 0.90"."""
    assert round(terms_of_trade(Decimal(110), Decimal(122)) / 100, 2) == Decimal("0.90")


@pytest.mark.parametrize(("exports", "imports", "value"), [(110, 105, "104.8"), (93, 105, "88.6")])
def test_terms_of_trade_of_printed_price_changes(exports: int, imports: int, value: str) -> None:
    """Only the inputs are printed, the results are ours.

    Solo-china, The calculation of the terms of trade index: exports +10 %, imports +5 %, the index "is increased".
    A textbook question, Commodity or net barter terms of trade (base 1990): exports -7 %, imports +5 %.
    """
    assert round(terms_of_trade(Decimal(exports), Decimal(imports)), 1) == Decimal(value)


@pytest.mark.parametrize(
    ("first", "last", "years", "printed"), [("10.0", "42.998", 8, "20.0"), ("100", "200", 3, "26.0"), ("100", "200", 5, "15")]
)
def test_compound_annual_growth(first: str, last: str, years: int, printed: str) -> None:
    """In the order of the cases.

    World Integrated Trade Solution, compound annual growth rate: 10.0 to 42.998 million in eight years.
    HTUSE, How to calculate CAGR: (200 / 100) ** (1 / 3) - 1, "26.0%".
    Propel Money, Compounded annual growth rate: 100 to 200 in 5 years, "15% pa".
    """
    places = len(printed.partition(".")[2])

    assert round(100 * cagr(Decimal(first), Decimal(last), years), places) == Decimal(printed)


def test_least_squares_growth_of_an_exponential() -> None:
    """By definition: World Bank, World Development Indicators, Statistical methods, least-squares growth rate (a property)."""
    points = {2000 + year: 100 * Decimal("1.1") ** year for year in range(8)}

    assert round(100 * least_squares_growth(points), 20) == 10


@pytest.mark.parametrize(
    ("exports", "imports", "value"),
    [(("60", "40"), ("6", "4"), 100), (("100", "0"), ("0", "100"), 0), (("70", "30"), ("100", "0"), 70)],
)
def test_complementarity_and_similarity(exports: tuple[str, str], imports: tuple[str, str], value: int) -> None:
    """World Bank, as quoted by Beastmoon (2008), Trade Complementarity Index and Export Similarity Index.

    Printed are the ends: 100 where the shares match exactly, 0 where no good is in both. The 70 is ours: min(0.7, 1).
    """
    assert complementarity(lines(*exports), lines(*imports)) == value
    assert export_similarity(lines(*exports), lines(*imports)) == value


def test_trade_intensity_by_hand() -> None:
    """ESCAP, Trade Statistics in Policymaking, prints the definition and 5.9 for ANZCERTA in 2002, of whose inputs we saw only two.

    The numbers are ours: a partner that takes 20 % of own exports and 9 % of the world's; 10 % without the country's own.
    """
    flows = (Decimal(20), Decimal(100), Decimal(90), Decimal(1000))

    assert round(trade_intensity(*flows), 2) == Decimal("2.22")
    assert trade_intensity(*flows, less_own=True) == 2


@pytest.mark.parametrize(("importer", "exporter", "percent"), [("862.182", "1076.8", "-22.1"), ("495.2", "455.702", "8.3")])
def test_mirror_difference_of_2023(importer: str, exporter: str, percent: str) -> None:
    """Statistics of both countries for 2023 in our pack; the result is ours.

    Kazakhstan's exports against Kyrgyzstan's imports, and Kyrgyzstan's exports against Kazakhstan's imports.
    """
    assert round(100 * mirror_difference(Decimal(importer), Decimal(exporter)), 1) == Decimal(percent)


def test_normalised_balance_of_2023() -> None:
    """Statistics of Kyrgyzstan for 2023 in our pack: exports 455.702, imports 862.182 million; the result is ours."""
    assert round(normalised_balance(Decimal("455.702"), Decimal("862.182")), 3) == Decimal("-0.308")
