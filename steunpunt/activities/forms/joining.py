"""One field for the code, and where somebody comes from when that is asked."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.sectors import SECTOR_NAMES

SILENT = _("Zeg ik niet")


class CodeForm(forms.Form):
    """Three words, in any writing."""

    code = forms.CharField(
        label=_("Code"),
        max_length=100,
        help_text=_("Drie woorden. Ze staan op het grote scherm."),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Vul de drie woorden in die op het scherm staan.")},
    )


class OriginForm(forms.Form):
    """Sector and partnership; both may stay empty."""

    sector = forms.ChoiceField(label=_("Sector"), required=False)
    partnership = forms.TypedChoiceField(label=_("Partnerschap"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, partnerships: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sector"].choices = [("", SILENT), *SECTOR_NAMES.items()]  # type: ignore[attr-defined]
        self.fields["partnership"].choices = [("", SILENT), *partnerships]  # type: ignore[attr-defined]
