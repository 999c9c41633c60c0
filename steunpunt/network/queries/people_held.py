"""What the network holds of somebody, for the download of one's own data."""

from typing import Any

from django.db.models import Q, QuerySet

from steunpunt.foundation.accounts.models import User
from steunpunt.network.models import Affiliation, Invitation, Person, ThemeContact


def people_behind(account: User) -> QuerySet[Person]:
    """The person of the account, whoever was merged into it, and whoever has its proved address and no account."""
    own = Q(account=account) | Q(merged_into__account=account)
    return Person.objects.filter(own | Q(email__iexact=account.email, account__isnull=True)).order_by("pk")


def held_people(account: User) -> list[dict[str, Any]]:
    return [
        {
            "voornaam": row.first_name,
            "achternaam": row.last_name,
            "e-mailadres": row.email,
            "naam mag op de site": row.name_is_public,
            "toestemming gegeven op": row.consent_at,
        }
        for row in people_behind(account)
    ]


def held_affiliations(account: User) -> list[dict[str, Any]]:
    rows = Affiliation.objects.filter(person__in=people_behind(account)).order_by("valid_from", "pk")
    return [
        {
            "rol": row.role.title,
            "partnerschap": row.partnership.slug if row.partnership else "",
            "organisatie": str(row.organisation) if row.organisation else "",
            "vanaf": row.valid_from,
            "tot": row.valid_until,
        }
        for row in rows.select_related("role", "partnership", "organisation")
    ]


def held_contacts(account: User) -> list[dict[str, Any]]:
    rows = ThemeContact.objects.filter(person__in=people_behind(account)).order_by("valid_from", "pk")
    return [
        {
            "thema": row.theme.title,
            "partnerschap": row.partnership.slug,
            "vanaf": row.valid_from,
            "tot": row.valid_until,
        }
        for row in rows.select_related("theme", "partnership")
    ]


def held_invitations(account: User) -> list[dict[str, Any]]:
    found = Q(person__in=people_behind(account)) | Q(email__iexact=account.email)
    rows = Invitation.objects.filter(found).order_by("pk").select_related("role", "partnership")
    return [
        {
            "e-mailadres": row.email,
            "rol": row.role.title,
            "partnerschap": row.partnership.slug,
            "uitgenodigd op": row.invited_at,
            "aangenomen op": row.accepted_at,
        }
        for row in rows
    ]
