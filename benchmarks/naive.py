"""How would one write the briefing the ordinary way? pandas, pyplot, jinja2 and WeasyPrint in one script: what `edition.py` measures us by.

Usage: python naive.py DATA AS_OF ISSUED FONTS OUT.pdf
"""

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import pandas as pd
from jinja2 import Environment, FileSystemLoader
from weasyprint import HTML

plt.switch_backend("Agg")
Frame = Any  # pandas carries no types

KAZ, KGZ = "#0F4C75", "#D96B27"
COLOUR = {"KAZ": KAZ, "KGZ": KGZ}
NAME = {"KAZ": "Kazakhstan", "KGZ": "Kyrgyzstan"}
ADJECTIVE = {"KAZ": "Kazakh", "KGZ": "Kyrgyz"}
FACTOR = {"USD": 1, "USD_million": 1e6, "USD_billion": 1e9}
HEDGE = {"approximate": "about ", "lower_bound": "over ", "upper_bound": "nearly "}
BASE = {"since_2005": "since 2005", "last_15_years": "over 15 years", "last_20_years": "over 20 years", "unbased": "no base given"}
UNDATED = "2026-11-23"
MILESTONES = {
    "ev002": "Eternal\nfriendship", "ev003": "Allied\nrelations", "ev008": "Border\ndemarcation", "ev022": "Allied relations\ndeepened",
    "ev023": "Ratified by\nthe Kyrgyz\nparliament", "ev027": "Approved by\nthe Mazhilis", "ev029": "Road map\nto $3bn",
    "ev032": "Protocol,\nfirst reading",
}  # fmt: skip


def last_day(texts: Frame) -> Frame:
    """Dates written as a day, a month or a year; the last two count from their last day."""
    days = pd.to_datetime(texts, format="ISO8601")
    days = days.where(texts.str.len() != len("2026-10"), days + pd.offsets.MonthEnd(0))
    return days.where(texts.str.len() != len("2026"), days + pd.offsets.YearEnd(0))


def read(data: Path, name: str, as_of: Frame, published: str = "published_on") -> Frame:
    """A table cut at the as-of date."""
    frame = pd.read_csv(data / f"{name}.csv", dtype={"period": str, "year": str, published: str})
    frame["day"] = last_day(frame[published].fillna(UNDATED))
    return frame[frame["day"] <= as_of]


def latest(frame: Frame, keys: list[str]) -> Frame:
    """The last published row of each key; of one day's the most precise."""
    if "evidence" in frame:
        frame = frame[(frame["evidence"] != "forecast") & (frame["reporter_attribution"] == "stated")]
    order = frame["precision"].map({"exact": 3, "rounded": 2, "approximate": 1}).fillna(0) if "precision" in frame else 0
    return frame.assign(order=order).sort_values(["day", "order"]).drop_duplicates(keys, keep="last")


def trade_of(data: Path, as_of: Frame) -> dict[str, Any]:
    """Totals, exports, imports, balance, growth, contributions and mirror gaps."""
    frame = read(data, "trade", as_of)
    frame["value"] *= frame["unit"].map(FACTOR)
    rows = latest(frame[frame["product"] == "TOTAL"], ["reporter", "flow", "frequency", "period"])
    annual = rows[rows["frequency"] == "A"].assign(year=lambda one: one["period"].astype(int))
    values = annual.pivot_table(index="year", columns=["flow", "reporter"], values="value")
    values = values.reindex(range(values.index.min(), values.index.max() + 1))
    precision = annual.set_index(["year", "flow", "reporter"])["precision"]
    total, exports, imports = values["total"], values["export"], values["import"]
    forecast = (frame["evidence"] != "forecast") & (frame["reporter_attribution"] != "stated") & (frame["period"] == "2025")
    return {
        "rows": annual,
        "precision": precision,
        "total": total,
        "exports": exports,
        "imports": imports,
        "balance": exports - imports,
        "growth": 100 * total.pct_change(fill_method=None),
        "points_exports": 100 * exports.diff() / total.shift(),
        "points_imports": 100 * imports.diff() / total.shift(),
        "gap": {"KAZ": imports["KGZ"] - exports["KAZ"], "KGZ": imports["KAZ"] - exports["KGZ"]},
        "ratio": {"KAZ": imports["KGZ"] / exports["KAZ"], "KGZ": imports["KAZ"] / exports["KGZ"]},
        "apart": total["KAZ"] - total["KGZ"],
        "ytd": rows[rows["frequency"] == "YTD"].sort_values("period").iloc[-1],
        "announced": frame[forecast].iloc[-1],
    }


