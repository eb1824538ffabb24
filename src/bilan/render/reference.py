"""What can a template override, and what is it given? Read from the program itself, for `bilan template show` and the manual."""

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields

from jinja2 import TemplateNotFound, nodes

from bilan.document import Column, Figure, Headline, Item, Mark, Section, Table
from bilan.errors import UsageError, closest
from bilan.render.job import Limits
from bilan.render.loader import BUILTIN, Loader
from bilan.render.look import Look
from bilan.render.sandbox import ALLOWED, Sandbox

BRIEFING = f"{BUILTIN}/briefing.html"
BLOCKS = {
    "style": "more rules for the style sheet, after ours",
    "cover": "the head of page one, which also feeds the running head and foot",
    "lead": "one or two sentences that are the finding",
    "strip": "the figures at a glance",
    "body": "everything below the strip: the sections in the order of `audience.toml`",
    "foot": "after the last section",
}
"""Blocks that are no section; each of the others prints the section of its name."""
VARIABLES = {
    "lang": "language tag: `en`, `fr`, `ru`, `kk` or `ky`",
    "title": "title of the document",
    "audience": "name of the audience's folder; also the class of `<body>`",
    "word": "words already printed: `word.lead`, `word.partners`, `word.audience`, `word.edition`, `word.number`, `word.issued`, "
    "`word.issued_on`, `word.as_of`, `word.as_of_date`, `word.month`, `word.head`, `word.foot`, `word.figure`, `word.table`, `word.contents`",
    "states": "what a reader must know first: embargo, synthetic data, draft, reconstruction, hold, erratum",
    "sections": "the sections of this audience, in order",
    "briefing": 'the same by name: `briefing.trade`; ask first: `{% if "trade" in briefing %}`',
    "figures": "every figure by id; `figures.motif` is the map of the cover",
    "brand": "what `brand.toml` says: `brand.name`, `brand.colour.ink`, `brand.fonts.sans`, `brand.logo`, `brand.footer`",
    "edition": "`edition.number`, `edition.issue`, `edition.period`, `edition.key`",
    "ordinal": '`ordinal("figure")`: the next number of a figure, a table or a point',
    "tight": "whether the page budget asks for smaller gaps",
}  # fmt: skip
RECORDS = (Section, Headline, Figure, Table, Column, Item, Mark)
REGION = re.compile(r"(<!-- begin (\w+) -->\n).*?(<!-- end \2 -->)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """A block that can be overridden: its name, what it holds, where it stands and its source."""

    name: str
    about: str
    file: str
    line: int
    source: str


def blocks(look: Look) -> list[Block]:
    """Every block of the built-in page, in the order of the file."""
    loader = Loader(look)
    sandbox = Sandbox(loader)
    text, shown, _ = loader.get_source(sandbox, BRIEFING)
    found = sandbox.parse(text, BRIEFING, shown).find_all(nodes.Block)
    return [Block(one.name, _about(one.name), shown, one.lineno, _source_of(text, one.name)) for one in found]


def source(look: Look, name: str) -> str:
    """The built-in source of a block or a template file, with the files it includes; raises UsageError for an unknown name."""
    loader = Loader(look)
    known = {one.name: one for one in blocks(look)}
    if name in known:
        one = known[name]
        return "\n".join([f"{{# {one.file}, line {one.line} #}}", one.source, *_included(loader, one.source)])
    try:
        return _file(loader, name)
    except TemplateNotFound:
        names = [*known, *loader.list_templates()]
        hint = f"blocks: {', '.join(known)}; or a file, as sections/trade.html"
        raise UsageError(f"block '{name}'", f"is not known{closest(name, names)}", hint) from None


def written(page: str, look: Look, sections: Mapping[str, str]) -> str:
    """A page of the manual with its generated regions written anew; `sections` are those there are, with what each says."""
    made: dict[str, Callable[[], str]] = {
        "sections": lambda: _table(("Section", "What it says"), {f"`{name}`": about for name, about in sections.items()}),
        "blocks": lambda: _table(("Block", "What it holds"), {f"`{one.name}`": one.about for one in blocks(look)}),
        "variables": lambda: _table(("Name", "What it is"), {f"`{name}`": about for name, about in VARIABLES.items()}),
        "records": lambda: _table(("Record", "Fields", "What it is"), {f"{one.__name__}": _fields(one) for one in RECORDS}),
        "filters": lambda: _filters(look),
        "limits": _limits,
    }
    return REGION.sub(lambda found: f"{found[1]}{made[found[2]]()}\n{found[3]}", page)


def _included(loader: Loader, text: str) -> Iterator[str]:
    """Of each include the first file there is."""
    there = set(loader.list_templates())
    for names in re.findall(r"{%-? include (.*?) -?%}", text):
        file = next((name for name in re.findall(r'"([^"]+)"', names) if name in there), None)
        if file:
            yield _file(loader, file)


def _file(loader: Loader, name: str) -> str:
    text, shown, _ = loader.get_source(Sandbox(loader), f"{BUILTIN}/{name.removeprefix(f'{BUILTIN}/')}")
    return f"{{# {shown} #}}\n{text.rstrip()}"


def _source_of(text: str, name: str) -> str:
    """From the block's first tag to its end; blocks do not nest in our own templates."""
    start = re.search(rf"{{%-?\s*block {name}\s*-?%}}", text)
    end = re.compile(r"{%-?\s*endblock\b.*?%}").search(text, start.end()) if start else None
    return text[start.start() : end.end()] if start and end else ""


def _about(name: str) -> str:
    return BLOCKS.get(name, f"the section `{name}`, where `sections` of `audience.toml` has it")


def _fields(record: type) -> str:
    names = ", ".join(f"`{one.name}`" for one in fields(record))
    return f"{names} | {_first_line(record)}"


def _filters(look: Look) -> str:
    ours = Sandbox(Loader(look))
    own = {f"`{name}`": _first_line(ours.filters[name]) for name in sorted(set(ours.filters) - ALLOWED)}
    kept = ", ".join(f"`{name}`" for name in sorted(ALLOWED & set(ours.filters)))
    asked = {"`mark`": "whether a cell is a status", "`lines`": "whether a cell has several lines"}
    asked |= {f"`{name}`": _first_line(ours.tests[name]) for name in ("narrow", "short")}
    parts = (_table(("Filter", "What it gives"), own), f"Of Jinja's own: {kept}.", _table(("Test (`is …`)", "What it asks"), asked))
    return "\n\n".join(parts)


def _limits() -> str:
    limits = Limits()
    return _table(
        ("Limit", "Value"),
        {
            "seconds for filling the template": f"{limits.template_seconds:g}",
            "seconds of processor for one edition": f"{limits.cpu_seconds}",
            "seconds in all": f"{limits.wall_seconds:g}",
            "memory": f"{limits.memory // 1024**2} MB",
            "largest file": f"{limits.file_bytes // 1024**2} MB",
        },
    )


def _first_line(owner: object) -> str:
    return (inspect.getdoc(owner) or "").partition("\n")[0]


def _table(head: tuple[str, ...], rows: Mapping[str, str]) -> str:
    lines = [f"| {' | '.join(head)} |", f"|{' --- |' * len(head)}", *(f"| {name} | {about} |" for name, about in rows.items())]
    return "\n".join(lines)
