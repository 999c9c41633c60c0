"""Who may do what with accounts, and whether it is possible now."""

from datetime import date

from django.conf import settings

from steunpunt.foundation.access import Actor

from .models import StaffRole, User
from .queries import SECOND_FACTORS, project_leaders_on, proofs_set_up


def may_give_roles(actor: Actor) -> bool:
    """Who works for the support point is decided by a project leader."""
    return actor.is_project_leader


def is_own(actor: Actor, account: User) -> bool:
    return actor.account == account


def keeps_a_leader(account: User, role: str, until: date | None, day: date) -> bool:
    """Whether somebody leads the project as long as now, when this account gets this role until then.

    Somebody has to be able to let others in, also after the last of the end dates.
    """
    now = dict(project_leaders_on(day).values_list("pk", "staff_until"))
    then = {pk: end for pk, end in now.items() if pk != account.pk}
    if role == StaffRole.PROJECT_LEADER and account.is_active:
        then[account.pk] = until
    return _last(then, day) >= _last(now, day)


def _last(ends: dict[int, date | None], day: date) -> date:
    return max((end or date.max for end in ends.values()), default=day)


def proves_second_factor(account: User, methods: list[str]) -> bool:
    """Whether what was proved in a session still counts.

    `methods` are the sorts of proof in this session. One that was removed since does not count, nor does a
    recovery code of somebody without a second factor. The one click of the example people counts for them only,
    and only in example mode.
    """
    if "voorbeeld" in methods and account.is_example and settings.EXAMPLE_MODE:
        return True
    set_up = proofs_set_up(account)
    return not set_up.isdisjoint(SECOND_FACTORS) and not set_up.isdisjoint(methods)
