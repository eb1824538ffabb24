"""What does a person see who gets something wrong? A sentence with where, what and hint; an exit code; nothing half-written."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

Said = tuple[int, str, str]
Bilan = Callable[..., Said]
HEAD = "obs_id,reporter,partner,flow,product,frequency,period,value,unit,precision,evidence,reporter_attribution,yoy_percent_stated,value_as_printed,derivation,published_on,source_id,note\n"
ROW = "x1,KGZ,KAZ,total,TOTAL,A,2024,1340,USD_million,rounded,reported,stated,,,,2025-02-25,24kg-20250225,\n"


def written(project: Path) -> list[str]:
    """Every file of the archive that a reader could take for an edition."""
    return sorted(str(path.relative_to(project)) for path in (project / "reports").rglob("*") if path.suffix in (".pdf", ".json"))


def rewrite(project: Path, table: str) -> None:
    (project / "data" / "kz-kg" / "trade.csv").write_text(table, encoding="utf-8")


TABLES = {
    "empty": ("", "trade.csv", "is empty"),
    "header only": (HEAD, "trade.csv", "no row"),
    "decimal comma": (HEAD + ROW.replace(",1340,", ',"1,340",'), "line 2", "1,340"),
    "text in a number": (HEAD + ROW.replace(",1340,", ",plenty,"), "line 2", "'plenty'"),
    "unknown source": (HEAD + ROW.replace("24kg-20250225", "24kg-20250226"), "24kg-20250226", "did you mean '24kg-20250225'"),
    "unit missing": (HEAD + ROW.replace("USD_million", ""), "line 2", "unit"),
    "period misspelt": (HEAD + ROW.replace(",2024,", ",2024-13,"), "'2024-13'", "2023-Q2"),
}


@pytest.mark.parametrize("name", TABLES)
def test_tells_what_is_wrong_with_a_table(project: Path, bilan: Bilan, name: str) -> None:
    table, where, what = TABLES[name]
    rewrite(project, table)

    code, out, err = bilan("build", "--project", project)

    assert code == 3
    assert "trade.csv: cannot be used:" in err
    assert where in err
    assert what in err
    assert out == ""
    assert written(project) == []


def test_tells_the_byte_at_which_a_table_is_no_utf_8(project: Path, bilan: Bilan) -> None:
    (project / "data" / "kz-kg" / "trade.csv").write_bytes(HEAD.encode() + "x1,Баткен".encode("cp1251"))

    code, _, err = bilan("build", "--project", project)

    assert code == 3
    assert "trade.csv" in err
    assert "UTF-8" in err
    assert written(project) == []


def test_tells_every_mistake_of_a_table_at_once(project: Path, bilan: Bilan) -> None:
    rewrite(project, HEAD + ROW.replace("x1", "a").replace(",1340,", ",many,") + ROW.replace("x1", "b").replace("USD_million", ""))

    _, _, err = bilan("build", "--project", project)

    assert "line 2" in err
    assert "line 3" in err


def test_holds_where_one_key_has_two_values(project: Path, bilan: Bilan) -> None:
    path = project / "data" / "kz-kg" / "trade.csv"
    path.write_text(path.read_text(encoding="utf-8") + ROW.replace(",1340,", ",1999,"), encoding="utf-8")

    code, _, err = bilan("build", "--project", project)

    assert code == 4
    assert "held, not issued" in err
    assert "trade/KGZ/KAZ/total/TOTAL/A" in err
    assert "hint:" in err
    assert written(project) == []


def test_a_held_edition_leaves_the_one_before_the_latest(issued: Path, bilan: Bilan) -> None:
    before = {path: path.read_bytes() for path in (issued / "reports").rglob("*") if path.is_file() and path.suffix != ".lock"}
    path = issued / "data" / "kz-kg" / "trade.csv"
    path.write_text(path.read_text(encoding="utf-8") + ROW.replace(",1340,", ",1999,"), encoding="utf-8")

    code, _, _ = bilan("build", "--project", issued)

    assert code == 4
    assert {one: one.read_bytes() for one in before} == before
    latest, dated = (issued / "reports" / "kz-kg" / name / "minister.en.pdf" for name in ("latest", "2026-10"))
    assert latest.read_bytes() == dated.read_bytes()


def test_a_file_that_vanishes_in_mid_run_is_named(project: Path, bilan: Bilan) -> None:
    path = project / "data" / "kz-kg" / "macro.csv"
    path.unlink()

    code, _, err = bilan("build", "--project", project)

    assert code == 3
    assert "macro.csv" in err
    assert written(project) == []


def test_says_that_reports_cannot_be_written(project: Path, bilan: Bilan) -> None:
    (project / "reports").write_text("a file in the way", encoding="utf-8")

    code, _, err = bilan("build", "--project", project)

    assert code == 1
    assert "reports" in err
    assert "hint:" in err
    assert (project / "reports").read_text(encoding="utf-8") == "a file in the way"


def test_a_full_disk_leaves_nothing_half_written(project: Path, bilan: Bilan, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def full(descriptor: int) -> None:
        if "reports" in str(Path(f"/proc/self/fd/{descriptor}").readlink()):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", full)

    code, _, err = bilan("build", "--project", project)

    assert code == 1
    assert "No space left on device" in err or "full" in err
    assert written(project) == []


@pytest.mark.parametrize(
    ("arguments", "where", "meant"),
    [
        (("-a", "minstre"), "audience 'minstre'", "did you mean 'minister'?"),
        (("-l", "fra"), "language 'fra'", "did you mean 'fr'?"),
        (("kz-gk",), "partnership 'kz-gk'", "did you mean 'kz-kg'?"),
        (("--as-of", "2031-01-01"), "as-of 2031-01-01", "lies after today"),
        (("--period", "2026"), "period 2026", "an edition is of a month"),
        (("--period", "2026-13"), "2026-13", "is no period"),
        (("--as-of", "yesterday"), "yesterday", "is no date"),
    ],
)
def test_answers_an_unknown_name_with_the_closest_one(
    project: Path, bilan: Bilan, arguments: tuple[str, ...], where: str, meant: str
) -> None:
    code, out, err = bilan("build", *arguments, "--project", project)

    assert code == 2
    assert where in err
    assert meant in err
    assert out == ""
    assert not (project / "reports").exists()


TEMPLATES = {
    "syntax error": ("{% if %}", "briefing.html", "line 1"),
    "undefined variable": ("<p>\n{{ word.ledd }}</p>", "line 2", "did you mean 'lead'?"),
    "missing template": ('{% extends "base/brefing.html" %}', "base/brefing.html", "did you mean 'base/briefing.html'?"),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_tells_file_and_line_of_a_broken_template(project: Path, bilan: Bilan, name: str) -> None:
    text, where, what = TEMPLATES[name]
    (project / "templates" / "minister" / "briefing.html").write_text(text, encoding="utf-8")

    code, _, err = bilan("build", "--project", project)

    assert code == 3
    assert "templates/minister/briefing.html" in err
    assert where in err
    assert what in err
    assert written(project) == []


def test_a_broken_audience_does_not_touch_the_other(project: Path, bilan: Bilan) -> None:
    (project / "templates" / "analyst" / "briefing.html").write_text("{% if %}", encoding="utf-8")

    code, out, err = bilan("build", "-a", "minister", "-a", "analyst", "-l", "en", "--project", project)

    assert code == 3
    assert "minister.en.pdf" in out
    assert "1 issued, 0 unchanged, 1 not issued" in err


def test_tells_five_mistakes_of_the_settings_at_once(project: Path, bilan: Bilan) -> None:
    (project / "bilan.toml").write_text(
        'partnership = ["kz-kg"]\nlanguages = ["fr", "xx"]\n\n[schedule.monthly]\ntimezon = "UTC"\nat = 7\n', encoding="utf-8"
    )

    code, _, err = bilan("build", "--project", project)

    assert code == 3
    assert "partnerships: missing" in err
    assert "line 1: partnership: unknown setting (did you mean 'partnerships'?)" in err
    assert "line 2: languages[1]: expected 'fr', 'en', 'ru', 'kk' or 'ky', got 'xx'" in err
    assert "line 5: schedule.monthly.timezon: unknown setting (did you mean 'timezone'?)" in err
    assert "line 6: schedule.monthly.at: expected text in quotes, got 7" in err


def test_outside_a_project_it_says_how_to_begin_one(tmp_path: Path, bilan: Bilan) -> None:
    code, _, err = bilan("build", "--project", tmp_path)

    assert code == 3
    assert "no project at or above" in err
    assert "bilan init" in err
