"""What can go wrong: a Problem travels along as data, a BilanError stops a stage."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class ExitCode(IntEnum):
    """Public exit codes of the command line."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    INVALID = 3
    HELD = 4
    INCOMPLETE = 5
    DIFFERS = 7
    BUSY = 75
    INTERRUPTED = 130


class Severity(StrEnum):
    """How far a problem reaches: `hold` keeps an edition from leaving."""

    NOTE = "note"
    WARNING = "warning"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a reader or an operator must know; printed in data notes, manifest and run summary."""

    where: str
    message: str
    hint: str = ""
    severity: Severity = Severity.WARNING
    rule: str = ""
    rows: tuple[str, ...] = ()

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.where}: {self.message}{hint}"


class BilanError(Exception):
    """A stage cannot go on: where it happened, what is wrong, what to do; `transient` where the same may work later."""

    exit_code = ExitCode.FAILED
    transient = False

    def __init__(self, where: str, message: str, hint: str = "") -> None:
        super().__init__(f"{where}: {message}")
        self.where = where
        self.message = message
        self.hint = hint


class UsageError(BilanError):
    """The request itself is off: unknown audience, language, partnership, option value."""

    exit_code = ExitCode.USAGE


class InvalidFileError(BilanError):
    """A file cannot be used; lists all its mistakes at once."""

    exit_code = ExitCode.INVALID

    def __init__(self, where: str, mistakes: tuple[str, ...], hint: str = "") -> None:
        body = "\n".join(f"  {line}" for line in mistakes)
        super().__init__(where, f"cannot be used:\n{body}", hint)
        self.mistakes = mistakes


class ConfigError(InvalidFileError):
    """`bilan.toml`, `partnership.toml`, `audience.toml` or `brand.toml` does not say what it must."""


class SourceError(InvalidFileError):
    """A source table cannot be read as observations."""


class DefinitionError(InvalidFileError):
    """An indicator, finding or chart definition is wrong."""


class TemplateError(InvalidFileError):
    """A template cannot be used; carries file and line."""


class StoreError(BilanError):
    """The observation store cannot be read or written."""


class RenderError(BilanError):
    """A document could not be laid out."""


class ArchiveError(BilanError):
    """An edition could not be published; nothing half-written is left."""


class LedgerError(BilanError):
    """The ledger cannot be read or written."""


class DiskError(ArchiveError):
    """The disk or store an edition should go to failed: full, closed, away."""

    transient = True


class GoneError(LedgerError):
    """The ledger cannot be reached, or written for want of room, now."""

    transient = True


class ConflictError(UsageError):
    """What is asked for contradicts what was asked for before, or where it stands now."""


class CancelledError(BilanError):
    """Somebody called the work off."""

    exit_code = ExitCode.INTERRUPTED


class AwaitingError(BilanError):
    """The edition was built and waits until somebody approves it."""

    exit_code = ExitCode.HELD


class HeldError(BilanError):
    """The edition was built but must not leave; carries every reason."""

    exit_code = ExitCode.HELD

    def __init__(self, where: str, problems: tuple[Problem, ...]) -> None:
        body = "\n".join(f"  {problem}" for problem in problems)
        super().__init__(where, f"held, not issued:\n{body}", "mend the cause and build again; the previous edition stays the latest")
        self.problems = problems


class BusyError(BilanError):
    """Another process holds the lease."""

    exit_code = ExitCode.BUSY
    transient = True


class TakenOverError(BusyError):
    """Another worker took over what this one had claimed."""


class ExecutorError(BilanError):
    """The engine that lays pages out cannot be reached or has no worker."""

    transient = True


class StoppedError(BilanError):
    """The work was given up because the program was asked to stop; nothing is wrong with it."""

    exit_code = ExitCode.INTERRUPTED


def closest(word: str, known: list[str] | tuple[str, ...]) -> str:
    """` (did you mean 'x'?)` for the nearest known word, or nothing."""
    import difflib  # noqa: PLC0415  only needed once something is wrong

    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f" (did you mean '{near[0]}'?)" if near else ""
