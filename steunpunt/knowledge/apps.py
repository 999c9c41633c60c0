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
        from steunpunt.foundation.events.announcing import subscribe  # noqa: PLC0415

        from . import events, jobs, reactions  # noqa: PLC0415
        from .editing import lists  # noqa: F401, PLC0415

        due.pin(DuePin("read-files", jobs.read_files.enqueue, minutes=1))
        due.pin(DuePin("ask-owners", jobs.ask_owners.enqueue, minutes=60 * 24))
        due.pin(DuePin("harvest-marks", jobs.mark_all.enqueue, minutes=60 * 24))
        subscribe(events.ItemPublished, reactions.mark_for_harvesters)
        subscribe(events.ItemWithdrawn, reactions.mark_for_harvesters)
        subscribe(events.ItemReplaced, reactions.mark_for_harvesters)
        subscribe(events.ItemUsed, reactions.thank_for_sharing)
        subscribe(events.ItemPublished, reactions.tell_of_new_item)
        subscribe(events.ItemPublished, reactions.look_for_questions)
        due.pin(DuePin("follow-agenda", jobs.follow_agenda.enqueue, minutes=60 * 24))
