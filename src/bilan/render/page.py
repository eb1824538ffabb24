"""How does a briefing become one HTML page? Its audience's template, filled in a sandbox."""

from collections.abc import Generator, Mapping
from typing import Any, cast

from bilan.document import Briefing, Figure, Words
from bilan.errors import BilanError
from bilan.render.job import figures_of
from bilan.render.loader import Loader
from bilan.render.look import Look
from bilan.render.mistakes import told
from bilan.render.sandbox import Ordinals, Sandbox

EMBARGO = "embargo"
"""The section that is printed under the band, never among the others."""
MOST_SIGNS = 20_000_000
"""A full edition has a fifth of a million."""
STATES = ("draft", "replayed", "awaited", "held", "superseded", "erratum")


def html(briefing: Briefing, look: Look, figures: Mapping[str, Figure], *, tight: bool = False) -> str:
    """The page of a briefing; raises TemplateError with file, line and hint."""
    loader = Loader(look)
    return fill(loader, look.template, context(briefing, look, figures, tight=tight))


def fill(loader: Loader, template: str, values: Mapping[str, Any]) -> str:
    """A template filled with values; whatever goes wrong in it is told as TemplateError."""
    try:
        sandbox = Sandbox(loader)
        sandbox.globals.update(values)
        return _joined(cast("Generator[str, None, None]", sandbox.get_template(template).generate()))
    except BilanError:
        raise
    except Exception as error:  # noqa: BLE001  a template is foreign code: every failure in it is told with its line
        raise told(error, loader.texts, values) from None


def _joined(pieces: Generator[str, None, None]) -> str:
    """The whole text; one too long is stopped at the line that writes it."""
    kept, size = [], 0
    for piece in pieces:
        kept.append(piece)
        size += len(piece)
        if size > MOST_SIGNS:
            pieces.throw(OverflowError(f"writes more than {MOST_SIGNS // 1_000_000} million signs"))
    return "".join(kept)


def context(briefing: Briefing, look: Look, figures: Mapping[str, Figure], *, tight: bool = False) -> dict[str, Any]:
    """All that a template may know, as plain values; docs/templates.md lists them."""
    identity = briefing.identity
    return {
        "lang": identity.language,
        "title": briefing.title,
        "audience": identity.audience,
        "word": {key.replace("-", "_"): value for key, value in briefing.words.items()},
        "states": _states(briefing),
        "sections": tuple(one for one in briefing.sections if one.id != EMBARGO),
        "briefing": {one.id: one for one in briefing.sections if one.id != EMBARGO},
        "figures": figures_of(briefing, figures),
        "brand": {**look.brand, "logo": look.logo},
        "edition": {"number": briefing.number, "issue": briefing.issue, "period": str(identity.period), "key": briefing.key},
        "ordinal": Ordinals(),
        "tight": tight,
    }


def _states(briefing: Briefing) -> list[Words]:
    """What a reader must know before reading: an embargoed, invented, draft, held or superseded edition says so under the band."""
    embargo = briefing.section(EMBARGO)
    said = [embargo.standing] if embargo else []
    said += [briefing.words["synthetic"]] if briefing.synthetic else []
    return [*said, *(briefing.words[key] for key in STATES if briefing.words.get(key))]
