"""What does every page have in common? Its visitor, language, words, the frame around it, and how its forms are marked."""

import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bilan.archive.furniture import Furniture
from bilan.archive.style import family
from bilan.compose.series import found_in_words, series_in_words
from bilan.config.models import BrandConfig
from bilan.errors import BilanError
from bilan.gate.check import GateResult
from bilan.ledger.people_records import Role
from bilan.render.night import day, night
from bilan.schedule.standing import local
from bilan.secret import redacted
from bilan.web.editions import name_of
from bilan.web.pages.words import PageWords, words
from bilan.web.principal import LONGEST, Principal, cookie_name, needed
from bilan.web.problems import RefusedError, refusal
from bilan.web.site import Site
from bilan.wording.languages import languages
from bilan.wording.printer import Printer

HERE = Path(__file__).parent
STATIC = {"site.css": "text/css", "site.js": "text/javascript", "icon.svg": "image/svg+xml"}
NAVIGATION = (
    ("editions", "", Role.VIEW), ("build", "build", Role.RUN), ("schedule", "schedule", Role.VIEW),
    ("deliveries", "deliveries", Role.VIEW), ("data", "data", Role.VIEW), ("preview", "preview", Role.RUN), ("health", "health", Role.VIEW),
)  # fmt: skip


@cache
def environment() -> Environment:
    """The templates of the pages: everything is escaped, and what is missing is a mistake."""
    return Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


@dataclass
class Frame:
    """One request for a page."""

    site: Site
    request: Request
    principal: Principal | None
    language: str

    @cached_property
    def words(self) -> PageWords:
        """The words of the page."""
        return words(self.language)

    @property
    def who(self) -> Principal:
        """Who asks; RefusedError 401 where nobody is known."""
        return needed(self.principal, Role.VIEW)

    def needs(self, role: Role) -> Principal:
        """Who asks, if the role reaches."""
        return needed(self.principal, role)

    def link(self, path: str = "", **query: object) -> str:
        """The address of a page of ours in this language."""
        told = {name: value for name, value in query.items() if value not in (None, "")}
        return f"/{self.language}/{quote(path, safe='/:')}" + (f"?{urlencode(told)}" if told else "")

    def title_of(self, pair: str) -> str:
        """What a partnership is called."""
        return self.furniture.title(pair, self.language)

    def audience(self, name: str) -> str:
        """What an audience's edition is called."""
        return self.furniture.audience(name, self.language)

    def series(self, pair: str, name: object) -> str:
        """What a series of a partnership is called, in words as far as there are words."""
        return _called(self._printer(pair), str(name))

    def found(self, pair: str, result: GateResult) -> str:
        """What the gate found; empty where only English says it."""
        return str(found_in_words(self._printer(pair), result)) if result.said else ""

    @cached_property
    def furniture(self) -> Furniture:
        """Names of partnerships and audiences, of those issued and those that could be."""
        return self.site.furniture()

    def local(self, at: Any) -> str:  # noqa: ANN401  an instant in either form
        """An instant in the zone of the first schedule."""
        return self.words.instant(at, local(self.site.project))

    @property
    def mark(self) -> str:
        """What forms of this page carry."""
        return self.principal.mark if self.principal else ""

    def checked(self, form: Mapping[str, Any]) -> None:
        """RefusedError 403 where a form was not made by a page of this visitor's."""
        if not self.mark or not hmac.compare_digest(str(form.get("mark", "")).encode(), self.mark.encode()):
            raise RefusedError(403, self.words.word("web-stale-form"), self.words.word("web-reload"))

    def page(self, template: str, status: int = 200, **values: Any) -> Response:  # noqa: ANN401  whatever a template shows
        """The page a template makes."""
        base = {
            "f": self, "t": self.words.word, "say": self.words.say, "w": self.words, "office": self.site.project.config.office.name,
            "navigation": self._navigation(), "others": self._others(), "who": self.principal, "open": self.site.open, "mark": self.mark,
            "static": static, "Role": Role, "date": date.fromisoformat, "name_of": name_of,
        }  # fmt: skip
        return HTMLResponse(environment().get_template(template).render(**base, **values), status)

    def refused(self, error: RefusedError | BilanError) -> Response:
        """The page a refusal is, with its headers; no secret is on it, and what the program says in English is marked as such."""
        one = refusal(error) if isinstance(error, BilanError) else error
        heading = f"web-refused-{one.status}"
        heading, foreign = heading if self.words.has(heading) else "web-refused", isinstance(error, BilanError) and self.language != "en"
        detail, hint = redacted(one.detail), redacted(one.hint)
        response = self.page("error.html", one.status, heading=heading, detail=detail, hint=hint, foreign=foreign)
        response.headers.update(one.headers)
        return response

    def go(self, path: str = "", **query: object) -> Response:
        """Send the browser on to another page."""
        return RedirectResponse(self.link(path, **query), 303)

    def _printer(self, pair: str) -> Printer:
        """What names series, asked for once a request: whether files have changed is looked at each time it is."""
        if pair not in self._printers:
            self._printers[pair] = self.site.printer(pair, self.language)
        return self._printers[pair]

    @cached_property
    def _printers(self) -> dict[str, Printer]:
        return {}

    def _navigation(self) -> list[tuple[str, str, bool]]:
        here = self.request.url.path.removeprefix(f"/{self.language}/").partition("/")[0]
        here = "" if here == "editions" else here
        found = [(name, path) for name, path, role in NAVIGATION if self.principal and self.principal.may(role)]
        return [(self.words.word(f"web-{name}"), self.link(path), here == path) for name, path in found]

    def _others(self) -> list[tuple[str, str, bool]]:
        path, query = self.request.url.path.partition(f"/{self.language}/")[2], self.request.url.query
        more = f"?{query}" if query else ""
        return [(one, f"/{one}/{path}{more}", one == self.language) for one in self.furniture.languages]


