"""The database is written in actions, management commands and migrations only."""

import ast

from .tree import calls, floor_of, python_files, room_of, where

WRITES = {"save", "create", "bulk_create", "bulk_update", "update_or_create", "get_or_create", "delete"}
QUERYSET_ONLY = {"update"}
ALLOWED_FLOORS = {"actions", "management"}
ALLOWED_FILES = {
    "foundation/accounts/models.py": "the manager of accounts, which Django's own commands call",
    "foundation/ledger/revisions.py": "an action that locks a record gives it its next revision",
    "foundation/events/announcing.py": "announcing is writing, it is what every action ends with",
}


def _is_write(call: ast.Call) -> bool:
    if not isinstance(call.func, ast.Attribute):
        return False
    name = call.func.attr
    if name in QUERYSET_ONLY:
        return "objects" in ast.unparse(call.func.value) or ".filter(" in ast.unparse(call.func.value)
    return name in WRITES and not ast.unparse(call.func.value).startswith(("storage", "super()", "book", "np"))


def test_writes_stand_in_actions():
    found = [
        f"{where(path, call)} {ast.unparse(call.func)}"
        for path in python_files()
        if room_of(path) not in {"examples", "config"}
        and floor_of(path) not in ALLOWED_FLOORS
        and not any(str(path).endswith(name) for name in ALLOWED_FILES)
        for call in calls(path)
        if _is_write(call)
    ]

    assert found == []


def test_the_check_recognises_a_write():
    call = ast.parse("Partnership.objects.filter(pk=1).update(slug='x')").body[0].value

    assert _is_write(call)
