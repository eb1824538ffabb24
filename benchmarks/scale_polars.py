"""The same work in Polars. `-m benchmarks.scale_polars FILE…`"""

import json
import sys
from typing import Any

import polars as pl
from benchmarks.scale_results import AS_OF, LAST_YEAR, WORLD, digest, finish

KEYS = ["reporter", "partner", "flow", "product", "period"]
AMOUNTS = ("value", "quantity")
NEEDED = [*KEYS, "value", "quantity", "status", "published_on"]


def read(path: str) -> Any:  # noqa: ANN401  a frame
    """A table with exact cents and hundredths."""
    if path.endswith(".csv"):
        frame = pl.read_csv(path, columns=NEEDED, schema_overrides={"product": pl.String}, try_parse_dates=True)
        amounts = [(pl.col(name).fill_null(0) * 100).round().cast(pl.Int64) for name in AMOUNTS]
    else:
        frame = pl.read_parquet(path, columns=NEEDED)
        amounts = [(pl.col(name).fill_null(0) * 100).cast(pl.Int64) for name in AMOUNTS]
    return frame.with_columns(amounts)


def as_of(frames: list[Any]) -> Any:  # noqa: ANN401  a frame
    """The rows that count on the date."""
    frame = pl.concat(frames).filter(pl.col("published_on") <= pl.lit(AS_OF).str.to_date())
    frame = frame.sort("published_on", maintain_order=True).unique(KEYS, keep="last")
    return frame.filter(pl.col("status") != "withdrawn")


def aggregates(frame: Any) -> str:  # noqa: ANN401  a frame
    """Hash of the twelve results."""
    frame = frame.with_columns(year=pl.col("period").str.slice(0, 4), chapter=pl.col("product").str.slice(0, 2))
    pair = frame.filter((pl.col("partner") != WORLD) & (pl.col("reporter") != WORLD))
    years = pair.group_by("reporter", "flow", "product", "year").agg(pl.col("value", "quantity").sum())
    months = _sum(pair, ["reporter", "flow", "period"])
    chapters = _sum(pair, ["reporter", "flow", "chapter", "year"])
    flows = _sum(pair, ["reporter", "year", "flow"]).pivot("flow", index=["reporter", "year"], values="value")
    last = years.filter(pl.col("year") == LAST_YEAR)
    top = last.sort(["value", "product"], descending=[True, False]).group_by("reporter", "flow", maintain_order=True).head(10)
    weighed = last.filter(pl.col("quantity") > 0).with_columns(chapter=pl.col("product").str.slice(0, 2))
    found = {
        "totals": _sum(frame, ["reporter", "partner", "flow", "year"]),
        "months": months,
        "chapters": chapters,
        "top-products": top.select("reporter", "flow", "product", "value"),
        "hhi": _hhi(years),
        "balance": flows.select("reporter", "year", pl.col("export") - pl.col("import")),
        "coverage": flows.select("reporter", "year", "export", "import"),
        "partner-share": _shares(frame, pair),
        "growth": _growth(chapters),
        "unit-values": weighed.group_by("reporter", "flow", "chapter").agg(pl.col("value", "quantity").sum()),
        "rolling-year": _rolling(months),
        "contribution": _contribution(chapters),
    }
    return digest(finish({name: part.rows() for name, part in found.items()}))


def _sum(frame: Any, keys: list[str]) -> Any:  # noqa: ANN401  a frame
    return frame.group_by(keys).agg(pl.col("value").sum())


def _hhi(years: Any) -> Any:  # noqa: ANN401  a frame
    wide = pl.col("value").cast(pl.Int128)
    sums = years.group_by("reporter", "flow", "year").agg(square=(wide * wide).sum(), total=wide.sum())
    return sums.select("reporter", "flow", "year", "square", pl.col("total") * pl.col("total"))


def _shares(frame: Any, pair: Any) -> Any:  # noqa: ANN401  frames
    keys = ["reporter", "flow", "year"]
    world = _sum(frame.filter((pl.col("partner") == WORLD) & (pl.col("reporter") != WORLD)), keys)
    return _sum(pair, keys).join(world, on=keys, suffix="_world")


def _before(frame: Any) -> Any:  # noqa: ANN401  a frame
    return frame.with_columns(year=(pl.col("year").cast(pl.Int32) + 1).cast(pl.String))


def _growth(chapters: Any) -> Any:  # noqa: ANN401  a frame
    keys = ["reporter", "flow", "chapter", "year"]
    both = chapters.join(_before(chapters), on=keys, suffix="_past").filter(pl.col("value_past") > 0)
    return both.select(*keys, pl.col("value") - pl.col("value_past"), "value_past")


def _rolling(months: Any) -> Any:  # noqa: ANN401  a frame
    both = _sum(months, ["reporter", "period"]).sort("reporter", "period")
    twelve = pl.col("value").rolling_sum(12).over("reporter")
    return both.with_columns(twelve=twelve).drop_nulls("twelve").select("reporter", "period", "twelve")


def _contribution(chapters: Any) -> Any:  # noqa: ANN401  a frame
    turnover = _sum(chapters, ["reporter", "chapter", "year"])
    past = _before(turnover)
    both = turnover.join(past, on=["reporter", "chapter", "year"], suffix="_past")
    both = both.join(_sum(past, ["reporter", "year"]), on=["reporter", "year"], suffix="_total")
    return both.select("reporter", "chapter", "year", pl.col("value") - pl.col("value_past"), "value_total")


if __name__ == "__main__":
    print(json.dumps({"digest": aggregates(as_of([read(path) for path in sys.argv[1:]]))}))
