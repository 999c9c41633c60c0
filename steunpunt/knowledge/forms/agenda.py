"""Reading and checking what somebody types about a question of the research agenda."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor
from steunpunt.foundation.ui.fields import ChoiceFromList, DayField, Option, RevisedForm
from steunpunt.knowledge.models import KnowledgeItem, QuestionLevel, QuestionStatus
from steunpunt.network.models import Organisation, Partnership, Project, Province, Region, Theme
from steunpunt.network.queries.projects import themes_to_choose

from .items import ThemesField

Names = Iterable[tuple[int, str]]
PROVINCE, REGION = "provincie", "onderwijsregio"


class OriginForm(forms.Form):
    """Where a question comes from; a question that is already there is asked too."""

    wording = forms.CharField(
        label=_("Hoe vragen jullie het?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("In jullie eigen woorden. Die blijven staan. Schrijf geen namen van mensen of leerlingen."),
    )
    partnership = forms.ModelChoiceField(
        label=_("Namens welk partnerschap?"),
        queryset=Partnership.objects.none(),
        empty_label=_("Kies een partnerschap"),
        error_messages={"required": _("Kies namens welk partnerschap je dit vraagt.")},
    )
    place = forms.ChoiceField(
        label=_("In welke regio speelt dit?"),
        required=False,
        help_text=_("Laat leeg als het overal speelt waar je partnerschap scholen heeft."),
    )
    meeting = forms.CharField(
        label=_("Op welke bijeenkomst kwam het op?"), max_length=160, required=False, help_text=_("Als dat zo was.")
    )
    brought_on = DayField(label=_("Wanneer kwam het op?"), required=False, help_text=_("Leeg is vandaag."))
    source = forms.CharField(
        label=_("In welke tekst staat het?"),
        max_length=250,
        required=False,
        help_text=_("Bijvoorbeeld de titel van een verslag."),
    )

    def __init__(
        self,
        *args: Any,
        partnerships: Names,
        provinces: Iterable[Province],
        regions: Iterable[Region],
        actor: Actor,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["partnership"], Partnership, partnerships)
        self.fields["partnership"].required = not actor.is_staff
        self.places: dict[str, dict[str, Any]] = {f"{PROVINCE}:{row.code}": {"province": row} for row in provinces}
        self.places |= {f"{REGION}:{row.public_id}": {"region": row} for row in regions}
        options = [(key, str(row)) for key, place in self.places.items() for row in place.values()]
        self.fields["place"].choices = [("", _("Geen keuze")), *options]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        place = self.places.get(given.get("place") or "", {})
        return given | {"province": place.get("province"), "region": place.get("region")}


class ProposeForm(OriginForm):
    """A new question for the agenda."""

    text = forms.CharField(
        label=_("Wat wil je weten?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Eén vraag, in één zin, zonder namen van mensen of leerlingen."),
    )
    explanation = forms.CharField(
        label=_("Waarom is dit een vraag?"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Wat merk je, en wat kun je doen met een antwoord? Schrijf geen namen van mensen of leerlingen."),
    )
    level = forms.ChoiceField(
        label=_("Voor wie telt het antwoord?"), choices=[("", _("Kies een niveau")), *QuestionLevel.choices]
    )
    themes = ThemesField(
        label=_("Thema’s"),
        queryset=Theme.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Kies er één tot drie."),
        error_messages={"required": _("Kies minstens één thema.")},
    )
    field_order = ("text", "explanation", "level", "themes", "partnership", "place", "meeting", "brought_on", "source")

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, actor=actor, **kwargs)
        del self.fields["wording"]
        self.fields["themes"].queryset = themes_to_choose(actor)  # type: ignore[attr-defined]


class ReviseForm(RevisedForm):
    """The question itself, said better by an editor."""

    text = forms.CharField(label=_("Vraag"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    explanation = forms.CharField(
        label=_("Toelichting"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    level = forms.ChoiceField(label=_("Niveau"), choices=QuestionLevel.choices)
    themes = ThemesField(
        label=_("Thema’s"), queryset=Theme.objects.none(), widget=forms.CheckboxSelectMultiple, required=True
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["themes"].queryset = themes_to_choose(actor)  # type: ignore[attr-defined]


class RewordForm(forms.Form):
    """Other words for an origin."""

    wording = forms.CharField(
        label=_("Hoe staat het er?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Haal namen van mensen of leerlingen weg. Wat er eerst stond, bewaren we niet."),
    )


class StatusForm(RevisedForm):
    """How far the answer is, and why."""

    status = forms.ChoiceField(
        label=_("Stand"), choices=[pair for pair in QuestionStatus.choices if pair[0] != QuestionStatus.RETIRED]
    )
    reason = forms.CharField(label=_("Waarom?"), max_length=300, help_text=_("Lezers zien dit bij de vraag."))


class RetireForm(RevisedForm):
    """Why a question goes off the agenda, or does not come on it."""

    reason = forms.CharField(
        label=_("Waarom?"), max_length=300, help_text=_("Wie de vraag inbracht, krijgt dit per mail.")
    )


class AnswerForm(forms.Form):
    """What is known, with the items that say so."""

    zoek = forms.CharField(label=_("Zoek een bijdrage in de kennisbank"), max_length=100, required=False)
    text = forms.CharField(
        label=_("Wat weten we al?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("In gewone taal. Schrijf er ook bij wat nog niet zeker is."),
    )
    items = forms.ModelMultipleChoiceField(
        label=_("Uit welke bijdragen in de kennisbank blijkt dat?"),
        queryset=KnowledgeItem.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    is_final = forms.BooleanField(label=_("De vraag is hiermee beantwoord"), required=False)

    def __init__(self, *args: Any, visible: Any, shown: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["items"]
        field.queryset = visible
        field.choices = list(shown)


class TakeOnForm(forms.Form):
    """Who works on it, under which programme, from when until when."""

    partnership = forms.ModelChoiceField(
        label=_("Welk partnerschap?"), queryset=Partnership.objects.none(), required=False, empty_label=_("Geen")
    )
    organisation = forms.ModelChoiceField(
        label=_("Welk instituut?"), queryset=Organisation.objects.none(), required=False, empty_label=_("Geen")
    )
    programme = forms.CharField(
        label=_("Bij welk onderzoeksprogramma hoort het?"),
        max_length=160,
        required=False,
        help_text=_("Bijvoorbeeld het programma van jullie academische kop."),
    )
    project = forms.ModelChoiceField(
        label=_("Of bij welk project?"), queryset=Project.objects.none(), required=False, empty_label=_("Geen")
    )
    valid_from = DayField(label=_("Sinds wanneer werken jullie eraan?"))
    valid_until = DayField(
        label=_("Eerste dag dat jullie er niet meer aan werken"),
        required=False,
        help_text=_("Leeg als je dat niet weet."),
    )
    names_me = forms.BooleanField(
        label=_("Zet mijn naam erbij"),
        required=False,
        help_text=_("Anderen zien je naam alleen als je bij ‘Mijn rollen’ goedvond dat die op de site staat."),
    )

    def __init__(self, *args: Any, partnerships: Names, institutions: Names, projects: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["partnership"], Partnership, partnerships)
        _offer(self.fields["organisation"], Organisation, institutions)
        self.fields["project"].queryset = projects  # type: ignore[attr-defined]
        for name in ("organisation", "project"):
            if not list(self.fields[name].choices)[1:]:  # type: ignore[attr-defined]
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not given.get("partnership") and not given.get("organisation"):
            self.add_error("partnership", _("Kies wie eraan werkt."))
        return given


class MergeForm(forms.Form):
    """Into which question this one goes up."""

    zoek = forms.CharField(label=_("Zoek een andere vraag"), max_length=100, required=False)
    kept = ChoiceFromList(label=_("In welke vraag gaat deze op?"))
    reason = forms.CharField(label=_("Waarom horen ze bij elkaar?"), max_length=300, required=False)

    def __init__(self, *args: Any, options: Iterable[Option], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kept"].offer(options)  # type: ignore[attr-defined]


def _offer(field: Any, model: Any, names: Names) -> None:
    """Let a field choose from these rows, under these names."""
    known = dict(names)
    field.queryset = model.objects.filter(pk__in=known)
    field.choices = [("", field.empty_label), *sorted(known.items(), key=lambda pair: pair[1].lower())]
