"""Forms for staff on organisations: adding one, its facts, what it falls under, its end, successors and region."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.sectors import SECTOR_NAMES
from steunpunt.foundation.ui.fields import ChoiceFromList, DayField, RevisedForm
from steunpunt.network.models import (
    Organisation,
    OrganisationKind,
    OrganisationVersion,
    RegionSite,
    Succession,
    SuccessionKind,
)
from steunpunt.network.queries.editing import regions_to_choose
from steunpunt.network.queries.organisation_editing import municipalities_to_choose
from steunpunt.network.rules.organisation import REGISTER_KINDS

FACTS = (
    "name",
    "sector",
    "street",
    "house_number",
    "postcode",
    "place",
    "municipality",
    "latitude",
    "longitude",
    "website",
)


class SourceField(forms.CharField):
    """Where it is known from; a fact by hand always has a source."""

    def __init__(self, **kwargs: Any) -> None:
        settings = {
            "label": _("Bron"),
            "max_length": 250,
            "help_text": _("Waar weet je dit van? Bijvoorbeeld: mail van de school van 3 maart 2026."),
            "error_messages": {"required": _("Vul in waar je dit van weet.")},
        }
        super().__init__(**{**settings, **kwargs})


class PostcodeField(forms.RegexField):
    """Four digits and two letters, kept without the space."""

    def __init__(self, **kwargs: Any) -> None:
        messages = {"invalid": _("Schrijf de postcode zo: 1234 AB.")}
        settings = {"label": _("Postcode"), "error_messages": messages}
        super().__init__(r"^[1-9][0-9]{3} ?[A-Za-z]{2}$", **{**settings, **kwargs})

    def clean(self, value: Any) -> str:
        return super().clean(value).replace(" ", "").upper()


class _Facts(forms.Form):
    name = forms.CharField(label=_("Naam"), max_length=250)
    sector = forms.ChoiceField(
        label=_("Sector"), required=False, choices=[("", _("Geen of meer sectoren")), *SECTOR_NAMES.items()]
    )
    street = forms.CharField(label=_("Straat"), max_length=120, required=False)
    house_number = forms.CharField(label=_("Huisnummer"), max_length=20, required=False)
    postcode = PostcodeField(required=False)
    place = forms.CharField(label=_("Plaats"), max_length=60, required=False)
    municipality: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, label=_("Gemeente"), required=False, empty_label=_("Onbekend")
    )
    latitude = forms.FloatField(
        label=_("Breedtegraad"), required=False, min_value=50, max_value=54, help_text=_("Voor de kaart, zoals 52,09.")
    )
    longitude = forms.FloatField(
        label=_("Lengtegraad"), required=False, min_value=3, max_value=8, help_text=_("Voor de kaart, zoals 5,12.")
    )
    website = forms.CharField(
        label=_("Website"), required=False, max_length=250, widget=forms.URLInput, help_text=_("Zoals www.school.nl.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["municipality"].queryset = municipalities_to_choose()  # type: ignore[attr-defined]

    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in FACTS}


class AddOrganisationForm(_Facts):
    """An organisation that DUO's register does not list."""

    field_order = ["kind", *FACTS, "valid_from", "source"]
    kind = forms.ChoiceField(label=_("Soort"))
    valid_from = DayField(label=_("Bestaat sinds"))
    source = SourceField(max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [kind for kind in OrganisationKind if kind not in REGISTER_KINDS]
        self.fields["kind"].choices = [(kind.value, str(kind.label).capitalize()) for kind in kinds]  # type: ignore[attr-defined]

    def organisation(self) -> Organisation:
        return Organisation(kind=self.cleaned_data["kind"], source=self.cleaned_data["source"])

    def version(self) -> OrganisationVersion:
        return OrganisationVersion(**self.facts(), valid_from=self.cleaned_data["valid_from"])


class OrganisationFactsForm(_Facts, RevisedForm):
    """What is known, changed from a day on."""

    field_order = ["revision", *FACTS, "valid_from", "source"]
    valid_from = DayField(label=_("Vanaf"))
    source = SourceField()


class ParentForm(RevisedForm):
    """What it falls under, chosen from the list; nothing chosen and "none" ticked means: on its own."""

    field_order = ["revision", "organisation", "none", "valid_from", "source"]
    organisation = ChoiceFromList(label=_("Valt onder"), required=False)
    none = forms.BooleanField(label=_("Valt nergens meer onder"), required=False)
    valid_from = DayField(label=_("Vanaf"))
    source = SourceField()

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or self.cleaned_data
        if not self.errors and bool(facts.get("organisation")) == bool(facts.get("none")):
            self.add_error("organisation", _("Kies een organisatie, of kruis aan dat het nergens onder valt."))
        return facts


class CloseForm(RevisedForm):
    """The first day on which it is no longer there, or is there again."""

    on = DayField(label=_("Eerste dag dat de organisatie er niet meer is"))
    source = SourceField()


class ReopenForm(CloseForm):
    on = DayField(label=_("Eerste dag dat de organisatie er weer is"))


class SuccessionForm(RevisedForm):
    """Who carries it on."""

    field_order = ["revision", "organisation", "kind", "on", "source"]
    organisation = ChoiceFromList(label=_("Gaat verder als"))
    kind = forms.ChoiceField(label=_("Wat is er gebeurd?"))
    on = DayField(label=_("Op"))
    source = SourceField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(value, str(label).capitalize()) for value, label in SuccessionKind.choices]
        self.fields["kind"].choices = choices  # type: ignore[attr-defined]

    def succession(self, predecessor: Organisation, successor: Organisation) -> Succession:
        facts = {name: self.cleaned_data[name] for name in ("kind", "on", "source")}
        return Succession(predecessor=predecessor, successor=successor, **facts)


class RegionForm(RevisedForm):
    """The region of a site."""

    region: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, label=_("Onderwijsregio"), empty_label=_("Kies een regio")
    )
    valid_from = DayField(label=_("Vanaf"))
    may_overlap = forms.BooleanField(
        label=_("Mag naast een andere regio"),
        required=False,
        help_text=_("Alleen voor Landelijk groen: een vestiging zit verder in één onderwijsregio tegelijk."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["region"].queryset = regions_to_choose()  # type: ignore[attr-defined]

    def region_site(self, site: Organisation) -> RegionSite:
        facts = {name: self.cleaned_data[name] for name in ("region", "valid_from", "may_overlap")}
        return RegionSite(site=site, **facts)
