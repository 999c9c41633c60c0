"""Background work of the portal."""

from django.utils import timezone
from django_tasks import task

from .actions.groups import align_groups
from .actions.saved_searches import tell_news


@task()
def align_back_office() -> None:
    """Who may do what in the back office follows the roles of today."""
    align_groups(today=timezone.localdate())


@task()
def tell_saved() -> None:
    """Who saved a question hears once a day what is new."""
    tell_news(at=timezone.now())
