"""What a phone shows now, as a piece of page that many phones may share."""

import secrets
from dataclasses import dataclass, field
from typing import Any

from django.forms import Form
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from steunpunt.activities.kind import kind_of
from steunpunt.activities.models import Activity, Contribution, Participant, Phase, VotingUnit
from steunpunt.activities.queries.activities import subgroups
from steunpunt.activities.queries.devices import handed_in_by
from steunpunt.activities.queries.keeping import Kept
from steunpunt.activities.queries.live import Now
from steunpunt.activities.queries.standings import may_be_shown, shown_standing, standing
from steunpunt.activities.rules.phases import can_choose_group
from steunpunt.foundation.access.requests import Request

SECRET = "<!-- sent with a form -->"  # noqa: S105 -- a mark in a template, no secret
_shared: Kept[tuple[int, int, bool], str] = Kept(60, most=100)
"""What is the same on every phone that handed in nothing: made once per step."""


@dataclass(slots=True)
class Screen:
    """One phone in one activity."""

    now: Now
    participant: Participant
    form: Form | None = None
    sentence: str = ""
    """Why something was refused."""
    notice: str = ""
    given: Contribution | None = field(default=None)

    @property
    def activity(self) -> Activity:
        return self.now.activity

    @property
    def as_group(self) -> bool:
        return self.activity.unit == VotingUnit.GROUP

    @property
    def holds_pen(self) -> bool:
        group = self.participant.subgroup
        return not self.as_group or (group is not None and group.pen_id == self.participant.pk)


def piece(screen: Screen) -> str:
    """The piece of page, without what belongs to one request."""
    screen.given = screen.given or handed_in_by(screen.participant, as_group=screen.as_group)
    if screen.form is None and not screen.sentence and not screen.notice and _is_shared(screen):
        activity = screen.activity
        key = (activity.pk, activity.step, screen.given is not None)
        return _shared.get(key, lambda: _rendered(screen))
    return _rendered(screen)


def whole(request: Request, activity: Activity, text: str) -> SafeString:
    """The piece in a page that works without scripts: every form carries its own secrets."""
    hidden = format_html(
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}"><input type="hidden" name="sent_key" value="{}">'
        '<input type="hidden" name="activity" value="{}">',
        get_token(request),
        new_key(),
        activity.public_id,
    )
    return mark_safe(text.replace(SECRET, hidden))  # noqa: S308 -- rendered by our own templates, which escape


def new_key() -> str:
    """For one press on the button: the clock of the server, and something that nobody else has."""
    return f"{int(timezone.now().timestamp() * 1000):013d}-{secrets.token_hex(6)}"


def form_for(activity: Activity, given: Contribution | None, data: Any = None) -> Form:
    """The form of the kind, filled with what this voter handed in before."""
    kind = kind_of(activity.kind)
    initial = dict(kind.upgrade(given.content, given.version)) if given else None
    # Others' words come into the form only when people may see them.
    more = {"standing": standing(activity).value} if kind.answers_others and may_be_shown(activity) else {}
    form: Form = kind.contribution_form(data, settings=activity.settings, initial=initial, **more)  # type: ignore[call-arg]
    return form


def as_given(activity: Activity, content: dict[str, Any]) -> Contribution:
    """What was kept just now, without asking the database for it."""
    return Contribution(activity=activity, content=content, version=kind_of(activity.kind).version)


def _is_shared(screen: Screen) -> bool:
    """Not where groups are chosen or vote, and not where somebody's own words stand in the form."""
    if screen.participant.subgroup_id or can_choose_group(screen.activity):
        return False
    return screen.activity.phase != Phase.OPEN or screen.given is None


def _rendered(screen: Screen) -> str:
    activity = screen.activity
    kind = kind_of(activity.kind)
    is_open = activity.phase == Phase.OPEN
    may_choose = can_choose_group(activity)
    shown = shown_standing(activity) if activity.phase == Phase.SHOWN else None
    context = {
        "activity": activity,
        "settings": activity.settings,
        "kind": kind,
        "contribute": kind.template("contribute"),
        "participant": screen.participant,
        "group": screen.participant.subgroup,
        "given": screen.given,
        "form": screen.form or (form_for(activity, screen.given) if is_open else None),
        "as_group": screen.as_group,
        "holds_pen": screen.holds_pen,
        "needs_group": screen.as_group and screen.participant.subgroup_id is None,
        "tables": subgroups(activity) if may_choose else (),
        "may_choose": may_choose,
        "findings": shown.findings if shown else (),
        "voters": shown.voters if shown else 0,
        "sentence": screen.sentence,
        "notice": screen.notice,
        "code": activity.code,
    }
    return render_to_string("activities/live/_piece.html", context)
