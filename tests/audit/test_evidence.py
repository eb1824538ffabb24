from bilan.audit.evidence import Evidence
from bilan.document import Printed

LABEL = Printed("$1.5bn", "reading", "total", "1.5", "1500000000", "1.5", "1000000000")


def test_names_every_page_the_text_stands_on() -> None:
    evidence = Evidence("", (), ["about 1\u202f234", "x", "1 234 and −5"], (), "fr")

    assert str(evidence.problem("1\u00a0234", "is odd")) == "page 1, 3: '1 234' is odd (no reading was printed)"
    assert evidence.problem("-5", "is odd").where == "page 3"


def test_names_the_nearest_reading_and_says_markup_where_no_page_has_it() -> None:
    evidence = Evidence("", (), ["x"], (LABEL, Printed("2023", "period", "2023")), "en")

    assert str(evidence.problem("$1.6bn", "is odd")) == "markup: '$1.6bn' is odd (nearest reading: '$1.5bn' (total))"
