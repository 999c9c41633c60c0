"""Forgetting somebody: by whom, and never the last who can let others in."""

from datetime import UTC, date, datetime

import pytest

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.accounts.actions import announce_sign_in, give_staff_role
from steunpunt.foundation.accounts.actions.erasing import erase_account
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.events.models import Announcement
from tests.factories.foundation import EditorFactory, ProjectLeaderFactory, UserFactory

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 1, 9, tzinfo=UTC)


def test_nobody_erases_somebody_else():
    account = UserFactory()

    with pytest.raises(Refusal, match="alleen je eigen account"):
        erase_account(account, by=Actor.of(EditorFactory()), at=AT)
    assert User.objects.filter(pk=account.pk).exists()


def test_project_leader_erases_on_request():
    account = UserFactory()

    erase_account(account, by=Actor.of(ProjectLeaderFactory()), at=AT)

    assert not User.objects.filter(pk=account.pk).exists()


def test_last_project_leader_stays():
    account = ProjectLeaderFactory()

    with pytest.raises(Refusal, match="laatste projectleider"):
        erase_account(account, by=Actor.of(account), at=AT)


def test_project_leader_who_stays_longest_is_not_erased():
    account = ProjectLeaderFactory()
    ProjectLeaderFactory(staff_until=date(2027, 1, 1))

    with pytest.raises(Refusal, match="zonder einddatum"):
        erase_account(account, by=Actor.of(account), at=AT)


def test_what_a_federation_said_of_somebody_goes_too_and_of_others_stays():
    account, other = UserFactory(), UserFactory()
    for somebody in (account, other):
        announce_sign_in(somebody, "entree", {"nlEduPersonHomeOrganizationId": "01AA00"})
    give_staff_role(account, "editor", by=Actor.for_system("test"), at=AT)

    erase_account(account, by=Actor.of(account), at=AT)

    assert [row.payload["account"] for row in Announcement.objects.all()] == [other.public_id]