def macro_of(data: Path, as_of: Frame, trade: dict[str, Any]) -> dict[str, Any]:
    """GDP, population, inflation, and the partner's share in all trade in goods."""
    frame = read(data, "macro", as_of, "vintage_date")
    rows = latest(frame, ["country", "indicator", "year"]).assign(year=lambda one: one["year"].astype(int))
    wide = rows.pivot_table(index="year", columns=["indicator", "country"], values="value")
    gdp = wide["gdp_current_usd"].dropna()
    share, year = {}, 2023
    ratios = frame[(frame["indicator"] == "merchandise_trade_share_gdp") & (frame["year"] == str(year))]
    for code in NAME:
        seen = rows[(rows["indicator"] == "gdp_current_usd") & (rows["country"] == code) & (rows["year"] == year)]["day"].max()
        ratio = ratios[(ratios["country"] == code) & (ratios["day"] <= seen)].sort_values("day")["value"].iloc[-1]
        share[code] = 100 * trade["total"][code][year] / (ratio * gdp[code][year] / 100)
    return {
        "rows": rows,
        "gdp": gdp,
        "population": wide["population"].dropna(),
        "inflation": wide["consumer_price_inflation"].dropna(how="all"),
        "gdp_ratio": gdp["KAZ"].iloc[-1] / gdp["KGZ"].iloc[-1],
        "share": share,
        "year": year,
    }


def investment_of(data: Path, as_of: Frame) -> dict[str, Any]:
    """Amounts so far as stated, with their base, and yearly inflow."""
    frame = read(data, "investment", as_of).rename(columns={"investor": "reporter"})
    frame["value"] *= frame["unit"].map(FACTOR)
    rows = latest(frame[frame["reporter"] == "KAZ"], ["measure", "period"]).sort_values("day", ascending=False)
    stated = rows[rows["measure"].str.startswith("cumulative")]
    stated = stated.assign(base=stated["measure"].str.removeprefix("cumulative_").map(BASE)).dropna(subset="base")
    return {"rows": rows, "stated": stated, "flow": rows[rows["measure"] == "gross_fdi_inflow"].sort_values("period", ascending=False)}


def targets_of(data: Path, trade: dict[str, Any]) -> dict[str, Any]:
    """Declared aims, their outcome, the distance to the last one and the growth it takes."""
    declared = tomllib.loads((data / "partnership.toml").read_text(encoding="utf-8"))["target"]
    aims = [one for one in declared if one["indicator"] == "trade.total"]
    last = aims[-1]
    rows = [{**aim, "outcome": _outcome(aim, trade["total"])} for aim in reversed(aims)]
    final = {code: trade["total"][code].dropna() for code in NAME}
    years = {code: last["deadline"] - one.index[-1] for code, one in final.items()}
    return {
        "rows": rows,
        "current": last,
        "missing": {code: last["value"] - one.iloc[-1] for code, one in final.items()},
        "pace": {code: 100 * ((last["value"] / one.iloc[-1]) ** (1 / years[code]) - 1) for code, one in final.items()},
    }


def _outcome(aim: dict[str, Any], total: Frame) -> str:
    year = aim.get("deadline")
    if year in total.index:
        known = total.loc[year].dropna()
        return "No figure" if known.empty else "Reached" if (known >= aim["value"]).all() else "Missed"
    return "Superseded" if "superseded-by" in aim else "Open"


def projects_of(data: Path, as_of: Frame) -> list[dict[str, Any]]:
    """The last dated evidence of each project and what it says."""
    rows = read(data, "projects", as_of, "as_of").sort_values("day", ascending=False)
    found = []
    for _, group in rows.groupby("project_id", sort=False):
        status, due = group[group["attribute"] == "status"], group[group["attribute"].str.endswith("_planned")]
        last, promised = (status if len(status) else group).iloc[0], due["value"].iloc[0] if len(due) else ""
        age = (as_of - last["day"]).days
        late = promised and last_day(pd.Series([promised]))[0] < as_of
        state = "Late" if late else "No recent evidence" if age > 180 else "Watch" if age > 90 else "On track"  # noqa: PLR2004
        found.append({**last, "state": state, "due": promised or "—", "age": age})
    return found


