"""Reading and checking what somebody says about using an item."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from steunpunt.network.models import Partnership, Role
from steunpunt.network.queries.people import visible_roles


class UseForm(forms.Form):
    """For whom it was used, what went differently, and with what result."""

    partnership = forms.ModelChoiceField(
        label=_("Voor welk partnerschap?"),
        queryset=Partnership.objects.none(),
        empty_label=_("Kies een partnerschap"),
        error_messages={"required": _("Kies een partnerschap.")},
    )
    role = forms.ModelChoiceField(
        label=_("In welke rol gebruikte je het?"),
        queryset=Role.objects.none(),
        empty_label=_("Kies een rol"),
        error_messages={"required": _("Kies een rol.")},
        help_text=_("Je naam komt er niet bij te staan."),
    )
    adaptation = forms.CharField(
        label=_("Wat deed je anders?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Mag leeg blijven als je het gebruikte zoals het er staat."),
    )
    result = forms.CharField(
        label=_("Wat leverde het op?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Schrijf in één of twee zinnen wat het opleverde.")},
        help_text=_("Wat zag je bij studenten, starters of collega’s? Ook wat tegenviel helpt. Noem geen namen."),
    )
    copy = forms.BooleanField(label=_("Ik wil er ook een eigen bewerking van maken"), required=False)

    def __init__(
        self, *args: Any, partnerships: Iterable[tuple[int, str]], may_copy: bool, has_words: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        names = dict(partnerships)
        if names:
            self._offer(names)
        else:
            del self.fields["partnership"]
            self.fields["role"].queryset = visible_roles()  # type: ignore[attr-defined]
        if may_copy:
            self.fields["copy"].help_text = WITH_WORDS if has_words else WITHOUT_WORDS
        else:
            del self.fields["copy"]

    def _offer(self, names: dict[int, str]) -> None:
        del self.fields["role"]
        chosen = self.fields["partnership"]
        chosen.queryset = Partnership.objects.filter(pk__in=names)  # type: ignore[attr-defined]
        chosen.label_from_instance = lambda row: names[row.pk]  # type: ignore[attr-defined]
        if len(names) == 1:
            chosen.initial = next(iter(names))


WITH_WORDS = _("Je krijgt een concept met deze tekst en bestanden. Er staat bij waar het vandaan komt.")
WITHOUT_WORDS = _(
    "Je krijgt een concept waar bij staat waar het vandaan komt. De tekst en bestanden komen niet mee: "
    "daarvoor vraag je het eerst aan de maker."
)


class WithdrawUseForm(forms.Form):
    """Why staff take away what somebody told; whoever told it needs no reason."""

    reason = forms.CharField(
        label=_("Waarom haal je dit weg?"),
        max_length=300,
        error_messages={"required": _("Schrijf waarom je dit weghaalt.")},
        help_text=_("Dit blijft bewaard in de geschiedenis. Noem geen namen."),
    )

    def __init__(self, *args: Any, is_own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_own:
            del self.fields["reason"]
