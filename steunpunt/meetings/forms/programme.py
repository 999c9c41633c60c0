"""Reading and checking what somebody types about a part of a programme, or about who leads a meeting."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.accounts.queries import account_by_email
from steunpunt.foundation.ui.fields import ClockField, DayField, RevisedForm
from steunpunt.meetings.models import Meeting, ProgrammeItem
from steunpunt.meetings.queries.moments import moment_on

from .meetings import ENDS_BEFORE, MOST_PLACES, PLACES_HELP

MOST_ROUNDS = 20
OF_A_PART = ("title", "description", "round", "room", "online_link", "capacity")


class PartForm(RevisedForm):
    """One part of a programme."""

    title = forms.CharField(
        label=_("Titel"), max_length=160, error_messages={"required": _("Geef het onderdeel een titel.")}
    )
    on = DayField(label=_("Dag"))
    begins = ClockField(label=_("Van"))
    ends = ClockField(label=_("Tot"))
    round = forms.IntegerField(
        label=_("Ronde"),
        required=False,
        min_value=1,
        max_value=MOST_ROUNDS,
        help_text=_(
            "Onderdelen met hetzelfde nummer zijn tegelijk: deelnemers kiezen er een. "
            "Laat dit leeg als het voor iedereen is."
        ),
    )
    description = forms.CharField(
        label=_("Wat gebeurt er?"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )
    room = forms.CharField(label=_("Zaal"), required=False, max_length=120)
    online_link = forms.URLField(
        label=_("Eigen link om online mee te doen"), required=False, max_length=500, assume_scheme="https"
    )
    capacity = forms.IntegerField(
        label=_("Aantal plaatsen"), required=False, min_value=1, max_value=MOST_PLACES, help_text=PLACES_HELP
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        if localtime(meeting.starts_at).date() == localtime(meeting.ends_at).date():
            self.fields["on"].required = False
            self.fields["on"].widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        day = given.get("on") or localtime(self.meeting.starts_at).date()
        begins, ends = given.get("begins"), given.get("ends")
        if begins and ends:
            given["starts_at"], given["ends_at"] = moment_on(day, begins), moment_on(day, ends)
            if ends <= begins:
                self.add_error("ends", ENDS_BEFORE)
        return given


class LeadForm(forms.Form):
    """Who leads the meeting too, by the address with which that person signs in."""

    email = forms.EmailField(
        label=_("E-mailadres"),
        help_text=_("Het adres waarmee deze persoon hier inlogt. Eerst moet er een account zijn."),
        error_messages={"required": _("Vul een e-mailadres in.")},
    )

    def clean_email(self) -> str:
        address = str(self.cleaned_data["email"])
        self.account: User | None = account_by_email(address)
        if self.account is None or not self.account.is_active:
            raise forms.ValidationError(
                _("Met dit adres is er geen account. Vraag of deze persoon zich eerst aanmeldt.")
            )
        return address


def initial_of_part(item: ProgrammeItem) -> dict[str, Any]:
    """What the form shows of a part."""
    begin, end = localtime(item.starts_at), localtime(item.ends_at)
    return {name: getattr(item, name) for name in OF_A_PART} | {
        "on": begin.date(),
        "begins": begin.time(),
        "ends": end.time(),
        "revision": item.meeting.revision,
    }


def next_part(meeting: Meeting) -> dict[str, Any]:
    """Where a new part begins: when the last one ends, or else with the meeting; for an hour as far as that fits."""
    ends = [item.ends_at for item in meeting.items.all() if item.ends_at < meeting.ends_at]
    begin = max([meeting.starts_at, *ends])
    end = min(begin + timedelta(hours=1), meeting.ends_at)
    return {
        "on": localtime(begin).date(),
        "begins": localtime(begin).time(),
        "ends": localtime(end).time(),
        "revision": meeting.revision,
    }
