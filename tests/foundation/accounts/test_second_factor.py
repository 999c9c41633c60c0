"""Who lost the second step starts anew, by the hand of a project leader and with a mail."""

from datetime import UTC, datetime

import pytest
from allauth.mfa.models import Authenticator

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.accounts.actions import forget_second_factor
from steunpunt.foundation.ledger.models import LedgerEntry
from steunpunt.foundation.outbox.models import Mail
from tests.factories.foundation import EditorFactory, ProjectLeaderFactory

from .proving import sign_in, with_app

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 1, 9, tzinfo=UTC)


@pytest.fixture
def editor():
    account = EditorFactory()
    with_app(account)
    return account


def test_the_second_step_goes_and_the_owner_is_told(editor):
    forget_second_factor(editor, by=Actor.of(ProjectLeaderFactory()), at=AT)

    assert not Authenticator.objects.filter(user=editor).exists()
    assert "Vroeg je hier niet om?" in Mail.objects.get(to=editor.email).text
    assert LedgerEntry.objects.get(deed="second-factor-removed").subjects == [f"account:{editor.public_id}"]


def test_sessions_of_before_are_ended(client):
    editor = EditorFactory()
    sign_in(client, editor, with_app(editor))
    assert client.get("/werklijst/").status_code == 200

    forget_second_factor(editor, by=Actor.of(ProjectLeaderFactory()), at=AT)

    assert client.get("/werklijst/").status_code == 302


@pytest.mark.parametrize("other", [EditorFactory, None], ids=["an editor", "oneself"])
def test_others_cannot(editor, other):
    leader = ProjectLeaderFactory()
    with_app(leader)
    by, account = (Actor.of(other()), editor) if other else (Actor.of(leader), leader)

    with pytest.raises(Refusal):
        forget_second_factor(account, by=by, at=AT)

    assert Authenticator.objects.filter(user=account).exists()


def test_who_has_none_is_told(editor):
    with pytest.raises(Refusal, match="geen tweede stap"):
        forget_second_factor(EditorFactory(), by=Actor.of(ProjectLeaderFactory()), at=AT)


def test_the_page_of_the_staff_does_it(editor, client):
    leader = ProjectLeaderFactory()
    sign_in(client, leader, with_app(leader))

    client.post(f"/medewerkers/{editor.public_id}/tweede-stap/")

    assert not Authenticator.objects.filter(user=editor).exists()
