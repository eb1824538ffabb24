#!/bin/sh
# Which releases do we install? Writes requirements/*.txt from pyproject.toml, with hashes and for every platform.
# uv does the resolving, in an environment of its own; releases already locked stay unless --upgrade is given.
set -eu
unset CDPATH
cd -- "$(dirname -- "$0")/.."
tools/setup.sh dev
tools=build/lock-tools
if [ ! -x "$tools/bin/uv" ]; then
    python=.venv/bin/python
    host=$python
    "$host" -c 'import pip' 2>/dev/null || host=$("$python" -c 'import os, sys; print(os.path.realpath(sys._base_executable))')
    "$python" -m venv --without-pip "$tools"
    "$host" -m pip --python "$tools/bin/python" install --quiet "uv>=0.9"
fi

lock() {
    "$tools/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
        --no-emit-index-url --no-emit-find-links "$@" pyproject.toml
}

lock "$@" --group build --output-file requirements/run.txt
lock "$@" --group build --group dev --constraint requirements/run.txt --output-file requirements/dev.txt
lock "$@" --group build --group bench --constraint requirements/run.txt --output-file requirements/bench.txt
if grep -nE '://|^-' requirements/*.txt; then
    echo "lock: a requirements file holds an address or an option (above); nothing but names, versions and hashes belongs there." >&2
    exit 1
fi
