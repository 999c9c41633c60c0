"""Boards, events, commands and settings are named in the docs, and every file says what lives there."""

import ast
import re

from steunpunt.foundation import boards

from .tree import CODE, ROOT, python_files, syntax, templates

PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
DOCS = "\n".join(path.read_text() for path in PAGES)


def test_every_board_is_named_in_the_docs():
    names = [value.name for value in vars(boards).values() if isinstance(value, boards.Board)]

    assert [name for name in names if f"`{name}`" not in DOCS] == []


def test_every_command_is_named_in_the_docs():
    commands = [path.stem for path in CODE.rglob("management/commands/*.py") if path.stem != "__init__"]

    assert [name for name in commands if f"`{name}`" not in DOCS and f"manage {name}" not in DOCS] == []


def test_every_setting_from_the_environment_is_named_in_the_docs():
    names = set(re.findall(r"STEUNPUNT_[A-Z_]+", (CODE / "config" / "settings.py").read_text()))
    names = {name for name in names if not name.endswith("_")}

    assert sorted(name for name in names if name not in DOCS) == []


def test_every_event_is_named_in_the_docs():
    events = [
        node.name
        for path in python_files()
        if path.stem == "events" or path.parent.name == "events"
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.ClassDef) and any("dataclass" in ast.unparse(d) for d in node.decorator_list)
    ]

    assert [name for name in events if f"`{name}`" not in DOCS] == []


def test_every_code_file_opens_with_a_sentence():
    silent = [str(path.relative_to(ROOT)) for path in python_files() if not ast.get_docstring(syntax(path))]

    assert silent == []


def test_there_are_templates_to_check():
    assert len(templates()) > 20


def _anchors(text: str) -> set[str]:
    """The headings as a forge makes anchors of them."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_link_and_picture_in_the_docs_is_there():
    broken = []
    for page in PAGES:
        for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text()):
            path, _, anchor = target.partition("#")
            place = page if not path else page.parent / path
            known = target.startswith("http") or place.exists()
            if not known or (anchor and place.suffix == ".md" and anchor not in _anchors(place.read_text())):
                broken.append(f"{page.relative_to(ROOT)}: {target}")

    assert broken == []


def test_every_picture_of_the_manual_is_used():
    pictures = {path.name for path in (ROOT / "docs" / "handleiding" / "beelden").iterdir()}

    assert sorted(name for name in pictures if f"beelden/{name}" not in DOCS) == []
