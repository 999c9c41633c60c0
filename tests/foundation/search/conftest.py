"""An index of its own for every test."""

import pytest


@pytest.fixture
def index_folder(settings, tmp_path):
    """Where the index of this test will stand; there is none yet."""
    settings.DATA_DIR = tmp_path
    return tmp_path / "search"
