"""How does a partner stand in a sentence? With its article, and after `of`, `to` and `in`, as the language asks."""

from bilan.config.models import CountryConfig
from bilan.document import Text
from bilan.wording.printer import Printer

FORMS = ("the", "of", "to", "in")
ARTICLES = {
    "en": (("of the ", "article"),),
    "fr": (("du ", "masculine"), ("de la ", "feminine"), ("de l\u2019", "elided"), ("de l'", "elided"), ("des ", "plural")),
}
FRENCH_VOWELS = "AEIOUÂÉÈÊÎÔÛ"


def forms(printer: Printer, country: CountryConfig) -> dict[str, Text]:
    """The name by form; the article is read from `of` in partnership.toml, and `of` itself is printed as written there."""
    name, of = printer.country(country.code), dict(country.of).get(printer.lang, "")  # type: ignore[call-overload]  # a language of ours
    gender = _declared(of, printer.lang) if of else _likely(name, printer.lang)
    said = {form: printer.say(f"country-{form}", gender=gender, country=name) for form in FORMS}
    return said | ({"of": Text.of(of)} if of else {})


def _declared(of: str, lang: str) -> str:
    return next((gender for start, gender in ARTICLES.get(lang, ()) if of.startswith(start)), "none")


def _likely(name: str, lang: str) -> str:
    """The gender most French names of that spelling have; `of` is there for the others."""
    if lang != "fr":
        return "none"
    if name.endswith("s") and ("-" in name or " " in name):
        return "plural"
    if name[0] in FRENCH_VOWELS:
        return "elided"
    return "feminine" if name.endswith("e") else "masculine"
