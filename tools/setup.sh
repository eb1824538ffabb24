#!/bin/sh
# Which Python sets this checkout up? `tools/setup.sh run` for the program, `dev` for tests and checks, `bench` for benchmarks.
# $PYTHON if set, else the first of python3.13, python3.12, python3.11, python3 that is 3.11 or newer and can install packages.
set -u
unset CDPATH
cd -- "$(dirname -- "$0")/.." || exit 1
profile="${1:-run}"

# Nothing changed: the environment's own Python says so, and no other is started.
if [ -z "${PYTHON:-}" ] && [ -x .venv/bin/python ] && .venv/bin/python -I tools/environment.py ready "$profile" 2>/dev/null; then
    exit 0
fi

# An environment that is only out of date keeps the Python it was made with.
made_with=""
[ -x .venv/bin/python ] && made_with=$(.venv/bin/python -I -c 'import os, sys; print(os.path.realpath(sys._base_executable))' 2>/dev/null)

# 0: usable; 1: too old or not running; 2: new enough, but cannot install packages.
suits() {
    command -v "$1" >/dev/null 2>&1 || return 1
    "$1" -c '
import sys
if sys.version_info < (3, 11): sys.exit(1)
from importlib.util import find_spec
sys.exit(0 if find_spec("venv") and (find_spec("pip") or find_spec("ensurepip")) else 2)' >/dev/null 2>&1
}

if [ -n "${PYTHON:-}" ]; then set -- "$PYTHON"; else set -- "$made_with" python3.13 python3.12 python3.11 python3; fi
bare=""
for python in "$@"; do
    suits "$python"
    case $? in
        0) exec "$python" tools/environment.py setup "$profile" ;;
        2) bare="${bare:-$python}" ;;
    esac
done

if [ -n "$bare" ]; then
    echo "set-up: '$bare' cannot install packages: install pip for it (Debian and Ubuntu: apt-get install python3-pip), then run this again." >&2
elif [ -n "${PYTHON:-}" ]; then
    echo "set-up: PYTHON='$PYTHON' is no Python 3.11 or newer: name another one, for example 'make briefing PYTHON=python3.12'." >&2
else
    echo "set-up: no Python 3.11 or newer was found: install one (Debian: apt-get install python3 python3-pip; macOS: brew install python@3.13), or name it with 'make briefing PYTHON=/path/to/python3'." >&2
fi
exit 1
