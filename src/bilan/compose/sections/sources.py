"""Sources and freshness: publisher, what it is used for, last period, publication, age, state."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bilan.compose.material import Material, writers
from bilan.document import Cell, Column, Item, Mark, Section, Table, Text
from bilan.model import Observation, SeriesKey
from bilan.period import Frequency

USES = {
    "trade": "used-trade", "merchandise_exports": "used-goods-share", "merchandise_imports": "used-goods-share",
    "merchandise_trade_share_gdp": "used-goods-share", "gdp_current_usd": "used-gdp", "population": "used-population",
    "consumer_price_inflation": "used-inflation", "remittances_received": "used-remittances", "foreign_arrivals": "used-arrivals",
    "gross_fdi_inflow": "used-investment", "fdi_net_inflows_share_gdp": "used-investment",
}  # fmt: skip
CUMULATIVE = "cumulative_"
CURRENT_DAYS = 400


@writers.register("sources")
def sources(material: Material) -> Section:
    """Every publisher an observation of this edition comes from, the freshest first."""
    printer, used = material.printer, _by_publisher(material)
    order = sorted(used, key=lambda name: (max(one.published_on for one in used[name]), name), reverse=True)
    columns = (
        Column(printer.word("source")),
        Column(printer.word("column-series"), width_mm=42),
        Column(printer.word("last-period"), "right", 34),
        Column(printer.word("published"), "right", 24),
        Column(printer.word("age-days"), "right", 14),
        Column(printer.word("state"), width_mm=20),
    )
    rows = tuple(_row(material, name, used[name]) for name in order)
    return Section(
        "sources",
        printer.word("heading-sources"),
        tables=(Table("sources", columns, rows),) if rows else (),
        items=tuple(_closing(material)),
        notes=() if rows else (printer.word("no-data"),),
    )


def _by_publisher(material: Material) -> dict[str, list[Observation]]:
    """Observations behind the last value of each series, and behind every amount of investment, by publisher."""
    found: dict[str, list[Observation]] = {}
    for one in _shown(material):
        for source in one.source_ids:
            if source in material.sources:
                found.setdefault(material.sources[source].publisher, []).append(one)
    return found


def _shown(material: Material) -> Iterable[Observation]:
    """The last value of each series; a part of a year is left out once a later full year is known."""
    last: dict[SeriesKey, Observation] = {}
    for one in material.observations.values():
        if one.key not in last or (last[one.key].period, last[one.key].published_on) < (one.period, one.published_on):
            last[one.key] = one
    return [one for one in last.values() if _use(one) and not _overtaken(one, last)]


def _use(one: Observation) -> str:
    """What a series is used for on the page, nothing for one that is not printed."""
    return "used-investment" if one.key.indicator.startswith(CUMULATIVE) else USES.get(one.key.indicator, "")


def _overtaken(one: Observation, last: Mapping[SeriesKey, Observation]) -> bool:
    year = last.get(replace(one.key, frequency=Frequency.ANNUAL))
    return one.key.frequency is not Frequency.ANNUAL and year is not None and year.period > one.period


def _row(material: Material, publisher: str, used: list[Observation]) -> tuple[Cell, ...]:
    printer = material.printer
    last = max(used, key=lambda one: (one.period, one.published_on))
    newest = max(used, key=lambda one: one.published_on)
    age = (material.facts.as_of - newest.published_on).days
    uses = sorted({printer.word(_use(one)) for one in used})
    state = Mark("on-track", printer.word("current")) if age <= CURRENT_DAYS else Mark("watch", printer.word("stale"))
    return (
        material.names([publisher]), ", ".join(uses), material.year(last.period), Text.of(printer.date(newest.published_on, form="short")),
        Text.of(printer.count(age, f"age of {publisher}")), state,
    )  # fmt: skip


def _closing(material: Material) -> list[Item]:
    printer = material.printer
    name = str(material.identity)
    items = [Item(printer.word("closing-check"), Text.of(printer.constant(f"bilan trace {name} …", "code", name)))]
    if material.office.contact:
        items.append(Item(printer.word("closing-contact"), material.names([material.office.contact])))
    items.append(Item(printer.word("closing-office"), material.names([material.office.name])))
    return items
