from tests.audit.briefings import BODY, LEAD, STANDING, briefing

from bilan.audit.composed import groups, lines
from bilan.audit.runs import plain


def test_rows_headlines_and_items_are_groups() -> None:
    found = {tuple(map(plain, one.parts)): one.roles for one in groups(briefing())}

    assert found["Kazakhstan", "$1.57 billion"] == ()
    assert found["Kyrgyzstan", "$1.32 billion", "Late"] == ()
    assert found["Trade, Kazakh statistics", "$1.57 billion", "11.6%", "in a year"] == (0, 1, 2, 3)
    assert found["Reporter", "Total"] == ()
    assert found[str(LEAD), str(BODY)] == ()


def test_words_of_the_cover_that_name_each_other_stand_together() -> None:
    found = [tuple(map(plain, one.parts)) for one in groups(briefing())]

    assert ("Edition", "3") in found
    assert ("A note without numerals.",) in found


def test_lists_every_sentence_with_the_lead_before_it() -> None:
    found = {str(one.text): str(one.lead) for one in lines(briefing())}

    assert found[str(BODY)] == "Trade grew."
    assert found[str(STANDING)] == ""
