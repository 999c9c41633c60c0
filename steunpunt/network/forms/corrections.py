"""Forms for a visitor who sees something that is not right; one per sort of mistake, all with the same safeguards."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.ui.fields import ChoiceFromList, DayField
from steunpunt.network.models import OrganisationVersion, PartnershipState, PartnershipVersion, Ring
from steunpunt.network.queries.corrections import JOINS, LEAD, LEAVES, MOVES, OTHER, STATUS

from .organisation import PostcodeField

SHORTEST = timedelta(seconds=3)
LONGEST = timedelta(hours=12)
_signer = TimestampSigner(salt="network.corrections")


class CorrectionForm(forms.Form):
    """Since when, why, and where the answer goes; subclasses add what it should be."""

    on = DayField(
        label=_("Sinds wanneer is dit zo?"),
        required=False,
        help_text=_("Laat leeg als je het niet weet, of als het altijd al zo was."),
    )
    reason = forms.CharField(
        label=_("Hoe weet je dit?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Bijvoorbeeld: ik werk er, of het staat op hun website. Schrijf geen gegevens van anderen op."),
        error_messages={"required": _("Schrijf in een zin hoe je dit weet.")},
    )
    reply_to = forms.EmailField(
        label=_("Je e-mailadres"),
        required=False,
        help_text=_("Alleen om je te laten weten wat ermee is gedaan. Je hoeft het niet in te vullen."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    extra = forms.CharField(
        label=_("Laat dit veld leeg"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    opened = forms.CharField(widget=forms.HiddenInput, required=False)
    field_order = ["about", "organisation", "value", "ring", "on", "reason", "reply_to"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("opened", _signer.sign("open"))

    def clean_extra(self) -> str:
        """People leave it empty; machines fill in everything."""
        if self.cleaned_data["extra"]:
            raise forms.ValidationError(_("Laat het laatste veld leeg. Zo weten we dat je geen computer bent."))
        return ""

    def clean_opened(self) -> str:
        """Nobody reads and fills in a form within three seconds."""
        stamp = self.cleaned_data["opened"]
        try:
            _signer.unsign(stamp, max_age=LONGEST)
        except (SignatureExpired, BadSignature):
            self._open_again()
            raise forms.ValidationError(_("Deze pagina stond lang open. Verstuur het nog een keer.")) from None
        try:
            _signer.unsign(stamp, max_age=SHORTEST)
        except SignatureExpired:
            return stamp
        raise forms.ValidationError(_("Dat ging wel erg snel. Wacht een paar tellen en verstuur het nog een keer."))

    def _open_again(self) -> None:
        fresh: Any = self.data
        fresh = fresh.copy()
        fresh["opened"] = _signer.sign("open")
        self.data = fresh

    def proposed(self) -> dict[str, Any]:
        """The facts of the proposal."""
        facts = self.cleaned_data
        return {
            "value": facts.get("organisation") or facts.get("value", ""),
            "about": facts.get("about", ""),
            "ring": facts.get("ring", ""),
            "on": facts["on"],
            "reason": facts["reason"],
            "reply_to": facts["reply_to"],
        }


def _words_in(model: type[Model], column: str) -> type[CorrectionForm]:
    """A form for other words in one column, no longer than fits in it."""
    longest = getattr(model._meta.get_field(column), "max_length", None)
    value = forms.CharField(label=_("Wat moet er staan?"), max_length=longest)
    return type(f"{model.__name__}{column.title()}Correction", (CorrectionForm,), {"value": value})


class PostcodeCorrection(CorrectionForm):
    value = PostcodeField(label=_("Wat is de goede postcode?"))


class WebsiteCorrection(CorrectionForm):
    value = forms.URLField(
        label=_("Wat is het goede webadres?"),
        max_length=200,
        assume_scheme="https",
        error_messages={"invalid": _("Schrijf een webadres dat begint met https://.")},
    )


class StatusCorrection(CorrectionForm):
    value = forms.ChoiceField(label=_("Wat is de status?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(value, str(label).capitalize()) for value, label in PartnershipState.choices]
        self.fields["value"].choices = choices  # type: ignore[attr-defined]


class OrganisationCorrection(CorrectionForm):
    """An organisation from the list: the lead."""

    organisation = ChoiceFromList(label=_("Wie is het?"))


class JoinCorrection(OrganisationCorrection):
    """An organisation that is missing."""

    ring = forms.ChoiceField(
        label=_("Kern of schil"),
        choices=[
            ("", _("Weet ik niet, of het is geen school")),
            *((ring.value, str(ring.label).capitalize()) for ring in Ring),
        ],
        widget=forms.RadioSelect,
        required=False,
    )


class MemberCorrection(CorrectionForm):
    """One of the members takes part no longer."""

    about = ChoiceFromList(label=_("Om wie gaat het?"), widget=forms.Select)


class RingCorrection(MemberCorrection):
    value = forms.ChoiceField(
        label=_("Waar hoort deze school?"),
        choices=[(ring.value, str(ring.label).capitalize()) for ring in Ring],
        widget=forms.RadioSelect,
    )


class OtherCorrection(CorrectionForm):
    """Free words; `reason` says it all."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = _("Wat klopt er niet, en hoe weet je dat?")


FORMS: dict[str, type[CorrectionForm]] = {
    "naam": _words_in(PartnershipVersion, "name"),
    "werkgebied": _words_in(PartnershipVersion, "area_text"),
    "name": _words_in(OrganisationVersion, "name"),
    "street": _words_in(OrganisationVersion, "street"),
    "house_number": _words_in(OrganisationVersion, "house_number"),
    "place": _words_in(OrganisationVersion, "place"),
    "postcode": PostcodeCorrection,
    "website": WebsiteCorrection,
    STATUS: StatusCorrection,
    LEAD: OrganisationCorrection,
    JOINS: JoinCorrection,
    LEAVES: MemberCorrection,
    MOVES: RingCorrection,
    OTHER: OtherCorrection,
}


def form_for(field: str) -> type[CorrectionForm]:
    """The form for one of `PARTNERSHIP_FIELDS` or `ORGANISATION_FIELDS`."""
    return FORMS[field]


def not_later_than(form: CorrectionForm, today: date) -> bool:
    """A fact about an organisation of the register is not for later; says so in the form."""
    on = form.cleaned_data.get("on")
    if on and on > today:
        form.add_error("on", _("Vul vandaag of een eerdere dag in."))
        return False
    return True
