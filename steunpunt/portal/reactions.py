"""What the portal does when a lower room announces something."""

from django.utils import timezone

from steunpunt.foundation.accounts.events import StaffRoleChanged

from .actions.groups import align_groups


def open_back_office(event: StaffRoleChanged) -> None:
    """A new colleague gets into the back office at once, and does not wait for the next tick."""
    align_groups(today=timezone.localdate())
