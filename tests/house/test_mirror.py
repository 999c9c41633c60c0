"""Every code file with logic has its test file, and no test folder stands without code."""

import ast
from pathlib import Path

from .tree import CODE, ROOT, floor_of, python_files, room_of, syntax

TESTS = ROOT / "tests"
WITHOUT_LOGIC = {"urls", "manifest", "migrations"}
FLOORS = {
    "actions",
    "forms",
    "queries",
    "rules",
    "views",
    "models",
    "commands",
    "foundation",
    "activities",
    "kinds",
    "knowledge",
    "meetings",
    "network",
    "portal",
}
OTHERS = {"house", "journeys", "factories", "commands", "data", "benchmarks", "tools", "__pycache__"}


def _has_logic(path: Path) -> bool:
    functions = [node for node in ast.walk(syntax(path)) if isinstance(node, ast.FunctionDef)]
    return any(function.name not in {"__str__", "ready"} for function in functions)


def _imported_by_tests() -> set[str]:
    """Every module that a test imports, or imports something from."""
    found = set()
    for path in TESTS.rglob("*.py"):
        for node in ast.walk(syntax(path)):
            if isinstance(node, ast.ImportFrom) and node.module:
                found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
            elif isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
    return found


def _module(path: Path) -> str:
    return "steunpunt." + ".".join(path.relative_to(CODE).with_suffix("").parts).removesuffix(".__init__")


def _is_tested(path: Path, imported: set[str]) -> bool:
    """By a test that imports it, is called after it or its folder (not a floor), or stands in the folder's mirror."""
    folder = path.parent
    names = {path.stem} | ({folder.name} - FLOORS)
    room = TESTS / room_of(path)
    is_named = any(list(room.rglob(f"test_{name}*.py")) for name in names)
    is_mirrored = folder.name not in FLOORS and any((TESTS / folder.relative_to(CODE)).glob("test_*.py"))
    return _module(path) in imported or is_named or is_mirrored or _is_called(path)


def _is_called(path: Path) -> bool:
    """A command that a test calls by its name."""
    if path.parent.name != "commands":
        return False
    return any(f'"{path.stem}"' in place.read_text() for place in TESTS.rglob("*.py"))


def test_every_file_with_logic_is_tested():
    imported = _imported_by_tests()

    untested = [
        str(path.relative_to(CODE))
        for path in python_files()
        if room_of(path) != "config"
        and floor_of(path) not in WITHOUT_LOGIC
        and _has_logic(path)
        and not _is_tested(path, imported)
    ]

    assert untested == []


def test_every_test_folder_mirrors_code():
    rooms = {path.name for path in CODE.iterdir() if path.is_dir()}

    assert {path.name for path in TESTS.iterdir() if path.is_dir()} - rooms - OTHERS == set()
