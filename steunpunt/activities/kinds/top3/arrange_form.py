"""The form with which the facilitator arranges wishes; each button is one deed."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.ui.lines import TOO_LONG

from .arranging import loose_wishes, placed_in, proposed, put_together, taken_apart, themes_for
from .form import LONGEST_WISH
from .tally import SharedWish, Standing, ThemeWishes

Row = tuple[SharedWish, Sequence[Mapping[str, str]]]


class ArrangeWishesForm(forms.Form):
    """`together`: keys ticked, or those of a proposal in one value; `apart`: a key; `place`: a key and a theme."""

    together = forms.CharField(required=False, widget=forms.HiddenInput)
    title = forms.CharField(
        label=_("Hoe noem je ze samen?"),
        required=False,
        max_length=LONGEST_WISH,
        help_text=_("Mag leeg blijven: dan geldt de langste wens."),
        error_messages={"max_length": TOO_LONG},
    )
    apart = forms.CharField(required=False, widget=forms.HiddenInput)
    place = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, settings: Mapping[str, Any], standing: Standing, **kwargs: Any) -> None:
        self.settings, self.standing = settings, standing
        self.known = {wish.key: wish for wish in standing.wishes}
        super().__init__(data, **kwargs)

    def proposals(self) -> list[Any]:
        return proposed(self.standing)

    def merged(self) -> tuple[SharedWish, ...]:
        return self.standing.merged

    def loose(self) -> list[Row]:
        return [(wish, themes_for(wish, self.settings)) for wish in loose_wishes(self.standing)]

    def themes(self) -> list[ThemeWishes]:
        """Those in which there is something to put together."""
        return [theme for theme in self.standing.themes if len(theme.wishes) > 1]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        given["keys"] = self._keys()
        if given.get("apart"):
            self._check_known([given["apart"]])
        elif given.get("place"):
            given["wish"], given["theme"] = self._placing(given["place"])
        else:
            self._check_together(given["keys"])
        return given

    def to_settings(self) -> dict[str, Any]:
        given = self.cleaned_data
        if given["apart"]:
            return taken_apart(self.settings, self.known[given["apart"]])
        if given["place"]:
            return placed_in(self.settings, self.known[given["wish"]], given["theme"])
        return put_together(self.settings, [self.known[key] for key in given["keys"]], given["title"])

    def _keys(self) -> list[str]:
        """The longest wording first: it gives the others its words unless somebody types a title."""
        sent = self.data.getlist("together") if hasattr(self.data, "getlist") else [self.data.get("together", "")]
        keys = dict.fromkeys(key for value in sent for key in str(value).split())
        return sorted(keys, key=lambda key: (-len(self.known[key].title) if key in self.known else 0, key))

    def _check_known(self, keys: Sequence[str]) -> None:
        if any(key not in self.known for key in keys):
            raise ValidationError(_now("Deze wens is er niet meer. De lijst hieronder is bijgewerkt; kies opnieuw."))

    def _check_together(self, keys: Sequence[str]) -> None:
        if len(keys) < 2:
            raise ValidationError(_now("Kies minstens twee wensen die hetzelfde zeggen."))
        self._check_known(keys)
        if len({self.known[key].theme for key in keys}) > 1:
            raise ValidationError(_now("Kies wensen van één thema."))

    def _placing(self, value: str) -> tuple[str, str]:
        key, _space, theme = value.partition(" ")
        self._check_known([key])
        if theme not in {one["id"] for one in self.settings.get("themes", ())}:
            raise ValidationError(_now("Kies een thema uit de lijst."))
        return key, theme
