"""The plan of a file: the dry run and the real run say the same, or nothing happens."""

from datetime import date

import pytest

from steunpunt.network.actions import register
from steunpunt.network.actions.register import start_import, try_again
from steunpunt.network.intake import kinds
from steunpunt.network.models import (
    ImportState,
    OrganisationKind,
    OrganisationVersion,
)
from steunpunt.network.queries.register import report_rows
from tests.factories.register_files import AT, FIRST, SECOND, SYSTEM, offered, read_in, site, site_file

pytestmark = pytest.mark.django_db


def versions_of(code: str) -> list[tuple[str, date | None, date | None]]:
    rows = OrganisationVersion.objects.filter(organisation__code=code).order_by("valid_from")
    return list(rows.values_list("name", "valid_from", "valid_until"))


def test_plan_that_no_longer_holds_changes_nothing_and_can_be_tried_again():
    imported = offered(site_file(site("18BR00")), SECOND)
    read_in(site_file(site("18BR00", naam="Tussendoor")))
    start_import(imported, by=SYSTEM, at=AT)

    register.run_import(imported.public_id, at=AT)
    imported.refresh_from_db()
    assert (imported.state, versions_of("18BR00")) == (ImportState.FAILED, [("Tussendoor", FIRST, None)])
    assert "sinds de proef veranderd" in imported.error

    again = try_again(imported, by=SYSTEM, at=AT)
    assert again.state == ImportState.CHECKED
    assert report_rows(again, "changed").filter(code="18BR00").count() == 1


@pytest.mark.parametrize("kind", ["SITE", "SCHOOL", "BOARD", "TRAINING", "MBO", "UNIVERSITY"])
def test_words_of_the_intake_are_those_of_the_tables(kind):
    assert getattr(kinds, kind) in OrganisationKind.values
