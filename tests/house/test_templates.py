"""Templates stay in their own room and hold no inline script or style."""

import re
from pathlib import Path

import pytest

from .tree import CODE, ROOMS, room_of, templates

REFERENCE = re.compile(r"""{%\s*(?:extends|include)\s+["']([^"']+)["']""")
INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/(?:ld\+)?json\")", re.I)
INLINE_STYLE = re.compile(r"<style\b|\sstyle=|\son[a-z]+=\"", re.I)
LINKED_ROOM = re.compile(r"""{%\s*url\s+["']([a-z_]+):""")


def _name(path: Path) -> str:
    return str(path.relative_to(CODE))


@pytest.mark.parametrize("path", templates(), ids=_name)
def test_template_uses_its_own_room_and_ui(path):
    room = room_of(path)
    allowed = (f"{room}/", "ui/", "allauth/", "account/", "mfa/", "socialaccount/", "wagtail", "403", "404", "400")

    foreign = [name for name in REFERENCE.findall(path.read_text()) if not name.startswith(allowed)]

    assert foreign == []


@pytest.mark.parametrize("path", templates(), ids=_name)
def test_template_links_only_downward(path):
    room = room_of(path)
    linked = {name for name in LINKED_ROOM.findall(path.read_text()) if name in ROOMS}
    # The frame of every page is the one place that shows what all rooms offer.
    above = {name for name in linked if ROOMS.index(name) > ROOMS.index(room)} if "ui" not in path.parts else set()

    assert above == set()


@pytest.mark.parametrize("path", templates(), ids=_name)
def test_template_has_no_inline_script_or_style(path):
    text = path.read_text()

    assert INLINE_SCRIPT.findall(text) == []
    assert INLINE_STYLE.findall(text) == []


def test_the_check_recognises_inline_script():
    assert INLINE_SCRIPT.search("<script>alert(1)</script>")
    assert not INLINE_SCRIPT.search('<script type="module" src="/static/ui/js/ui.js"></script>')
