"""The form for whom to ask about a theme."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.ui.fields import DayField, RevisedForm
from steunpunt.network.models import Partnership, Person, ThemeContact
from steunpunt.network.queries.editing import roles_to_choose
from steunpunt.network.queries.people import people_to_choose
from steunpunt.network.queries.themes import visible_themes


class PersonChoice(forms.ModelChoiceField):
    """People of the partnership, also who starts later; says whose name stays off the site."""

    def label_from_instance(self, obj: Person) -> str:
        if obj.name_is_public:
            return obj.name
        return _("%(name)s (naam komt niet op de site)") % {"name": obj.name}


class ThemeContactForm(RevisedForm):
    """A role for a theme, with a person when somebody is known."""

    theme: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, label=_("Thema"), empty_label=_("Kies een thema")
    )
    role: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None,
        label=_("Rol"),
        empty_label=_("Kies een rol"),
        help_text=_("De rol staat altijd op de site, ook als de naam er niet staat."),
    )
    person = PersonChoice(
        queryset=None,
        label=_("Persoon"),
        required=False,
        empty_label=_("Nog niet bekend"),
        help_text=_(
            "De naam komt alleen op de site als die persoon dat zelf goed vindt. Bezoekers schrijven via een formulier; "
            "het mailadres staat nergens."
        ),
    )
    valid_from = DayField(label=_("Vanaf"), help_text=_("Wie er nu staat, blijft tot die dag."))

    def __init__(self, *args: Any, partnership: Partnership, actor: Any, today: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"].queryset = visible_themes(actor)  # type: ignore[attr-defined]
        self.fields["role"].queryset = roles_to_choose()  # type: ignore[attr-defined]
        self.fields["person"].queryset = people_to_choose(partnership, today)  # type: ignore[attr-defined]

    def contact(self, partnership: Partnership) -> ThemeContact:
        names = ("theme", "role", "person", "valid_from")
        return ThemeContact(partnership=partnership, **{name: self.cleaned_data[name] for name in names})
