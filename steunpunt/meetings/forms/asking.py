"""Questions of a meeting as fields of a form, and the form with which its leader adds one."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from steunpunt.meetings.models import MeetingQuestion, QuestionKind, QuestionMoment

YES_NO = [("ja", _("ja")), ("nee", _("nee"))]
MOST_WORDS = 1000


def name_of(question: MeetingQuestion) -> str:
    return f"question_{question.public_id}"


def field_for(question: MeetingQuestion) -> forms.Field:
    """The field in which somebody answers."""
    needed = {"required": _("Geef hier een antwoord.")}
    settings: dict[str, Any] = {"label": question.text, "required": question.is_required, "error_messages": needed}
    if question.kind == QuestionKind.OPEN:
        area = forms.Textarea(attrs={"rows": 3})
        return forms.CharField(max_length=MOST_WORDS, widget=area, **settings)
    options = YES_NO if question.kind == QuestionKind.YES_NO else [(text, text) for text in question.options]
    return forms.ChoiceField(choices=options, widget=forms.RadioSelect, **settings)


def answers_in(given: Mapping[str, Any], questions: Iterable[MeetingQuestion]) -> dict[int, str]:
    """Question → what was answered."""
    return {question.pk: str(given.get(name_of(question)) or "").strip() for question in questions}


class LookBackForm(forms.Form):
    """The questions for afterwards."""

    def __init__(self, *args: Any, questions: Iterable[MeetingQuestion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(questions)
        for question in self.questions:
            self.fields[name_of(question)] = field_for(question)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not any(answers_in(given, self.questions).values()):
            raise forms.ValidationError(_("Beantwoord minstens één vraag."))
        return given

    @property
    def answers(self) -> dict[int, str]:
        return answers_in(self.cleaned_data, self.questions)


class QuestionForm(forms.Form):
    """A new question for those who come."""

    moment = forms.ChoiceField(
        label=_("Wanneer stel je deze vraag?"), choices=QuestionMoment.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(label=_("Wat wil je weten?"), max_length=200)
    kind = forms.ChoiceField(label=_("Hoe antwoordt iemand?"), choices=QuestionKind.choices, widget=forms.RadioSelect)
    options = forms.CharField(
        label=_("Waaruit kiest iemand?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Alleen bij een keuze uit een lijst: elke keuze op een eigen regel."),
    )
    is_required = forms.BooleanField(label=_("Een antwoord is nodig"), required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        lines = [line.strip() for line in (given.get("options") or "").splitlines() if line.strip()]
        options = list(dict.fromkeys(lines)) if given.get("kind") == QuestionKind.CHOICE else []
        given["options"] = options
        if given.get("kind") == QuestionKind.CHOICE and len(options) < 2:
            self.add_error("options", _("Schrijf minstens twee keuzes op, elk op een eigen regel."))
        if any(len(option) > 120 for option in options):
            self.add_error("options", _("Houd een keuze korter dan 120 tekens."))
        return given
