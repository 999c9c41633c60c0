"""What the portal does when a colleague comes or goes."""

import pytest
from django.utils import timezone

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.actions import give_staff_role
from steunpunt.foundation.events.jobs import deliver_due
from tests.factories.foundation import UserFactory


@pytest.mark.django_db
@pytest.mark.usefixtures("groups")
def test_new_editor_gets_into_the_back_office_without_waiting_for_the_tick():
    account = give_staff_role(UserFactory(), "editor", by=Actor.for_system("test"), at=timezone.now())

    deliver_due.call()

    assert [group.name for group in account.groups.all()] == ["Redacteuren"]
