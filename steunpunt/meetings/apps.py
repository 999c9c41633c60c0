"""Start of the meetings room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.boards import DuePin, due


class MeetingsConfig(AppConfig):
    name = "steunpunt.meetings"
    label = "meetings"
    verbose_name = _("Bijeenkomsten")

    def ready(self) -> None:
        # The models have to be there first.
        from steunpunt.foundation.events.announcing import subscribe  # noqa: PLC0415

        from . import events  # noqa: PLC0415
        from .jobs import registrations as jobs  # noqa: PLC0415
        from .reactions import registrations as reactions  # noqa: PLC0415

        due.pin(DuePin("remind-participants", jobs.remind_participants.enqueue, minutes=15))
        due.pin(DuePin("fill-places", jobs.fill_free_places.enqueue, minutes=5))
        due.pin(DuePin("forget-needs", jobs.forget_what_people_need.enqueue, minutes=60 * 24))
        subscribe(events.MeetingCancelled, reactions.after_cancelling)
        subscribe(events.MeetingChanged, reactions.after_changing)
        subscribe(events.MeetingMoved, reactions.after_moving)
