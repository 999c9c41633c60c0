"""Making two questions of the research agenda one, without losing an origin, and taking that back."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor, Refusal, require
from steunpunt.foundation.thread.actions import move_back, move_links
from steunpunt.knowledge.models import ResearchQuestion, ResearchWork
from steunpunt.knowledge.queries.research import root_of
from steunpunt.knowledge.rules.research import can_merge, may_edit_agenda

from .agenda import note
from .agenda_editing import ONLY_EDITORS
from .agenda_telling import tell_who_asked
from .agenda_work import follow_question


def merge(
    kept: ResearchQuestion, merged: ResearchQuestion, *, reason: str = "", by: Actor, at: datetime
) -> ResearchQuestion:
    """`merged` goes up in `kept`: its origins, answers and work show there, its address leads there."""
    require(may_edit_agenda(by), ONLY_EDITORS)
    with transaction.atomic():
        kept, merged = _locked(kept, merged)
        require(can_merge(kept, merged), _("Deze twee vragen zijn niet samen te voegen."), field="kept")
        tell_who_asked(merged, _now("Je vraag is samengevoegd met een andere"), kept.text, at)
        merged.merged_into, merged.merged_at = kept, at
        merged.save(update_fields=["merged_into", "merged_at"])
        move_links(merged.reference, kept.reference)
        summary = _("Samengevoegd met: %(text)s") % {"text": merged.text}
        changes = {"reden": [None, reason.strip()]} if reason.strip() else None
        note(kept, "question-merged", summary, changes, [merged.reference], by=by, at=at)
        _follow_work(kept, merged, by=by, at=at)
    return kept


def undo_merge(merged: ResearchQuestion, *, by: Actor, at: datetime) -> ResearchQuestion:
    """Make it a question of its own again, as it was; what was added to the other one since stays there."""
    require(may_edit_agenda(by), ONLY_EDITORS)
    with transaction.atomic():
        row = ResearchQuestion.objects.select_for_update(of=["self"]).select_related("merged_into").get(pk=merged.pk)
        kept = row.merged_into
        if kept is None:
            raise Refusal(_now("Deze vraag is niet samengevoegd."))
        row.merged_into, row.merged_at = None, None
        row.save(update_fields=["merged_into", "merged_at"])
        move_back(row.reference, kept.reference)
        summary = _("Weer losgemaakt: %(text)s") % {"text": row.text}
        note(kept, "question-unmerged", summary, None, [row.reference], by=by, at=at)
        _follow_work(root_of(kept), row, by=by, at=at)
    return row


def _follow_work(kept: ResearchQuestion, moved: ResearchQuestion, *, by: Actor, at: datetime) -> None:
    """Work that came along or went away counts for the status of the question that it showed with."""
    if ResearchWork.objects.filter(question__in=_with_below(moved)).exists():
        follow_question(kept, by=by, at=at)
        kept.refresh_from_db()


def _with_below(question: ResearchQuestion) -> set[int]:
    """The question and everything that went up in it, whether or not it went up in another itself."""
    found, fresh = {question.pk}, {question.pk}
    while fresh:
        fresh = set(ResearchQuestion.objects.filter(merged_into__in=fresh).values_list("pk", flat=True))
        found |= fresh
    return found


def _locked(kept: ResearchQuestion, merged: ResearchQuestion) -> tuple[ResearchQuestion, ResearchQuestion]:
    keys = [kept.pk, merged.pk]
    rows = {row.pk: row for row in ResearchQuestion.objects.select_for_update().filter(pk__in=keys).order_by("pk")}
    return rows[kept.pk], rows[merged.pk]
