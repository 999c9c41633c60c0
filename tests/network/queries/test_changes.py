"""Every write to the tables of the network changes the stamp of its part, and only that."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from steunpunt.network.actions.changes import forget_changes
from steunpunt.network.models import Organisation
from steunpunt.network.queries.changes import ORGANISATIONS, PARTNERSHIPS, stamps
from tests.factories.foundation import UserFactory
from tests.factories.network import MembershipFactory, PartnershipFactory, SiteFactory

pytestmark = pytest.mark.django_db


def test_new_organisation_changes_the_stamp_of_organisations_only():
    before = stamps()
    SiteFactory()
    after = stamps()

    assert (before[ORGANISATIONS] != after[ORGANISATIONS], before[PARTNERSHIPS] == after[PARTNERSHIPS]) == (True, True)


@pytest.mark.parametrize("write", [PartnershipFactory, MembershipFactory])
def test_partnerships_have_their_own_stamp(write):
    before = stamps()[PARTNERSHIPS]
    write()

    assert stamps()[PARTNERSHIPS] != before


def test_bulk_update_and_removal_are_seen():
    site = SiteFactory()
    first = stamps()[ORGANISATIONS]
    Organisation.objects.filter(pk=site.pk).update(source="anders")
    second = stamps()[ORGANISATIONS]
    Organisation.objects.filter(pk=site.pk).delete()

    assert len({first, second, stamps()[ORGANISATIONS]}) == 3


def test_other_tables_leave_the_stamps_alone():
    before = stamps()
    UserFactory()

    assert stamps() == before


def test_forgetting_keeps_the_newest_stamp_of_each_part():
    SiteFactory()
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO network_change (part, txid) VALUES ('organisations', 1)")
        forget_changes(at=timezone.now() + timedelta(days=2))
        cursor.execute("SELECT part, count(*) FROM network_change WHERE part = 'organisations' GROUP BY part")

        assert cursor.fetchall() == [("organisations", 1)]
