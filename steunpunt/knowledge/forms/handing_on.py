"""Reading and checking how a question of the toolbox is asked on the research agenda."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import QuestionLevel
from steunpunt.network.models import Theme
from steunpunt.network.queries.projects import themes_to_choose

from .items import ThemesField


class BringForm(forms.Form):
    """The question as research could answer it, for whom, and about what."""

    text = forms.CharField(
        label=_("De vraag voor onderzoek"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Eén vraag, in één zin. De oorspronkelijke woorden blijven erbij staan."),
        error_messages={"required": _("Schrijf de vraag op.")},
    )
    level = forms.ChoiceField(
        label=_("Voor wie telt het antwoord?"),
        choices=[("", _("Kies een niveau")), *QuestionLevel.choices],
        error_messages={"required": _("Kies een niveau.")},
    )
    themes = ThemesField(
        label=_("Thema’s"),
        queryset=Theme.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Kies er één tot drie."),
        error_messages={"required": _("Kies minstens één thema.")},
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["themes"].queryset = themes_to_choose(actor)  # type: ignore[attr-defined]
