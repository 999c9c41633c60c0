"""What others made lies there as the note says, with its licence."""

import hashlib
import re
from pathlib import Path

from tests.house.tree import CODE

FOLDER = CODE / "network" / "static" / "network" / "map"
ROW = re.compile(r"^\| `(vendor/[^`]+)` \|.*\| `([0-9a-f]{64})` \|$", re.M)


def test_vendored_files_have_the_noted_checksum():
    noted = dict(ROW.findall((FOLDER / "VENDOR.md").read_text()))

    assert noted == {name: hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() for name in noted}


def test_every_vendored_script_is_noted_and_has_a_licence():
    scripts: list[Path] = sorted((FOLDER / "vendor").rglob("*.js"))
    noted = dict(ROW.findall((FOLDER / "VENDOR.md").read_text()))

    assert {str(path.relative_to(FOLDER)) for path in scripts} == set(noted)
    assert all((path.parent / "LICENSE.txt").exists() for path in scripts)
