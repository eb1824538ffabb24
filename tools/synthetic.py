"""What does a large product-level trade table look like, with vintages and, on wish, one fault?

Writes `synthetic_monthly_trade.csv` (or `.parquet`), its side file and the source `synthetic` into a folder. Nothing in
it is data: every row carries `synthetic=true` and the source `synthetic`, and a briefing that rests on it is marked.

    python tools/synthetic.py FOLDER [--rows 10000000] [--vintages 3] [--until 2025-12] [--world] [--totals]
                                     [--fault KIND] [--format csv|parquet]

The same options give the same bytes: a fixed seed for each month (so a table that ends earlier is a part of one that
ends later), random bits as integers, and only additions and multiplications on them, which every processor rounds alike.
"""

import argparse
import csv
import re
import sys
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import numpy as np
import numpy.typing as npt

SEED = 20240419
NAME = "synthetic_monthly_trade"
TOTALS = "synthetic_monthly_totals"
FAULTS = (
    "unit-x1000", "decimal-comma", "month-shifted", "duplicate-key", "kg-as-kz", "percent-as-share", "total-mismatch", "late", "empty",
)  # fmt: skip
SERIES = (
    ("KAZ", "KGZ", "export"), ("KAZ", "KGZ", "import"), ("KGZ", "KAZ", "export"), ("KGZ", "KAZ", "import"),
    ("KAZ", "WLD", "export"), ("KAZ", "WLD", "import"), ("KGZ", "WLD", "export"), ("KGZ", "WLD", "import"),
    ("WLD", "WLD", "export"), ("WLD", "WLD", "import"), ("WLD", "KAZ", "export"), ("WLD", "KGZ", "export"), ("KAZ", "KAZ", "export"), ("KAZ", "KAZ", "import"),
)  # fmt: skip
BILATERAL, WITH_WORLD, CONFUSED = 4, 12, 12  # the last two stand only in a table where one country is read as the other
SICK = 3  # Kyrgyz imports: the series that faults befall

_CHAPTERS = [chapter for chapter in range(1, 98) if chapter != 77]  # noqa: PLR2004  77 is reserved in the nomenclature
_FIRST = (27, 72, 10, 11, 84, 87, 62, 7, 4, 25)
_ORDER = [*_FIRST, *(chapter for chapter in _CHAPTERS if chapter not in _FIRST)]
_AGRICULTURE = range(7, 13)
_HARVEST = (0.6,) * 6 + (1.8,) * 4 + (0.6,) * 2
_SEASON = (0.85, 0.87, 0.95, 1.0, 1.05, 1.1, 1.1, 1.08, 1.05, 1.05, 1.0, 0.9)
_TURNOVER = {2015: "692.3", 2018: "900", 2019: "939.6", 2022: "1247.6", 2023: "1572", 2024: "1700"}  # Kazakh statistics, million USD
_EXPORT_SHARE, _MIRROR = 0.69, (0.92, 0.80)  # Kyrgyz exports and imports over their Kazakh mirrors, 2023
_WORLD_2023 = (78_700, 61_200, 3_385, 12_518, 23_800_000, 24_200_000, 61_200, 12_518)
"""Million USD: both countries with the world, the world with itself, and the world's exports to either."""
_WORLD_GROWTH = Decimal("1.05")
_PROVISIONAL, _FINAL, _WITHDRAWN = range(3)
_STATUS = ("provisional", "final", "withdrawn")
_SIGMA, _MIRROR_SIGMA, _PRICE_SIGMA, _REVISIONS = 0.12, 0.05, 0.08, (0.02, 0.04, 0.01)

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Columns = dict[str, Integers]


