"""`python -m bilan` and the `bilan` command."""

import contextlib
import os
import sys

from bilan.cli.app import run
from bilan.cli.logs import guard


def main() -> None:
    """Run the command line and end the process with its code.

    The interpreter is not taken down piece by piece: everything is closed by then, and that would cost 0.4 s of every build.
    """
    guard()
    code = run(sys.argv[1:])
    with contextlib.suppress(BrokenPipeError):  # nobody reads any more
        sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
