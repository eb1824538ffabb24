"""`python -m bilan` and the `bilan` command."""

import sys

from bilan.cli.app import run


def main() -> None:
    """Run the command line and exit with its code."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
