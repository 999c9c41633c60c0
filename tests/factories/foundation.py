"""Makes rows of the foundation for tests: accounts, staff, and the actors that stand for them."""

from datetime import UTC, datetime

import factory
from allauth.mfa.models import Authenticator
from django.test import Client

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.models import StaffRole, User
from steunpunt.foundation.worklist.models import WorkItem


class UserFactory(factory.django.DjangoModelFactory):
    """An account without rights; give `staff_role` for a member of staff."""

    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"account{n}@voorbeeld.invalid")
    first_name = "Vera"
    last_name = factory.Sequence(lambda n: f"Voorbeeld {n}")


class EditorFactory(UserFactory):
    """An editor of the support point."""

    staff_role = StaffRole.EDITOR


class ProjectLeaderFactory(UserFactory):
    """A project leader of the support point."""

    staff_role = StaffRole.PROJECT_LEADER


class WorkItemFactory(factory.django.DjangoModelFactory):
    """An open item of the work list."""

    class Meta:
        model = WorkItem

    kind = "verbetering"
    subject = "partnerschap:voorbeeld"
    title = "Verbetering van de naam"
    data = factory.LazyFunction(dict)
    opened_at = datetime(2026, 9, 1, 9, tzinfo=UTC)
    opened_by = "bezoeker"


def staff_actor() -> Actor:
    """An editor who proved the second factor."""
    return Actor.of(EditorFactory())


def signed_in_actor() -> Actor:
    """Somebody with an account and nothing else."""
    return Actor.of(UserFactory())


def sign_in_staff(client: Client, account: User | None = None) -> User:
    """Sign in a member of staff in this client, second factor included."""
    account = account or EditorFactory()
    Authenticator.objects.get_or_create(user=account, type=Authenticator.Type.TOTP, defaults={"data": {}})
    client.force_login(account)
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": 0}]
    session["account_authentication_methods_user"] = str(account.pk)
    session.save()
    return account
