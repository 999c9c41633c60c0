"""What the forms of every kind of activity share: settings that become plain JSON, and a contribution that knows them."""

from collections.abc import Mapping
from typing import Any

from django import forms


class KindSettingsForm(forms.Form):
    """What a facilitator prepares: `KindSettingsForm(data, initial=settings)`."""

    def to_settings(self) -> dict[str, Any]:
        """Plain JSON; a kind with more than simple fields writes its own."""
        return dict(self.cleaned_data)


class KindContributionForm(forms.Form):
    """What a voter hands in: `KindContributionForm(data, settings=settings, initial=content)`."""

    def __init__(self, data: Any = None, *, settings: Mapping[str, Any], **kwargs: Any) -> None:
        self.settings = settings
        super().__init__(data, **kwargs)

    def to_content(self) -> dict[str, Any]:
        """Plain JSON; a kind with more than simple fields writes its own."""
        return dict(self.cleaned_data)
