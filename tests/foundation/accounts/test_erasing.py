"""Forgetting somebody: by whom, and never the last who can let others in."""

from datetime import UTC, datetime

import pytest

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.accounts.actions.erasing import erase_account
from steunpunt.foundation.accounts.models import User
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