def sources_of(register: Frame, as_of: Frame, used: dict[str, Any]) -> Frame:
    """Every source used, what for, and how old its figures are."""
    rows = pd.concat([one[["source_id", "period", "day"]].assign(topic=topic) for topic, one in used.items()])
    rows = rows.assign(source_id=rows["source_id"].str.split(";")).explode("source_id")
    rows = rows.merge(register[["source_id", "publisher"]], on="source_id")
    last = rows.groupby("publisher").agg(
        topic=("topic", lambda one: ", ".join(sorted(set(one)))), period=("period", "max"), day=("day", "max")
    )
    last["age"] = (as_of - last["day"]).dt.days
    return last.assign(state=last["age"].le(365).map({True: "Current", False: "Stale"})).sort_values("age").reset_index()


def save(figure: Frame, folder: Path, name: str) -> None:
    """One figure as SVG."""
    figure.savefig(folder / f"{name}.svg", bbox_inches="tight")
    plt.close(figure)


def draw_trade(trade: dict[str, Any], aim: float, folder: Path) -> None:
    """Columns by year and reporter with the line of the aim."""
    figure, axes = plt.subplots(figsize=(6.8, 2.6))
    shown = trade["total"].loc[2015:].dropna(how="all") / 1e9
    for shift, code in ((-0.2, "KAZ"), (0.2, "KGZ")):
        known = shown[code].dropna()
        places = [list(shown.index).index(year) + shift for year in known.index]
        soft = [trade["precision"][year, "total", code] == "approximate" for year in known.index]
        fills = ["white" if one else COLOUR[code] for one in soft]
        hatches = ["////" if one else "" for one in soft]
        bars = axes.bar(places, known, 0.38, color=fills, edgecolor=COLOUR[code], hatch=hatches, label=f"{ADJECTIVE[code]} statistics")
        axes.bar_label(bars, fmt="%.3g", fontsize=7)
    axes.axhline(aim / 1e9, linestyle="--", color="black", linewidth=1)
    axes.text(0, aim / 1e9, f"Aim {aim / 1e9:.3g}", va="bottom", fontsize=8)
    axes.set_xticks(range(len(shown)), [str(year) for year in shown.index])
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False, fontsize=8, loc="center left")
    save(figure, folder, "trade")


def draw_contribution(trade: dict[str, Any], year: int, folder: Path) -> None:
    """Points of growth from exports and imports."""
    figure, axes = plt.subplots(figsize=(2.8, 1.9))
    points = [trade[name]["KGZ"][year] for name in ("points_exports", "points_imports", "growth")]
    bars = axes.barh(["Exports", "Imports", "Growth"], points, left=[0, points[0], 0], color=[KGZ, KGZ, "#333F48"])
    axes.bar_label(bars, labels=[f"+{one:.1f}" for one in points], fontsize=8, padding=2)
    axes.invert_yaxis()
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    axes.set_xticks([])
    save(figure, folder, "contribution")


def draw_mirror(trade: dict[str, Any], year: int, folder: Path) -> None:
    """Both records of each flow."""
    figure, panels = plt.subplots(2, 1, figsize=(4, 2.4))
    for axes, (seller, buyer) in zip(panels, (("KAZ", "KGZ"), ("KGZ", "KAZ")), strict=True):
        values = [trade["exports"][seller][year] / 1e9, trade["imports"][buyer][year] / 1e9]
        labels = [f"sold, {ADJECTIVE[seller]} statistics", f"bought, {ADJECTIVE[buyer]} statistics"]
        axes.bar_label(axes.barh(labels, values, color=[COLOUR[seller], COLOUR[buyer]]), fmt="%.3g", fontsize=8)
        axes.set_title(f"{NAME[seller]} to {NAME[buyer]}: ratio {values[1] / values[0]:.2f}", fontsize=8, loc="left")
        axes.invert_yaxis()
        axes.set_xlim(0, 1.3)
        axes.set_xticks([])
        axes.tick_params(labelsize=8)
        axes.spines[["top", "right", "bottom"]].set_visible(False)
    figure.subplots_adjust(hspace=0.6)
    save(figure, folder, "mirror")


def draw_macro(macro: dict[str, Any], folder: Path) -> None:
    """Three small multiples."""
    figure, panels = plt.subplots(1, 3, figsize=(6.8, 1.9))
    shown = (
        ("gdp", 1e9, "GDP, billion dollars"),
        ("population", 1e6, "Population, million"),
        ("inflation", 1, "Consumer prices, % a year"),
    )
    for axes, (name, scale, title) in zip(panels, shown, strict=True):
        for code, country in NAME.items():
            line = macro[name][code].dropna().tail(14) / scale
            axes.plot(line.index, line, color=COLOUR[code], linewidth=1.2)
            axes.annotate(f"{line.iloc[-1]:.3g} {country}", (line.index[-1], line.iloc[-1]), fontsize=7, color=COLOUR[code])
        axes.set_title(title, fontsize=8, loc="left")
        axes.set_xticks([line.index[0], line.index[-1]])
        axes.set_yticks([])
        axes.spines[["top", "right", "left"]].set_visible(False)
    save(figure, folder, "macro")


