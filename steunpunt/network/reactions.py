"""What the network does when a lower room announces something."""

from django.utils import timezone

from steunpunt.foundation.accounts.events import SignedIn
from steunpunt.foundation.accounts.queries import account_by_public_id
from steunpunt.network.actions.people import propose_affiliations
from steunpunt.network.queries.joining import home_at, role_by_code


def propose_roles(event: SignedIn) -> None:
    """A federation said where somebody works or studies: put it to whoever decides; nothing changes by itself."""
    at = timezone.now()
    account = account_by_public_id(event.account)
    home = home_at(event.brin, event.home, timezone.localdate(at))
    is_student = "student" in event.affiliations and not {"employee", "staff"} & set(event.affiliations)
    role = role_by_code("leraar-in-opleiding" if is_student else "medewerker")
    if account is not None and home is not None and role is not None:
        propose_affiliations(account, home, role, at=at)
