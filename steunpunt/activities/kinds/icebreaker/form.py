"""What the facilitator asks, and the press on the button that draws a card."""

import secrets
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.ui.kind_forms import KindContributionForm, KindSettingsForm

from .deck import DECK
from .tally import card

MOST_QUESTIONS, LONGEST = 200, 300
MOST_DRAWN, HIGHEST_SEED = 10_000, 2**31 - 1


def house_deck() -> str:
    return "\n".join(str(question) for question in DECK)


class SettingsForm(KindSettingsForm):
    """The deck, one question a line."""

    questions = forms.CharField(
        label=_("Vragen"),
        help_text=_("Eén vraag per regel. Dit zijn de vragen van het steunpunt; je kunt ze veranderen."),
        widget=forms.Textarea(attrs={"rows": 14}),
        initial=house_deck,
        error_messages={"required": _("Schrijf ten minste één vraag.")},
    )

    def __init__(self, data: Any = None, *, initial: Any = None, **kwargs: Any) -> None:
        kept = (initial or {}).get("questions")
        shown = {**(initial or {}), "questions": "\n".join(map(str, kept))} if isinstance(kept, list) else initial
        super().__init__(data, initial=shown, **kwargs)

    def clean_questions(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["questions"].splitlines()]
        questions = [line for line in lines if line]
        if len(questions) > MOST_QUESTIONS:
            raise forms.ValidationError(_("Neem hoogstens 200 vragen op."))
        if any(len(question) > LONGEST for question in questions):
            raise forms.ValidationError(_("Maak iedere vraag korter dan 300 tekens."))
        return questions


class DrawForm(KindContributionForm):
    """Which card somebody has now; sending it draws the next one."""

    drawn = forms.IntegerField(min_value=0, max_value=MOST_DRAWN, widget=forms.HiddenInput)
    seed = forms.IntegerField(min_value=0, max_value=HIGHEST_SEED, widget=forms.HiddenInput, required=False)
    """The own order of cards of this person; made with the first one, so that the empty form is the same for all."""

    def __init__(self, data: Any = None, *, initial: Any = None, **kwargs: Any) -> None:
        super().__init__(data, initial=initial or {"drawn": 0}, **kwargs)

    @property
    def question(self) -> str:
        """The card that was drawn last; empty before the first one."""
        return card(self.settings.get("questions", ()), self.initial["drawn"], self.initial.get("seed") or 0)

    def to_content(self) -> dict[str, Any]:
        seed = self.cleaned_data["seed"]
        return {
            "drawn": self.cleaned_data["drawn"] + 1,
            "seed": secrets.randbelow(HIGHEST_SEED) if seed is None else seed,
        }
