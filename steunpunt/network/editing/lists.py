"""Which lists there are, with their columns, and their place in the menu of the back office."""

from typing import Any

from django.forms import ModelForm, ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.permissions import register_permission_policy

from steunpunt.network.models import Project, Region, Role, Scenario, Theme
from steunpunt.network.rules.theme import can_stand_under

from .recorded import RecordedViewSet, StaffPolicy


class ThemeForm(ModelForm):
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


class RoleList(RecordedViewSet):
    model = Role
    icon = "user"
    menu_label: Any = _("Rollen")
    list_display = ["title", "manages_partnership", "position"]
    search_fields = ["title", "description"]
    form_fields = ["title", "code", "description", "source", "manages_partnership", "position"]


class RegionList(RecordedViewSet):
    model = Region
    icon = "site"
    menu_label: Any = _("Regio's")
    list_display = ["name", "kind", "valid_from", "valid_until"]
    search_fields = ["name"]
    form_fields = ["name", "kind", "valid_from", "valid_until", "source"]


class ProjectList(RecordedViewSet):
    model = Project
    icon = "clipboard-list"
    menu_label: Any = _("Projecten")
    list_display = ["title", "kind", "valid_from", "valid_until"]
    search_fields = ["title", "summary"]
    form_fields = [
        "title",
        "slug",
        "kind",
        "summary",
        "website",
        "organisation",
        "themes",
        "valid_from",
        "valid_until",
        "source",
    ]


class ScenarioList(RecordedViewSet):
    model = Scenario
    icon = "doc-full"
    menu_label: Any = _("Scenario's")
    list_display = ["code", "title"]
    search_fields = ["title"]
    form_fields = ["code", "title", "description", "source"]


LISTS = (ThemeList, RoleList, RegionList, ProjectList, ScenarioList)


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
