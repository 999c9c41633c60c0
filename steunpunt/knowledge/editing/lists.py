"""Which lists of the knowledge room stand in the back office, and where in its menu."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.permissions import register_permission_policy

from steunpunt.network.editing.recorded import StaffPolicy

from .frameworks import CriterionList, CrosswalkList, FrameworkList, LevelList
from .regulations import RegulationList

LISTS = (FrameworkList, CriterionList, LevelList, CrosswalkList, RegulationList)


class KnowledgeLists(ViewSetGroup):
    menu_label: Any = _("Kaders en regelingen")
    menu_icon = "list-ul"
    menu_order: Any = 210
    items: Any = LISTS


for one in LISTS:
    register_permission_policy(one.model, StaffPolicy(one.model))


@hooks.register("register_admin_viewset")
def lists() -> KnowledgeLists:
    """Hangs the lists in the back office."""
    return KnowledgeLists()
