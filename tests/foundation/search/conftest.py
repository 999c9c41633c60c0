"""An index of its own for every test."""

import pytest

from steunpunt.foundation.search.index import Index
from tests.factories.search import documents


@pytest.fixture
def index_folder(settings, tmp_path):
    """Where the index of this test will stand; there is none yet."""
    settings.DATA_DIR = tmp_path
    return tmp_path / "search"


@pytest.fixture
def index(tmp_path):
    made = Index(tmp_path / "search")
    made.rebuild(documents())
    return made
