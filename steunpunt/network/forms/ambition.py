"""Forms for what partners want: vision and way of working, and the goals of each partner."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.ui.fields import ChoiceFromList, RevisedForm
from steunpunt.network.models import CooperationModel, PartnerGoal, Partnership
from steunpunt.network.queries.choosing import Found
from steunpunt.network.queries.editing import scenarios_to_choose


class VisionForm(RevisedForm):
    """The shared vision, the cooperation model and the scenario."""

    vision = forms.CharField(
        label=_("Visie"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Waarom leiden jullie samen op, en hoe? Schrijf het voor iemand die jullie niet kent."),
    )
    cooperation_model = forms.ChoiceField(
        label=_("Model van samenwerken"), required=False, choices=[("", _("Niet gekozen")), *CooperationModel.choices]
    )
    scenario: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, label=_("Scenario"), required=False, empty_label=_("Niet gekozen")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scenario"].queryset = scenarios_to_choose()  # type: ignore[attr-defined]


class GoalTextForm(RevisedForm):
    """What a partner wants and why."""

    goal = forms.CharField(
        label=_("Doel"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}), help_text=_("Wat wil deze partner?")
    )
    interest = forms.CharField(
        label=_("Belang"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Waarom doet deze partner mee? Zo weten de andere partners wat er voor hen op het spel staat."),
    )


class GoalForm(GoalTextForm):
    """A new goal of one of the partners."""

    field_order = ["revision", "organisation", "goal", "interest"]
    organisation = ChoiceFromList(label=_("Partner"), widget=forms.Select)

    def __init__(self, *args: Any, partners: Iterable[Found], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].offer(partners)  # type: ignore[attr-defined]

    def row(self, partnership: Partnership, organisation: Any) -> PartnerGoal:
        facts = {name: self.cleaned_data[name] for name in ("goal", "interest")}
        return PartnerGoal(partnership=partnership, organisation=organisation, **facts)
