"""What partners want: their shared vision and way of working, and the goal and interest of each of them."""

from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.network.models import PartnerGoal, Partnership, Scenario
from steunpunt.network.rules.partnership import can_have_goal

from .noting import editing, note
from .telling import name_of, told

VISION = ("vision", "cooperation_model", "scenario")
GOAL = ("goal", "interest")


def set_vision(
    partnership: Partnership,
    *,
    vision: str,
    cooperation_model: str,
    scenario: Scenario | None,
    by: Actor,
    at: datetime,
    revision: int | None = None,
) -> Partnership:
    """The partnership's vision, its cooperation model and the scenario that it works by."""
    with editing(partnership, by=by, at=at, revision=revision) as row:
        before = told(row, *VISION)
        row.vision, row.cooperation_model, row.scenario = vision, cooperation_model, scenario
        changes = field_changes(before, told(row, *VISION))
        require(bool(changes), _("Er is niets veranderd. Pas eerst iets aan."))
        row.save(update_fields=list(VISION))
        partnership.vision, partnership.cooperation_model, partnership.scenario = vision, cooperation_model, scenario
        note(partnership, "vision-set", _("Visie en manier van samenwerken gewijzigd."), changes, by=by, at=at)
    return partnership


def add_goal(goal: PartnerGoal, *, by: Actor, at: datetime, revision: int | None = None) -> PartnerGoal:
    """A partner says what it wants and why it takes part; the goal comes unsaved."""
    with editing(goal.partnership, by=by, at=at, revision=revision):
        require(
            can_have_goal(goal.organisation, goal.partnership),
            _("Alleen een partner van dit partnerschap kan hier een doel hebben."),
            field="organisation",
        )
        goal.save()
        _note(goal, "goal-added", _("Doel van %(name)s toegevoegd."), field_changes({}, told(goal, *GOAL)), by, at)
    return goal


def change_goal(
    goal: PartnerGoal, text: str, interest: str, *, by: Actor, at: datetime, revision: int | None = None
) -> PartnerGoal:
    with editing(goal.partnership, by=by, at=at, revision=revision):
        row = PartnerGoal.objects.select_related("organisation", "partnership").get(pk=goal.pk)
        before = told(row, *GOAL)
        row.goal, row.interest = text, interest
        changes = field_changes(before, told(row, *GOAL))
        require(bool(changes), _("Er is niets veranderd. Pas eerst iets aan."))
        row.save(update_fields=list(GOAL))
        _note(row, "goal-changed", _("Doel van %(name)s gewijzigd."), changes, by, at)
    return row


def remove_goal(goal: PartnerGoal, *, by: Actor, at: datetime, revision: int | None = None) -> None:
    with editing(goal.partnership, by=by, at=at, revision=revision):
        changes = {name: [value, None] for name, value in told(goal, *GOAL).items()}
        _note(goal, "goal-removed", _("Doel van %(name)s weggehaald."), changes, by, at)
        goal.delete()


def _note(goal: PartnerGoal, deed: str, summary: str, changes: dict[str, list], by: Actor, at: datetime) -> None:
    words = {"name": name_of(goal.organisation, localdate(at))}
    note(goal.partnership, deed, summary % words, changes, by=by, at=at)
