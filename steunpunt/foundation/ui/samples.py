"""Invented data for the examples on the style page; nobody and nothing in it exists."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.ui.widgets import DateInput


@dataclass(frozen=True)
class Entry:
    """A line of history, with the attributes that the timeline reads."""

    at: datetime
    summary: str
    actor_label: str
    altered: dict[str, list[str]] = field(default_factory=dict)


class SampleForm(forms.Form):
    """One field of each kind; as it stands here it has two errors."""

    name = forms.CharField(label=_("Naam van het partnerschap"), help_text=_("Zoals het in het register staat."))
    email = forms.EmailField(label=_("E-mailadres"), help_text=_("Alleen medewerkers zien dit."))
    since = forms.DateField(label=_("Doet mee sinds"), widget=DateInput, required=False)
    ring = forms.ChoiceField(
        label=_("Plek in het partnerschap"),
        choices=[("core", _("kern")), ("shell", _("schil"))],
        widget=forms.RadioSelect,
    )
    sector = forms.ChoiceField(label=_("Sector"), choices=[("po", "po"), ("vo", "vo"), ("mbo", "mbo")])
    themes = forms.MultipleChoiceField(
        label=_("Thema's"),
        choices=[("mentoring", _("begeleiding")), ("assessing", _("beoordelen")), ("research", _("onderzoek"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    file = forms.FileField(label=_("Bestand"), help_text=_("Een CSV van hoogstens 20 MB."), required=False)
    remark = forms.CharField(label=_("Toelichting"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    agreed = forms.BooleanField(label=_("Mijn naam mag op de pagina staan"), required=False)


THREAD = (
    {"title": _("Signaal"), "text": _("14 scholen, 3 sectoren"), "when": _("mrt 2026"), "url": "#thread_steps"},
    {"title": _("Kaart in werkvorm"), "text": _("gekozen door 5 van 6 groepen"), "when": _("12 mei")},
    {"title": _("Conclusie"), "text": _("inductie hoort in het partnerschap"), "when": _("20 mei")},
    {"title": _("Aanbeveling"), "text": _("aan het bestuur van de raad"), "when": _("11 juni")},
    {"title": _("Toezegging"), "text": _("deels overgenomen, vóór 1 okt"), "when": _("2 juli"), "state": "current"},
    {"title": _("Effect"), "text": _("9 partnerschappen begeleiden starters"), "state": "todo"},
)
HISTORY = (
    Entry(
        datetime(2026, 8, 1, 9, 30, tzinfo=UTC),
        "Basisschool De Linde doet mee in de schil.",
        "coördinator van het partnerschap",
        {"ring": ["", "schil"], "sinds": ["", "1 augustus 2026"]},
    ),
    Entry(
        datetime(2025, 11, 3, 14, 0, tzinfo=UTC),
        "De naam is verbeterd.",
        "medewerker",
        {"naam": ["Linden", "De Linde"]},
    ),
    Entry(datetime(2024, 2, 12, 8, 15, tzinfo=UTC), "Overgenomen uit het register.", "systeem"),
)


def sample_context() -> dict[str, Any]:
    """All that the examples ask for."""
    return {
        "form": wrong_form(),
        "thread": THREAD,
        "entries": HISTORY,
        "day": date(2026, 9, 30),
        "trail": [(_("Partnerschappen"), "#breadcrumbs"), (_("Opleidingsschool De Waard"), "")],
        "list_page": Paginator(range(480), 24).get_page(7),
        "views": [(_("Lijst"), "#tabs", True), (_("Kaart"), "#tabs", False), (_("Door de jaren"), "#tabs", False)],
        "facts": [
            (_("Sector"), "po en vo"),
            (_("Penvoerder"), "Stichting Scholen aan het Water"),
            (_("Erkend sinds"), "1 augustus 2014"),
        ],
        "filters": [(_("sector: po"), "#chips"), (_("provincie: Fryslân"), "#chips"), (_("alleen kern"), "#chips")],
        "files": [("CSV", "#downloads"), ("Excel", "#downloads"), ("GeoJSON", "#downloads")],
    }


def wrong_form() -> SampleForm:
    """The form as it comes back: with what was typed, and what is wrong with it."""
    form = SampleForm({"name": "Opleidingsschool De Waard", "email": "waard", "sector": "vo"})
    form.is_valid()
    return form
