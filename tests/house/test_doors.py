"""Views use only the forms of their own room."""

import ast

from .tree import ROOMS, floor_of, python_files, room_of, syntax, where


def test_views_use_only_their_own_rooms_forms():
    found = []
    for path in python_files():
        if floor_of(path) != "views":
            continue
        for node in ast.walk(syntax(path)):
            module = node.module or "" if isinstance(node, ast.ImportFrom) and node.level == 0 else ""
            parts = module.split(".")
            if parts[0] == "steunpunt" and "forms" in parts and parts[1] in ROOMS and parts[1] != room_of(path):
                found.append(where(path, node))

    assert found == []
