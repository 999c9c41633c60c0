"""Starting an import: only what was tried, and apart when much would close."""

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.network.actions.register import start_import
from tests.factories.register_files import AT, SECOND, SYSTEM, offered, read_in, site, site_file

pytestmark = pytest.mark.django_db


def test_half_file_is_read_in_only_when_somebody_says_that_it_is_right():
    read_in(site_file(*(site(f"18BR{number:02}") for number in range(12))))
    imported = offered(site_file(*(site(f"18BR{number:02}") for number in range(6))), SECOND)

    assert imported.counts["large_closings"] == [["school_site", "vo", 6, 12]]
    with pytest.raises(Refusal, match="zo veel vervalt"):
        start_import(imported, by=SYSTEM, at=AT)
