"""Background work of the network."""

from datetime import date

import pytest

from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.network.jobs import ask_for_coordinators
from tests.factories.network import AffiliationFactory, CoordinatorRoleFactory, MembershipFactory, PartnershipFactory


@pytest.mark.django_db
def test_daily_job_asks_once_for_a_partnership_whose_last_coordinator_ran_out():
    partnership = PartnershipFactory()
    MembershipFactory(partnership=partnership)
    AffiliationFactory(
        partnership=partnership, organisation=None, role=CoordinatorRoleFactory(), valid_until=date(2021, 8, 1)
    )

    ask_for_coordinators.call()
    ask_for_coordinators.call()

    assert WorkItem.objects.get().subject == partnership.reference
