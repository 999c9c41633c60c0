"""What the portal does when a lower room announces something, or Wagtail says that a page changed."""

from typing import Any

from django.utils import timezone

from steunpunt.foundation.accounts.events import StaffRoleChanged
from steunpunt.foundation.search.actions import wait_for_index

from .actions.groups import align_groups
from .queries.search_documents import EVERY_PAGE


def open_back_office(event: StaffRoleChanged) -> None:
    """A new colleague gets into the back office at once, and does not wait for the next tick."""
    align_groups(today=timezone.localdate())


def look_at_pages_again(**_facts: Any) -> None:
    """A page was published, taken away, moved, or is for some people only from now on: search follows."""
    wait_for_index([EVERY_PAGE])
