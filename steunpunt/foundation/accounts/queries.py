"""Reading accounts: by what they are known, their second factor, the example people, and what we hold of them."""

from datetime import date
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db.models import Q, QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.foundation.boards import panels, privacy

from .models import ExampleAccount, StaffRole, User

SECOND_FACTORS = {Authenticator.Type.TOTP.value, Authenticator.Type.WEBAUTHN.value}


def account_by_public_id(public_id: str) -> User | None:
    return User.objects.filter(public_id=public_id).first() if public_id else None


def account_by_id(pk: int) -> User | None:
    return User.objects.filter(pk=pk).first()


def account_by_email(email: str) -> User | None:
    return User.objects.filter(email__iexact=email.strip()).first()


def proofs_set_up(account: User) -> set[str]:
    """Everything with which an account can prove itself: second factors, and recovery codes for when they are lost."""
    return set(Authenticator.objects.filter(user=account).values_list("type", flat=True))


def second_factors(account: User) -> set[str]:
    """Which second factors an account has set up: "totp", "webauthn", both or none."""
    return proofs_set_up(account) & SECOND_FACTORS


def recovery_codes_left(account: User) -> int:
    """How many recovery codes can still be used."""
    row = Authenticator.objects.filter(user=account, type=Authenticator.Type.RECOVERY_CODES).first()
    return len(row.wrap().get_unused_codes()) if row else 0


def federations_of(account: User) -> QuerySet[SocialAccount]:
    return SocialAccount.objects.filter(user=account).order_by("pk")


def staff_on(day: date) -> QuerySet[User]:
    """Whoever works for the support point on that day."""
    rows = User.objects.filter(Q(staff_until__isnull=True) | Q(staff_until__gt=day), is_active=True)
    return rows.exclude(staff_role="")


def staff_with_factors(day: date) -> list[tuple[User, bool]]:
    """Whoever works here on that day, and whether the account has a second factor."""
    proved = Authenticator.objects.filter(type__in=SECOND_FACTORS).values("user")
    rows = staff_on(day).order_by("-staff_role", "last_name", "email")
    return [(row, row.has_factor) for row in rows.annotate(has_factor=Q(pk__in=proved))]


def project_leaders_on(day: date) -> QuerySet[User]:
    return staff_on(day).filter(staff_role=StaffRole.PROJECT_LEADER)


def example_people() -> QuerySet[ExampleAccount]:
    """The example people in their order."""
    return ExampleAccount.objects.filter(account__is_example=True, account__is_active=True).select_related("account")


def example_account(public_id: str) -> User | None:
    """An account that may be entered with one click; None for a real one."""
    row = example_people().filter(account__public_id=public_id).first()
    return row.account if row else None


def panels_of(account: User, actor: Actor, day: date) -> list[dict[str, Any]]:
    """What the rooms pinned on one's own page: title, template and context of each panel."""
    shown = []
    for pin in panels:
        if pin.subject is User and (context := pin.query(account, actor, day)) is not None:
            shown.append({"title": pin.title, "code": pin.code, "template": pin.template, "context": context})
    return shown


def own_data(account: User) -> dict[str, list[dict[str, Any]]]:
    """Everything that the privacy board holds of this account, by the name of its table."""
    return {str(pin.label): rows for pin in privacy if (rows := pin.export(account))}


def held_of_account(account: User) -> list[dict[str, Any]]:
    """What stands in the account itself, for the download of one's own data."""
    return [
        {
            "e-mailadres": row.email,
            "voornaam": row.first_name,
            "achternaam": row.last_name,
            "sector": row.sector,
            "rol bij het steunpunt": row.get_staff_role_display(),
            "rol eindigt op": row.staff_until,
            "aangemaakt op": row.date_joined,
            "laatst ingelogd op": row.last_login,
        }
        for row in User.objects.filter(pk=account.pk)
    ]


def held_addresses(account: User) -> list[dict[str, Any]]:
    rows = EmailAddress.objects.filter(user=account).order_by("pk")
    return [{"e-mailadres": row.email, "bevestigd": row.verified, "gebruikt": row.primary} for row in rows]


def held_factors(account: User) -> list[dict[str, Any]]:
    """Never the secrets themselves."""
    rows = Authenticator.objects.filter(user=account).order_by("pk")
    return [
        {"soort": row.get_type_display(), "ingesteld op": row.created_at, "laatst gebruikt op": row.last_used_at}
        for row in rows
    ]


def held_federations(account: User) -> list[dict[str, Any]]:
    return [
        {"via": row.provider, "kenmerk": row.uid, "gegevens": row.extra_data, "sinds": row.date_joined}
        for row in federations_of(account)
    ]


def held_example(account: User) -> list[dict[str, Any]]:
    return [{"zin": row.line} for row in ExampleAccount.objects.filter(account=account)]
