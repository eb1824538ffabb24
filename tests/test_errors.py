import pytest

from bilan.errors import (
    ArchiveError,
    BilanError,
    BusyError,
    ConfigError,
    DefinitionError,
    ExitCode,
    HeldError,
    InvalidFileError,
    LedgerError,
    Problem,
    RenderError,
    Severity,
    SourceError,
    StoreError,
    TemplateError,
    UsageError,
    closest,
)


def test_a_problem_reads_as_where_what_and_what_to_do() -> None:
    assert str(Problem("trade.csv", "row 3 has no unit", "add one")) == "trade.csv: row 3 has no unit (add one)"
    assert str(Problem("trade.csv", "row 3 has no unit")) == "trade.csv: row 3 has no unit"


def test_a_problem_only_warns_unless_told_otherwise() -> None:
    assert Problem("here", "this").severity is Severity.WARNING


def test_an_error_says_where_and_what_and_keeps_the_hint_apart() -> None:
    error = BilanError("reports/", "cannot be written", "check who owns it")

    assert str(error) == "reports/: cannot be written"
    assert (error.where, error.message, error.hint) == ("reports/", "cannot be written", "check who owns it")


def test_a_file_tells_all_its_mistakes_at_once() -> None:
    error = ConfigError("bilan.toml", ("timezon: unknown setting", "partnerships: missing"), "see the reference")

    assert str(error) == "bilan.toml: cannot be used:\n  timezon: unknown setting\n  partnerships: missing"
    assert error.mistakes == ("timezon: unknown setting", "partnerships: missing")
    assert error.hint == "see the reference"


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (UsageError, 2),
        (StoreError, 1),
        (RenderError, 1),
        (ArchiveError, 1),
        (LedgerError, 1),
        (BusyError, 75),
    ],
)
def test_each_stage_has_its_public_exit_code(kind: type[BilanError], code: int) -> None:
    assert kind("here", "this").exit_code == code


@pytest.mark.parametrize("kind", [ConfigError, SourceError, DefinitionError, TemplateError])
def test_a_file_that_cannot_be_used_exits_as_invalid(kind: type[InvalidFileError]) -> None:
    assert kind("file", ("mistake",)).exit_code is ExitCode.INVALID


def test_a_held_edition_gives_every_reason_and_says_which_one_stays() -> None:
    problems = (Problem("gate", "share out of range", "see row 4"), Problem("audit", "'12' resolves to nothing"))
    error = HeldError("kz-kg/2026-10", problems)

    assert str(error) == ("kz-kg/2026-10: held, not issued:\n  gate: share out of range (see row 4)\n  audit: '12' resolves to nothing")
    assert error.exit_code is ExitCode.HELD
    assert error.problems == problems
    assert "the previous edition stays the latest" in error.hint


def test_the_closest_known_word_is_offered_and_a_far_one_is_not() -> None:
    assert closest("timezon", ["timezone", "rule"]) == " (did you mean 'timezone'?)"
    assert closest("xyz", ("timezone", "rule")) == ""
