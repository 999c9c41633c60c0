"""Which documents change with deeds about other records."""

from datetime import UTC, date, datetime

import pytest

from steunpunt.network.models import ImportState, RegisterImport
from steunpunt.network.queries.search_touched import organisations_touched, partnerships_touched
from tests.factories.network import BoardFactory, MembershipFactory, PartnershipFactory, SchoolFactory, SiteFactory

pytestmark = pytest.mark.django_db


def test_member_changes_its_partnership():
    membership, _other = MembershipFactory(), MembershipFactory()

    assert partnerships_touched({membership.organisation.reference}) == {membership.partnership.public_id}


def test_partnership_changes_its_schools_and_a_board_the_sites_below_it():
    membership = MembershipFactory()
    board = BoardFactory()
    school = SchoolFactory(version__part_of=board)
    site = SiteFactory(version__part_of=school)

    assert organisations_touched({membership.partnership.reference}) == {membership.organisation.public_id}
    assert organisations_touched({board.reference}) == {board.public_id, school.public_id, site.public_id}


def test_another_theme_may_change_every_partnership():
    assert partnerships_touched({"thema:x"}) is None
    assert organisations_touched({"thema:x"}) == set()


def test_register_changes_everything_only_when_it_was_read_in():
    imported = RegisterImport.objects.create(
        file_name="x.csv", reference_date=date(2026, 1, 1), created_at=datetime(2026, 1, 2, tzinfo=UTC)
    )
    PartnershipFactory()

    assert organisations_touched({imported.reference}) == set()
    RegisterImport.objects.filter(pk=imported.pk).update(state=ImportState.DONE)
    assert organisations_touched({imported.reference}) is None
    assert partnerships_touched({imported.reference}) is None
