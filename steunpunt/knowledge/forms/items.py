"""Reading and checking what somebody types about a knowledge item."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor
from steunpunt.foundation.sectors import SECTOR_NAMES
from steunpunt.foundation.ui.fields import RevisedForm
from steunpunt.knowledge.kinds import Detail, details_of
from steunpunt.knowledge.models import Audience, Cost, Evidence, ItemKind, ItemVersion, KnowledgeItem, Licence, Phase
from steunpunt.knowledge.queries.proposing import Proposal
from steunpunt.knowledge.queries.sharing import contact_label, contacts_to_choose, own_contact
from steunpunt.network.models import Partnership, Person, Role, Theme
from steunpunt.network.queries.people import visible_roles
from steunpunt.network.queries.projects import themes_to_choose

MOST_THEMES = 3
LANGUAGES = (("nl", _("Nederlands")), ("en", _("Engels")), ("de", _("Duits")), ("fr", _("Frans")))
PREFIX = "detail_"
NEEDED = ("outcome", "themes", "sectors")
"""Fields that a draft may leave empty and the editors want filled; `rules.missing_in` judges."""


ELSEWHERE = {"themes", "contact_person", "contact_role", "revision"}
"""Fields that are no column of a version or its item."""


class ShareForm(forms.Form):
    """How somebody begins: what it is, and the file or the link that holds it."""

    kind = forms.ChoiceField(label=_("Wat wil je delen?"), choices=ItemKind.choices)
    title = forms.CharField(
        label=_("Titel"),
        max_length=160,
        required=False,
        help_text=_("Mag leeg blijven als je een bestand deelt: dan nemen we de titel uit het bestand over."),
    )
    file = forms.FileField(
        label=_("Bestand"), required=False, help_text=_("Een pdf, Word-bestand (.docx) of PowerPoint (.pptx).")
    )
    link = forms.URLField(
        label=_("Of een link"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=_("Bijvoorbeeld naar een video."),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not given.get("title") and not given.get("file"):
            self.add_error("title", _("Geef het een titel, of kies een bestand."))
        return given


class FileForm(forms.Form):
    """One more file for an item."""

    file = forms.FileField(label=_("Bestand"), help_text=_("Een pdf, Word-bestand (.docx) of PowerPoint (.pptx)."))


@dataclass(frozen=True)
class ThemeBoxes:
    """The tick boxes of the themes: what was chosen or proposed, each with its proposal, and the others."""

    first: list[tuple[forms.BoundField, Proposal | None]]
    rest: list[forms.BoundField]

    @property
    def is_open(self) -> bool:
        """Without anything to begin with, all of them are in sight."""
        return not self.first


class ThemesField(forms.ModelMultipleChoiceField):
    """At most three themes; the main theme stands before what falls under it."""

    def label_from_instance(self, obj: Theme) -> str:
        return f"{obj.parent.title} › {obj.title}" if obj.parent else obj.title

    def clean(self, value: Any) -> Any:
        chosen = super().clean(value)
        if len(chosen) > MOST_THEMES:
            raise forms.ValidationError(_("Kies er hooguit drie, dan vinden anderen het makkelijker."))
        return chosen


class ItemForm(RevisedForm):
    """Everything that a version says. A draft may be incomplete; sending it in asks for the rest."""

    title = forms.CharField(label=_("Titel"), max_length=160)
    outcome = forms.CharField(
        label=_("Wat levert het op?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("In gewone taal, voor een collega die er niet bij was. Wat ging beter? Hoe merkte je dat?"),
    )
    conditions = forms.CharField(
        label=_("Wanneer werkt het?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Wat moet er geregeld zijn? En wanneer werkt het juist niet?"),
    )
    body = forms.CharField(
        label=_("Hoe gaat het?"),
        required=False,
        max_length=30_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Stap voor stap. Een lege regel begint een alinea, een streepje een opsomming."),
    )
    themes = ThemesField(
        label=_("Thema’s"),
        queryset=Theme.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Kies er één tot drie."),
    )
    sectors = forms.MultipleChoiceField(
        label=_("Sectoren"),
        choices=[(sector.value, name) for sector, name in SECTOR_NAMES.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    phases = forms.MultipleChoiceField(
        label=_("Waar in de doorlopende lijn?"),
        choices=Phase.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    contact_person = forms.ModelChoiceField(
        label=_("Wie kunnen anderen bellen of mailen?"),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("Niemand met naam, alleen een rol"),
        help_text=_("Jijzelf of een collega. De naam komt alleen op de site als die persoon dat goed vindt."),
    )
    contact_role = forms.ModelChoiceField(
        label=_("In welke rol?"),
        queryset=Role.objects.none(),
        required=False,
        empty_label=_("De rol van deze persoon"),
        help_text=_("Een rol blijft kloppen, ook als de persoon weggaat. Alleen een rol is genoeg."),
    )
    partnership = forms.ModelChoiceField(
        label=_("Van welk partnerschap?"), queryset=Partnership.objects.none(), required=False, empty_label=_("Geen")
    )
    audience = forms.ChoiceField(label=_("Wie mag het lezen?"), choices=Audience.choices[:-1])
    year = forms.IntegerField(
        label=_("Jaar"),
        required=False,
        validators=[
            MinValueValidator(1950, _("Vul een jaar in vanaf 1950.")),
            MaxValueValidator(2100, _("Vul een jaar in tot 2100.")),
        ],
    )
    language = forms.ChoiceField(label=_("Taal"), choices=LANGUAGES)
    licence = forms.ChoiceField(label=_("Wat mogen anderen ermee?"), choices=Licence.choices)
    link = forms.URLField(label=_("Link"), required=False, max_length=500, assume_scheme="https")
    effort_hours = forms.IntegerField(
        label=_("Hoeveel uur kost het bij elkaar?"), required=False, min_value=0, max_value=5000
    )
    cost = forms.ChoiceField(
        label=_("Wat kost het verder?"), choices=[("", _("Onbekend")), *Cost.choices], required=False
    )
    group_min = forms.IntegerField(label=_("Met hoeveel mensen minstens?"), required=False, min_value=1, max_value=5000)
    group_max = forms.IntegerField(label=_("Met hoeveel hooguit?"), required=False, min_value=1, max_value=5000)
    evidence = forms.ChoiceField(
        label=_("Waar rust de opbrengst op?"), choices=[("", _("Onbekend")), *Evidence.choices], required=False
    )

    def __init__(
        self, *args: Any, item: KnowledgeItem, actor: Actor, partnerships: Iterable[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.details = details_of(item.kind)
        for detail in self.details:
            self.fields[PREFIX + detail.key] = _detail_field(detail)
        self.fields["themes"].queryset = themes_to_choose(actor)  # type: ignore[attr-defined]
        self.fields["contact_role"].queryset = visible_roles()  # type: ignore[attr-defined]
        people = self.fields["contact_person"]
        people.queryset = contacts_to_choose(actor, item)  # type: ignore[attr-defined]
        people.label_from_instance = lambda row: contact_label(row, actor)  # type: ignore[attr-defined]
        people.needed_for = _("een persoon of een rol is nodig")  # type: ignore[attr-defined]
        self.fields["partnership"].needed_for = _("nodig bij een rol zonder naam")  # type: ignore[attr-defined]
        for name in (*NEEDED, *(PREFIX + detail.key for detail in self.details if detail.required)):
            self.fields[name].needed_for = _("nodig om in te sturen")  # type: ignore[attr-defined]
        names = dict(partnerships)
        chosen = self.fields["partnership"]
        chosen.queryset = Partnership.objects.filter(pk__in=names)  # type: ignore[attr-defined]
        chosen.label_from_instance = lambda row: names[row.pk]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        given["details"] = {
            detail.key: given[PREFIX + detail.key]
            for detail in self.details
            if given.get(PREFIX + detail.key) not in (None, "")
        }
        if given.get("audience") == Audience.PARTNERSHIP and not given.get("partnership"):
            self.add_error("partnership", _("Kies voor welk partnerschap dit is."))
        return given

    def theme_boxes(self, proposals: Iterable[Proposal]) -> ThemeBoxes:
        """What was chosen and what is proposed comes first, so that the error summary leads to it too."""
        field: Any = self.fields["themes"]
        proposed = {str(one.theme.pk): one for one in proposals}
        first = {str(value) for value in self["themes"].value() or ()} | set(proposed)
        options = [(str(value), label) for value, label in field.choices]
        field.choices = sorted(options, key=lambda option: option[0] not in first)
        boxes: list[Any] = [*self["themes"]]
        values = [value for value, _label in field.choices]
        return ThemeBoxes(
            [(box, proposed.get(value)) for box, value in zip(boxes, values, strict=True) if value in first],
            [box for box, value in zip(boxes, values, strict=True) if value not in first],
        )

    def of_kind(self) -> list[forms.BoundField]:
        """The fields that belong to this kind."""
        return [self[PREFIX + detail.key] for detail in self.details]


class RemarkForm(forms.Form):
    """A line in the conversation about an item."""

    text = forms.CharField(
        label=_("Jouw vraag of antwoord"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4}), required=False
    )


class WithdrawForm(RevisedForm):
    """Why an item is taken away."""

    reason = forms.CharField(label=_("Waarom trek je het in?"), max_length=300, required=False)


def initial_of(version: ItemVersion, actor: Actor) -> dict[str, Any]:
    """What the form shows of a version; as long as nobody is named, its author is proposed."""
    item = version.item
    contact = item.contacts.order_by("pk").first()
    names = [name for name in ItemForm.base_fields if name not in ELSEWHERE]
    said = {name: getattr(item if name in {"audience", "partnership"} else version, name) for name in names}
    details = {PREFIX + key: value for key, value in version.details.items()}
    return {
        **said,
        **details,
        "themes": version.themes.all(),
        "contact_person": contact.whom if contact else own_contact(actor, item),
        "contact_role": contact.role if contact else None,
        "revision": item.revision,
    }


def _detail_field(detail: Detail) -> forms.Field:
    if detail.is_number:
        return forms.IntegerField(label=detail.label, required=False, min_value=0, max_value=100_000)
    widget = forms.Textarea(attrs={"rows": 3}) if detail.long else forms.TextInput()
    return forms.CharField(
        label=detail.label,
        help_text=detail.help,
        required=False,
        max_length=2000 if detail.long else 200,
        widget=widget,
    )
