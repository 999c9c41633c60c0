"""Every model and every choice has its Dutch word, and both stand in the glossary as a pair."""

import re

from django.apps import apps
from django.db.models import Choices

from .tree import CODE, ROOMS, ROOT, python_files

ROW = re.compile(r"^\|\s*([^|]+?)\s*\|\s*`([^`|]+)`\s*\|", re.M)


def _pairs() -> set[tuple[str, str]]:
    return {(english, dutch) for dutch, english in ROW.findall((ROOT / "GLOSSARY.md").read_text())}


def _models() -> list[type]:
    return [
        model
        for config in apps.get_app_configs()
        if config.label in ROOMS
        for model in config.get_models()
        if not model._meta.auto_created and model.__module__.startswith("steunpunt.")
    ]


def _choices() -> list[type[Choices]]:
    """Every enumeration with labels that our code defines."""
    for path in python_files(below=CODE):
        assert path.exists()
    found, waiting = [], [Choices]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind.__module__.startswith("steunpunt.") and list(kind):
            found.append(kind)
    return found


def test_every_model_stands_in_the_glossary():
    pairs = _pairs()

    missing = [
        (model.__name__, str(model._meta.verbose_name))
        for model in _models()
        if (model.__name__, str(model._meta.verbose_name)) not in pairs
    ]

    assert missing == []


def test_every_choice_stands_in_the_glossary():
    pairs = _pairs()

    missing = [
        (f"{kind.__name__}.{member.name}", str(member.label))
        for kind in _choices()
        for member in kind
        if (f"{kind.__name__}.{member.name}", str(member.label)) not in pairs
    ]

    assert missing == []


def test_the_glossary_names_nothing_that_is_gone():
    known = {model.__name__ for model in _models()}
    known |= {f"{kind.__name__}.{member.name}" for kind in _choices() for member in kind}

    gone = [english for english, _ in _pairs() if english not in known and english[0].isupper() and "." in english]

    assert gone == []
