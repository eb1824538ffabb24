"""What numeral does a reading become, with unit and sign?"""

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from bilan.document import Printed
from bilan.errors import DefinitionError
from bilan.model import Reading
from bilan.wording.display import Display, Form, display, family
from bilan.wording.numerals import MINUS, plain, plural_class, sign_of, spelled

if TYPE_CHECKING:
    from bilan.wording.catalogue import Catalogue  # Fluent and Babel load only once something is printed

Signs = Literal["auto", "always", "never"]


def shown(reading: Reading, form: Form, scale: Decimal | None = None, digits: int | None = None) -> Display:
    """How a reading with a value is shown; raises DefinitionError for one without."""
    if reading.value is None:
        raise DefinitionError(f"reading '{reading.id}'", ("has no value to print",), "say why it is missing instead")
    return display(reading, reading.value, form, scale, digits)


def printed(catalogue: "Catalogue", reading: Reading, form: Form, as_shown: Display, signs: Signs = "auto") -> Printed:
    """A reading as a numeral with its unit, traceable to its value; with `never` a sign, to its magnitude."""
    number = spelled(as_shown.shown, catalogue.lang)
    sign = sign_text(as_shown.shown, signs)
    text = f"{sign}{number}"
    if form != "bare":
        message = f"{family(reading.unit)}-{as_shown.name}-{form}"
        if not catalogue.has(message):
            hint = f"add it to numbers.ftl, or print reading '{reading.id}' bare"
            raise DefinitionError(f"unit '{reading.unit}'", (f"has no message '{message}'",), hint)
        classed = plural_class(plain(as_shown.shown), catalogue.lang)
        text = catalogue.format(message, {"sign": sign, "number": number, "class": classed})
    exact = reading.value or Decimal(0)
    return Printed(
        text=text,
        kind="reading",
        ref=reading.id,
        number=number,
        value=plain(exact.copy_abs() if signs == "never" else exact),
        shown=plain(as_shown.shown.copy_abs() if signs == "never" else as_shown.shown),
        scale=plain(as_shown.scale),
    )


def declared(catalogue: "Catalogue", value: Decimal, kind: str, ref: str) -> Printed:
    """A number that is no reading: a count, a tick label."""
    number = spelled(value, catalogue.lang)
    return Printed(f"{sign_text(value, 'auto')}{number}", kind, ref, number=number, shown=plain(value))


def sign_text(value: Decimal, signs: Signs) -> str:
    """A minus, a plus where asked for, or nothing; zero has no sign."""
    sign = sign_of(value)
    if signs == "never" or sign == "zero":
        return ""
    if sign == "negative":
        return MINUS
    return "+" if signs == "always" else ""
