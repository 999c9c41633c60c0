"""What forms on dated records share: days people can type, the revision they looked at, a list to choose from."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Protocol

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from .widgets import ClockInput, DateInput

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 1, 1)
FORMATS = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"]
CLOCKS = ["%H:%M", "%H.%M", "%H:%M:%S"]


class Option(Protocol):
    """A line to choose: its key, its name, and what tells it apart."""

    @property
    def public_id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def details(self) -> str: ...
    @property
    def label(self) -> str: ...


class DayField(forms.DateField):
    """A day, from the browser's picker or typed as 1-8-2027; centuries away is a typing error."""

    def __init__(self, **kwargs: Any) -> None:
        sentence = _("Vul een dag in tussen 1900 en 2100.")
        validators = [MinValueValidator(FIRST_DAY, sentence), MaxValueValidator(LAST_DAY, sentence)]
        errors = {"required": _("Vul een dag in."), "invalid": _("Schrijf de dag zo: 1-8-2027.")}
        settings = {"widget": DateInput(), "input_formats": FORMATS, "validators": validators}
        super().__init__(**{**settings, "error_messages": errors, **kwargs})


class ClockField(forms.TimeField):
    """A time on the clock, from the browser's picker or typed as 13:30 or 13.30."""

    def __init__(self, **kwargs: Any) -> None:
        errors = {"required": _("Vul een tijd in."), "invalid": _("Schrijf de tijd zo: 13:30.")}
        settings = {"widget": ClockInput(), "input_formats": CLOCKS, "error_messages": errors}
        super().__init__(**{**settings, **kwargs})


class RevisedForm(forms.Form):
    """A form on a record that two people may have open; keeps the revision that this one looked at."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def stands_at(self, revision: int) -> None:
        """Show the form again, as from now based on this revision."""
        fresh: Any = self.data
        fresh = fresh.copy()
        fresh[self.add_prefix("revision")] = str(revision)
        self.data = fresh


class EndForm(RevisedForm):
    """The first day on which something no longer holds."""

    valid_until = DayField(
        label=_("Eerste dag dat dit niet meer geldt"),
        help_text=_("Is 31 juli de laatste dag? Vul dan 1 augustus in."),
    )


class ChoiceFromList(forms.ChoiceField):
    """One of the options that a search gave; shown as radio buttons."""

    def __init__(self, **kwargs: Any) -> None:
        errors = {"required": _("Kies een regel uit de lijst."), "invalid_choice": _("Kies een regel uit de lijst.")}
        super().__init__(**{"widget": forms.RadioSelect, "error_messages": errors, **kwargs})

    def offer(self, options: Iterable[Option]) -> None:
        """In a list of radio buttons the name stands out; in a menu the browser allows plain words only."""
        plain = isinstance(self.widget, forms.Select)
        self.choices = [(option.public_id, option.label if plain else _in_two_lines(option)) for option in options]


def _in_two_lines(option: Option) -> SafeString:
    """Name and details stay one text with a separator for a screen reader; the style sheet breaks the line."""
    return format_html(
        '<span class="choice"><b>{}</b><span class="visually-hidden"> · </span><span class="soft small">{}</span></span>',
        option.name,
        option.details,
    )
