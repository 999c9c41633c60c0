"""Every account in the group of its role; nobody puts people in a group of the back office by hand."""

from datetime import date

from django.contrib.auth.models import Group
from django.db import transaction

from steunpunt.foundation.accounts.models import StaffRole, User

EDITORS, LEADERS = "Redacteuren", "Projectleiders"
GROUP_OF_ROLE = {StaffRole.EDITOR: EDITORS, StaffRole.PROJECT_LEADER: LEADERS}


def align_groups(*, today: date) -> int:
    """Every account in exactly the group of its role today; how many accounts were moved."""
    groups = {group.name: group for group in Group.objects.filter(name__in=(EDITORS, LEADERS))}
    moved = 0
    with transaction.atomic():
        accounts = User.objects.exclude(staff_role="") | User.objects.filter(groups__name__in=groups)
        for account in accounts.distinct().prefetch_related("groups"):
            wanted = {groups[GROUP_OF_ROLE[StaffRole(account.staff_role)]]} if account.is_staff_on(today) else set()
            kept = {group for group in account.groups.all() if group.name not in groups}
            if wanted | kept != set(account.groups.all()):
                account.groups.set(wanted | kept)
                moved += 1
    return moved
