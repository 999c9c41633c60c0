"""Who works for the support point: given by a project leader, dated, and never nobody."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

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


@pytest.mark.parametrize("until", [date(2026, 8, 31), date(2026, 9, 1)])
def test_role_does_not_end_today_or_earlier(until):
    with pytest.raises(Refusal, match="dag na vandaag") as refused:
        give_staff_role(UserFactory(), "editor", by=Actor.for_system("test"), at=AT, until=until)

    assert refused.value.field == "until"


def test_last_project_leader_gets_no_end_date():
    account = ProjectLeaderFactory()

    with pytest.raises(Refusal, match="laatste projectleider"):
        give_staff_role(account, "project_leader", by=Actor.of(account), at=AT, until=date(2027, 1, 1))

    assert User.objects.get(pk=account.pk).staff_until is None
    assert account.staff_until is None


def test_project_leader_stays_when_the_others_stop_earlier():
    account = ProjectLeaderFactory(staff_until=date(2028, 1, 1))
    ProjectLeaderFactory(staff_until=date(2027, 1, 1))
    ProjectLeaderFactory(is_active=False)

    with pytest.raises(Refusal, match="laatste projectleider"):
        end_staff_role(account, by=Actor.of(account), at=AT)


@pytest.mark.parametrize("until", [None, date(2028, 1, 1)])
def test_last_project_leader_may_stay_longer(until):
    account = ProjectLeaderFactory(staff_until=date(2027, 1, 1))

    give_staff_role(account, "project_leader", by=Actor.of(account), at=AT, until=until)

    assert User.objects.get(pk=account.pk).staff_until == until


def test_end_date_that_passed_does_not_stop_anybody():
    ProjectLeaderFactory(staff_until=date(2026, 9, 1))

    account = give_staff_role(
        UserFactory(), "project_leader", by=Actor.for_system("test"), at=AT, until=date(2027, 1, 1)
    )

    assert account.staff_until == date(2027, 1, 1)


def test_one_of_two_project_leaders_may_go():
    account = ProjectLeaderFactory()

    end_staff_role(account, by=Actor.of(ProjectLeaderFactory()), at=AT)

    assert User.objects.get(pk=account.pk).staff_role == ""


def test_ledger_tells_the_role_and_not_the_address():
    account = give_staff_role(UserFactory(), "editor", by=Actor.for_system("test"), at=AT)

    entry = LedgerEntry.objects.get(deed="staff-role-changed")
    assert (entry.subjects, entry.changes["rol"]) == ([f"account:{account.public_id}"], ["", "redacteur"])


def test_ledger_keeps_the_end_that_stood_there():
    account = EditorFactory(staff_until=date(2027, 1, 1))

    give_staff_role(account, "editor", by=Actor.for_system("test"), at=AT, until=date(2028, 1, 1))
    end_staff_role(account, by=Actor.for_system("test"), at=AT)

    changes = LedgerEntry.objects.filter(deed="staff-role-changed").order_by("pk").values_list("changes", flat=True)
    assert list(changes) == [
        {"tot": ["2027-01-01", "2028-01-01"]},
        {"rol": ["redacteur", ""], "tot": ["2028-01-01", None]},
    ]


def test_ledger_tells_what_stood_in_the_database_and_not_in_an_old_copy():
    account = UserFactory()
    User.objects.filter(pk=account.pk).update(staff_role="editor")

    end_staff_role(account, by=Actor.for_system("test"), at=AT)

    assert LedgerEntry.objects.get(deed="staff-role-changed").changes == {"rol": ["redacteur", ""]}


def test_page_says_at_the_day_what_is_wrong_with_it(client):
    leader = ProjectLeaderFactory()
    sign_in(client, leader, with_app(leader))

    answer = client.post(
        "/medewerkers/", {"email": "nieuw@steunpunt.invalid", "role": "editor", "until": timezone.localdate()}
    )

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["until"])
    assert not User.objects.filter(email="nieuw@steunpunt.invalid").exists()


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
