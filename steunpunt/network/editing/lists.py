"""Which lists there are, with their columns, and their place in the menu of the back office."""

from typing import Any

from django.db.models import Model
from django.forms import CharField, ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.permissions import register_permission_policy

from steunpunt.network.actions.role_alias import set_national_alias
from steunpunt.network.models import Region, Role, Scenario, Theme
from steunpunt.network.queries.role_aliases import national_alias
from steunpunt.network.rules.theme import can_stand_under

from .recorded import AddView, ChangeView, RecordedViewSet, StaffPolicy
from .seen import SeenForm


class ThemeForm(SeenForm):
    """A theme never stands under itself, also not by a detour."""

    def clean_parent(self) -> Any:
        parent = self.cleaned_data["parent"]
        if parent is not None and not can_stand_under(self.instance, parent):
            raise ValidationError(_("Dit kan niet: dan valt het thema met een omweg onder zichzelf."))
        return parent


class ThemeList(RecordedViewSet):
    model = Theme
    icon = "tag"
    menu_label: Any = _("Thema's")
    list_display = ["title", "parent", "position"]
    search_fields = ["title", "keyword_line"]
    form_fields = ["title", "slug", "keyword_line", "parent", "position"]
    form_base = ThemeForm


class RoleForm(SeenForm):
    """A role, with what it is also called everywhere."""

    alias = CharField(
        label=_("Andere naam"),
        max_length=80,
        required=False,
        help_text=_("Staat bij elk partnerschap dat zelf geen eigen naam heeft ingevuld."),
    )

    def __init__(self, *args: Any, instance: Role | None = None, **kwargs: Any) -> None:
        known = {"alias": national_alias(instance) if instance else ""}
        super().__init__(*args, instance=instance, initial=known | (kwargs.pop("initial", None) or {}), **kwargs)


class WithAlias:
    """Saves the other name of a role together with the role."""

    def save_instance(self) -> Model:
        role = super().save_instance()  # type: ignore[misc]
        title = self.form.cleaned_data["alias"]  # type: ignore[attr-defined]
        set_national_alias(role, title, by=self.request.actor, at=timezone.now())  # type: ignore[attr-defined]
        return role


class AddRoleView(WithAlias, AddView):
    pass


class ChangeRoleView(WithAlias, ChangeView):
    pass


class RoleList(RecordedViewSet):
    model = Role
    add_view_class = AddRoleView
    edit_view_class = ChangeRoleView
    icon = "user"
    menu_label: Any = _("Rollen")
    list_display = ["title", "manages_partnership", "position"]
    search_fields = ["title", "description"]
    form_fields = ["title", "code", "description", "source", "manages_partnership", "position"]
    form_base = RoleForm


class RegionList(RecordedViewSet):
    model = Region
    icon = "site"
    menu_label: Any = _("Regio's")
    list_display = ["name", "kind", "valid_from", "valid_until"]
    search_fields = ["name"]
    form_fields = ["name", "kind", "valid_from", "valid_until", "source"]


class ScenarioList(RecordedViewSet):
    model = Scenario
    icon = "doc-full"
    menu_label: Any = _("Scenario's")
    list_display = ["code", "title"]
    search_fields = ["title"]
    form_fields = ["code", "title", "description", "source"]


LISTS = (ThemeList, RoleList, RegionList, ScenarioList)


class NetworkLists(ViewSetGroup):
    menu_label: Any = _("Netwerk")
    menu_icon = "group"
    menu_order: Any = 200
    items: Any = LISTS


for one in LISTS:
    register_permission_policy(one.model, StaffPolicy(one.model))


@hooks.register("register_admin_viewset")
def lists() -> NetworkLists:
    """Hangs the lists in the back office."""
    return NetworkLists()
