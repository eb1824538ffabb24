"""How do readings, dates and messages become words and numerals on a page?"""

import re
from collections.abc import Callable, Collection
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from bilan.config.models import CountryConfig, PartnershipConfig
from bilan.document import Argument, Printed, Text
from bilan.errors import DefinitionError, closest
from bilan.model import Reading
from bilan.period import Period
from bilan.wording.amount import declared, printed, shown
from bilan.wording.calendar import KINDS, dated_text, day_text, period_text
from bilan.wording.display import Form
from bilan.wording.numberwords import constants_in
from bilan.wording.numerals import half_away, numerals_in, plain, plural_class, sign_of

if TYPE_CHECKING:
    from bilan.wording.catalogue import Catalogue, Variable

_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?=\s|$)")
Makers = dict[str, Callable[[], Text]]


def printer(lang: str, partnership: PartnershipConfig, folder: Path | None = None) -> "Printer":
    """A printer for one language and partnership; `folder` may hold the partnership's own `texts.<lang>.ftl`."""
    from bilan.wording.catalogue import catalogue  # noqa: PLC0415  Fluent and Babel load only once something is printed

    return Printer(catalogue(lang, folder), partnership)


def plain_printer(lang: str, only: Collection[str], partnership: PartnershipConfig | None = None, folder: Path | None = None) -> "Printer":
    """A printer with the messages of some files, and the countries of a partnership if any; it may live for long: it keeps no ledger."""
    from bilan.wording.catalogue import catalogue  # noqa: PLC0415  same

    return Printer(catalogue(lang, folder, only), partnership, keeps=False)


