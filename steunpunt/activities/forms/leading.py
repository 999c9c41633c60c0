"""What the engine asks of who leads: a kind and a title, who votes and how groups form, a timer, a next activity."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from steunpunt.activities.kind import all_kinds
from steunpunt.activities.models import Activity, SubgroupWay, VotingUnit

MOST_GROUPS, LONGEST = 500, 600


class StandUpForm(forms.Form):
    """An activity in a minute."""

    kind = forms.ChoiceField(
        label=_("Wat gaan jullie doen?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een werkvorm."), "invalid_choice": _("Kies een werkvorm uit de lijst.")},
    )
    title = forms.CharField(
        label=_("Welke vraag of opdracht staat op het scherm?"),
        max_length=160,
        help_text=_("Kort, zodat iedereen het achter in de zaal kan lezen."),
        error_messages={"required": _("Schrijf een vraag of opdracht.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(kind.code, f"{kind.label}. {kind.explanation}") for kind in all_kinds()]
        self.fields["kind"].choices = choices  # type: ignore[attr-defined]
        if len(choices) == 1:
            self.fields["kind"].initial = choices[0][0]


class EngineForm(forms.Form):
    """What the engine asks of every kind."""

    title = forms.CharField(
        label=_("Vraag of opdracht op het scherm"),
        max_length=160,
        error_messages={"required": _("Schrijf een vraag of opdracht.")},
    )
    unit = forms.ChoiceField(label=_("Wie stemt?"), choices=VotingUnit.choices, widget=forms.RadioSelect)
    grouping = forms.ChoiceField(label=_("Subgroepen"), choices=SubgroupWay.choices, widget=forms.RadioSelect)
    shows_live = forms.BooleanField(
        label=_("Laat iedereen meteen meekijken"),
        required=False,
        help_text=_("Anders ziet niemand iets van anderen tot jij de stand toont."),
    )
    asks_origin = forms.BooleanField(
        label=_("Vraag bij het meedoen naar sector en partnerschap"),
        required=False,
        help_text=_("Nodig om groepen te mengen of sectoren naast elkaar te zetten. Zonder naam."),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("unit") == VotingUnit.GROUP and given.get("grouping") == SubgroupWay.NONE:
            self.add_error("grouping", _("De subgroep stemt samen. Kies hoe de groepen ontstaan."))
        if given.get("grouping") == SubgroupWay.MIXED and not given.get("asks_origin"):
            self.add_error("asks_origin", _("Zet dit aan: zonder sector en partnerschap valt er niets te mengen."))
        return given


def engine_facts(activity: Activity) -> dict[str, Any]:
    """What stands in the activity now, for the form above."""
    return {name: getattr(activity, name) for name in EngineForm.base_fields}


class MinutesForm(forms.Form):
    """A timer; empty is none."""

    minutes = forms.IntegerField(
        label=_("Minuten"),
        required=False,
        min_value=0,
        max_value=LONGEST,
        error_messages={
            "invalid": _("Schrijf een heel aantal minuten."),
            "max_value": _("Kies een tijd van 1 tot 600 minuten."),
            "min_value": _("Kies een tijd van 1 tot 600 minuten."),
        },
    )


class GroupsForm(forms.Form):
    """How many groups."""

    number = forms.IntegerField(
        label=_("Aantal groepen"),
        min_value=1,
        max_value=MOST_GROUPS,
        error_messages={
            "required": _("Vul in hoeveel groepen je wilt."),
            "invalid": _("Schrijf een heel aantal groepen."),
            "max_value": _("Kies een aantal van 1 tot 500 groepen."),
            "min_value": _("Kies een aantal van 1 tot 500 groepen."),
        },
    )


class NextForm(StandUpForm):
    """A next activity for the same people."""

    with_cards = forms.BooleanField(
        label=_("Neem de opbrengst mee als kaarten"),
        required=False,
        initial=True,
        help_text=_("De opbrengst van nu, het beste bovenaan, wordt waar de volgende werkvorm mee begint."),
    )

    def __init__(self, *args: Any, has_cards: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_cards:
            del self.fields["with_cards"]


class PaperForm(forms.Form):
    """Whose sheet it is; the rest is the form of the kind."""

    group = forms.ChoiceField(
        label=_("Van welke groep?"),
        error_messages={
            "required": _("Kies van welke groep dit is."),
            "invalid_choice": _("Kies een groep uit de lijst."),
        },
    )
    people = forms.IntegerField(label=_("Met hoeveel mensen?"), min_value=1, max_value=500, initial=1)

    def __init__(self, *args: Any, groups: list[tuple[str, str]], as_group: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].choices = [("", _("Kies een groep")), *groups]  # type: ignore[attr-defined]
        if not as_group:
            del self.fields["group"], self.fields["people"]
