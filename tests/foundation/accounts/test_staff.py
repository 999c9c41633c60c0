"""Who works for the support point: given by a project leader, dated, and never nobody."""

from datetime import UTC, date, datetime

import pytest

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.accounts.actions import end_staff_role, give_staff_role
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.accounts.queries import staff_on
from steunpunt.foundation.ledger.models import LedgerEntry
from steunpunt.foundation.outbox.models import Mail
from tests.factories.foundation import EditorFactory, ProjectLeaderFactory, UserFactory

from .proving import sign_in, with_app

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 1, 9, tzinfo=UTC)


def test_project_leader_makes_an_editor_until_a_day():
    account = give_staff_role(
        UserFactory(), "editor", by=Actor.of(ProjectLeaderFactory()), at=AT, until=date(2027, 1, 1)
    )

    assert account in staff_on(date(2026, 12, 31))
    assert account not in staff_on(date(2027, 1, 1))


def test_editor_gives_nobody_a_role():
    with pytest.raises(Refusal, match="Alleen een projectleider"):
        give_staff_role(UserFactory(), "editor", by=Actor.of(EditorFactory()), at=AT)


def test_project_leader_without_second_factor_gives_nobody_a_role():
    with pytest.raises(Refusal):
        give_staff_role(UserFactory(), "editor", by=Actor.of(ProjectLeaderFactory(), second_factor=False), at=AT)


def test_unknown_role_is_refused():
    with pytest.raises(Refusal):
        give_staff_role(UserFactory(), "koning", by=Actor.for_system("test"), at=AT)


def test_last_project_leader_stays():
    account = ProjectLeaderFactory()

    with pytest.raises(Refusal, match="laatste projectleider"):
        end_staff_role(account, by=Actor.of(account), at=AT)
    with pytest.raises(Refusal, match="laatste projectleider"):
        give_staff_role(account, "editor", by=Actor.of(account), at=AT)


def test_one_of_two_project_leaders_may_go():
    account = ProjectLeaderFactory()

    end_staff_role(account, by=Actor.of(ProjectLeaderFactory()), at=AT)

    assert User.objects.get(pk=account.pk).staff_role == ""


def test_ledger_tells_the_role_and_not_the_address():
    account = give_staff_role(UserFactory(), "editor", by=Actor.for_system("test"), at=AT)

    entry = LedgerEntry.objects.get(deed="staff-role-changed")
    assert (entry.subjects, entry.changes["rol"]) == ([f"account:{account.public_id}"], ["", "redacteur"])


def test_page_for_project_leaders_lets_somebody_in_by_mail(client):
    leader = ProjectLeaderFactory()
    sign_in(client, leader, with_app(leader))

    client.post("/medewerkers/", {"email": "nieuw@steunpunt.invalid", "role": "editor"})

    assert User.objects.get(email="nieuw@steunpunt.invalid").staff_role == "editor"
    assert "Stel daarna een tweede stap in" in Mail.objects.get(to="nieuw@steunpunt.invalid").text


def test_page_tells_who_has_a_second_factor(client):
    leader, editor = ProjectLeaderFactory(), EditorFactory()
    sign_in(client, leader, with_app(leader))

    assert client.get("/medewerkers/").context["people"] == [(leader, True), (editor, False)]


def test_page_ends_a_role(client):
    leader, editor = ProjectLeaderFactory(), EditorFactory()
    sign_in(client, leader, with_app(leader))

    client.post(f"/medewerkers/{editor.public_id}/stoppen/")

    assert User.objects.get(pk=editor.pk).staff_role == ""


def test_editor_does_not_reach_the_page(client):
    editor, other = EditorFactory(), EditorFactory()
    sign_in(client, editor, with_app(editor))

    assert client.get("/medewerkers/").status_code == 403
    assert client.post(f"/medewerkers/{other.public_id}/stoppen/").status_code == 403
    assert User.objects.get(pk=other.pk).staff_role == "editor"
