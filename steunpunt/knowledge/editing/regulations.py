"""Regulations: the form and list with which staff keep them."""

from typing import Any

from django.forms import CheckboxSelectMultiple, MultipleChoiceField
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.sectors import Sector
from steunpunt.knowledge.models import Regulation
from steunpunt.network.editing.seen import SeenForm

from .noted import NotedViewSet


class RegulationForm(SeenForm):
    """Sectors are ticked, not typed."""

    sectors = MultipleChoiceField(
        label=_("Sectoren"), choices=Sector.choices, widget=CheckboxSelectMultiple, required=False
    )


class RegulationList(NotedViewSet):
    model = Regulation
    icon = "doc-full"
    menu_label: Any = _("Regelingen")
    list_display = ["title", "bwbr", "kind", "in_force", "signed_on"]
    search_fields = ["title", "bwbr", "summary"]
    form_base = RegulationForm
    form_fields = ["bwbr", "title", "kind", "signed_on", "text_as_of", "in_force", "summary", "sectors", "themes"]
