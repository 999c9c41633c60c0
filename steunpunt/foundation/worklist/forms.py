"""What is filled in at the work list: the filter, and the answer to a request."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.boards import worklist

from .models import WorkState


class WorkFilter(forms.Form):
    """Narrows the list by kind and state; what it does not know it ignores."""

    soort = forms.ChoiceField(label=_("Soort"))
    stand = forms.ChoiceField(label=_("Stand"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [("", _("Alle soorten")), *((pin.kind, pin.label) for pin in worklist)]
        self.fields["soort"].choices = kinds  # type: ignore[attr-defined]
        self.fields["stand"].choices = [*WorkState.choices, ("alle", _("alles"))]  # type: ignore[attr-defined]

    def chosen(self) -> tuple[str, str]:
        """The kind ("" for all) and the state ("" for all; open when nothing was asked)."""
        self.is_valid()
        state = self.cleaned_data.get("stand") or WorkState.OPEN.value
        return self.cleaned_data.get("soort", ""), "" if state == "alle" else state


class AnswerForm(forms.Form):
    """The answer that the proposer reads; saying no asks for a reason."""

    answer = forms.CharField(
        label=_("Antwoord aan de indiener"),
        help_text=_("De indiener leest dit. Bij nee: schrijf in één of twee zinnen waarom."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
