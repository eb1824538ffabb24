"""Does the house keep its own rules? What lint cannot see: mirrored tests, sizes, a light start."""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "bilan"
TESTS = Path(__file__).parent
HEAVY = (
    "matplotlib",
    "weasyprint",
    "sqlalchemy",
    "alembic",
    "duckdb",
    "jinja2",
    "babel",
    "fluent",
    "holidays",
    "apscheduler",
    "pypdfium2",
    "httpx",
    "tenacity",
    "fsspec",
    "rich",
)
MODULE_LINES = 250
FUNCTION_LINES = 40

Definition = ast.FunctionDef | ast.AsyncFunctionDef


def modules() -> list[Path]:
    return sorted(path for path in SOURCE.rglob("*.py") if "starter" not in path.relative_to(SOURCE).parts)


def functions(path: Path) -> Iterator[Definition]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def defines_something(path: Path) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) for node in tree.body)


def test_every_module_has_its_test_file() -> None:
    needed = {
        Path(*module.relative_to(SOURCE).parent.parts, f"test_{module.stem.strip('_')}.py")
        for module in modules()
        if module.stem != "__init__" and "migrations" not in module.parts and defines_something(module)
    }
    there = {path.relative_to(TESTS) for path in TESTS.rglob("test_*.py")}

    assert sorted(map(str, needed - there)) == []


def test_every_room_of_tests_is_a_room_of_the_source() -> None:
    folders = {path.parent.relative_to(TESTS) for path in TESTS.rglob("test_*.py")} - {Path(), Path("tools")}

    assert [str(folder) for folder in sorted(folders) if not (SOURCE / folder).is_dir()] == []


def test_a_module_is_read_at_a_glance() -> None:
    sizes = {str(path.relative_to(SOURCE)): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}

    assert {name: lines for name, lines in sizes.items() if lines > MODULE_LINES} == {}


def test_a_function_fits_a_screen() -> None:
    long = [
        f"{path.relative_to(SOURCE)}:{node.lineno} {node.name}: {node.end_lineno - node.lineno + 1} lines"
        for path in modules()
        for node in functions(path)
        if node.end_lineno and node.end_lineno - node.lineno >= FUNCTION_LINES
    ]

    assert long == []


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["--version"]], ids=" ".join)
def test_help_loads_no_heavy_library(arguments: list[str]) -> None:
    code = f"""
import sys
from bilan.cli.app import run
code = run({arguments!r})
assert not code, code
import json
print(json.dumps(sorted(set({HEAVY!r}) & set(sys.modules))), file=sys.stderr)
"""
    environment = os.environ | {"PYTHONPATH": str(SOURCE.parent), "PYTHONWARNINGS": "default"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False)

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stderr.splitlines()[-1]) == []


def yields_in_a_number_context(node: ast.AST) -> bool:
    """Whether a generator hands out something while its precision is in force: whoever reads it would compute in it too."""
    return (
        isinstance(node, ast.With)
        and any("localcontext" in ast.unparse(one.context_expr) for one in node.items)
        and any(isinstance(one, ast.Yield | ast.YieldFrom) for one in ast.walk(node))
    )


def test_no_generator_leaks_its_precision() -> None:
    found = [
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.With) and yields_in_a_number_context(node)
    ]
    assert found == []
    assert yields_in_a_number_context(ast.parse("with localcontext(EXACT):\n    yield 1").body[0])
