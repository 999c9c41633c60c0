"""The portal as every installation begins with it."""

from datetime import date

import pytest

from steunpunt.portal.management.preparing.groups import prepare_groups
from steunpunt.portal.management.preparing.pages import prepare_pages

STARTED_ON = date(2026, 11, 1)


@pytest.fixture
def pages(db):
    """The first pages."""
    return prepare_pages(today=STARTED_ON)


@pytest.fixture
def groups(db):
    """The groups of the back office."""
    prepare_groups()


@pytest.fixture
def index_folder(settings, tmp_path):
    """Where the search index of this test will stand; there is none yet."""
    settings.DATA_DIR = tmp_path
    return tmp_path / "search"
