"""What is a country called? Names to begin a new partnership with; the project's own table decides afterwards."""

from dataclasses import dataclass

from bilan.errors import UsageError

# Where CLDR has another name than the country itself or its neighbours use in that language.
OWN = {
    ("KGZ", "ru"): "Кыргызстан",
    ("USA", "ru"): "США",
    ("USA", "kk"): "АҚШ",
    ("USA", "ky"): "АКШ",
    ("ARE", "ru"): "ОАЭ",
}
LANGUAGES = ("fr", "en", "ru", "kk", "ky")


@dataclass(frozen=True, slots=True)
class Country:
    """A country: alpha-3 code, lower-case alpha-2 code, its names by language, and the time zone of most of it."""

    code: str
    short: str
    names: dict[str, str]
    zone: str


def country(code: str) -> Country:
    """The country of an ISO 3166 alpha-3 code, names from CLDR where we have none of our own; raises UsageError for an unknown one."""
    from babel import Locale  # noqa: PLC0415  loads only when a project is begun
    from babel.core import get_global  # noqa: PLC0415  same

    aliases = get_global("territory_aliases").get(code)
    short = aliases[0] if aliases and len(aliases) == 1 else ""
    names = {one: OWN.get((code, one)) or Locale(one).territories.get(short, "") for one in LANGUAGES}
    if not short or not all(names.values()):
        raise UsageError(f"country '{code}'", "is no ISO 3166 alpha-3 code", "for example KAZ, KGZ, DEU, FRA")
    return Country(code, short.lower(), names, get_global("territory_zones").get(short, ["UTC"])[0])
