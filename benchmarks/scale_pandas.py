"""The same work in pandas. `-m benchmarks.scale_pandas plain|tuned FILE…`: plain reads the files as they are, tuned only what is needed."""

import json
import sys
from typing import Any

import pandas as pd
from benchmarks.scale_results import AS_OF, LAST_YEAR, WORLD, digest, finish

KEYS = ["reporter", "partner", "flow", "product", "period"]
NEEDED = [*KEYS, "value", "quantity", "status", "published_on"]


def read(path: str, *, tuned: bool) -> Any:  # noqa: ANN401  a frame
    """A table with exact cents and hundredths; tuned: only the columns needed, texts as categories."""
    if path.endswith(".csv"):
        frame = pd.read_csv(path, dtype={"product": str}, usecols=NEEDED if tuned else None, parse_dates=["published_on"])
    else:
        frame = pd.read_parquet(path, columns=NEEDED, dtype_backend="pyarrow") if tuned else pd.read_parquet(path)
        frame["published_on"] = pd.to_datetime(frame["published_on"])
    if tuned:
        frame = frame.astype(dict.fromkeys([*KEYS, "status"], "category"))
    for name in ("value", "quantity"):
        frame[name] = (frame[name].astype("float64").fillna(0) * 100).round().astype("int64")
    return frame


def as_of(frames: list[Any]) -> Any:  # noqa: ANN401  a frame
    """The rows that count on the date."""
    frame = pd.concat(frames, ignore_index=True) if len(frames) > 1 else frames[0]
    frame = frame[frame["published_on"] <= pd.Timestamp(AS_OF)]
    frame = frame.sort_values("published_on", kind="stable").drop_duplicates(KEYS, keep="last")
    return frame[frame["status"] != "withdrawn"]


def aggregates(frame: Any) -> str:  # noqa: ANN401  a frame
    """Hash of the twelve results."""
    frame = frame.assign(year=frame["period"].astype(str).str[:4], chapter=frame["product"].astype(str).str[:2])
    pair = frame[(frame["partner"] != WORLD) & (frame["reporter"] != WORLD)]
    years = _sum(pair, ["reporter", "flow", "product", "year"], ["value", "quantity"])
    months = _sum(pair, ["reporter", "flow", "period"])
    chapters = _sum(pair, ["reporter", "flow", "chapter", "year"])
    flows = pair.pivot_table(index=["reporter", "year"], columns="flow", values="value", aggfunc="sum", observed=True).reset_index()
    last = years[(years["year"] == LAST_YEAR)]
    top = last.sort_values(["value", "product"], ascending=[False, True]).groupby(["reporter", "flow"], observed=True).head(10)
    weighed = last[last["quantity"] > 0].assign(chapter=last["product"].astype(str).str[:2])
    found = {
        "totals": _rows(_sum(frame, ["reporter", "partner", "flow", "year"])),
        "months": _rows(months),
        "chapters": _rows(chapters),
        "top-products": _rows(top[["reporter", "flow", "product", "value"]]),
        "hhi": _hhi(years),
        "balance": _rows(flows.assign(balance=flows["export"] - flows["import"])[["reporter", "year", "balance"]]),
        "coverage": _rows(flows[["reporter", "year", "export", "import"]]),
        "partner-share": _shares(frame, pair),
        "growth": _growth(chapters),
        "unit-values": _rows(_sum(weighed, ["reporter", "flow", "chapter"], ["value", "quantity"])),
        "rolling-year": _rolling(months),
        "contribution": _contribution(chapters),
    }
    return digest(finish(found))


def _sum(frame: Any, keys: list[str], values: list[str] | None = None) -> Any:  # noqa: ANN401  a frame
    return frame.groupby(keys, observed=True)[values or ["value"]].sum().reset_index()


def _rows(frame: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401  a frame
    return list(frame.itertuples(index=False, name=None))


def _hhi(years: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401  a frame
    squares = years.assign(square=years["value"].astype(object) ** 2, value=years["value"].astype(object))
    sums = squares.groupby(["reporter", "flow", "year"], observed=True)[["square", "value"]].sum().reset_index()
    return [(*row[:3], row[3], row[4] ** 2) for row in _rows(sums)]


def _shares(frame: Any, pair: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401  frames
    keys = ["reporter", "flow", "year"]
    world = _sum(frame[(frame["partner"] == WORLD) & (frame["reporter"] != WORLD)], keys)
    both = _sum(pair, keys).merge(world, on=keys, suffixes=("", "_world"))
    return _rows(both[[*keys, "value", "value_world"]])


def _growth(chapters: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401  a frame
    keys = ["reporter", "flow", "chapter", "year"]
    past = chapters.assign(year=(chapters["year"].astype(int) + 1).astype(str))
    both = chapters.merge(past, on=keys, suffixes=("", "_past"))
    both = both[both["value_past"] > 0]
    return [(*row[:4], row[4] - row[5], row[5]) for row in _rows(both[[*keys, "value", "value_past"]])]


def _rolling(months: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401  a frame
    both = _sum(months.assign(period=months["period"].astype(str)), ["reporter", "period"]).sort_values(["reporter", "period"])
    found = []
    for reporter, part in both.groupby("reporter", observed=True):
        values, periods = part["value"].tolist(), part["period"].tolist()
        found += [(reporter, periods[at], sum(values[at - 11 : at + 1])) for at in range(11, len(values))]
    return found


def _contribution(chapters: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401  a frame
    turnover = _sum(chapters, ["reporter", "chapter", "year"])
    past = turnover.assign(year=(turnover["year"].astype(int) + 1).astype(str))
    total = _sum(past, ["reporter", "year"])
    both = turnover.merge(past, on=["reporter", "chapter", "year"], suffixes=("", "_past")).merge(
        total, on=["reporter", "year"], suffixes=("", "_total")
    )
    return [
        (*row[:3], row[3] - row[4], row[5]) for row in _rows(both[["reporter", "chapter", "year", "value", "value_past", "value_total"]])
    ]


if __name__ == "__main__":
    tables = [read(path, tuned=sys.argv[1] == "tuned") for path in sys.argv[2:]]
    print(json.dumps({"digest": aggregates(as_of(tables))}))
