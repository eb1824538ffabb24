from collections.abc import Callable
from dataclasses import replace

from bilan.compose.material import Material
from bilan.compose.sections.contacts import contacts
from bilan.config.models import ContactConfig, OfficeConfig

MakeMaterial = Callable[..., Material]
PRESS = ContactConfig(about="press", name="A. Bekova", address="press@example.org, +996 312 00 00 00", audiences=("press",))
DATA = ContactConfig(about="data", address="data@example.org")


def told(material: Material) -> list[tuple[str, str]]:
    section = contacts(material)
    return [(str(one.lead), str(one.body)) for one in section.items] if section else []


def test_names_those_meant_for_the_audience_and_those_for_all(material: MakeMaterial) -> None:
    office = OfficeConfig(name="Bilan", contacts=(PRESS, DATA))

    assert told(material("en", "press", office=office)) == [
        ("Press.", "A. Bekova, press@example.org, +996 312 00 00 00"), ("Data and corrections.", "data@example.org"),
    ]  # fmt: skip
    assert told(material("fr", "investor", office=office)) == [("Données et corrections.", "data@example.org")]


def test_a_telephone_number_is_a_declared_name(material: MakeMaterial) -> None:
    given = material("en", "press", office=OfficeConfig(contacts=(PRESS,)))
    told(given)

    assert ("name", "A. Bekova, press@example.org, +996 312 00 00 00") in {(one.kind, one.text) for one in given.printer.made}


def test_the_one_contact_of_the_office_stands_in(material: MakeMaterial) -> None:
    assert told(material("en", "press", office=OfficeConfig(contact="desk@example.org"))) == [("Questions.", "desk@example.org")]


def test_says_how_to_cite(material: MakeMaterial) -> None:
    section = contacts(material("en", "press", office=OfficeConfig(name="Desk", contacts=(DATA,))))

    assert section is not None
    assert [str(one) for one in section.notes] == ["To cite: Desk, “Kazakhstan – Kyrgyzstan”, 24 November 2026."]


def test_without_a_contact_there_is_no_section(material: MakeMaterial) -> None:
    assert contacts(replace(material("en", "press"), office=OfficeConfig())) is None
