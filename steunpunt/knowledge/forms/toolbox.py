"""Reading and checking what somebody asks the toolbox, and what staff answer. Field names are those in the address."""

from collections.abc import Collection, Iterable
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.sectors import SECTOR_NAMES
from steunpunt.foundation.ui.fields import RevisedForm
from steunpunt.knowledge.matching import Need
from steunpunt.knowledge.models import KnowledgeItem, OpenQuestion, Phase
from steunpunt.knowledge.models.toolbox import LONGEST_QUESTION
from steunpunt.network.models import Theme

ANY = [("", _("Maakt niet uit"))]
TIMES = (
    (2, _("tot 2 uur")),
    (4, _("een dagdeel (4 uur)")),
    (8, _("een dag (8 uur)")),
    (16, _("twee dagen (16 uur)")),
    (40, _("een week (40 uur)")),
    (120, _("verspreid over een jaar (120 uur)")),
)
MORE_THEMES = "nog"
FORM_ID = "vraag"


class NeedForm(forms.Form):
    """A question and how it is sharpened; everything may be left out."""

    q = forms.CharField(label=_("Wat is je vraag?"), required=False, max_length=LONGEST_QUESTION)
    thema = forms.MultipleChoiceField(
        label=_("Gaat het hierover?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Dit thema is er niet. Kies er een uit de lijst.")},
    )
    nog = forms.ChoiceField(required=False)
    fase = forms.ChoiceField(label=_("Waar in de lijn?"), choices=[*ANY, *Phase.choices], required=False)
    sector = forms.ChoiceField(
        label=_("Sector"), choices=[*ANY, *((code.value, name) for code, name in SECTOR_NAMES.items())], required=False
    )
    voor = forms.CharField(
        label=_("Voor wie?"), required=False, max_length=80, help_text=_("Bijvoorbeeld: starters, zij-instromers.")
    )
    waar = forms.CharField(
        label=_("Waar gebeurt het?"),
        required=False,
        max_length=80,
        help_text=_("Bijvoorbeeld: in de klas, in een leerteam."),
    )
    groep = forms.IntegerField(
        label=_("Met hoeveel mensen?"),
        required=False,
        min_value=1,
        max_value=5000,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 6}),
        error_messages={"invalid": _("Vul een getal in, bijvoorbeeld 8.")},
    )
    tijd = forms.TypedChoiceField(
        label=_("Hoeveel tijd is er?"), choices=[*ANY, *TIMES], required=False, coerce=int, empty_value=None
    )

    def __init__(
        self, *args: Any, themes: Iterable[Theme], proposed: Collection[Theme] = (), apart: bool = False, **kwargs: Any
    ) -> None:
        """`apart`: the fields stand beside the form in the page and are tied to it by its id."""
        super().__init__(*args, **kwargs)
        named = [(theme.slug, _label(theme)) for theme in themes]
        chosen = set(self.data.getlist("thema")) if isinstance(self.data, QueryDict) else set()
        offered = {theme.slug for theme in proposed} | chosen
        for name, choices in (("thema", named), (MORE_THEMES, [("", _("Kies een thema")), *named])):
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        self.fields["thema"].widget.choices = [pair for pair in named if pair[0] in offered]  # type: ignore[attr-defined]
        self.offers_themes = bool(offered)
        self.fields[MORE_THEMES].label = _("Nog een thema") if offered else _("Thema")
        if apart:
            for name in self.fields:
                self.fields[name].widget.attrs["form"] = FORM_ID

    def need(self) -> Need:
        """What could be read; a field with an error counts as not filled in."""
        self.is_valid()
        given = self.cleaned_data
        return Need(
            text=given.get("q", ""),
            themes=tuple(given.get("thema", ())),
            phase=given.get("fase", ""),
            sector=given.get("sector", ""),
            for_whom=given.get("voor", ""),
            setting=given.get("waar", ""),
            group_size=given.get("groep"),
            hours=given.get("tijd"),
        )


