"""What the activities room pins on the boards."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from steunpunt.activities.models import Activity
from steunpunt.activities.queries.activities import led_activities
from steunpunt.activities.rules.leading import may_stand_up
from steunpunt.foundation.boards import MenuPin, RecordPin, menu, records

menu.pin(MenuPin(_("Doe mee met een code"), "activities:enter", order=26, under="meetings:agenda"))
menu.pin(MenuPin(_("Werkvormen"), "activities:own_list", order=27, shown=may_stand_up, under="meetings:agenda"))
records.pin(
    RecordPin(
        "werkvorm",
        _("Werkvorm"),
        Activity,
        led_activities,
        lambda activity: activity.title,
        lambda activity: reverse("activities:lead", args=[activity.public_id]),
    )
)
