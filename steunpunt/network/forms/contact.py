"""The form with which a visitor writes to a contact without seeing the address."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ContactForm(forms.Form):
    """Name, address to answer to and the question. `website` is left empty by people and filled in by machines."""

    name = forms.CharField(label=_("Je naam"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(
        label=_("Je e-mailadres"),
        help_text=_("Hierop krijg je antwoord. We bewaren het niet langer dan nodig is om je bericht te versturen."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    text = forms.CharField(
        label=_("Je vraag"),
        max_length=3000,
        min_length=10,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Schrijf geen gegevens van leerlingen of studenten op."),
    )
    website = forms.CharField(
        label=_("Laat dit veld leeg"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    @property
    def is_by_machine(self) -> bool:
        return bool(self.cleaned_data.get("website"))
