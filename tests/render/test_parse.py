from pathlib import Path

from bilan.project import Project
from bilan.render.look import look
from bilan.render.parse import mistakes

ROOT = Path(__file__).parents[2]


def project(folder: Path, **templates: str) -> Project:
    (folder / "bilan.toml").write_text('partnerships = ["kz-kg"]\n', encoding="utf-8")
    place = folder / "templates" / "minister"
    place.mkdir(parents=True)
    (place / "audience.toml").write_bytes((ROOT / "templates" / "minister" / "audience.toml").read_bytes())
    for name, text in templates.items():
        (place / f"{name}.html").write_text(text, encoding="utf-8")
    return Project(folder)


def test_our_own_templates_can_be_read() -> None:
    assert [mistakes(look(Project(ROOT), audience)) for audience in ("minister", "analyst")] == [[], []]


def test_every_broken_file_is_told_with_its_line(tmp_path: Path) -> None:
    found = mistakes(look(project(tmp_path, briefing="{% if %}", extra="\n{{ nothing"), "minister"))

    assert [one.where for one in found] == ["templates/minister/briefing.html", "templates/minister/extra.html"]
    assert "line 1" in found[0].message
    assert {one.severity.value for one in found} == {"hold"}


def test_a_file_that_is_no_utf_8_is_told(tmp_path: Path) -> None:
    one = project(tmp_path)
    (tmp_path / "templates" / "minister" / "briefing.html").write_bytes("Бишкек".encode("cp1251"))

    assert "is not UTF-8" in mistakes(look(one, "minister"))[0].message
