from pathlib import Path

import bilan.findings.builtin  # noqa: F401  registers the rules
from bilan.findings.document import SECTIONS, page
from bilan.findings.examples import examples
from bilan.findings.rule import rules


def test_the_page_on_findings_is_written_from_the_rules(checkout: Path) -> None:
    written = (checkout / "docs" / "findings.md").read_text(encoding="utf-8")

    assert written == page(list(rules), examples()), "write it anew: python -m bilan.findings.document > docs/findings.md"


def test_every_rule_stands_there_with_its_weight_its_opposites_and_what_it_says_in_english() -> None:
    told = examples()
    parts = page(list(rules), told).split("\n### ")[1:]

    assert sorted(part.partition("\n")[0] for part in parts) == rules.names()
    for part in parts:
        one = rules.get(part.partition("\n")[0])
        assert f"- Weight: {one.weight}" in part
        assert all(word in part for word in one.says.opposites)
        assert all(example.says["en"] in part for example in told[one.name])


def test_every_section_a_rule_speaks_to_is_known() -> None:
    assert {one.section for one in rules} <= set(SECTIONS)