def draw_timeline(events: Frame, folder: Path) -> None:
    """Milestones in the order of time."""
    figure, axes = plt.subplots(figsize=(6.8, 1.2))
    axes.axhline(0, color="grey", linewidth=1)
    axes.scatter(range(len(events)), [0] * len(events), color=KAZ, zorder=2)
    for place, (_, one) in enumerate(events.iterrows()):
        axes.annotate(f"{one['day']:%d %b %Y}\n{MILESTONES[one['event_id']]}", (place, -0.01), fontsize=7, va="top", ha="center")
    axes.axis("off")
    axes.set_ylim(-0.06, 0.02)
    save(figure, folder, "timeline")


def draw_small(trade: dict[str, Any], data: Path, folder: Path) -> None:
    """A sparkline for each reporter, and the outlines of both countries for the cover."""
    for code in NAME:
        figure, axes = plt.subplots(figsize=(1.4, 0.3))
        known = trade["total"][code].loc[2015:].dropna()
        axes.bar(known.index, known, color=COLOUR[code])
        axes.axis("off")
        save(figure, folder, f"spark-{code}")
    figure, axes = plt.subplots(figsize=(2.2, 1.2))
    for feature in json.loads((data / "geo/outlines.geojson").read_text(encoding="utf-8"))["features"]:
        shape = feature["geometry"]
        for polygon in shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]:
            axes.fill(*zip(*polygon[0], strict=True), color="#2A6A94" if feature["id"] == "KAZ" else KGZ)
    axes.axis("off")
    axes.set_aspect(1.3)
    figure.patch.set_alpha(0)
    save(figure, folder, "map")


def money(value: float, precision: str = "", short: str = "") -> str:
    """An amount in words, or short for a table."""
    if pd.isna(value):
        return "—"
    scale, word, letter = (1e9, "billion", "bn") if abs(value) >= 1e9 else (1e6, "million", "m")  # noqa: PLR2004
    number = f"{abs(value) / scale:.3g}"
    sign = "−" if value < 0 else ""  # noqa: RUF001  the minus sign of print
    return f"{HEDGE.get(precision, '')}{sign}${number}" + (letter if short else f" {word}")


def main(data: Path, as_of: Frame, issued: Frame, fonts: Path, out: Path) -> None:
    """The whole briefing."""
    trade = trade_of(data, as_of)
    macro, investment, targets = macro_of(data, as_of, trade), investment_of(data, as_of), targets_of(data, trade)
    events = read(data, "events", as_of, "date").sort_values("day", ascending=False)
    register = pd.read_csv(data / "sources.csv")
    of_macro = macro["rows"].rename(columns={"year": "period"}).astype({"period": str})
    used = {"trade": trade["rows"], "investment": investment["rows"], "economy": of_macro}
    draw_trade(trade, targets["current"]["value"], out.parent)
    draw_contribution(trade, 2023, out.parent)
    draw_mirror(trade, 2023, out.parent)
    draw_macro(macro, out.parent)
    draw_timeline(events[events["event_id"].isin(list(MILESTONES))].iloc[::-1], out.parent)
    draw_small(trade, data, out.parent)
    environment = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True)
    environment.filters |= {"money": money, "short": lambda value, precision="": money(value, precision, "short")}
    text = environment.get_template("naive.html").render(
        trade=trade, macro=macro, investment=investment, targets=targets, events=events.head(8).to_dict("records"),
        projects=projects_of(data, as_of), claims=pd.read_csv(data / "claims.csv").to_dict("records"),
        sources=sources_of(register, as_of, used).to_dict("records"), publisher=register.set_index("source_id")["publisher"].to_dict(),
        as_of=as_of, issued=issued.strftime("%d %B %Y"), fonts=fonts.as_uri(), name=NAME, adjective=ADJECTIVE,
    )  # fmt: skip
    HTML(string=text, base_url=str(out.parent)).write_pdf(out)


if __name__ == "__main__":
    main(Path(sys.argv[1]), pd.Timestamp(sys.argv[2]), pd.Timestamp(sys.argv[3]), Path(sys.argv[4]).resolve(), Path(sys.argv[5]).resolve())
