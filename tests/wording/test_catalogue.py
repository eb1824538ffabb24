from pathlib import Path

import pytest

from bilan.document import Text
from bilan.errors import DefinitionError, UsageError
from bilan.wording.catalogue import Catalogue, Slot, Words, catalogue, messages_of, parsed


def made(text: str, own: str = "") -> Catalogue:
    files = (Words("en/a.ftl", text), *([Words("texts.en.ftl", own, own=True)] if own else []))
    return Catalogue("en", files)


def test_says_which_languages_it_knows_when_one_has_no_messages() -> None:
    with pytest.raises(UsageError, match=r"language 'frr': has no messages.*did you mean 'fr'"):
        catalogue("frr")


def test_adds_the_partnerships_own_texts(tmp_path: Path) -> None:
    (tmp_path / "texts.en.ftl").write_text("event-council = Seventh council\n", encoding="utf-8")

    words = catalogue("en", tmp_path)

    assert words.format("event-council", {}) == "Seventh council"
    assert (words.owned("event-council"), words.owned("sources")) == (True, False)
    assert not catalogue("en", tmp_path / "elsewhere").has("event-council")


def test_lets_a_partnership_replace_a_message_of_ours() -> None:
    words = made("a = ours\nb = { a }!\n", "a = theirs\n")

    assert (words.format("b", {}), words.names(), words.owned("a")) == ("theirs!", ["a", "b"], True)


def test_refuses_a_message_written_twice() -> None:
    with pytest.raises(DefinitionError, match=r"message 'a' is already in en/a\.ftl"):
        Catalogue("en", (Words("en/a.ftl", "a = x\n"), Words("en/b.ftl", "a = y\n")))


def test_names_message_file_and_missing_argument() -> None:
    with pytest.raises(DefinitionError) as caught:
        made("a = { $who } and { $whom }\n").format("a", {"what": "x"})

    assert str(caught.value) == "message 'a' (en/a.ftl): cannot be used:\n  missing argument: $who\n  missing argument: $whom"
    assert caught.value.hint == "given: what"


def test_offers_the_closest_message_for_an_unknown_one() -> None:
    with pytest.raises(DefinitionError, match="is not known in 'en' \\(did you mean 'sources'"):
        made("sources = Sources\n").format("sorces", {})


def test_refuses_a_message_that_has_only_attributes() -> None:
    with pytest.raises(DefinitionError, match="has no text of its own"):
        made("a =\n    .title = x\n").format("a", {})


def test_names_the_line_that_is_no_fluent() -> None:
    with pytest.raises(DefinitionError, match=r"en/a\.ftl: cannot be used:\n  line 2: Expected"):
        parsed("a = x\nb { \n", "en/a.ftl")


def test_lists_messages_and_not_terms() -> None:
    assert messages_of(parsed("-term = x\na = { -term }\n# note\n", "x.ftl")) == ["a"]


def test_prints_an_argument_only_where_the_message_uses_it() -> None:
    said: list[Text] = []
    words = made("a = from { $x } on\n")
    variables = {"x": words.slot(lambda: Text.of("here"), said), "y": words.slot(lambda: Text.of("there"), said)}

    assert words.pieces("a", variables, said) == ["from ", Text.of("here"), " on"]
    assert said == [Text.of("here")]


def test_refuses_to_choose_by_a_printed_argument() -> None:
    said: list[Text] = []
    words = made("a = { $x ->\n    [one] one\n   *[other] others\n }\n")

    with pytest.raises(DefinitionError, match="select on its -class"):
        words.format("a", {"x": words.slot(lambda: Text.of("7"), said)})
    assert isinstance(hash(Slot(Text, [])), int)
