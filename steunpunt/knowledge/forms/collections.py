"""Reading and checking what somebody says of a collection."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.ui.fields import RevisedForm
from steunpunt.knowledge.models import Collection
from steunpunt.network.models import Partnership

TITLE_ERRORS = {"required": _("Geef de verzameling een titel.")}


class CollectionForm(forms.Form):
    """How it is called and what it is for."""

    title = forms.CharField(label=_("Titel"), max_length=120, error_messages=TITLE_ERRORS)
    intro = forms.CharField(
        label=_("Waarvoor is deze verzameling?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Bijvoorbeeld: voor nieuwe schoolopleiders, om in de eerste maand te lezen."),
    )


class ReviseCollectionForm(CollectionForm, RevisedForm):
    """The same, and whether everybody may see it."""

    is_public = forms.BooleanField(
        label=_("Iedereen mag deze verzameling zien"),
        required=False,
        help_text=_("Wie een bijdrage niet mag lezen, ziet die ook hier niet. Je naam staat er niet bij."),
    )
    partnership = forms.ModelChoiceField(
        label=_("Namens welk partnerschap?"), queryset=Partnership.objects.none(), required=False
    )

    def __init__(self, *args: Any, partnerships: Iterable[tuple[int, str]], may_show: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = dict(partnerships)
        field: Any = self.fields["partnership"]
        field.queryset = Partnership.objects.filter(pk__in=names)
        field.label_from_instance = lambda row: names[row.pk]
        field.empty_label = _("Kies een partnerschap")
        if not may_show:
            del self.fields["is_public"]
            del self.fields["partnership"]


class CollectForm(forms.Form):
    """In which collection an item goes: one that is there, or a new one."""

    collection = forms.ModelChoiceField(
        label=_("In welke verzameling?"),
        queryset=Collection.objects.none(),
        required=False,
        empty_label=_("Een nieuwe verzameling"),
    )
    title = forms.CharField(
        label=_("Titel van de nieuwe verzameling"), max_length=120, required=False, error_messages=TITLE_ERRORS
    )
    note = forms.CharField(
        label=_("Waarom hoort het erbij?"),
        max_length=300,
        required=False,
        help_text=_("Eén zin voor wie de verzameling leest."),
    )

    def __init__(self, *args: Any, collections: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["collection"].queryset = collections  # type: ignore[attr-defined]
        if not collections:
            del self.fields["collection"]
            self.fields["title"].label, self.fields["title"].required = _("Titel van de verzameling"), True

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not given.get("collection") and "title" not in self.errors and not given.get("title"):
            self.add_error("title", _("Kies een verzameling, of geef een nieuwe een titel."))
        return given


class NoteForm(forms.Form):
    """Why an item belongs there."""

    note = forms.CharField(label=_("Waarom hoort het erbij?"), max_length=300, required=False)
