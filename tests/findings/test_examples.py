"""Every rule says of its examples, in five languages, what stands beside them; `--update-golden` writes what it says now."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import bilan.findings.builtin  # noqa: F401  registers the rules
from bilan.compose.material import Material
from bilan.config.models import PartnershipConfig
from bilan.document import Finding, Identity
from bilan.findings.changes import MEANING
from bilan.findings.examples import FOLDER, Example, examples
from bilan.findings.facts import Facts
from bilan.findings.noise import LEVELS, STABLE
from bilan.findings.rule import Hedge, derive, rules
from bilan.model import Precision, Status
from bilan.period import Period
from bilan.project import Project
from bilan.wording.printer import printer
from bilan.wording.suffixes import hanging

LANGUAGES = ("en", "fr", "ru", "kk", "ky")
EVERY = [one for group in examples().values() for one in group]
CAUSES = re.compile(
    r"\b(because|due to|thanks to|owing|caused|driven|grâce|à cause|en raison|благодаря|из-за|вследствие|себебі|салдарынан|себеби|аркасында)\b",
    re.IGNORECASE,
)


Told = Callable[[Example], tuple[Facts, Finding]]
Say = Callable[[Example, str], str]


@pytest.fixture(scope="module")
def told(partnership: PartnershipConfig) -> Told:
    """The facts of an example and the one finding it is about."""

    @cache
    def derived(at: int) -> tuple[Facts, Finding]:
        example = EVERY[at]
        facts = example.facts(partnership)
        (found,) = (one for one in derive(facts) if (one.rule, one.subject) == (example.rule, example.about))
        return facts, found

    return lambda example: derived(EVERY.index(example))


@pytest.fixture(scope="module")
def say(told: Told, checkout: Path) -> Say:
    """The sentence of an example in a language, as an edition prints it."""
    project = Project(checkout)
    return lambda example, lang: worded(*told(example), lang, project)


def worded(facts: Facts, found: Finding, lang: str, project: Project) -> str:
    door, identity = printer(lang, facts.partnership, project.folder("kz-kg")), Identity("kz-kg", Period.parse("2026-10"), "analyst", lang)
    audience, office = project.audience("analyst"), project.config.office
    item = Material(identity, facts, (found,), door, {}, {}, audience, office, date(2026, 11, 2)).worded(found)
    return f"{item.lead} {item.body}"


def named(one: Example) -> str:
    at = [other for other in EVERY if other.rule == one.rule].index(one)
    return f"{one.rule}-{at + 1}"


def words(one: Finding) -> set[str]:
    return {value for name, value in one.args if name in MEANING and isinstance(value, str)}


@pytest.fixture(scope="module", autouse=True)
def updated(request: pytest.FixtureRequest, say: Say) -> None:
    if not request.config.getoption("--update-golden"):
        return
    for path in sorted(FOLDER.glob("*.toml")):
        left = in_file(path)
        head, *blocks = re.split(r"(?m)^(?=\[\[)", path.read_text(encoding="utf-8"))
        written = [head]
        for block in blocks:
            example = next(left)
            kept = [line for line in block.rstrip().splitlines() if not line.startswith("says.")]
            said = {lang: say(example, lang) for lang in LANGUAGES}
            lines = [*kept, *(f"says.{lang} = {json.dumps(text, ensure_ascii=False)}" for lang, text in said.items())]
            written.append("\n".join(lines) + "\n\n")
        path.write_text("".join(written).rstrip() + "\n", encoding="utf-8")
    pytest.exit("the examples are written anew; look at the difference, then run without --update-golden", 0)


def in_file(path: Path) -> Iterator[Example]:
    """Examples in the order of the file, where those of one rule stand together."""
    order = re.findall(r"(?m)^\[\[(.+)\]\]", path.read_text(encoding="utf-8"))
    for rule in dict.fromkeys(order):
        yield from examples()[rule]


def test_every_rule_has_examples_and_every_example_a_rule() -> None:
    assert sorted(examples()) == rules.names()
    assert len(rules) >= 25


@pytest.mark.parametrize("example", EVERY, ids=named)
def test_a_rule_says_what_its_example_says_in_every_language(example: Example, say: Say) -> None:
    assert {lang: say(example, lang) for lang in LANGUAGES} == example.says


def test_the_examples_of_a_topic_show_each_of_its_opposites(told: Told) -> None:
    shown: dict[str, set[str]] = {}
    wanted: dict[str, set[str]] = {}
    for name, group in examples().items():
        says = rules.get(name).says
        wanted.setdefault(says.topic, set()).update(says.opposites)
        shown.setdefault(says.topic, {name.rpartition("-")[2]}).add(name.rpartition("-")[2])
        for one in group:
            shown[says.topic] |= words(told(one)[1])

    assert {topic: left for topic in wanted if (left := wanted[topic] - shown[topic])} == {}


def test_a_rule_says_no_word_it_does_not_declare(told: Told) -> None:
    places = {"KAZ", "KGZ"}
    found = {one.rule: words(told(one)[1]) - places - set(rules.get(one.rule).says.opposites) for one in EVERY}

    assert {name: left for name, left in found.items() if left} == {}


def test_opposites_are_told_in_other_words_in_every_language() -> None:
    for name, group in examples().items():
        opposites = rules.get(name).says.opposites
        for lang in LANGUAGES if opposites else ():
            assert len({one.says[lang] for one in group}) == len(group), (name, lang)


def test_a_rule_with_a_direction_knows_noise_and_one_that_counts_years_tells_levels(told: Told) -> None:
    for one in EVERY:
        says, found = rules.get(one.rule).says, words(told(one)[1])
        if found & {"up", "down", STABLE}:
            assert Hedge.NOISE in says.hedges, one.rule
        if LEVELS in found:
            assert Hedge.FEW in says.hedges or one.rule == "year-to-date", one.rule  # the same months may be unknown


def test_no_example_rests_on_a_bound_where_the_rule_withholds_them(told: Told) -> None:
    for one in EVERY:
        facts, found = told(one)
        if Hedge.BOUND in rules.get(one.rule).says.hedges:
            bounds = [name for name in found.reading_ids if (read := facts.readings.get(name)) and read.precision.value.endswith("bound")]
            assert bounds == [], one.rule


def test_what_is_not_exact_is_hedged_and_what_is_not_final_says_so(told: Told) -> None:
    for one in EVERY:
        facts, found = told(one)
        used = [read for name in found.reading_ids if (read := facts.readings.get(name)) is not None]
        if any(read.precision is Precision.APPROXIMATE for read in used) and one.rule != "outlook-range":
            assert "about" in one.says["en"], one.rule
        told_so = {Status.PROVISIONAL: "provisional", Status.ESTIMATED: "estimates"}
        assert {word for word in told_so.values() if word in one.says["en"]} == {
            told_so[read.status] for read in used if read.status in told_so
        }


@pytest.mark.parametrize("name", rules.names())
def test_a_rule_that_declares_it_says_in_every_language_what_is_provisional(
    name: str, say: Say, checkout: Path, partnership: PartnershipConfig
) -> None:
    example = examples()[name][0]
    shaky = provisional(example)
    facts = shaky.facts(partnership)
    (found,) = (one for one in derive(facts) if (one.rule, one.subject) == (name, example.about))
    declared = Hedge.STATUS in rules.get(name).says.hedges

    for lang in LANGUAGES:
        fixed = printer(lang, partnership).say("finding-status", status="provisional")
        assert worded(facts, found, lang, Project(checkout)).endswith(str(fixed)) is declared
        assert not say(example, lang).endswith(str(fixed))


def provisional(example: Example) -> Example:
    given = dict(example.given)
    given["readings"] = {name: f"{written} provisional" for name, written in given.get("readings", {}).items()}
    for about, written in given.pop("series", {}).items():
        start, *values = written.split()
        given["readings"] |= {f"{about}:{int(start) + at}": f"{value} provisional" for at, value in enumerate(values)}
    return replace(example, given=given)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_states_a_cause_or_hangs_a_case_on_a_number(lang: str) -> None:
    said = [one.says[lang] for one in EVERY]

    assert [text for text in said if CAUSES.search(text) or hanging(text, lang)] == []
    assert [text for text in said if ".." in text or "  " in text or " ," in text or "{" in text] == []
