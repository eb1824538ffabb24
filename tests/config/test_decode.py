from pathlib import Path
from typing import Annotated

import pytest
from pydantic import Field

from bilan.config.base import Model
from bilan.config.decode import decode, load, schema
from bilan.config.models import AudienceConfig, BilanConfig, BrandConfig, PartnershipConfig
from bilan.errors import ConfigError


class Branch(Model):
    name: str = ""
    rank: int | None = None
    inner: "Branch | None" = None


class Leaf(Model):
    colour: str


class Tree(Model):
    branch: tuple[Branch, ...] = ()
    by_name: dict[str, Branch] = Field(default_factory=dict)
    share: float = 0.5
    open: bool = True
    even: Annotated[int, Field(multiple_of=2)] = 2
    end: Branch | Leaf = Branch()


def mistakes(text: str, model: type[Model]) -> tuple[str, ...]:
    with pytest.raises(ConfigError) as raised:
        decode(text, model, "file.toml")
    return raised.value.mistakes


def test_a_good_file_becomes_its_model(tmp_path: Path) -> None:
    path = tmp_path / "bilan.toml"
    path.write_text('partnerships = ["kz-kg"]\n[office]\nname = "Ministère"\n', encoding="utf-8")

    assert load(path, BilanConfig).office.name == "Ministère"


def test_five_mistakes_are_told_at_once_with_their_lines() -> None:
    text = """reports = 3
languages = ["fr", "eng"]
legder = "sqlite:///a"
partnerships = ["kz-kg"]
[schedule.monthly]
timezon = "Asia/Bishkek"
at = 7
"""

    assert mistakes(text, BilanConfig) == (
        "line 2: languages[1]: expected 'fr', 'en', 'ru', 'kk' or 'ky', got 'eng' (did you mean 'en'?)",
        "line 7: schedule.monthly.at: expected text in quotes, got 7",
        "line 6: schedule.monthly.timezon: unknown setting (did you mean 'timezone'?)",
        "line 1: reports: expected text in quotes, got 3",
        "line 3: legder: unknown setting (did you mean 'ledger'?)",
    )


def test_a_missing_value_is_told_at_the_table_that_lacks_it() -> None:
    text = """[title]
en = "Title"
[[country]]
code = "KAZ"
short = "kz"
name = { en = "Kazakhstan" }
[[country]]
code = "KGZ"
name = { en = "Kyrgyzstan" }
"""

    assert mistakes(text, PartnershipConfig) == ("line 7: country[1].short: missing",)


def test_a_missing_value_at_the_top_has_no_line() -> None:
    assert mistakes("", AudienceConfig) == ("name: missing", "sections: missing")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("branch = 3", "line 1: branch: expected a list, got 3"),
        ("branch = [3]", "line 1: branch[0]: expected a table, got 3"),
        ("by-name = 3", "line 1: by-name: expected a table, got 3"),
        ('share = "a"', "line 1: share: expected a number, got 'a'"),
        ("open = 1", "line 1: open: expected true or false, got 1"),
        ("even = 3", "line 1: even: input should be a multiple of 2, got 3"),
        ('even = "3"', "line 1: even: expected a whole number, got '3'"),
    ],
)
def test_each_wrong_type_is_told_in_plain_words(text: str, said: str) -> None:
    assert mistakes(text, Tree) == (said,)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[branch]]\nnam = 1", "line 2: branch[0].nam: unknown setting (did you mean 'name'?)"),
        ("[[branch]]\n[[branch]]\nnam = 1", "line 3: branch[1].nam: unknown setting (did you mean 'name'?)"),
        ("[by-name.oak]\nnam = 1", "line 2: by-name.oak.nam: unknown setting (did you mean 'name'?)"),
        ('[by-name."oak"]\nnam = 1', "line 2: by-name.oak.nam: unknown setting (did you mean 'name'?)"),
        ("[[branch]]\n[branch.inner]\nnam = 1", "line 3: branch[0].inner.nam: unknown setting (did you mean 'name'?)"),
        ("[[branch]]\ninner = { nam = 1 }", "line 2: branch[0].inner.nam: unknown setting (did you mean 'name'?)"),
        ("brunch = 1", "line 1: brunch: unknown setting (did you mean 'branch'?)"),
        ("zzz = 1", "line 1: zzz: unknown setting"),
    ],
)
def test_an_unknown_setting_is_found_wherever_it_stands(text: str, said: str) -> None:
    assert mistakes(text, Tree) == (said,)


def test_where_two_kinds_of_table_may_stand_no_name_is_guessed() -> None:
    assert "end.Branch.nam: unknown setting" in mistakes("[end]\nnam = 1", Tree)


def test_a_line_that_is_neither_key_nor_table_moves_no_number() -> None:
    text = '# a comment\n\nbranch = [\n  { name = "a" },\n]\n\nshare = "x"\n'

    assert mistakes(text, Tree) == ("line 7: share: expected a number, got 'x'",)


def test_broken_syntax_is_told_with_its_place() -> None:
    with pytest.raises(ConfigError) as raised:
        decode("partnerships = [kz]", BilanConfig, "bilan.toml")

    assert str(raised.value) == "bilan.toml: cannot be used:\n  Invalid value (at line 1, column 17)"
    assert raised.value.hint == "mend the TOML syntax; text needs quotes"


def test_a_missing_file_says_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as raised:
        load(tmp_path / "bilan.toml", BilanConfig)

    assert str(raised.value) == "bilan.toml: cannot be used:\n  the file is missing"
    assert "bilan init" in raised.value.hint


def test_a_file_in_another_encoding_names_the_byte(tmp_path: Path) -> None:
    path = tmp_path / "bilan.toml"
    path.write_bytes('name = "Ministère"'.encode("latin-1"))

    with pytest.raises(ConfigError) as raised:
        load(path, BilanConfig)

    assert raised.value.mistakes == ("is not UTF-8 (byte 14)",)
    assert raised.value.hint == "save the file as UTF-8"


def test_the_schema_names_keys_as_they_are_written() -> None:
    written = schema(BrandConfig)

    assert written["additionalProperties"] is False
    assert "on-track" in written["$defs"]["StatusColours"]["properties"]
