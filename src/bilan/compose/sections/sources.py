"""Sources and freshness: publisher, what it is used for, last period, publication, age, state."""

from bilan.compose.material import Material, writers
from bilan.document import Cell, Column, Item, Mark, Section, Table, Text
from bilan.model import Observation

USES = {
    "trade": "used-trade", "gdp_current_usd": "used-gdp", "population": "used-population",
    "consumer_price_inflation": "used-inflation", "merchandise_trade_share_gdp": "used-goods-share",
    "gross_fdi_inflow": "used-investment",
}  # fmt: skip
CURRENT_DAYS = 400
SHORT_KEY = 12


@writers.register("sources")
def sources(material: Material) -> Section:
    """Every source an observation of this edition comes from, the freshest first."""
    printer = material.printer
    latest: dict[str, list[Observation]] = {}
    for one in material.observations.values():
        for source in one.source_ids:
            latest.setdefault(source, []).append(one)
    order = sorted(latest, key=lambda source: (max(one.published_on for one in latest[source]), source), reverse=True)
    columns = (
        Column(printer.word("source")),
        Column(printer.word("column-series"), width_mm=40),
        Column(printer.word("last-period"), "right", 26),
        Column(printer.word("published"), "right", 24),
        Column(printer.word("age-days"), "right", 16),
        Column(printer.word("state"), width_mm=24),
    )
    rows = tuple(_row(material, source, latest[source]) for source in order)
    return Section(
        "sources",
        printer.word("heading-sources"),
        tables=(Table("sources", columns, rows),) if rows else (),
        items=tuple(_closing(material)),
        notes=() if rows else (printer.word("no-data"),),
    )


def _row(material: Material, source_id: str, used: list[Observation]) -> tuple[Cell, ...]:
    printer = material.printer
    last = max(used, key=lambda one: (one.period, one.published_on))
    published = max(one.published_on for one in used)
    age = (material.facts.as_of - published).days
    uses = sorted({printer.word(USES.get(one.key.indicator, "used-investment")) for one in used})
    source = material.sources[source_id]
    state = Mark("on-track", printer.word("current")) if age <= CURRENT_DAYS else Mark("watch", printer.word("stale"))
    name = material.names([source.publisher])
    return (
        name, ", ".join(uses), material.year(last.period), Text.of(printer.date(published, form="short")),
        Text.of(printer.count(age, f"age of {source_id}")), state,
    )  # fmt: skip


def _closing(material: Material) -> list[Item]:
    printer = material.printer
    name = str(material.identity)
    items = [Item(printer.word("closing-check"), Text.of(printer.constant(f"bilan trace {name} …", "code", name)))]
    if material.office.contact:
        items.append(Item(printer.word("closing-contact"), material.names([material.office.contact])))
    items.append(Item(printer.word("closing-office"), material.names([material.office.name])))
    return items