class Printer:
    """The formatting door; `made` is the ledger of all it printed, unless it `keeps` none."""

    def __init__(self, words: "Catalogue", partnership: PartnershipConfig | None, *, keeps: bool = True) -> None:
        self.lang = words.lang
        self.made: list[Printed] = []
        self._keeps = keeps
        self._words = words
        self._partnership = partnership

    # --- numbers ---------------------------------------------------------------------------------------------

    def amount(
        self,
        reading: Reading,
        *,
        form: Form = "long",
        hedge: bool = True,
        signed: bool = False,
        scale: Decimal | None = None,
        digits: int | None = None,
    ) -> Text:
        """A reading with its unit, hedged as its precision asks; the word for n/a where it has no value.

        `scale` fixes the scale instead of the magnitude choosing it; `digits` fixes the places after the decimal sign.
        """
        if reading.value is None:
            return Text.of(self.word("missing"))
        signs: Literal["always", "auto"] = "always" if signed else "auto"
        numeral = self._keep(printed(self._words, reading, form, shown(reading, form, scale, digits), signs))
        return self._hedged(reading, numeral) if hedge else Text.of(numeral)

    def change(self, reading: Reading, *, form: Form = "short", digits: int | None = None) -> Text:
        """A change with its sign and without hedge: `+11.6%`, `+$406m`, `+3.8 pp`."""
        return self.amount(reading, form=form, hedge=False, signed=True, digits=digits)

    def magnitude(self, reading: Reading, *, form: Form = "long") -> Text:
        """A reading without its sign, for sentences whose verb tells the direction."""
        if reading.value is None:
            return Text.of(self.word("missing"))
        return self._hedged(reading, self._keep(printed(self._words, reading, form, shown(reading, form), "never")))

    def count(self, number: int, ref: str) -> Printed:
        """A number of things."""
        return self._keep(declared(self._words, Decimal(number), "count", ref))

    def axis(self, value: Decimal, digits: int) -> Printed:
        """A tick label on an axis, to so many places."""
        tick = half_away(value, digits)
        return self._keep(declared(self._words, tick, "axis", plain(tick)))

    # --- dates and constants ---------------------------------------------------------------------------------

    def date(self, day: date, *, form: Literal["long", "short"] = "long") -> Printed:
        """A day."""
        return self._keep(Printed(day_text(self._words, day, form), "date", day.isoformat()))

    def dated(self, text: str) -> Printed:
        """A date as precisely as it is known: `2024-04-19`, `2024-04` or `2024`."""
        return self._keep(Printed(dated_text(self._words, text), "date", text))

    def period(self, period: Period) -> Printed:
        """A period."""
        return self._keep(Printed(period_text(self._words, period), "period", str(period)))

    def constant(self, text: str, kind: str, ref: str = "") -> Printed:
        """A declared constant: a claim's number, an ordinal, a code, a name, an edition number."""
        return self._keep(Printed(text, kind, ref or text))

    # --- words -----------------------------------------------------------------------------------------------

    def has(self, message: str) -> bool:
        """Whether there is such a message in this language."""
        return self._words.has(message)

    def word(self, message: str) -> str:
        """A message without arguments and numerals."""
        text = self._words.format(message, {})
        if numerals_in(text):
            raise DefinitionError(f"message '{message}'", (f"holds a numeral: '{text}'",), "print it with say(), which declares numerals")
        return text

    def say(self, message: str, **args: Argument) -> Text:
        """A message with its arguments printed; raises DefinitionError where one is missing.

        Beside `$x` a message may use `$x-class`, `$x-sign`, `$x-state` (numbers), `$x-kind` (periods), and of a
        reading `$x-short`, `$x-abs`, `$x-signed`, `$x-plain` (unhedged), `$x-precision`, `$x-status`.
        """
        said: list[Text] = []
        variables: dict[str, Variable] = {}
        for name, value in args.items():
            variables |= self._variables(name, value, said)
        parts: list[str | Printed | Text] = []
        for piece in self._words.pieces(message, variables, said):
            parts += [piece] if isinstance(piece, Text) else self._literal(_one_stop(piece, parts), message)
        return Text.of(*parts)

    def partner(self, code: str) -> bool:
        """Whether a code is that of a partner, which has a name."""
        return code in {country.code for country in (self._partnership.country if self._partnership else ())}

    def country(self, code: str) -> str:
        """A partner's name."""
        return self._named(self._country(code), "name")

    def country_of(self, code: str) -> str:
        """A partner's name after a noun: `of Kazakhstan`, `du Kazakhstan`."""
        country = self._country(code)
        if self.lang in country.of:
            return self._named(country, "of")
        return self._words.format("of-country", {"country": self._named(country, "name")})

    def country_adjective(self, code: str) -> str:
        """A partner's adjective, in the form that stands beside `statistics`."""
        return self._named(self._country(code), "adjective")

    # --- private ---------------------------------------------------------------------------------------------

    def _keep(self, printed: Printed) -> Printed:
        if self._keeps:
            self.made.append(printed)
        return printed

    def _hedged(self, reading: Reading, numeral: Printed) -> Text:
        return self.say("hedge", precision=reading.precision.value, amount=numeral)

    def _literal(self, words: str, message: str) -> list[str | Printed]:
        """Plain words; the numerals in a partnership's own texts are names it declared by writing them."""
        parts: list[str | Printed] = []
        at = 0
        for start, end in constants_in(words, self.lang) if self._words.owned(message) else ():
            parts += [words[at:start], self.constant(words[start:end], "name", message)]
            at = end
        return [part for part in (*parts, words[at:]) if part]

    def _variables(self, name: str, value: Argument, said: list[Text]) -> "dict[str, Variable]":
        """What a message may use of one argument: words to choose by, and texts printed only if it does use them."""
        if isinstance(value, str):
            return {name: value}
        chosen, makers = self._forms(name, value)
        return chosen | {key: self._words.slot(make, said) for key, make in makers.items()}

    def _forms(self, name: str, value: Argument) -> tuple[dict[str, str], Makers]:
        match value:
            case Reading():
                return self._reading_forms(name, value)
            case Period():
                kind = "month" if value.months == 1 else KINDS[value.frequency]
                return {f"{name}-kind": kind}, {name: lambda: Text.of(self.period(value))}
            case date():
                return {}, {name: lambda: Text.of(self.date(value))}
            case int():
                return self._choices(name, Decimal(value)), {name: lambda: Text.of(self.count(value, name))}
            case Decimal():
                return self._choices(name, value), {name: lambda: Text.of(self._keep(declared(self._words, value, "claim", name)))}
            case _:
                text = Text.of(value)
                number = next((Decimal(one.shown) for one in text.printed if one.shown), None)
                return self._choices(name, number), {name: lambda: text}

    def _reading_forms(self, name: str, reading: Reading) -> tuple[dict[str, str], Makers]:
        chosen = self._choices(name, None if reading.value is None else shown(reading, "long").shown)
        chosen |= {f"{name}-precision": reading.precision.value, f"{name}-status": reading.status.value}
        return chosen, {
            name: lambda: self.amount(reading),
            f"{name}-short": lambda: self.amount(reading, form="short"),
            f"{name}-plain": lambda: self.amount(reading, hedge=False),
            f"{name}-abs": lambda: self.magnitude(reading),
            f"{name}-signed": lambda: self.change(reading, form="long"),
            f"{name}-change": lambda: self.change(reading),
        }

    def _choices(self, name: str, number: Decimal | None) -> dict[str, str]:
        if number is None:
            return {f"{name}-class": "other", f"{name}-sign": "zero", f"{name}-state": "missing"}
        classed = plural_class(plain(number), self.lang)
        return {f"{name}-class": classed, f"{name}-sign": sign_of(number), f"{name}-state": "known"}

    def _country(self, code: str) -> CountryConfig:
        known = {country.code: country for country in (self._partnership.country if self._partnership else ())}
        if code not in known:
            hint = f"known: {', '.join(known)}"
            raise DefinitionError(f"country '{code}'", (f"is no partner{closest(code, list(known))}",), hint)
        return known[code]

    def _named(self, country: CountryConfig, form: Literal["name", "of", "adjective"]) -> str:
        names: dict[str, str] = getattr(country, form)
        if self.lang not in names:
            where = f"partnership.toml: country '{country.code}'"
            raise DefinitionError(where, (f"has no {form} in '{self.lang}'",), f'write {form} = {{ {self.lang} = "…" }}')
        return names[self.lang]


def _one_stop(words: str, before: list[str | Printed | Text]) -> str:
    """The words after what was printed; an abbreviation's full stop also ends the sentence, so that no two stand together."""
    words = _TWO_STOPS.sub(".", words)
    doubled = words.startswith(".") and not words.startswith("..") and "".join(map(str, before)).endswith(".")
    return words[1:] if doubled else words
