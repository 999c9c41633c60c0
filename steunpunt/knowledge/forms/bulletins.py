"""Reading and checking what somebody types about a bulletin, a sender, or who may post for one."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.queries import account_by_email
from steunpunt.foundation.sectors import SECTOR_NAMES
from steunpunt.foundation.ui.fields import ChoiceFromList, DayField, RevisedForm
from steunpunt.knowledge.models import MOST_CHARACTERS, Bulletin, Sender
from steunpunt.knowledge.queries.bulletins import senders_of
from steunpunt.knowledge.queries.near_doubles import NearDouble
from steunpunt.network.models import Organisation, OrganisationKind, Role, Theme
from steunpunt.network.queries.people import organisation_names, visible_roles
from steunpunt.network.queries.projects import themes_to_choose

TITLE_CHARACTERS = 120
SAID = ("sender", "title", "text", "sectors", "effective_on", "expires_on", "source", "source_link")
ABOVE_SCHOOLS = (
    OrganisationKind.MINISTRY,
    OrganisationKind.COUNCIL,
    OrganisationKind.EXPERTISE_CENTRE,
    OrganisationKind.OTHER,
)
"""Kinds of organisations that may have a page here and tell schools something."""


class ShortText(forms.CharField):
    """A text of so many characters; a line break counts as one, and what is too long stays in sight to be cut."""

    def __init__(self, *, most: int, rows: int, **kwargs: Any) -> None:
        self.most = most
        widget = forms.Textarea(attrs={"rows": rows, "data-most": most})
        super().__init__(**{"widget": widget, **kwargs})

    def clean(self, value: Any) -> str:
        text: str = super().clean(value.replace("\r\n", "\n") if isinstance(value, str) else value)
        if len(text) > self.most:
            words = {"number": len(text), "most": self.most}
            raise forms.ValidationError(
                _now("Maak de tekst korter: het zijn nu %(number)s tekens, er passen er %(most)s.") % words
            )
        return text


class ThemesField(forms.ModelMultipleChoiceField):
    """Themes; the main theme stands before what falls under it."""

    def label_from_instance(self, obj: Theme) -> str:
        return f"{obj.parent.title} › {obj.title}" if obj.parent else obj.title


class BulletinForm(RevisedForm):
    """All that a bulletin says."""

    sender = forms.ModelChoiceField(
        label=_("Namens wie?"),
        queryset=Sender.objects.none(),
        empty_label=_("Kies een afzender"),
        error_messages={"required": _("Kies namens wie dit is.")},
    )
    title = forms.CharField(
        label=_("Titel"),
        max_length=TITLE_CHARACTERS,
        error_messages={"required": _("Geef het bericht een titel.")},
        help_text=_("Wat verandert er? Een hele zin mag: ‘Andere penvoerder? Meld het uiterlijk 1 mei’."),
    )
    text = ShortText(
        label=_("Tekst"),
        most=MOST_CHARACTERS,
        rows=6,
        error_messages={"required": _("Schrijf wat er verandert.")},
        help_text=_("Hooguit 600 tekens. Wat verandert er, voor wie, en wat moet iemand doen?"),
    )
    effective_on = DayField(label=_("Gaat in op"), help_text=_("Geldt het al? Vul dan in sinds wanneer."))
    expires_on = DayField(
        label=_("Geldt tot"), required=False, help_text=_("De eerste dag dat het niet meer geldt. Mag leeg blijven.")
    )
    source = forms.CharField(
        label=_("Bron"),
        max_length=250,
        error_messages={"required": _("Vul in waar dit staat. Zonder bron kan niemand het nakijken.")},
        help_text=_("Waar staat het? Bijvoorbeeld de naam van de regeling, met de datum."),
    )
    source_link = forms.URLField(label=_("Link naar de bron"), required=False, max_length=500, assume_scheme="https")
    sectors = forms.MultipleChoiceField(
        label=_("Voor welke sectoren?"),
        choices=[(sector.value, name) for sector, name in SECTOR_NAMES.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Kies niets als het voor alle sectoren is."),
    )
    roles = forms.ModelMultipleChoiceField(
        label=_("Voor welke rollen?"),
        queryset=Role.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Kies niets als iedereen het moet weten."),
    )
    themes = ThemesField(
        label=_("Thema’s"), queryset=Theme.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        senders = senders_of(actor)
        self.fields["sender"].queryset = senders  # type: ignore[attr-defined]
        self.fields["roles"].queryset = visible_roles()  # type: ignore[attr-defined]
        self.fields["themes"].queryset = themes_to_choose(actor)  # type: ignore[attr-defined]
        only = list(senders[:2])
        if len(only) == 1:
            self.initial.setdefault("sender", only[0])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        begin, end = given.get("effective_on"), given.get("expires_on")
        if begin and end and end <= begin:
            self.add_error("expires_on", _("De dag waarop het stopt, ligt na de dag waarop het ingaat."))
        return given


class WithdrawForm(RevisedForm):
    """Why a bulletin is taken away."""

    reason = forms.CharField(
        label=_("Waarom trek je het in?"),
        max_length=300,
        required=False,
        help_text=_("Dit blijft bewaard in de geschiedenis. Noem geen namen."),
    )


class MergeForm(forms.Form):
    """With which other bulletin, and which of the two stays."""

    other = ChoiceFromList(label=_("Met welk bericht?"))
    stays = forms.ChoiceField(
        label=_("Welk bericht blijft?"),
        choices=[("this", _("Dit bericht blijft")), ("other", _("Het andere bericht blijft"))],
        initial="this",
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, options: Iterable["Candidate"], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].offer(options)  # type: ignore[attr-defined]


class Candidate:
    """A bulletin to choose, with who told it and why it may be the same."""

    def __init__(self, bulletin: Bulletin, near: NearDouble | None = None) -> None:
        self.public_id, self.name = bulletin.public_id, bulletin.title
        reason = ""
        if near and near.has_same_source:
            reason = _now("dezelfde bron")
        elif near:
            reason = _now("lijkt voor %(percent)s%% hetzelfde") % {"percent": near.percent}
        self.details = " · ".join(filter(None, (bulletin.sender.name, reason)))

    @property
    def label(self) -> str:
        return f"{self.name} ({self.details})"


class SenderForm(RevisedForm):
    """An organisation that sends bulletins."""

    name = forms.CharField(
        label=_("Naam"), max_length=120, help_text=_("Zoals scholen de organisatie kennen, bijvoorbeeld DUO.")
    )
    website = forms.URLField(label=_("Website"), required=False, max_length=250, assume_scheme="https")
    organisation = forms.ModelChoiceField(
        label=_("Pagina op deze site"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=_("Geen"),
        help_text=_("Alleen als de organisatie hier ook een eigen pagina heeft."),
    )

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Organisation.objects.filter(kind__in=ABOVE_SCHOOLS)
        names = organisation_names(rows.values_list("pk", flat=True), day)
        if names:
            chosen = self.fields["organisation"]
            chosen.queryset = rows  # type: ignore[attr-defined]
            chosen.label_from_instance = lambda row: names.get(row.pk, str(row))  # type: ignore[attr-defined]
        else:
            del self.fields["organisation"]


class AllowForm(forms.Form):
    """Who may post for a sender, by the address with which that person signs in."""

    email = forms.EmailField(
        label=_("E-mailadres"),
        help_text=_("Het adres waarmee deze persoon hier inlogt. Eerst moet er een account zijn."),
    )
    valid_from = DayField(label=_("Vanaf"))
    valid_until = DayField(
        label=_("Tot"), required=False, help_text=_("De eerste dag dat het niet meer mag. Leeg: tot je het stopt.")
    )

    def clean_email(self) -> str:
        address = str(self.cleaned_data["email"])
        account = account_by_email(address)
        if account is None or not account.is_active:
            raise forms.ValidationError(
                _("Met dit adres is er geen account. Vraag of deze persoon zich eerst aanmeldt.")
            )
        return address


def initial_of(bulletin: Bulletin) -> Mapping[str, Any]:
    """What the form shows of a bulletin."""
    said = {name: getattr(bulletin, name) for name in SAID}
    sets = {"roles": bulletin.roles.all(), "themes": bulletin.themes.all()}
    return {**said, **sets, "revision": bulletin.revision}
