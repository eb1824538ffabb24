"""How does each country's trade with the world compare with the partner's, and with the world's own?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from bilan.indicators import specialisation as formulas
from bilan.indicators.context import Context, derive
from bilan.indicators.definition import indicator
from bilan.indicators.expression import Missing
from bilan.indicators.formulas import Lines, total
from bilan.indicators.products_data import EXPORT, IMPORT, WORLD, Breakdown, Breakdowns, Key
from bilan.indicators.products_readings import RULES, Rule, Study, bilateral, data_of, lacking, over_years
from bilan.model import Reading
from bilan.period import Period

CHAPTER = 2
WORLD_EXPORTS: Key = (WORLD, WORLD, EXPORT)


@indicator(
    "product.rca",
    question="In which chapters does a country export more than its share of the world's exports?",
    unit="ratio",
    formula="(x_ik / X_i) / (x_wk / X_w), exports to the world",
    source="Balassa (1965); World Integrated Trade Solution, revealed comparative advantage",
    zero="a chapter not exported has none; one the world does not export gives no value",
    **RULES,
)
def rca(context: Context) -> Iterator[Reading]:
    """Advantage by chapter in the last year known for both, 1 is average; the subject is `reporter/chapter`.

    A chapter is there if the country exports it, or if its exports are missing: then the reading has no value.
    """
    data = data_of(context, world=True)
    for study, (exports, _) in bilateral(context, "product.rca"):
        key = (exports[0], WORLD, EXPORT)
        what = lacking(study, data, (key, WORLD_EXPORTS))
        if what:
            yield study.absent(what)
        else:
            yield from _advantages(study, data[key], data[WORLD_EXPORTS])


def _advantages(study: Study, own: Mapping[Period, Breakdown], world: Mapping[Period, Breakdown]) -> Iterator[Reading]:
    shared = [year for year in own.keys() & world.keys() if not own[year].fault and not world[year].fault]
    if not shared:
        yield study.absent("one whole year of the country's and the world's exports by product")
        return
    year = max(shared)
    ours, theirs = own[year], world[year]
    traded = {code for code, value in ours.values(CHAPTER).items() if value > 0}
    for chapter in sorted(traded | {code[:CHAPTER] for code in ours.gaps}):
        one = replace(study, subject=f"{study.reporter}/{chapter}")
        yield one.reading(year, (ours, theirs), partial(_advantage, ours, theirs, chapter), CHAPTER)


def _advantage(ours: Breakdown, theirs: Breakdown, chapter: str, level: int) -> Decimal:
    if ours.unknown(chapter) or theirs.unknown(chapter):
        raise Missing(f"exports of chapter {chapter} are missing")
    return formulas.rca(ours.values(level), theirs.values(level), chapter)


@indicator(
    "product.rsca",
    question="In which chapters is a country specialised, on a scale that treats more and less alike?",
    unit="index",
    formula="(RCA - 1) / (RCA + 1)",
    source="Laursen (1998), Revealed Comparative Advantage and the Alternatives",
    needs=("product.rca",),
)
def rsca(context: Context) -> Iterator[Reading]:
    """Symmetric advantage by chapter, -1 to 1, for every reading of `product.rca`; its reason where it has no value."""
    for (subject, year), one in sorted(context.readings.get("product.rca", {}).items()):
        outline = Study(context, "product.rsca", subject, one.reporter, one.partner).outline(year)
        if one.value is None:
            said = tuple(replace(problem, where=outline.id) for problem in one.problems)
            yield replace(derive(outline, None, (one,)), problems=said)
        else:
            yield derive(outline, formulas.rsca(one.value), (one,))


@indicator(
    "product.intensity",
    question="Does a country sell the partner more than the partner's weight in the world's exports would suggest?",
    unit="ratio",
    formula="(x_ij / X_i) / (x_wj / X_w), all products, the world's exports with the country's own",
    source="World Integrated Trade Solution, trade intensity index; ESCAP, Trade Statistics in Policymaking (2009)",
    zero="no exports to the partner is 0; a denominator of zero gives no value",
    **RULES,
)
def intensity(context: Context) -> Iterator[Reading]:
    """Intensity of exports to the partner by year, 1 is average; the subject is `seller>buyer`."""
    data = data_of(context, world=True)
    for study, (exports, _) in bilateral(context, "product.intensity"):
        keys = (exports, (study.reporter, WORLD, EXPORT), (WORLD, study.partner, EXPORT), WORLD_EXPORTS)
        yield from _between(study, data, keys, f"{study.reporter}>{study.partner}", _intensity)


def _between(study: Study, data: Breakdowns, keys: Sequence[Key], subject: str, rule: Rule) -> Iterator[Reading]:
    what = lacking(study, data, keys)
    if what:
        yield study.absent(what)
    else:
        yield from over_years(replace(study, subject=subject), data, keys, rule)


def _intensity(*flows: Lines) -> Decimal:
    to_buyer, own, all_to_buyer, world = (total(lines) for lines in flows)
    return formulas.trade_intensity(to_buyer, own, all_to_buyer, world)


@indicator(
    "product.complementarity",
    question="Does what one country exports match what the other imports?",
    unit="index",
    formula="100 * (1 - sum |m_k - x_k| / 2), shares in imports from and exports to the world",
    source="Michaely (1996); World Integrated Trade Solution, trade complementarity index",
    zero="a line of zero changes nothing; a side without trade gives no value",
    **RULES,
)
def complementarity(context: Context) -> Iterator[Reading]:
    """Match of the seller's exports to the world with the buyer's imports from it, 0 to 100; the subject is `seller>buyer`."""
    data = data_of(context, world=True)
    for study, _ in bilateral(context, "product.complementarity"):
        keys = ((study.reporter, WORLD, EXPORT), (study.partner, WORLD, IMPORT))
        yield from _between(study, data, keys, f"{study.reporter}>{study.partner}", formulas.complementarity)


@indicator(
    "product.similarity",
    question="Do the two countries compete with the same products in the world?",
    unit="index",
    formula="100 * sum min(a_k, b_k), shares in exports to the world",
    source="Finger and Kreinin (1979), Economic Journal 89",
    zero="a line of zero changes nothing; a side without trade gives no value",
    **RULES,
)
def similarity(context: Context) -> Iterator[Reading]:
    """Overlap of the two countries' exports to the world, 0 to 100; the subject is `first-second`."""
    data = data_of(context, world=True)
    studies = [study for study, _ in bilateral(context, "product.similarity")]
    needed = [(study.reporter, WORLD, EXPORT) for study in studies]
    said = [(study, lacking(study, data, (key,))) for study, key in zip(studies, needed, strict=True)]
    yield from (study.absent(what) for study, what in said if what)
    if not any(what for _, what in said):
        first = replace(studies[0], subject=f"{studies[0].reporter}-{studies[0].partner}")
        yield from over_years(first, data, needed, formulas.export_similarity)
