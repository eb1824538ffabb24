from collections.abc import Callable
from dataclasses import replace

from bilan.compose.material import Material
from bilan.compose.sections.glance import chosen
from bilan.compose.sections.risks import MOST, RISKS, risks, untold
from bilan.document import Mark, Section

MakeMaterial = Callable[..., Material]


def section(material: Material) -> Section:
    found = risks(material)
    assert found is not None
    return found


def test_tells_the_heaviest_risk_first_with_its_mark_and_the_date_of_its_evidence(material: MakeMaterial) -> None:
    first = section(material("en", "investor")).items[0]

    assert str(first.lead) == "The last aim to fall due was missed."
    assert str(first.body).endswith("Evidence of 31 August 2025.")
    assert first.mark == Mark("late", "Late or missed")


def test_what_page_one_says_is_not_said_again(material: MakeMaterial) -> None:
    given = material("en", "investor")
    on_page_one = {given.worded(one).lead for one in chosen(given)}

    assert not on_page_one & {one.lead for one in section(given).items}
    without = replace(given, audience=given.audience.model_copy(update={"sections": ("risks",)}))
    assert untold(without) == list(given.findings)


def test_a_project_says_its_own_date_and_gets_no_second_one(material: MakeMaterial) -> None:
    late = next(one for one in section(material("en", "investor")).items if "is late" in str(one.lead))

    assert "Evidence of" not in str(late.body)
    assert "last dated evidence" in str(late.body)


def test_no_more_are_told_than_somebody_reads(material: MakeMaterial) -> None:
    given = material("en", "investor")
    many = replace(given, findings=tuple(one for one in given.findings if one.rule in RISKS) * 5)

    assert len(section(many).items) == MOST


def test_says_that_no_risk_was_found(unwritten: MakeMaterial) -> None:
    assert section(unwritten("en")).notes == ("No rule found a risk as of this date.",)
    assert section(unwritten("en")).standing == ""
