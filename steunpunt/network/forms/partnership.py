"""Forms for a partnership itself: starting one, its facts, website, status, academic strand and lead."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.sectors import SECTOR_NAMES
from steunpunt.foundation.ui.fields import ChoiceFromList, DayField, RevisedForm
from steunpunt.network.models import (
    AcademicStrand,
    LeadOrganisation,
    Organisation,
    Partnership,
    PartnershipState,
    PartnershipStatus,
    PartnershipVersion,
)
from steunpunt.network.queries.editing import regions_to_choose

CHANGE, CORRECT = "change", "correct"
FACTS = ("name", "sectors", "region", "area_text")


def _capitalised(labels: Any) -> list[tuple[str, str]]:
    return [(value, str(label).capitalize()) for value, label in labels]


class _Facts(forms.Form):
    name = forms.CharField(label=_("Naam"), max_length=160, error_messages={"required": _("Vul de naam in.")})
    sectors = forms.MultipleChoiceField(
        label=_("Sectoren"),
        choices=[(sector.value, label) for sector, label in SECTOR_NAMES.items()],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Kies alle sectoren waarvoor jullie opleiden. So, vso en sbo horen bij primair onderwijs."),
        error_messages={"required": _("Kies minstens één sector.")},
    )
    region: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, label=_("Regio"), required=False, empty_label=_("Geen of onbekend")
    )
    area_text = forms.CharField(
        label=_("Werkgebied"), max_length=120, required=False, help_text=_("In je eigen woorden, bijvoorbeeld: Twente.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["region"].queryset = regions_to_choose()  # type: ignore[attr-defined]

    def version(self, partnership: Partnership | None = None) -> PartnershipVersion:
        """What was filled in, as a row that was not saved."""
        facts = {name: self.cleaned_data[name] for name in FACTS}
        row = PartnershipVersion(**facts, valid_from=self.cleaned_data.get("valid_from"))
        if partnership is not None:
            row.partnership = partnership
        return row


class StartForm(_Facts):
    """A new partnership with its first status."""

    field_order = ["name", "sectors", "state", "valid_from", "region", "area_text", "source"]
    state = forms.ChoiceField(label=_("Status"), initial=PartnershipState.CANDIDATE)
    valid_from = DayField(label=_("Bestaat sinds"), help_text=_("De eerste dag waarop het partnerschap bestaat."))
    source = forms.CharField(
        label=_("Bron"), max_length=250, required=False, help_text=_("Waar weet je dit van? Bijvoorbeeld een besluit.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = _capitalised(PartnershipState.choices)  # type: ignore[attr-defined]

    def status(self) -> PartnershipStatus:
        facts = {name: self.cleaned_data[name] for name in ("state", "source", "valid_from")}
        return PartnershipStatus(**facts)


class FactsForm(_Facts, RevisedForm):
    """Name, sectors and region: changed from a day on, or mended because they were wrong."""

    field_order = ["revision", "name", "sectors", "region", "area_text", "way", "valid_from"]
    way = forms.ChoiceField(
        label=_("Wat is er aan de hand?"),
        choices=[
            (CHANGE, _("Dit verandert: vanaf een dag is het anders")),
            (CORRECT, _("Het stond er fout: het was al zo")),
        ],
        widget=forms.RadioSelect,
        initial=CHANGE,
    )
    valid_from = DayField(
        label=_("Vanaf"),
        help_text=_("Mag ook een dag in de toekomst zijn. Wat er nu staat blijft tot die dag op de site."),
        required=False,
    )

    @property
    def is_correction(self) -> bool:
        return self.cleaned_data["way"] == CORRECT

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or self.cleaned_data
        if facts.get("way") == CHANGE and not facts.get("valid_from") and "valid_from" not in self.errors:
            self.add_error("valid_from", _("Vul in vanaf welke dag dit geldt."))
        return facts


class WebsiteForm(RevisedForm):
    """The partnership's own site."""

    website = forms.URLField(
        label=_("Website van jullie zelf"),
        required=False,
        max_length=200,
        assume_scheme="https",
        help_text=_("Bijvoorbeeld https://www.opleidingsschool.nl. Laat leeg als die er niet is."),
        error_messages={"invalid": _("Schrijf een webadres dat begint met https://.")},
    )


class StatusForm(RevisedForm):
    """Where the partnership stands in the recognition; staff only."""

    state = forms.ChoiceField(label=_("Status"), widget=forms.RadioSelect)
    source = forms.CharField(
        label=_("Bron"), max_length=250, required=False, help_text=_("Bijvoorbeeld het besluit met de datum.")
    )
    valid_from = DayField(label=_("Vanaf"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = _capitalised(PartnershipState.choices)  # type: ignore[attr-defined]

    def status(self, partnership: Partnership) -> PartnershipStatus:
        facts = {name: self.cleaned_data[name] for name in ("state", "source", "valid_from")}
        return PartnershipStatus(partnership=partnership, **facts)


class StrandForm(RevisedForm):
    """The period of an academic strand."""

    valid_from = DayField(label=_("Vanaf"), help_text=_("De eerste dag met een academische kop."))
    valid_until = DayField(
        label=_("Tot"),
        required=False,
        help_text=_("De eerste dag zonder academische kop. Laat leeg als het einde nog niet bekend is."),
    )

    def strand(self, partnership: Partnership) -> AcademicStrand:
        facts = {name: self.cleaned_data[name] for name in ("valid_from", "valid_until")}
        return AcademicStrand(partnership=partnership, **facts)


class LeadForm(RevisedForm):
    """Who is penvoerder from a day on."""

    field_order = ["revision", "organisation", "valid_from"]
    organisation = ChoiceFromList(label=_("Nieuwe penvoerder"))
    valid_from = DayField(
        label=_("Vanaf"),
        help_text=_(
            "Volgens de regeling gaat een andere penvoerder in op 1 augustus en meld je dat vóór 1 mei bij DUO. "
            "Aspirant-opleidingsscholen meldden het in hun eerste jaren vóór 1 oktober bij DUS-I. "
            "(Bron: Regeling tegemoetkoming kosten opleidingsscholen 2019, BWBR0042461, vervallen in 2024. "
            "Kijk voor nu in de regeling van jullie onderwijsregio.)"
        ),
    )

    def lead(self, partnership: Partnership, organisation: Organisation | None) -> LeadOrganisation:
        day = self.cleaned_data["valid_from"]
        return LeadOrganisation(partnership=partnership, organisation=organisation, valid_from=day)
