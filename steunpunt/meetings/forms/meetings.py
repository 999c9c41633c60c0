"""Reading and checking what somebody types about a meeting or a series."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor
from steunpunt.foundation.sectors import SECTOR_NAMES
from steunpunt.foundation.ui.fields import ClockField, DayField, RevisedForm
from steunpunt.meetings.models import Admission, Meeting, MeetingKind, Series
from steunpunt.meetings.queries.choosing import organisers, series_to_choose
from steunpunt.meetings.queries.moments import end_of, moment_on
from steunpunt.network.models import Partnership, Theme
from steunpunt.network.queries.projects import themes_to_choose

MOST_PLACES = 5000
ENDS_BEFORE = _("Het einde moet na het begin liggen.")
PLACES_HELP = _("Laat dit leeg als er geen grens is.")
KINDS = [(one.value, one.label) for one in MeetingKind if one != MeetingKind.IMPROVISED]
ADMISSIONS = [(Admission.PUBLIC.value, _("Iedereen")), (Admission.INVITED.value, _("Alleen wie is uitgenodigd"))]
SAID = ("title", "kind", "admission", "series", "summary", "venue", "address", "online_link", "capacity", "partnership")


class ThemesField(forms.ModelMultipleChoiceField):
    """Themes; the main theme stands before what falls under it."""

    def label_from_instance(self, obj: Theme) -> str:
        return f"{obj.parent.title} › {obj.title}" if obj.parent else obj.title


class MeetingForm(RevisedForm):
    """All that a meeting says of itself."""

    title = forms.CharField(
        label=_("Titel"), max_length=160, error_messages={"required": _("Geef de bijeenkomst een titel.")}
    )
    kind = forms.ChoiceField(label=_("Soort"), choices=KINDS)
    summary = forms.CharField(
        label=_("Waar gaat het over?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Wat ga je doen, voor wie is het, en wat neemt iemand mee naar huis?"),
    )
    starts_on = DayField(label=_("Dag"))
    begins = ClockField(label=_("Van"))
    ends = ClockField(label=_("Tot"))
    ends_on = DayField(
        label=_("Laatste dag"), required=False, help_text=_("Alleen nodig als de bijeenkomst meer dan één dag duurt.")
    )
    venue = forms.CharField(
        label=_("Plaats"),
        required=False,
        max_length=160,
        help_text=_("Bijvoorbeeld: De Werkplaats, Utrecht. Of: online."),
    )
    address = forms.CharField(label=_("Adres van de plaats"), required=False, max_length=250)
    online_link = forms.URLField(
        label=_("Link om online mee te doen"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=_("Alleen wie zich heeft aangemeld, ziet deze link."),
    )
    capacity = forms.IntegerField(
        label=_("Aantal plaatsen"), required=False, min_value=1, max_value=MOST_PLACES, help_text=PLACES_HELP
    )
    registration_day = DayField(
        label=_("Aanmelden kan tot en met"), required=False, help_text=_("Leeg: tot de bijeenkomst begint.")
    )
    admission = forms.ChoiceField(label=_("Voor wie?"), choices=ADMISSIONS, widget=forms.RadioSelect)
    partnership = forms.ModelChoiceField(
        label=_("Wie organiseert het?"),
        queryset=Partnership.objects.none(),
        empty_label=_("Het steunpunt"),
        error_messages={"required": _("Kies wie de bijeenkomst organiseert.")},
    )
    series = forms.ModelChoiceField(
        label=_("Hoort bij een reeks"), queryset=Series.objects.none(), required=False, empty_label=_("Geen reeks")
    )
    sectors = forms.MultipleChoiceField(
        label=_("Voor welke sectoren?"),
        choices=[(sector.value, name) for sector, name in SECTOR_NAMES.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Kies niets als het voor alle sectoren is."),
    )
    themes = ThemesField(
        label=_("Thema’s"), queryset=Theme.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, actor: Actor, meeting: Meeting | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("summary", "venue"):
            self.fields[name].needed_for = _("nodig voor de agenda")  # type: ignore[attr-defined]
        self.fields["themes"].queryset = themes_to_choose(actor)  # type: ignore[attr-defined]
        self.fields["series"].queryset = series_to_choose(actor, meeting)  # type: ignore[attr-defined]
        self._offer_organisers(actor, meeting)
        if meeting is not None:
            self._keep_special(meeting)

    def _offer_organisers(self, actor: Actor, meeting: Meeting | None) -> None:
        names = dict(organisers(actor, meeting, actor.day))
        chosen: Any = self.fields["partnership"]
        chosen.queryset = Partnership.objects.filter(pk__in=names)
        chosen.label_from_instance = lambda row: names[row.pk]
        has_none = meeting is not None and meeting.partnership_id is None
        chosen.required = not (actor.is_staff or has_none)
        if chosen.required and len(names) == 1:
            self.initial.setdefault("partnership", next(iter(names)))

    def _keep_special(self, meeting: Meeting) -> None:
        """What the form itself does not offer stays possible where it stands already."""
        for name, kind in (("kind", MeetingKind.IMPROVISED), ("admission", Admission.UNLISTED)):
            if getattr(meeting, name) == kind:
                field: Any = self.fields[name]
                field.choices = [*field.choices, (kind.value, kind.label)]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, begins, ends = given.get("starts_on"), given.get("begins"), given.get("ends")
        if first and begins and ends:
            given["starts_at"] = moment_on(first, begins)
            given["ends_at"] = moment_on(given.get("ends_on") or first, ends)
            if given["ends_at"] <= given["starts_at"]:
                is_day = bool(given.get("ends_on")) and given["ends_on"] < first
                self.add_error("ends_on" if is_day else "ends", ENDS_BEFORE)
        until = given.get("registration_day")
        given["registration_until"] = self._until(until, given.get("ends_at")) if until else None
        return given

    def _until(self, day: Any, ends_at: datetime | None) -> datetime:
        """The end of that day, or of the meeting when that is on the same day."""
        moment = end_of(day)
        if ends_at is not None and localtime(ends_at).date() == day:
            return min(moment, ends_at)
        if ends_at is not None and moment > ends_at:
            self.add_error("registration_day", _("Kies een dag vóór het einde van de bijeenkomst."))
        return moment


class CancelForm(RevisedForm):
    """Why a meeting will not be held."""

    reason = forms.CharField(
        label=_("Waarom gaat het niet door?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf waarom het niet doorgaat.")},
        help_text=_("Dit staat op de pagina en in de agenda. Noem geen namen."),
    )


class SeriesForm(forms.Form):
    """A series of meetings."""

    title = forms.CharField(
        label=_("Titel"), max_length=160, error_messages={"required": _("Geef de reeks een titel.")}
    )
    summary = forms.CharField(
        label=_("Waar gaat het over?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Wat hebben de bijeenkomsten met elkaar te maken?"),
    )


def initial_of(meeting: Meeting) -> dict[str, Any]:
    """What the form shows of a meeting."""
    begin, end = localtime(meeting.starts_at), localtime(meeting.ends_at)
    until = meeting.registration_until
    return {name: getattr(meeting, name) for name in SAID} | {
        "starts_on": begin.date(),
        "begins": begin.time(),
        "ends": end.time(),
        "ends_on": end.date() if end.date() != begin.date() else None,
        "registration_day": localtime(until).date() if until else None,
        "sectors": meeting.sectors,
        "themes": meeting.themes.all(),
        "revision": meeting.revision,
    }
