"""Forms of the register import: offering a file, and saying yes to what it would do."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.ui.widgets import DateInput
from steunpunt.network.intake.unpacking import MAX_PACKED, MEGABYTE


class OfferForm(forms.Form):
    """A file, and the day of which it tells."""

    file = forms.FileField(
        label=_("Bestand"),
        help_text=_(
            "Een csv-bestand van DUO zoals je het downloadt, of een van onze eigen lijsten. Ingepakt (zip, gz) mag."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.zip,.gz,text/csv"}),
        error_messages={"empty": _("Dit bestand is leeg."), "required": _("Kies een bestand.")},
    )
    reference_date = forms.DateField(
        label=_("Peildatum"),
        help_text=_(
            "De dag waarop DUO deze gegevens vaststelde. Wat verandert, verandert in het register op deze dag."
        ),
        widget=DateInput,
        error_messages={
            "required": _("Vul de peildatum in."),
            "invalid": _("Vul een datum in, bijvoorbeeld 2026-08-01."),
        },
    )
    source = forms.CharField(
        label=_("Bron"),
        help_text=_("Staat bij de scholen op de site. Laat je dit leeg, dan noemen we het soort bestand."),
        max_length=200,
        required=False,
    )

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > MAX_PACKED:
            sentence = _("Dit bestand is te groot: een registerbestand is hooguit %(limit)d MB.")
            raise forms.ValidationError(sentence, params={"limit": MAX_PACKED // MEGABYTE})
        return file


class StartForm(forms.Form):
    """Yes to a tried file; when much would close, that has to be said apart."""

    agreed = forms.BooleanField(
        label=_("Ja, het klopt dat er zo veel vervalt"),
        error_messages={"required": _("Zeg eerst dat het klopt dat er zo veel vervalt.")},
    )

    def __init__(self, *args: object, needs_agreement: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        if not needs_agreement:
            del self.fields["agreed"]
