"""Editing in the back office with the same promises as elsewhere: staff of today only, and a line in the ledger."""

from typing import Any

from django.contrib import messages
from django.db.models import DateField, Field, ManyToManyField, Model, ProtectedError, QuerySet, URLField
from django.forms import ModelForm, modelform_factory
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
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
    return {field_label(row, name): _words(row, name) for name in names}


def _words(row: Model, name: str) -> object:
    if isinstance(row._meta.get_field(name), ManyToManyField):
        return ", ".join(str(one) for one in getattr(row, name).all())
    return readable(row, name)


def _note(request: Any, row: Model, deed: str, summary: str, changes: dict[str, list]) -> None:
    words = {"what": row._meta.verbose_name, "name": row}
    record(
        by=request.actor,
        at=timezone.now(),
        deed=f"{row._meta.model_name}-{deed}",
        summary=(summary % words).capitalize(),
        subjects=[reference_of(row)],
        changes=changes,
    )


def _names(form: ModelForm) -> list[str]:
    known = {field.name for field in form._meta.model._meta.get_fields()}
    return [name for name in form.fields if name in known]


class AddView(generic.CreateView):
    def save_instance(self) -> Model:
        row = super().save_instance()
        changes = field_changes({}, _facts(row, _names(self.form)))
        _note(self.request, row, "added", _("%(what)s toegevoegd: %(name)s"), changes)
        return row


class ChangeView(generic.EditView):
    def save_instance(self) -> Model:
        names = _names(self.form)
        before = _facts(stored(self.form.instance), names)
        row = super().save_instance()
        changes = field_changes(before, _facts(stored(row), names))
        if changes:
            _note(self.request, row, "changed", _("%(what)s gewijzigd: %(name)s"), changes)
        return row


class RemoveView(generic.DeleteView):
    """What is in use stays, with a sentence that says so."""

    def form_valid(self, form: Any) -> HttpResponse:
        try:
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
    form_base: type[ModelForm] = ModelForm
    model: type[Model]
    form_fields: list[str]

    def get_form_class(self, for_update: bool = False) -> type[ModelForm]:
        return modelform_factory(
            self.model, form=self.form_base, fields=self.form_fields, formfield_callback=self.formfield_for_dbfield
        )

    def formfield_for_dbfield(self, db_field: Field, **kwargs: Any) -> Any:
        """Dates get the picker of the back office; an address without a scheme is https."""
        if isinstance(db_field, URLField):
            kwargs["assume_scheme"] = "https"
        if isinstance(db_field, DateField):
            kwargs["widget"] = AdminDateInput
        return db_field.formfield(**kwargs)
