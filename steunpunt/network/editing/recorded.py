"""Editing in the back office with the same promises as elsewhere: staff of today only, and a line in the ledger."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import DateField, Field, Model, ProtectedError, QuerySet
from django.forms import modelform_factory
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import AdminDateInput
from wagtail.permission_policies.base import BasePermissionPolicy

from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.network.actions.telling import readable
from steunpunt.network.queries.editing import staff_accounts, stored
from steunpunt.network.queries.labels import field_label
from steunpunt.network.queries.references import reference_of

from .seen import SeenForm


class StaffPolicy(BasePermissionPolicy):
    """Whoever works for the support point today may keep the lists; stored rights play no part."""

    def user_has_permission(self, user: User, action: str) -> bool:
        return bool(user.is_staff)

    def user_has_permission_for_instance(self, user: User, action: str, instance: Model) -> bool:
        return bool(user.is_staff)

    def users_with_any_permission(self, actions: list[str]) -> QuerySet[User]:
        return staff_accounts()


def _facts(row: Model | None, names: list[str]) -> dict[str, object]:
    """Dutch field name → what stands there, in words."""
    if row is None:
        return {}
    return {field_label(row, name): readable(row, name) for name in names}


def _note(request: Any, row: Model, deed: str, summary: str, changes: dict[str, list]) -> None:
    words = {"what": row._meta.verbose_name, "name": row}
    record(
        by=request.actor,
        at=timezone.now(),
        deed=f"{row._meta.model_name}-{deed}",
        summary=capfirst(summary % words),
        subjects=[reference_of(row)],
        changes=changes,
    )


class AddView(generic.CreateView):
    form: SeenForm

    def save_instance(self) -> Model:
        row = super().save_instance()
        changes = field_changes({}, _facts(row, self.form.names()))
        _note(self.request, row, "added", _("%(what)s toegevoegd: %(name)s"), changes)
        return row


class ChangeView(generic.EditView):
    """Whoever looked at an older state is told; nothing is lost of either editor."""

    form: SeenForm

    def form_valid(self, form: Any) -> HttpResponse:
        with transaction.atomic():
            held = get_object_or_404(type(form.instance)._default_manager.select_for_update(), pk=form.instance.pk)
            if missed := form.missed(held):
                form.add_error(None, missed)
                self.produced_error_message = self.get_error_message()
                return self.form_invalid(form)
            return super().form_valid(form)

    def get_usage_url(self) -> None:
        """See `RemoveView`."""

    def save_instance(self) -> Model:
        names = self.form.names()
        before = _facts(stored(self.form.instance), names)
        row = super().save_instance()
        changes = field_changes(before, _facts(stored(row), names))
        if changes:
            _note(self.request, row, "changed", _("%(what)s gewijzigd: %(name)s"), changes)
        return row


class RemoveView(generic.DeleteView):
    """What is in use stays, with a sentence that says so."""

    def get_usage_url(self) -> None:
        """No count of uses: Wagtail knows of none of ours."""

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except ProtectedError:
            sentence = _("Dit is nog in gebruik en kan niet weg. Pas eerst aan waar het wordt gebruikt.")
            messages.error(self.request, sentence)
            return redirect(self.get_success_url())

    def delete_action(self) -> None:
        row = self.object
        super().delete_action()
        _note(self.request, row, "removed", _("%(what)s weggehaald: %(name)s"), {})


class RecordedViewSet(ModelViewSet):
    """A list in the back office that only staff of today keep, every change of it in the ledger."""

    add_view_class = AddView
    edit_view_class = ChangeView
    delete_view_class = RemoveView
    copy_view_enabled = False
    inspect_view_enabled = False
    add_to_reference_index = False
    search_backend_name = None
    form_base: type[SeenForm] = SeenForm
    model: type[Model]
    form_fields: list[str]

    def get_form_class(self, for_update: bool = False) -> type[SeenForm]:
        form: type[Any] = modelform_factory(
            self.model, form=self.form_base, fields=self.form_fields, formfield_callback=self.formfield_for_dbfield
        )
        return form

    def formfield_for_dbfield(self, db_field: Field, **kwargs: Any) -> Any:
        """Dates get the picker of the back office."""
        if isinstance(db_field, DateField):
            kwargs["widget"] = AdminDateInput
        return db_field.formfield(**kwargs)