@dataclass(frozen=True)
class Spec:
    """What to make: about how many rows (0: the 96 chapters), how many vintages, from and to which month."""

    rows: int = 0
    vintages: int = 3
    since: str = "2015-01"
    until: str = "2025-12"
    world: bool = False
    products: int = field(init=False, default=96)

    def __post_init__(self) -> None:
        if not all(re.fullmatch(r"[12]\d{3}-(0[1-9]|1[0-2])", month) for month in (self.since, self.until)):
            raise ValueError("a month is written 2025-12")
        if self.vintages < 1 or self.since > self.until:
            raise ValueError("a table needs a vintage and a month")
        if self.rows:
            cells = 132 * self.series * (self.vintages + 0.01) * 0.97  # always counted over 2015-2025: a cut keeps the products
            object.__setattr__(self, "products", max(1, round(self.rows / cells)))
        if self.products > 96 * 899:
            raise ValueError("so many rows need more product codes than there are: give more vintages")

    @property
    def series(self) -> int:
        """How many pairs of reporter, partner and flow."""
        return WITH_WORLD if self.world else BILATERAL

    @property
    def months(self) -> list[tuple[int, int]]:
        """Years and months in order."""
        first, last = (int(text[:4]) * 12 + int(text[5:]) - 1 for text in (self.since, self.until))
        return [(number // 12, number % 12 + 1) for number in range(first, last + 1)]


def table(spec: Spec) -> Columns:
    """The table as columns of integers, in the order month, series, product, publication.

    `series` indexes SERIES; `product` is the HS code; `period` is year x 100 + month; `value` in US cents and
    `quantity` in hundredths of a kilogram; `status` indexes provisional, final, withdrawn; `published` in days since 1970.
    """
    goods = _Goods.of(spec.products)
    parts = [_month(spec, goods, year, month) for year, month in spec.months]
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


@dataclass(frozen=True)
class _Goods:
    """The products: code, share in trade, world share, price in cents of a dollar for a kilogram, harvest or not."""

    code: Integers
    weight: Floats
    world: Floats
    price: Floats
    harvest: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, count: int) -> "_Goods":
        chapters, below = np.array(_ORDER, np.int64)[np.arange(count) % 96], np.arange(count) // 96
        code = chapters if count <= len(_ORDER) else chapters * 10000 + 1000 + below * 10
        order = np.argsort(code)
        rank, depth = np.arange(count) % 96, below + 1.0
        weight, world = 1 / (rank + 1.0) / depth, 1 / ((rank * 37 + 11) % 96 + 1.0) / depth
        harvest = np.isin(chapters, list(_AGRICULTURE))
        prices = np.array([np.random.PCG64((SEED, int(one))).random_raw() % 5000 for one in code], np.float64)
        mixed = (weight / _sum(weight) + world / _sum(world)) / 2
        return cls(code[order], (weight / _sum(weight))[order], mixed[order], (20 + prices)[order], harvest[order])

    def season(self, month: int) -> Floats:
        return np.where(self.harvest, _HARVEST[month - 1], _SEASON[month - 1])


def _sum(values: Floats) -> float:
    """A sum whose rounding does not depend on how numpy splits it."""
    return float(np.cumsum(values)[-1])


def _month(spec: Spec, goods: _Goods, year: int, month: int) -> Columns:
    source = np.random.PCG64((SEED, year, month))
    values = _values(spec, goods, (year, month), source)
    versions, published, status = _versions(values, spec.vintages, (year, month), source)
    shape = versions.shape
    there = np.ones(shape, np.bool_)
    missing = _percent(source, (BILATERAL, shape[1])) < 3  # noqa: PLR2004  percent by the specification
    there[:BILATERAL][missing] = False
    if spec.vintages > 1:
        gone = (_percent(source, shape[:2]) < 1) & (versions[:, :, 0] > 0)
        there[:, :, -2] &= gone
    price = goods.price * _exp(_PRICE_SIGMA * _normal(source, shape[:2])) * _power(1.03, year - 2015)
    kilograms = np.rint(versions / price[:, :, None] * 100).astype(np.int64)
    return {
        "series": np.broadcast_to(np.arange(shape[0])[:, None, None], shape)[there],
        "product": np.broadcast_to(goods.code[None, :, None], shape)[there],
        "period": np.full(int(there.sum()), year * 100 + month, np.int64),
        "value": versions[there],
        "quantity": kilograms[there],
        "status": np.broadcast_to(status, shape)[there],
        "published": np.broadcast_to(published, shape)[there],
    }


def _values(spec: Spec, goods: _Goods, at: tuple[int, int], source: np.random.PCG64) -> Floats:
    """First releases in cents by series and product; zero where nothing was traded."""
    year, month = at
    shape = (2, len(goods.code))
    monthly = _turnover(year) * 1e8 / 12 * np.array([[_EXPORT_SHARE], [1 - _EXPORT_SHARE]])
    kazakh = monthly * goods.weight * goods.season(month) * _exp(_SIGMA * _normal(source, shape))
    kazakh[_percent(source, shape) < 15] = 0  # noqa: PLR2004  percent by the specification
    noise = _exp(_MIRROR_SIGMA * _normal(source, shape))
    parts = [kazakh, kazakh[1:] * _MIRROR[0] * noise[:1], kazakh[:1] * _MIRROR[1] * noise[1:]]
    if spec.world:
        level = np.array(_WORLD_2023)[:, None] * float(_WORLD_GROWTH ** (year - 2023)) * 1e8 / 12
        parts.append(level * goods.world * goods.season(month) * _exp(_MIRROR_SIGMA * _normal(source, (WITH_WORLD - BILATERAL, shape[1]))))
    return np.concatenate(parts)


def _versions(values: Floats, count: int, at: tuple[int, int], source: np.random.PCG64) -> tuple[Integers, Integers, Integers]:
    """Every vintage of every cell in cents, publication days and status; the last but one is a withdrawal."""
    year, month = at
    first = date(year + month // 12, month % 12 + 1, 1) + timedelta(days=44)
    days = [first, first + timedelta(days=90), *(date(year + later, 7, 15) for later in range(1, count))][:count]
    versions = [np.rint(values)]
    for number in range(1, count):
        change = _REVISIONS[min(number, len(_REVISIONS)) - 1] * _normal(source, values.shape)
        versions.append(np.rint(versions[-1] * (1 + change)))
    status = [_PROVISIONAL if number < 2 else _FINAL for number in range(count)]  # noqa: PLR2004  from the first July on
    if count > 1:
        versions.insert(-1, np.zeros(values.shape))
        days.insert(-1, days[-2] + timedelta(days=30))
        status.insert(-1, _WITHDRAWN)
    numbers = np.array([(day - date(1970, 1, 1)).days for day in days], np.int64)
    return np.stack(versions, axis=2).astype(np.int64), numbers, np.array(status, np.int64)


def _turnover(year: int) -> float:
    """Million USD by Kazakh statistics, log-linear between the known years and beyond the last."""
    known = sorted(_TURNOVER)
    left = max((one for one in known[:-1] if one <= year), default=known[0])
    right = known[known.index(left) + 1]
    low, high = Decimal(_TURNOVER[left]), Decimal(_TURNOVER[right])
    return float(low * ((high / low).ln() * (year - left) / (right - left)).exp())


def _percent(source: np.random.PCG64, shape: tuple[int, ...]) -> Integers:
    return (source.random_raw(int(np.prod(shape))).reshape(shape) % np.uint64(100)).astype(np.int64)


def _normal(source: np.random.PCG64, shape: tuple[int, ...]) -> Floats:
    """Nearly normal numbers: eight 16-bit integers added, mean 0 and variance 1."""
    words = source.random_raw(2 * int(np.prod(shape))).reshape(2, -1)
    parts = np.stack([(words >> np.uint64(shift) & np.uint64(0xFFFF)).astype(np.int64) for shift in (0, 16, 32, 48)])
    normal: Floats = (parts.sum(axis=(0, 1)) - 262140) / 53509.02
    return normal.reshape(shape)  # 8 x 65535 / 2, and 65536 x the root of 8 / 12


def _exp(x: Floats) -> Floats:
    """The exponential by its series: libraries differ in the last bit, additions and multiplications do not."""
    result = np.ones_like(x)
    for order in range(12, 0, -1):
        result = result * x / order + 1
    return result


def _power(base: float, exponent: int) -> float:
    return float(Decimal(str(base)) ** exponent)


def spoil(columns: Columns, fault: str) -> Columns:
    """The table with one fault in Kyrgyz imports of its last month (`month-shifted`: of every month; `late`: four months lack)."""
    last = int(columns["period"].max())
    sick = (columns["series"] == SICK) & (columns["period"] == last)
    spoilt = {name: values.copy() for name, values in columns.items()}
    match fault:
        case "unit-x1000":
            spoilt["value"][sick] *= 1000
        case "percent-as-share":
            spoilt["value"][sick] //= 100
        case "month-shifted":
            period = spoilt["period"][columns["series"] == SICK]
            spoilt["period"][columns["series"] == SICK] = np.where(period % 100 == 12, period + 89, period + 1)  # noqa: PLR2004  December
        case "kg-as-kz":
            spoilt["series"][(columns["series"] // 2 == SICK // 2) & (columns["period"] == last)] += CONFUSED - 2
        case "duplicate-key":
            again = np.flatnonzero(sick & (columns["value"] > 0))[:5]
            spoilt = {name: np.concatenate([values, values[again]]) for name, values in spoilt.items()}
            spoilt["value"][-len(again) :] = spoilt["value"][-len(again) :] * 11 // 10
        case "late":
            months = np.unique(columns["period"])
            spoilt = {name: values[columns["period"] <= months[max(0, len(months) - 5)]] for name, values in spoilt.items()}
        case "empty":
            spoilt = {name: values[:0] for name, values in spoilt.items()}
    return spoilt


def write(columns: Columns, path: Path, *, comma: bool = False) -> None:
    """The table as the canonical columns of a product table, CSV or Parquet by the suffix; `comma` breaks the decimals."""
    import duckdb  # noqa: PLC0415  half a second that callers of table() need not pay

    wide = bool(len(columns["product"])) and int(columns["product"].max()) > 99  # noqa: PLR2004  two digits
    reporter, partner, flow = (f"{[one[part] for one in SERIES]}[series + 1]" for part in range(3))
    value = f"CASE WHEN status <> {_WITHDRAWN} THEN (value::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) END"
    quantity = value.replace("value", "quantity")
    if comma:
        last = int(columns["period"].max())
        value = f"CASE WHEN series = {SICK} AND period = {last} THEN replace(({value})::VARCHAR, '.', ',') ELSE ({value})::VARCHAR END"
    select = f"""
        SELECT {reporter} AS reporter, {partner} AS partner, {flow} AS flow, lpad(product::VARCHAR, {6 if wide else 2}, '0') AS product,
               (period // 100)::VARCHAR || '-' || lpad((period % 100)::VARCHAR, 2, '0') AS period,
               {value} AS value, 'USD' AS unit, {quantity} AS quantity, 'kg' AS quantity_unit, {list(_STATUS)}[status + 1] AS status,
               DATE '1970-01-01' + published::INTEGER AS published_on, 'synthetic' AS source_id, 'true' AS synthetic
        FROM cells
    """  # noqa: S608  constants of this file
    options = "FORMAT parquet, COMPRESSION zstd" if path.suffix == ".parquet" else "FORMAT csv, HEADER"
    connection = duckdb.connect(config={"threads": 1})
    connection.register("cells", columns)
    partial = path.with_name(path.name + ".part")
    connection.execute(f"COPY ({select}) TO '{str(partial).replace(chr(39), chr(39) * 2)}' ({options})")
    connection.close()
    partial.replace(path)


def totals(columns: Columns, *, wrong: bool = False) -> list[dict[str, str]]:
    """Sums over the products by series, month and vintage, and each reporter's turnover, in million USD; `wrong` adds a tenth to the last one."""
    speaks = (columns["status"] != _WITHDRAWN) & (columns["series"] < BILATERAL)
    keys = np.stack([columns[name][speaks] for name in ("period", "series", "published", "status")])
    groups, place = np.unique(keys, axis=1, return_inverse=True)
    cents = np.zeros(groups.shape[1], np.int64)
    np.add.at(cents, place.reshape(-1), columns["value"][speaks])
    sums = {(int(p), *SERIES[s], int(d), int(t)): int(c) for (p, s, d, t), c in zip(groups.T, cents, strict=True)}
    for (period, reporter, partner, flow, day, status), value in list(sums.items()):
        if flow == "import":
            sums[period, reporter, partner, "total", day, status] = value + sums.get((period, reporter, partner, "export", day, status), 0)
    last = max(sums, default=(0,))[0]
    rows = []
    for number, ((period, reporter, partner, flow, day, status), value) in enumerate(sorted(sums.items()), 1):
        amount = value * 11 // 10 if wrong and (period, reporter, flow) == (last, *SERIES[SICK][::2]) else value
        rows.append({
            "row_id": f"st{number:05d}", "reporter": reporter, "partner": partner, "flow": flow, "product": "TOTAL",
            "period": f"{period // 100}-{period % 100:02d}", "value": f"{Decimal(amount).scaleb(-8):f}", "unit": "USD_million",
            "status": _STATUS[status], "published_on": str(date(1970, 1, 1) + timedelta(days=day)), "source_id": "synthetic",
        })  # fmt: skip
    return rows


_META = """title = "Synthetic monthly trade by product, for tests: no data"
kind = "products"
licence = "synthetic"
id-column = "product"
ignore = ["synthetic"]
"""
_META_TOTALS = """title = "Synthetic monthly trade totals, for tests: no data"
kind = "observations"
licence = "synthetic"
id-column = "row_id"

[constant]
indicator = "trade"
"""
_SOURCE = {
    "source_id": "synthetic", "title": "Synthetic table for tests: no data", "publisher": "Bilan", "kind": "synthetic", "url": "",
    "published_on": "", "date_quality": "vintage per row", "language": "en", "licence": "synthetic", "note": "never to be shown as data",
}  # fmt: skip


def register_source(folder: Path) -> None:
    """Add the source `synthetic` to the folder's register where it is missing."""
    path = folder / "sources.csv"
    there = path.read_text(encoding="utf-8") if path.exists() else ",".join(_SOURCE) + "\n"
    if any(row["source_id"] == "synthetic" for row in csv.DictReader(there.splitlines())):
        return
    there += "" if there.endswith("\n") else "\n"
    columns = next(csv.reader(there.splitlines()))
    path.write_text(there + ",".join(_SOURCE.get(name, "") for name in columns) + "\n", encoding="utf-8", newline="\n")


def main(arguments: list[str]) -> int:
    """Write what the command line asks for; 2 where it asks for nonsense."""
    asked = _arguments(arguments)
    try:
        spec = Spec(rows=asked.rows, vintages=asked.vintages, until=asked.until, world=asked.world)
    except ValueError as error:
        print(f"synthetic: {error}", file=sys.stderr)
        return 2
    if asked.fault == "decimal-comma" and asked.format == "parquet":
        print("synthetic: a decimal comma needs text: --format csv", file=sys.stderr)
        return 2
    columns = spoil(table(spec), asked.fault)
    asked.folder.mkdir(parents=True, exist_ok=True)
    path = asked.folder / f"{NAME}.{asked.format}"
    write(columns, path, comma=asked.fault == "decimal-comma")
    path.with_suffix(".meta.toml").write_text(_META, encoding="utf-8", newline="\n")
    if asked.totals or asked.fault == "total-mismatch":
        rows = totals(columns, wrong=asked.fault == "total-mismatch")
        with (asked.folder / f"{TOTALS}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        (asked.folder / f"{TOTALS}.meta.toml").write_text(_META_TOTALS, encoding="utf-8", newline="\n")
    register_source(asked.folder)
    print(f"{path}: {len(columns['value'])} rows, {spec.products} products")
    return 0


def _arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="synthetic.py", description="Write a large table of made-up trade for tests.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rows", type=int, default=0, help="about so many (default: the 96 chapters)")
    parser.add_argument("--vintages", type=int, default=3)
    parser.add_argument("--until", default="2025-12", help="last month")
    parser.add_argument("--world", action="store_true", help="also each country's trade with the world, and the world's")
    parser.add_argument("--totals", action="store_true", help=f"also {TOTALS}.csv, the sums over the products")
    parser.add_argument("--fault", choices=FAULTS, default="")
    parser.add_argument("--format", choices=("csv", "parquet"), default="csv")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
