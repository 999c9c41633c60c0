"""Who may do what with accounts, and whether it is possible now."""

from datetime import date

from django.conf import settings

from steunpunt.foundation.access import Actor

from .models import StaffRole, User
from .queries import other_project_leaders, second_factors


def may_give_roles(actor: Actor) -> bool:
    """Who works for the support point is decided by a project leader."""
    return actor.is_project_leader


def is_own(actor: Actor, account: User) -> bool:
    return actor.account == account


def is_missable(account: User, day: date) -> bool:
    """Not the last project leader: somebody has to be able to let others in."""
    leads = account.staff_role == StaffRole.PROJECT_LEADER and account.is_staff_on(day)
    return not leads or other_project_leaders(account, day)


def proves_second_factor(account: User, methods: list[str]) -> bool:
    """Whether what was proved in a session still counts.

    `methods` are the sorts of proof in this session. A factor that was removed since does not
    count; the one click of the example people counts for them only, and only in example mode.
    """
    if "voorbeeld" in methods and account.is_example and settings.EXAMPLE_MODE:
        return True
    return bool(methods) and bool(second_factors(account))
