"""The report of a dry run: every refusal, warning and change by row and column."""

import pytest

from steunpunt.network.models import (
    Organisation,
)
from steunpunt.network.queries.register import report_rows
from tests.factories.register_files import offered, site, site_file

pytestmark = pytest.mark.django_db


def test_tried_file_changes_nothing_and_reports_everything():
    imported = offered(site_file(site("18BR00", postcode="1011"), site("18BR01", naam=" ")))
    lines = report_rows(imported).values_list("outcome", "line", "code", "column", "new")

    assert Organisation.objects.count() == 0
    assert list(lines) == [
        ("refused", 3, "", "NAAM", ""),
        ("warning", 2, "18BR00", "POSTCODE", "1011"),
        ("new", 2, "18BR", "", ""),
        ("new", 2, "18BR00", "", ""),
    ]
