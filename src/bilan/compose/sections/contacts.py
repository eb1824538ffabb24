"""Whom may a reader ask? The contacts of bilan.toml meant for this audience, and how to cite the document."""

from bilan.compose.material import Material, writers
from bilan.config.models import ContactConfig
from bilan.document import Item, Section, Text


@writers.register("contacts")
def contacts(material: Material) -> Section | None:
    """None where nobody is named."""
    items = tuple(_item(material, one) for one in _asked(material))
    if not items:
        return None
    return Section("contacts", material.printer.word("heading-contacts"), items=items, notes=(_citation(material),))


def _asked(material: Material) -> tuple[ContactConfig, ...]:
    """Those for this audience, else the office's one contact."""
    office, audience = material.office, material.identity.audience
    meant = tuple(one for one in office.contacts if audience in one.audiences or not one.audiences)
    return meant or ((ContactConfig(address=office.contact),) if office.contact else ())


def _item(material: Material, one: ContactConfig) -> Item:
    """`Press.` and then who and where; both are names, whatever digits they hold."""
    told = material.names([part for part in (one.name, one.address) if part])
    return Item(material.printer.word(f"contact-{one.about}"), told)


def _citation(material: Material) -> Text:
    first, second = (material.printer.country(code) for code in material.facts.countries)
    return material.printer.say(
        "citation", office=material.names([material.office.name]), first=first, second=second, issued=material.issued_on
    )
