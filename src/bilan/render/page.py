"""How does a briefing become one HTML page? Its audience's template, filled in a sandbox."""

from collections.abc import Mapping
from typing import Any

from bilan.document import Briefing, Figure, Words
from bilan.errors import BilanError
from bilan.render.job import figures_of
from bilan.render.loader import Loader
from bilan.render.look import Look
from bilan.render.mistakes import told
from bilan.render.sandbox import Ordinals, Sandbox

STATES = ("draft", "replayed", "held", "superseded", "erratum")


def html(briefing: Briefing, look: Look, figures: Mapping[str, Figure], *, tight: bool = False) -> str:
    """The page of a briefing; raises TemplateError with file, line and hint."""
    loader = Loader(look)
    return fill(loader, look.template, context(briefing, look, figures, tight=tight))


def fill(loader: Loader, template: str, values: Mapping[str, Any]) -> str:
    """A template filled with values; whatever goes wrong in it is told as TemplateError."""
    try:
        sandbox = Sandbox(loader)
        sandbox.globals.update(values)
        return sandbox.get_template(template).render()
    except BilanError:
        raise
    except Exception as error:  # noqa: BLE001  a template is foreign code: every failure in it is told with its line
        raise told(error, loader.texts, values) from None


def context(briefing: Briefing, look: Look, figures: Mapping[str, Figure], *, tight: bool = False) -> dict[str, Any]:
    """All that a template may know, as plain values; docs/templates.md lists them."""
    identity = briefing.identity
    return {
        "lang": identity.language,
        "title": briefing.title,
        "audience": identity.audience,
        "word": {key.replace("-", "_"): value for key, value in briefing.words.items()},
        "states": _states(briefing),
        "sections": briefing.sections,
        "briefing": {section.id: section for section in briefing.sections},
        "figures": figures_of(briefing, figures),
        "brand": dict(look.brand),
        "edition": {"number": briefing.number, "issue": briefing.issue, "period": str(identity.period), "key": briefing.key},
        "ordinal": Ordinals(),
        "tight": tight,
    }


def _states(briefing: Briefing) -> list[Words]:
    """What a reader must know before reading: an invented, draft, held or superseded edition says so under the band."""
    said = [briefing.words["synthetic"]] if briefing.synthetic else []
    return [*said, *(briefing.words[key] for key in STATES if briefing.words.get(key))]
