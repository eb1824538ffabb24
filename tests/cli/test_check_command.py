import json
import re
from collections.abc import Callable
from pathlib import Path

Said = tuple[int, str, str]
Bilan = Callable[..., Said]


def test_a_sound_project_has_warnings_only(project: Path, bilan: Bilan) -> None:
    code, out, _ = bilan("check", "--project", project)

    assert code == 0
    assert "0 hold, " in out
    assert "warning: trade/KGZ/KAZ/total/TOTAL/A: stale: the last value is for 2024; the next was due by 2026-04-30" in out


def test_each_failing_rule_is_shown_with_its_rows_and_all_are_summed_up(project: Path, bilan: Bilan) -> None:
    _, out, _ = bilan("check", "--project", project)

    lines = out.splitlines()
    at = next(
        index for index, line in enumerate(lines) if line.startswith("warning: checkpoint_capacity_per_day/Ak-Zhol////A: contradicts")
    )
    assert lines[at + 1] == "  gate.duplicate: movement.csv#mv013, movement.csv#mv014, movement.csv#mv015 and 1 more"
    assert "  gate.freshness: trade.csv#bt056" in lines
    rules = (project / "data" / "kz-kg" / "gate.toml").read_text(encoding="utf-8").count("[[rule]]")
    assert re.fullmatch(rf"gate: {rules} rules on \d+ series: \d+ pass, \d+ warn, 0 hold", lines[-2])


def test_a_held_series_is_shown_and_makes_the_check_fail(project: Path, bilan: Bilan) -> None:
    table = project / "data" / "kz-kg" / "trade.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(",1340,USD_million", ",350.9,USD_million"), encoding="utf-8")

    code, out, _ = bilan("check", "--project", project)

    assert code == 3
    assert "hold: trade/KGZ/KAZ/total/TOTAL/A: 350.9 for 2024: at least 500 and at most 10000 USD_million is declared" in out
    assert "  gate.range: trade.csv#bt056" in out
    assert out.splitlines()[-2].endswith(", 1 hold")


def test_the_machine_gets_every_result_with_all_its_rows(project: Path, bilan: Bilan) -> None:
    _, out, _ = bilan("check", "--json", "--project", project)

    gate = json.loads(out)["gate"]
    results = [one for one in gate["results"] if one["series"].count("/") == 5 and "*" not in one["series"]]
    assert {action: sum(one["action"] == action for one in results) for action in ("pass", "warn", "hold")} == {
        action: gate[action] for action in ("pass", "warn", "hold")
    }
    assert gate["series"] == len({one["series"] for one in results})
    (told,) = (one for one in results if one["rule"] == "duplicate" and one["action"] == "warn")
    assert told["rows"] == [f"movement.csv#mv0{number}" for number in (13, 14, 15, 16)]
    assert (told["said"], told["arguments"]) == ("gate-duplicate", {"period": "2021", "day": "2021-04-02"})


def test_tables_that_cannot_be_read_leave_the_gate_without_a_word(project: Path, bilan: Bilan) -> None:
    (project / "data" / "kz-kg" / "trade.csv").write_text("obs_id\n", encoding="utf-8")

    code, out, _ = bilan("check", "--project", project)

    assert code == 3
    assert "gate: 0 rules on 0 series: 0 pass, 0 warn, 0 hold" in out


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


def test_every_mistake_in_the_list_of_recipients_is_found(project: Path, bilan: Bilan) -> None:
    listed = '[[recipient]]\nname = "A"\naddress = "nobody"\naudiences = ["ministre"]\nlanguage = "en"\n'
    (project / "recipients.toml").write_text(listed, encoding="utf-8")

    code, out, _ = bilan("check", "--project", project)

    assert code == 3
    assert "recipients.toml: cannot be used:" in out
    assert "line 1: address: 'nobody' is no mail address" in out
    assert "line 1: audiences: 'ministre' is not among the project's audiences (did you mean 'minister'?)" in out


def test_warns_of_months_without_a_due_day_and_of_series_nobody_knows(project: Path, bilan: Bilan) -> None:
    path = project / "bilan.toml"
    tables = '\n[schedule.late]\nrule = "31st-day"\nend = "2027-02-28"\n[schedule.fresh]\non-data = ["trade/KGS"]\n'
    path.write_text(path.read_text(encoding="utf-8") + tables, encoding="utf-8")

    code, out, _ = bilan("check", "--project", project)

    assert code == 0
    assert (
        "warning: bilan.toml: schedule.late: rule '31st-day' does not exist in 2026-11, 2027-02; nothing falls due in those months" in out
    )
    assert "warning: bilan.toml: schedule.fresh: on-data: no series is called 'trade/KGS' (did you mean 'trade/KGZ'?)" in out
