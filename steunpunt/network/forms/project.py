"""The form with which a partnership says that it takes part in a project."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from steunpunt.network.models import Partnership
from steunpunt.network.queries.editing import linkable_projects


class LinkForm(forms.Form):
    """One of the projects that the partnership does not take part in yet."""

    project: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, label=_("Project of initiatief"), empty_label=_("Kies een project")
    )

    def __init__(self, *args: Any, partnership: Partnership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["project"].queryset = linkable_projects(partnership)  # type: ignore[attr-defined]
