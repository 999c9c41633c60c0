"""Forms for projects: what is known of one, which partnership belongs to it, and a partnership that takes part."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor
from steunpunt.foundation.ui.fields import ChoiceFromList, DayField, RevisedForm
from steunpunt.network.models import Organisation, Partnership, Project, ProjectKind, Theme
from steunpunt.network.queries.choosing import Found
from steunpunt.network.queries.editing import linkable_projects
from steunpunt.network.queries.projects import themes_to_choose

from .membership import UNKNOWN, UNKNOWN_HELP

FACTS = ("title", "kind", "summary", "valid_from", "begin_unknown", "valid_until", "website", "source")


class LinkForm(forms.Form):
    """One of the projects that the partnership does not take part in yet."""

    project: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, label=_("Project of initiatief"), empty_label=_("Kies een project")
    )

    def __init__(self, *args: Any, partnership: Partnership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["project"].queryset = linkable_projects(partnership)  # type: ignore[attr-defined]


class PartnershipForm(forms.Form):
    """One of the partnerships that a search gave."""

    partnership = ChoiceFromList(label=_("Partnerschap"))

    def __init__(self, *args: Any, options: Iterable[Found], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partnership"].offer(options)  # type: ignore[attr-defined]


class ThemesField(forms.ModelMultipleChoiceField):
    """Themes to tick, each under the theme that it falls under."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Theme) -> str:
        return f"{obj.parent.title}: {obj.title}" if obj.parent else obj.title


class ProjectForm(RevisedForm):
    """What is known of a project, and who leads it."""

    organisation = ChoiceFromList(label=_("Getrokken door"), required=False)
    title = forms.CharField(label=_("Naam"), max_length=160)
    kind = forms.ChoiceField(
        label=_("Soort"), choices=[(kind.value, str(kind.label).capitalize()) for kind in ProjectKind]
    )
    summary = forms.CharField(
        label=_("Samenvatting"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Twee of drie zinnen: wat gebeurt er, en voor wie?"),
    )
    valid_from = DayField(
        label=_("Loopt vanaf"), required=False, help_text=_("Laat leeg als niemand weet sinds wanneer.")
    )
    begin_unknown = forms.BooleanField(label=UNKNOWN, help_text=UNKNOWN_HELP, required=False)
    valid_until = DayField(
        label=_("Loopt tot"), required=False, help_text=_("De eerste dag dat het niet meer loopt. Leeg: het loopt nog.")
    )
    website = forms.URLField(label=_("Website"), required=False, max_length=200, assume_scheme="https")
    source = forms.CharField(
        label=_("Bron"), required=False, max_length=250, help_text=_("Waar weet je dit van? Bezoekers zien dit ook.")
    )
    themes = ThemesField(queryset=None, label=_("Thema’s"), required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["themes"].queryset = themes_to_choose(actor)  # type: ignore[attr-defined]

    def offer_leads(self, options: list[Found]) -> None:
        """Nobody is a choice too, as soon as there is somebody to choose."""
        nobody = [Found("", str(_("Nog niet bekend")), "")] if options else []
        self.fields["organisation"].offer([*options, *nobody])  # type: ignore[attr-defined]

    def onto(self, project: Project, lead: Organisation | None) -> Project:
        """The project as it has to become, not saved."""
        for name in FACTS:
            setattr(project, name, self.cleaned_data[name])
        project.organisation = lead
        return project
