"""The form with which somebody takes a position among the scenarios."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.ui.lines import TOO_LONG

from .cards import NONE, offered

ASKS, LONGEST_ASK, LONGEST_SAID = 3, 200, 200


class ScenarioForm(forms.Form):
    """What fits now, what is wanted, what that asks, and the goals and interests of each partner."""

    now = forms.ChoiceField(
        label=_("Welk scenario past nu bij ons?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies welk scenario nu bij jullie past.")},
    )
    wanted = forms.ChoiceField(
        label=_("Welk scenario willen we?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies welk scenario jullie willen.")},
    )

    def __init__(
        self,
        data: Any = None,
        *,
        settings: Mapping[str, Any],
        initial: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        self.scenarios, self.partners = offered(settings), settings.get("partners", ())
        super().__init__(data, initial=_given(initial or {}), **kwargs)
        choices = [(scenario["id"], _named(scenario)) for scenario in self.scenarios]
        for name in ("now", "wanted"):
            field: Any = self.fields[name]
            field.choices = [*choices, (NONE, _("Geen van deze"))]
            field.error_messages["invalid_choice"] = _("Dit scenario is er niet meer. Kies opnieuw.")
        for number in range(1, ASKS + 1):
            label = _now("Punt %(number)s") % {"number": number}
            self.fields[f"ask_{number}"] = _words(label, LONGEST_ASK)
        for partner in self.partners:
            self.fields[f"goal_{partner['id']}"] = _words(_now("Doel"), LONGEST_SAID)
            self.fields[f"interest_{partner['id']}"] = _words(_now("Belang"), LONGEST_SAID)

    def asks(self) -> list[forms.BoundField]:
        return [self[f"ask_{number}"] for number in range(1, ASKS + 1)]

    def sections(self) -> list[dict[str, Any]]:
        """Each partner with its two fields; open when something stands or is wrong in it."""
        return [self._section(partner) for partner in self.partners]

    def _section(self, partner: Mapping[str, Any]) -> dict[str, Any]:
        fields = [self[f"{name}_{partner['id']}"] for name in ("goal", "interest")]
        return {"partner": partner, "fields": fields, "open": any(field.errors or field.value() for field in fields)}

    def to_content(self) -> dict[str, Any]:
        given = self.cleaned_data
        asks = [given[f"ask_{number}"] for number in range(1, ASKS + 1)]
        partners = {
            partner["id"]: {name: given[f"{name}_{partner['id']}"] for name in ("goal", "interest")}
            for partner in self.partners
        }
        return {
            "now": given["now"],
            "wanted": given["wanted"],
            "asks": [ask for ask in asks if ask],
            "partners": {own: said for own, said in partners.items() if any(said.values())},
        }


def _given(content: Mapping[str, Any]) -> dict[str, Any]:
    asks = {f"ask_{number}": text for number, text in enumerate(content.get("asks", ()), start=1)}
    said = {f"{name}_{own}": text for own, one in content.get("partners", {}).items() for name, text in one.items()}
    return {"now": content.get("now"), "wanted": content.get("wanted"), **asks, **said}


def _named(scenario: Mapping[str, str]) -> str:
    return _now("%(letter)s: %(title)s") % {"letter": scenario["id"].upper(), "title": scenario["title"]}


def _words(label: Any, longest: int) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 2})
    errors = {"max_length": TOO_LONG}
    return forms.CharField(label=label, required=False, max_length=longest, widget=widget, error_messages=errors)
