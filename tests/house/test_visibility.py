"""Whatever is shown came from a query: no manager in views, API, manifests or the portal."""

import ast

from .tree import floor_of, python_files, room_of, syntax, where

SHOWING = {"views", "api", "manifest", "formats"}


def test_showing_floors_use_no_manager():
    found = [
        where(path, node)
        for path in python_files()
        if (floor_of(path) in SHOWING or room_of(path) == "portal")
        and floor_of(path) not in {"models", "actions", "queries", "management"}
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager"}
    ]

    assert found == []
