"""Names that hide what a file is for are refused, and so are words that climb into the code."""

import re

from .tree import ROOT, python_files

REFUSED = {"utils", "helpers", "services", "common", "misc", "base"}


def test_no_file_has_a_name_that_says_nothing():
    assert [str(path.relative_to(ROOT)) for path in python_files() if path.stem in REFUSED] == []


def test_texts_for_people_are_no_format_strings():
    """gettext cannot find an f-string, so a translated text never is one (as Wagtail's own check)."""
    pattern = re.compile(r"""\b_(?:now)?\(\s*f["']|gettext(?:_lazy)?\(\s*f["']""")

    assert [str(path.relative_to(ROOT)) for path in python_files() if pattern.search(path.read_text())] == []
