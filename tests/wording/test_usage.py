from pathlib import Path

from bilan.wording.usage import unused


def write(folder: Path, messages: str, code: str = "", page: str = "") -> tuple[Path, Path]:
    (folder / "messages" / "en").mkdir(parents=True)
    (folder / "messages" / "en" / "a.ftl").write_text(messages, encoding="utf-8")
    (folder / "code").mkdir()
    (folder / "code" / "a.py").write_text(code, encoding="utf-8")
    (folder / "code" / "a.html").write_text(page, encoding="utf-8")
    return folder / "code", folder / "messages"


def test_every_message_of_ours_is_printed() -> None:
    assert unused() == []


def test_tells_a_message_that_nothing_names(tmp_path: Path) -> None:
    (problem,) = unused(*write(tmp_path, "a = x\nb = y\n", "word('a')\n"))

    assert str(problem) == "message 'b': is in en/a.ftl and printed nowhere (remove it in every language)"


def test_knows_names_made_of_parts_from_templates_from_messages_and_of_units(tmp_path: Path) -> None:
    messages = "heading-trade = x\nfoot = { head }\nhead = z\nmoney-billion-long = { $sign }{ $number }\ntrack = x\n"

    assert unused(*write(tmp_path, messages, "f'heading-{name}'\nf'{one}-{other}'\n", "{{ words['foot'] }} {{ say(\"track\") }}")) == []


def test_a_pattern_of_gaps_accounts_for_nothing(tmp_path: Path) -> None:
    assert len(unused(*write(tmp_path, "one-two = x\n", "f'{one}-{other}'\n"))) == 1
