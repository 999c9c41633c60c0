"""Making accounts, and what an account chooses for itself."""

from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.accounts.events import SignedIn
from steunpunt.foundation.accounts.models import ExampleAccount, User
from steunpunt.foundation.accounts.queries import account_by_email
from steunpunt.foundation.accounts.rules import is_own
from steunpunt.foundation.events.announcing import announce
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.foundation.sectors import Sector

BRIN_CLAIMS = (
    "nlEduPersonHomeOrganizationId",
    "nleduperson_home_organization_id",
    "nl_edu_person_home_organization_id",
)
HOME_CLAIMS = ("schac_home_organization", "schacHomeOrganization")
AFFILIATION_CLAIMS = ("eduperson_affiliation", "eduPersonAffiliation")


def ensure_account(
    email: str, first_name: str = "", last_name: str = "", *, by: Actor, at: datetime, is_example: bool = False
) -> User:
    """The account with this address, made when it is not there; the address counts as proved."""
    with transaction.atomic():
        account = account_by_email(email)
        if account is None:
            account = User.objects.create_user(
                email, first_name=first_name, last_name=last_name, is_example=is_example, date_joined=at
            )
            summary = _("Account gemaakt")
            record(by=by, at=at, deed="account-made", summary=summary, subjects=[f"account:{account.public_id}"])
        elif not EmailAddress.objects.filter(user=account, email__iexact=account.email, verified=True).exists():
            # Whoever typed this address without proving it must not come in now that it counts as proved.
            SocialAccount.objects.filter(user=account).delete()
        EmailAddress.objects.update_or_create(
            user=account, email=account.email, defaults={"verified": True, "primary": True}
        )
    return account


def ensure_example_account(
    email: str,
    first_name: str,
    last_name: str,
    *,
    line: str,
    order: int,
    at: datetime,
    staff_role: str = "",
    sector: str = "",
) -> User:
    """An example person that the page /voorbeeld/ offers; safe to call again."""
    with transaction.atomic():
        account = ensure_account(email, first_name, last_name, by=Actor.for_system("voorbeeld"), at=at, is_example=True)
        require(account.is_example, _("Dit adres hoort bij een echt account."))
        account.first_name, account.last_name = first_name, last_name
        account.staff_role, account.sector = staff_role, sector
        account.save()
        ExampleAccount.objects.update_or_create(account=account, defaults={"line": line, "position": order})
    return account


def change_name(account: User, first_name: str, last_name: str, *, by: Actor, at: datetime) -> User:
    """The name that colleagues see; the ledger notes that it changed, not into what."""
    require(is_own(by, account), _("Je kunt alleen je eigen naam wijzigen."))
    with transaction.atomic():
        before: dict[str, object] = {"voornaam": account.first_name, "achternaam": account.last_name}
        account.first_name, account.last_name = first_name.strip(), last_name.strip()
        account.save(update_fields=["first_name", "last_name"])
        record(
            by=by,
            at=at,
            deed="account-name-changed",
            summary=_("Naam gewijzigd"),
            subjects=[f"account:{account.public_id}"],
            changes=field_changes(before, {"voornaam": account.first_name, "achternaam": account.last_name}),
            personal=("voornaam", "achternaam"),
        )
    return account


def choose_sector(account: User, sector: str, *, by: Actor) -> User:
    """Remember the sector with the account; not a deed for the ledger."""
    require(is_own(by, account) and sector in ("", *Sector.values), _("Deze sector kennen we niet."))
    account.sector = sector
    account.save(update_fields=["sector"])
    return account


def sign_out_elsewhere(account: User, *, by: Actor, at: datetime) -> User:
    """End every session of the account: a new unusable password makes what they were signed with void."""
    require(is_own(by, account), _("Je kunt alleen jezelf uitloggen."))
    with transaction.atomic():
        account.set_unusable_password()
        account.save(update_fields=["password"])
        summary = _("Op andere apparaten uitgelogd")
        record(by=by, at=at, deed="sessions-ended", summary=summary, subjects=[f"account:{account.public_id}"])
    return account


def announce_sign_in(account: User, provider: str, claims: dict[str, Any]) -> SignedIn | None:
    """Tell the rooms above what a federation says of somebody's home; None when it says nothing."""
    brin, home = _first(claims, BRIN_CLAIMS), _first(claims, HOME_CLAIMS)
    if not (brin or home):
        return None
    said: Any = next((claims[name] for name in AFFILIATION_CLAIMS if claims.get(name)), [])
    affiliations = [said] if isinstance(said, str) else [str(value) for value in said]
    event = SignedIn(
        account=account.public_id, provider=provider, brin=brin[:6], home=home[:120], affiliations=affiliations[:10]
    )
    with transaction.atomic():
        announce(event)
    return event


def _first(claims: dict[str, Any], names: tuple[str, ...]) -> str:
    """The first of these claims that says something; some federations send a list of one."""
    value = next((claims[name] for name in names if claims.get(name)), "")
    return str(value[0] if isinstance(value, list) else value).strip()
