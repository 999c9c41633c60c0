"""Adding, changing and removing in the back office, with the ledger line on the page of the whole that a row is part of."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.views import generic

from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.knowledge.actions import frameworks, regulations
from steunpunt.knowledge.models import Regulation
from steunpunt.network.actions.telling import told
from steunpunt.network.editing.recorded import AddView, ChangeView, RecordedViewSet, RemoveView
from steunpunt.network.queries.editing import stored
from steunpunt.network.queries.labels import field_label

KEY = {"framework": "slug", "level": "code", "criterion": "code", "regulation": "bwbr"}
"""What a removed row was called in the data; loading never brings it back."""


def facts_of(row: Model | None, names: list[str]) -> dict[str, object]:
    if row is None:
        return {}
    return regulations.told_regulation(row, names) if isinstance(row, Regulation) else told(row, *names)


def note(request: Any, row: Model, deed: str, summary: str, changes: dict[str, list]) -> None:
    write: Callable[..., None] = regulations.note_edit if isinstance(row, Regulation) else frameworks.note_edit
    write(row, deed, summary, changes, by=request.actor, at=timezone.now())


class AddNoted(AddView):
    """Begins with what the address says, so that a part can be added from the list of its framework."""

    def get_initial(self) -> dict[str, Any]:
        asked = {name: self.request.GET[name] for name in ("framework", "parent") if name in self.request.GET}
        return super().get_initial() | asked

    def save_instance(self) -> Model:
        row: Model = generic.CreateView.save_instance(self)
        changes = field_changes({}, facts_of(stored(row), self.form.names()))
        note(self.request, row, "added", _("%(what)s toegevoegd: %(name)s"), changes)
        return row


class ChangeNoted(ChangeView):
    def save_instance(self) -> Model:
        names = self.form.names()
        before = facts_of(stored(self.form.instance), names)
        row: Model = generic.EditView.save_instance(self)
        changes = field_changes(before, facts_of(stored(row), names))
        if changes:
            note(self.request, row, "changed", _("%(what)s gewijzigd: %(name)s"), changes)
        return row


class RemoveNoted(RemoveView):
    def delete_action(self) -> None:
        row = self.object
        key = KEY.get(str(row._meta.model_name), "")
        changes = {field_label(row, key): [getattr(row, key), None]} if key else {}
        generic.DeleteView.delete_action(self)
        note(self.request, row, "removed", _("%(what)s weggehaald: %(name)s"), changes)


class NotedViewSet(RecordedViewSet):
    """A list that staff of today keep, every change of it on the page of the framework or regulation."""

    add_view_class = AddNoted
    edit_view_class = ChangeNoted
    delete_view_class = RemoveNoted