@lru_cache(maxsize=2000)
def _called(printer: Printer, name: str) -> str:
    """The list of all series names each of them, and takes no longer the second time."""
    return str(series_in_words(printer, name))


def keep(site: Site, response: Response, secret: str) -> None:
    """Let a browser keep our cookie; no script reads it, and other pages do not send it along."""
    response.set_cookie(
        cookie_name(site), secret, max_age=int(LONGEST.total_seconds()), path="/", secure=site.secure, httponly=True, samesite="lax"
    )


def chosen(request: Request, site: Site) -> str:
    """The language a browser prefers among ours, else the project's first."""
    known = languages()
    asked = re.findall(r"([a-zA-Z]{2,3})(?:-[\w-]+)?(?:\s*;\s*q=([0-9.]+))?", request.headers.get("accept-language", "")[:200])
    ranked = sorted(asked, key=lambda one: -_quality(one[1]))
    return next((name.lower() for name, _ in ranked if name.lower() in known), site.project.config.languages[0])


def _quality(text: str) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0


@cache
def static(name: str) -> str:
    """The address of a file that never changes under it."""
    return f"/static/{hashlib.sha256((HERE / 'static' / name).read_bytes()).hexdigest()[:12]}/{name}"


def colours(brand: BrandConfig) -> str:
    """The brand's colours as a style sheet, by day and by night, and its families."""
    colour = brand.colour.model_dump()
    lists = ["".join(f"--{name}:{value};" for name, value in made(colour).items()) for made in (day, night)]
    fonts = f"--sans:{family(brand.fonts.sans)},system-ui,sans-serif;--serif:{family(brand.fonts.serif)},Georgia,serif;"
    return f":root{{color-scheme:light dark;{fonts}{lists[0]}}}\n@media(prefers-color-scheme:dark){{:root{{{lists[1]}}}}}\n"
