"""Frameworks with their levels, criteria and crosswalks: the forms and lists with which staff keep them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import ModelChoiceField
from django.forms.models import ModelChoiceIterator
from django.utils.translation import gettext_lazy as _

from steunpunt.knowledge.models import Criterion, Crosswalk, Framework, Level
from steunpunt.knowledge.queries.frameworks import criteria_to_choose
from steunpunt.knowledge.rules.frameworks import can_be_replaced_by, can_compare, can_stand_under
from steunpunt.network.editing.seen import SeenForm

from .noted import NotedViewSet


class PerFramework(ModelChoiceIterator):
    """The criteria in groups, one per framework, because codes come back in each."""

    def __iter__(self) -> Any:
        yield "", self.field.empty_label
        groups: dict[str, list] = {}
        for row in self.queryset:
            groups.setdefault(str(row.framework), []).append(self.choice(row))
        yield from groups.items()


class CriterionChoice(ModelChoiceField):
    """One criterion of whichever framework."""

    iterator = PerFramework


class FrameworkForm(SeenForm):
    """A framework never comes in place of itself, also not by a detour."""

    def clean_replaced_by(self) -> Framework | None:
        successor: Framework | None = self.cleaned_data["replaced_by"]
        if successor is not None and not can_be_replaced_by(self.instance, successor):
            raise ValidationError(_("Dit kan niet: dan vervangt het kader met een omweg zichzelf."))
        return successor


class CriterionForm(SeenForm):
    """A criterion stands where it belongs in the tree of its own framework."""

    parent = CriterionChoice(criteria_to_choose(), label=_("Valt onder"), required=False)

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = super().clean() or self.cleaned_data
        framework, rank, parent = facts.get("framework"), facts.get("rank"), facts.get("parent")
        if framework and rank and "parent" in facts and not can_stand_under(rank, framework, parent):
            sentence = _(
                "Dit past niet in de boom. Een standaard staat los, een aspect valt onder een standaard, "
                "een criterium onder een standaard of aspect van hetzelfde kader."
            )
            self.add_error("parent", sentence)
        return facts


class CrosswalkForm(SeenForm):
    """Two criteria of different frameworks."""

    source = CriterionChoice(criteria_to_choose(), label=_("Van"))
    target = CriterionChoice(criteria_to_choose(), label=_("Naar"))

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = super().clean() or self.cleaned_data
        source, target = facts.get("source"), facts.get("target")
        if source and target and not can_compare(source, target):
            self.add_error("target", _("Kies een criterium uit een ander kader."))
        return facts


class FrameworkList(NotedViewSet):
    model = Framework
    icon = "list-ul"
    menu_label: Any = _("Kaders")
    list_display = ["title", "kind", "in_force", "is_verified", "position"]
    search_fields = ["title", "summary"]
    form_base = FrameworkForm
    form_fields = [
        "title",
        "slug",
        "kind",
        "summary",
        "source",
        "is_verified",
        "in_force",
        "valid_from",
        "valid_until",
        "begin_unknown",
        "replaced_by",
        "position",
    ]


class LevelList(NotedViewSet):
    model = Level
    icon = "order"
    menu_label: Any = _("Niveaus")
    list_display = ["title", "code", "framework", "position"]
    list_filter = ["framework"]
    search_fields = ["title", "code"]
    form_fields = ["framework", "code", "title", "text", "position"]


class CriterionList(NotedViewSet):
    model = Criterion
    icon = "tasks"
    menu_label: Any = _("Criteria")
    list_display = ["__str__", "rank", "framework", "position"]
    list_filter = ["framework", "rank"]
    search_fields = ["title", "text", "code"]
    form_base = CriterionForm
    form_fields = ["framework", "rank", "parent", "code", "title", "text", "article", "position"]


class CrosswalkList(NotedViewSet):
    model = Crosswalk
    icon = "link"
    menu_label: Any = _("Vergelijkingen")
    list_display = ["source", "target", "relation", "is_verified"]
    list_filter = ["relation", "is_verified"]
    search_fields = ["source__title", "target__title", "note"]
    form_base = CrosswalkForm
    form_fields = ["source", "target", "relation", "note", "is_verified"]
