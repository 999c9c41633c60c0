"""Start of the knowledge room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.boards import DuePin, due


class KnowledgeConfig(AppConfig):
    name = "steunpunt.knowledge"
    label = "knowledge"
    verbose_name = _("Kennis")

    def ready(self) -> None:
        # The models have to be there first.
        from . import jobs  # noqa: PLC0415
        from .editing import lists  # noqa: F401, PLC0415

        due.pin(DuePin("read-files", jobs.read_files.enqueue, minutes=1))
        due.pin(DuePin("ask-owners", jobs.ask_owners.enqueue, minutes=60 * 24))
