import json
from collections.abc import Callable
from pathlib import Path

Said = tuple[int, str, str]
Bilan = Callable[..., Said]


def test_a_sound_project_has_warnings_only(project: Path, bilan: Bilan) -> None:
    code, out, _ = bilan("check", "--project", project)

    assert code == 0
    assert "0 hold, " in out
    assert "warning: trade/KGZ/KAZ/total/TOTAL/A: the last value is for 2024" in out


def test_every_kind_of_mistake_is_found_before_a_build(project: Path, bilan: Bilan) -> None:
    (project / "templates" / "minister" / "briefing.html").write_text("{% if %}", encoding="utf-8")
    (project / "data" / "kz-kg" / "texts.en.ftl").write_text("event-ev001 = Relations\n", encoding="utf-8")
    table = project / "data" / "kz-kg" / "trade.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(",1317.884,", ',"1,317",'), encoding="utf-8")

    code, out, _ = bilan("check", "--json", "--project", project)

    told = json.loads(out)["problems"]
    holds = " ".join(f"{one['where']} {one['message']}" for one in told if one["severity"] == "hold")
    assert code == 3
    assert "templates/minister/briefing.html" in holds
    assert "trade.csv" in holds
    assert "message 'claim-c01' is missing" in holds


def test_an_unknown_time_zone_is_answered_with_the_closest_one(project: Path, bilan: Bilan) -> None:
    path = project / "bilan.toml"
    path.write_text(path.read_text(encoding="utf-8") + '[schedule.monthly]\ntimezone = "Asia/Bishkec"\n', encoding="utf-8")

    code, out, _ = bilan("check", "--project", project)

    assert code == 3
    assert "there is no time zone 'Asia/Bishkec' (did you mean 'Asia/Bishkek'?)" in out
    assert bilan("build", "--project", project)[0] == 3


def test_says_nothing_when_asked_to_be_quiet(project: Path, bilan: Bilan) -> None:
    assert bilan("check", "--quiet", "--project", project) == (0, "", "")
