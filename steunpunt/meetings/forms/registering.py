"""Reading and checking what somebody fills in to come to a meeting, and to whom a place is handed over."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.sectors import Sector
from steunpunt.meetings.models import MeetingQuestion, ProgrammeItem, Registration
from steunpunt.meetings.queries.given import SAID, Given, round_field
from steunpunt.meetings.queries.places import Part, Round
from steunpunt.network.models import Partnership

from .asking import answers_in, field_for, name_of

Names = Iterable[tuple[int, str]]
only_a_name = RegexValidator(
    r"[/@<>\\]|www\.", _("Vul alleen een naam in, zonder adres of link."), inverse_match=True, flags=re.IGNORECASE
)
"""What stands here is mailed to an address that somebody typed: it must not be a message."""


class PartSelect(forms.RadioSelect):
    """Parts beside each other; one that is full cannot be chosen any more."""

    full: frozenset[str] = frozenset()

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        if str(value) in self.full and not option["selected"]:
            option["attrs"]["disabled"] = True
        return option


class PersonForm(forms.Form):
    """Who comes, and what that person needs. `website` is left empty by people and filled in by machines."""

    name = forms.CharField(
        label=_("Je naam"),
        max_length=120,
        validators=[only_a_name],
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Je e-mailadres"),
        help_text=_("Hierop krijg je je bevestiging, met een link naar je eigen pagina."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    organisation = forms.CharField(
        label=_("Waar werk of studeer je?"),
        max_length=160,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    partnership = forms.ModelChoiceField(
        label=_("Bij welk partnerschap hoor je?"),
        queryset=Partnership.objects.none(),
        required=False,
        empty_label=_("Geen, of ik weet het niet"),
    )
    sector = forms.ChoiceField(label=_("Sector"), required=False, choices=[("", _("Geen keuze")), *Sector.choices])
    diet = forms.CharField(
        label=_("Heb je dieetwensen?"),
        max_length=300,
        required=False,
        help_text=_("Bijvoorbeeld vegetarisch, of een allergie."),
    )
    access = forms.CharField(
        label=_("Wat heb je nodig om goed mee te doen?"),
        max_length=300,
        required=False,
        help_text=_(
            "Bijvoorbeeld een ringleiding of een plek voor een rolstoel. Dit en je dieetwensen ziet alleen "
            "wie de bijeenkomst leidt. Dertig dagen na afloop wissen we het."
        ),
    )
    website = forms.CharField(
        label=_("Laat dit veld leeg"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    @property
    def is_by_machine(self) -> bool:
        return bool(self.cleaned_data.get("website"))


class RegistrationForm(PersonForm):
    """The same with the parts of the programme and the questions of this meeting."""

    def __init__(
        self,
        *args: Any,
        partnerships: Names,
        rounds: Iterable[Round],
        questions: Iterable[MeetingQuestion],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(questions)
        self.parts: dict[str, ProgrammeItem] = {}
        names = dict(partnerships)
        chosen = self.fields["partnership"]
        chosen.queryset = Partnership.objects.filter(pk__in=names)  # type: ignore[attr-defined]
        chosen.choices = [("", chosen.empty_label), *names.items()]  # type: ignore[attr-defined]
        for one in rounds:
            self._offer(one)
        for question in self.questions:
            self.fields[name_of(question)] = field_for(question)
        self.order_fields(["name", "email", "organisation", "partnership", "sector", *self._own_names()])

    @property
    def given(self) -> Given:
        """What the actions take."""
        said = self.cleaned_data
        facts = {name: said[name] for name in (*SAID, "email") if name in said}
        keys = [str(said.get(name) or "") for name in self.fields if name.startswith("round_")]
        return Given(facts, tuple(self.parts[key] for key in keys if key), answers_in(said, self.questions))

    def part_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith("round_")]

    def question_fields(self) -> list[forms.BoundField]:
        return [self[name_of(question)] for question in self.questions]

    def _own_names(self) -> list[str]:
        return [name for name in self.fields if name.startswith(("round_", "question_"))]

    def _offer(self, one: Round) -> None:
        """A round with its parts; who does not choose goes to none of them."""
        self.parts |= {part.item.public_id: part.item for part in one.parts}
        select = PartSelect()
        select.full = frozenset(part.item.public_id for part in one.parts if part.is_full)
        options = [(part.item.public_id, _label(part)) for part in one.parts]
        self.fields[round_field(one.number)] = forms.ChoiceField(
            label=_("Ronde %(number)d: wat kies je?") % {"number": one.number},
            choices=[("", _("Nog geen keuze")), *options],
            required=False,
            widget=select,
        )


class ChangeForm(RegistrationForm):
    """What somebody said before; the address stays, because the confirmation went there."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["email"]
        del self.fields["website"]


class HandOverForm(forms.Form):
    """Who comes instead."""

    name = forms.CharField(label=_("Naam van je collega"), max_length=120, validators=[only_a_name])
    email = forms.EmailField(
        label=_("E-mailadres van je collega"),
        help_text=_("Je collega krijgt de bevestiging op dit adres. Vraag dus eerst of het goed is."),
    )


def initial_of(registration: Registration, answers: Mapping[int, str], questions: Iterable[MeetingQuestion]) -> dict:
    """What the form shows of a registration."""
    said: dict[str, Any] = {name: getattr(registration, name) for name in SAID}
    chosen: list[ProgrammeItem] = [choice.part for choice in registration.choices.select_related("part")]
    said |= {round_field(part.round): part.public_id for part in chosen}
    return said | {name_of(question): answers.get(question.pk, "") for question in questions}


def _label(part: Part) -> str:
    if part.left is None:
        return part.item.title
    words = _now("%(title)s (vol)") if part.is_full else _now("%(title)s (nog %(left)d)")
    return words % {"title": part.item.title, "left": part.left}
