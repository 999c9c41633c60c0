"""What screens ask all the time: where an activity is now. One query per half second and process, however many ask."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from steunpunt.activities.models import Activity, Participant

from .activities import joinable
from .keeping import Kept

HALF_A_SECOND = 0.5
PHONE_MS, CROWD_MS, WALL_MS = 2_000, 4_000, 1_000
CROWD = 1_500
"""Above so many people their phones ask half as often."""


@dataclass(frozen=True, slots=True)
class Now:
    """An activity as it stood when it was last looked up."""

    activity: Activity
    people: int

    @property
    def poll_ms(self) -> int:
        """How long a phone waits before it asks again."""
        return CROWD_MS if self.people > CROWD else PHONE_MS

    @property
    def mark(self) -> str:
        """Other as soon as a phone has something else to show."""
        return f"{self.activity.pk}.{self.activity.step}"


_by_code: Kept[str, Now | None] = Kept(HALF_A_SECOND)


def now_by_code(code: str) -> Now | None:
    """The activity with this code as of half a second ago at most."""
    found = _by_code.get(code, lambda: _looked_up(code, timezone.now()))
    if found is None or found.activity.code_until is None or found.activity.code_until <= timezone.now():
        return None
    return found


def now_of(activity: Activity) -> Now:
    """For who does not come by a code."""
    return Now(activity, Participant.objects.filter(activity=activity).count())


def forget(*codes: str) -> None:
    """After a deed: in this process the next screen looks again; others follow within half a second."""
    for code in codes:
        _by_code.drop(code)
        # Somebody may look between the deed and its commit.
        transaction.on_commit(lambda code=code: _by_code.drop(code))  # type: ignore[misc]


def _looked_up(code: str, at: datetime) -> Now | None:
    if not code:
        return None
    people = (
        Participant.objects.filter(activity=OuterRef("pk"))
        .order_by()
        .values("activity")
        .annotate(number=Count("pk"))
        .values("number")
    )
    rows = joinable(at).filter(code=code).select_related("item__meeting")
    activity = rows.annotate(people=Coalesce(Subquery(people, output_field=IntegerField()), 0)).first()
    return Now(activity, activity.people) if activity is not None else None