class AskForm(NeedForm):
    """A question to leave open for others."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["q"].required = True
        self.fields["q"].label = _("Je vraag")
        self.fields["q"].widget = forms.Textarea(attrs={"rows": 3, "maxlength": LONGEST_QUESTION})
        self.fields["q"].help_text = _("Schrijf geen namen van mensen of leerlingen: iedereen kan je vraag lezen.")
        self.fields["q"].error_messages["required"] = _("Schrijf je vraag op.")
        if not self.offers_themes:
            self.fields["thema"].widget = forms.MultipleHiddenInput()


class AnswerForm(RevisedForm):
    """Which items answer a question, and in a sentence how."""

    zoek = forms.CharField(
        label=_("Zoek een bijdrage"),
        required=False,
        max_length=200,
        help_text=_("Staat de goede er niet bij? Typ een woord en kies Zoek. Wat je aanvinkte, blijft staan."),
    )
    items = forms.MultipleChoiceField(
        label=_("Wat beantwoordt de vraag?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Kies minstens één bijdrage die de vraag beantwoordt."),
            "invalid_choice": _("Kies een bijdrage uit de lijst."),
        },
    )
    sentence = forms.CharField(
        label=_("Het antwoord in een paar zinnen"),
        error_messages={"required": _("Schrijf in een zin wat het antwoord is.")},
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Dit komt op de pagina van de vraag en in de mail aan wie de vraag volgt."),
    )

    def offer(self, items: Iterable[KnowledgeItem]) -> None:
        self.fields["items"].choices = [(item.public_id, _item_label(item)) for item in items]  # type: ignore[attr-defined]


class MergeForm(RevisedForm):
    """The question that remains."""

    zoek = forms.CharField(
        label=_("Zoek een vraag"),
        required=False,
        max_length=200,
        help_text=_("Typ een woord uit de andere vraag en kies Zoek."),
    )
    into = forms.ChoiceField(
        label=_("Met welke vraag is dit dezelfde?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies een vraag uit de lijst."),
            "invalid_choice": _("Kies een vraag uit de lijst."),
        },
    )

    def offer(self, questions: Iterable[OpenQuestion]) -> None:
        self.fields["into"].choices = [  # type: ignore[attr-defined]
            (row.public_id, f"{row.text} ({row.get_state_display()})") for row in questions
        ]


class CloseForm(RevisedForm):
    """Why a question is closed."""

    reason = forms.CharField(
        label=_("Waarom sluit je deze vraag?"),
        max_length=300,
        error_messages={"required": _("Schrijf waarom. Wie de vraag volgt, leest dit.")},
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Wie de vraag volgt, leest dit in een mail."),
    )


def with_more_themes(data: QueryDict) -> QueryDict:
    """The same data in which the theme from the list stands among those that are ticked."""
    fresh = data.copy()
    fresh.update({"thema": more} if (more := fresh.get(MORE_THEMES, "")) else {})
    fresh.setlist("thema", list(dict.fromkeys(fresh.getlist("thema"))))
    fresh[MORE_THEMES] = ""
    return fresh


def query_of(need: Need) -> str:
    """The question as an address of the toolbox has it; what was not said is left out."""
    given = {
        "q": need.text,
        "fase": need.phase,
        "sector": need.sector,
        "voor": need.for_whom,
        "waar": need.setting,
        "groep": need.group_size,
        "tijd": need.hours,
    }
    pairs = [(name, value) for name, value in given.items() if value]
    return urlencode([*pairs, *(("thema", slug) for slug in need.themes)])


def _label(theme: Theme) -> str:
    return f"{theme.parent.title} › {theme.title}" if theme.parent else theme.title


def _item_label(item: KnowledgeItem) -> SafeString:
    version = item.live
    title = version.title if version else item.slug
    details = f"{item.get_kind_display()} · {item.get_audience_display()}"
    return format_html(
        '<span class="choice"><b>{}</b><span class="visually-hidden"> · </span><span class="soft small">{}</span></span>',
        title,
        details,
    )
