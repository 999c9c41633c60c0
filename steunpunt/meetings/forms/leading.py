"""What the leader of a meeting chooses and writes: the list, a mail, and whom to invite."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from steunpunt.meetings.models import RegistrationState
from steunpunt.meetings.queries.registrations import Choice
from steunpunt.network.models import Partnership

GROUPS = [
    ("all", _("iedereen die niet is afgemeld")),
    ("registered", _("wie een plaats heeft")),
    ("waiting", _("wie op de wachtlijst staat")),
    ("attended", _("wie er was")),
]
STATES = [*RegistrationState.choices, ("attended", _("aanwezig"))]


def read_choice(query: QueryDict) -> Choice:
    """What the address says of the list."""
    text = {name: query.get(name, "").replace("\x00", "")[:100] for name in ("stand", "q", "onderdeel")}
    state = text["stand"] if text["stand"] in dict(STATES) else ""
    return Choice(state, text["q"].strip(), text["onderdeel"])


class MailForm(forms.Form):
    """A mail to those who come."""

    group = forms.ChoiceField(label=_("Aan wie?"), choices=GROUPS, widget=forms.RadioSelect)
    subject = forms.CharField(label=_("Onderwerp"), max_length=150)
    text = forms.CharField(
        label=_("Wat wil je zeggen?"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("We zetten ‘Dag’ met de naam erboven en de link naar de eigen pagina eronder."),
    )


class InviteForm(forms.Form):
    """Whom to invite: lines that were pasted, partnerships that were chosen, or both."""

    lines = forms.CharField(
        label=_("Plak wie je uitnodigt"),
        required=False,
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_(
            "Eén per regel: een mailadres (een naam ervoor mag), de naam van een partnerschap, "
            "of de naam of code van een organisatie."
        ),
    )
    partnerships = forms.ModelMultipleChoiceField(
        label=_("Of kies partnerschappen"),
        queryset=Partnership.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("De coördinator krijgt de uitnodiging."),
    )
    words = forms.CharField(
        label=_("Een persoonlijk woord erbij"),
        required=False,
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, partnerships: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = dict(partnerships)
        chosen = self.fields["partnerships"]
        chosen.queryset = Partnership.objects.filter(pk__in=names)  # type: ignore[attr-defined]
        chosen.choices = list(names.items())  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not given.get("lines", "").strip() and not given.get("partnerships"):
            self.add_error("lines", _("Plak minstens één regel, of kies een partnerschap."))
        return given
